using System.Security.Cryptography;
using Gongkai.Web.Audit;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home;

/// <summary>The one-time code that opens the set-up page; shown on the console only, so that a stranger who finds the address first cannot use it.</summary>
public sealed class SetUpCode
{
    private readonly string _code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 10);

    /// <summary>The code, for the console.</summary>
    public string Show => _code;

    /// <summary>Whether somebody typed it, in whatever case and width.</summary>
    public bool Is(string typed) => CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.UTF8.GetBytes(_code),
        System.Text.Encoding.UTF8.GetBytes(typed.Normalize(System.Text.NormalizationForm.FormKC).Trim().ToUpperInvariant()));
}

/// <summary>Sets up a deployment: the institution, its three administrators and its office, the national catalogue.</summary>
public sealed class SetUpDesk(GongkaiDb db, InstitutionDesk institutions, PeopleDesk people, PeopleImportDesk sheets, UnitSheet units, SchoolBadge badge, MailServerDesk mail, CatalogueDesk catalogue, AuditTrail audit, CampusClock clock)
{
    /// <summary>Whether there is no institution yet.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancel = default) => !await db.Set<Institution>().AnyAsync(cancel);

    /// <summary>Does it all, or nothing.</summary>
    /// <exception cref="ProblemException">What speaks against it: a name missing, a password too weak, two administrators with one name.</exception>
    public async Task<SetUpDone> SetUpAsync(SetUpPlan plan, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var institution = await institutions.FoundAsync(plan.Code, plan.Name, plan.NameEn, plan.SuperiorBody, cancel);
        institution.Colour = plan.Colour;
        institution.IcpNumber = plan.IcpNumber;
        institution.PoliceNumber = plan.PoliceNumber;
        institution.Organiser = plan.Organiser.Length > 0 ? plan.Organiser : plan.Name;
        if (plan.Badge is { } picture)
        {
            await using var content = picture.Open();
            (institution.LogoHash, institution.LogoType) = await badge.KeepAsync(content, picture.Name, cancel);
        }

        await db.SaveChangesAsync(cancel);
        if (plan.Mail is { } route)
        {
            await mail.ChangeAsync(Actor.Program, route, cancel);
        }

        foreach (var (account, role) in plan.Accounts)
        {
            var person = await people.AddAsync(Actor.Program, account.UserName, account.Name, account.Password);
            await people.GrantAsync(Actor.Program, person.Id, role, cancel: cancel);
        }

        var edition = await catalogue.CreateAsync(Actor.Program, NationalCatalogue.Sheet(clock.Today.Year, BudgetRule(plan.SuperiorBody)), cancel: cancel);
        await catalogue.PutInForceAsync(Actor.Program, edition.Id, cancel);
        var done = await BringInAsync(plan, cancel);
        audit.Note(Actor.Program, "institutions.set-up", institution.Id, institution.Name);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return done;
    }

    // Units first: people name them.
    private async Task<SetUpDone> BringInAsync(SetUpPlan plan, CancellationToken cancel)
    {
        var addedUnits = 0;
        IReadOnlyList<RowProblem> problems = [];
        if (plan.Units is { } unitSheet)
        {
            await using var content = unitSheet.Open();
            var unitRows = await units.ReadAsync(content, unitSheet.Name, cancel);
            addedUnits = await units.KeepAsync(Actor.Program, unitRows, cancel);
            problems = unitRows.Problems;
        }

        if (plan.People is not { } peopleSheet)
        {
            return new SetUpDone(addedUnits, [], problems);
        }

        await using var rows = peopleSheet.Open();
        var read = await sheets.ReadAsync(Actor.Program, rows, peopleSheet.Name, cancel);
        var sheet = read.Read<PeopleSheet>();
        var slips = sheet.People.Count > 0 ? await sheets.KeepAsync(Actor.Program, read.Id, cancel) : [];
        return new SetUpDone(addedUnits, slips, [.. problems, .. sheet.Problems]);
    }

    /// <summary>The rule budgets follow under a superior body.</summary>
    public static string BudgetRule(SuperiorBody superior) => superior is SuperiorBody.Ministry ? "budget-ministry" : "budget-law";
}

/// <summary>What the set-up page asks for.</summary>
public sealed record SetUpPlan
{
    /// <summary>School code.</summary>
    public string Code { get; init; } = "";

    /// <summary>Chinese name.</summary>
    public string Name { get; init; } = "";

    /// <summary>English name.</summary>
    public string NameEn { get; init; } = "";

    /// <summary>Whom the school answers to.</summary>
    public SuperiorBody SuperiorBody { get; init; }

    /// <summary>Institutional colour.</summary>
    public string Colour { get; init; } = "#0b4f7a";

    /// <summary>ICP备案.</summary>
    public string IcpNumber { get; init; } = "";

    /// <summary>公安备案.</summary>
    public string PoliceNumber { get; init; } = "";

    /// <summary>主办单位.</summary>
    public string Organiser { get; init; } = "";

    /// <summary>校徽.</summary>
    public SetUpFile? Badge { get; init; }

    /// <summary>The mail server; none leaves mail in the outbox.</summary>
    public MailRoute? Mail { get; init; }

    /// <summary>A sheet of units.</summary>
    public SetUpFile? Units { get; init; }

    /// <summary>A sheet of people; who sets up runs the machine, so their roles count at once.</summary>
    public SetUpFile? People { get; init; }

    /// <summary>The first accounts with the role each holds for the whole school.</summary>
    public IReadOnlyList<(SetUpAccount Account, Role Role)> Accounts { get; init; } = [];
}

/// <summary>A file given at the set-up.</summary>
public sealed record SetUpFile(string Name, Func<Stream> Open);

/// <summary>What the set-up brought in: how many units, the first passwords of the people of the sheet, and the lines of it that were left out.</summary>
public sealed record SetUpDone(int Units, IReadOnlyList<PasswordSlip> Slips, IReadOnlyList<RowProblem> Problems);

/// <summary>One of the first accounts.</summary>
public sealed record SetUpAccount(string UserName, string Name, string Password);
