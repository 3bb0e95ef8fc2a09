using System.Text.Json;
using Gongkai.Web.Audit;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;

namespace Gongkai.Web.Institutions;

/// <summary>Brings people in from a spreadsheet in two steps: read and look, then make the accounts. The roles a sheet asks for wait for the
/// security administrator.</summary>
public sealed class PeopleImportDesk(GongkaiDb db, PeopleSheetReader reader, PeopleDesk people, ProposalDesk proposals, AuditTrail audit, CampusClock clock)
{
    private const string Kind = "people";

    /// <summary>Reads a sheet and keeps what was found for looking at.</summary>
    /// <exception cref="ProblemException">The sheet cannot be read; see <see cref="PeopleSheetReader.ReadAsync"/>.</exception>
    public async Task<SheetImport> ReadAsync(Actor by, Stream file, string name, CancellationToken cancel = default)
    {
        Permit.Require(MayBringIn(by));
        var sheet = await reader.ReadAsync(file, name, cancel);
        await SheetImport.ForgetOldAsync(db, clock.UtcNow, cancel);
        var import = new SheetImport { Id = Guid.CreateVersion7(clock.UtcNow), Kind = Kind, FileName = name, At = clock.UtcNow, ById = by.Id, Sheet = JsonSerializer.Serialize(sheet) };
        db.Add(import);
        await db.SaveChangesAsync(cancel);
        return import;
    }

    /// <summary>What was read, for looking at.</summary>
    public async Task<SheetImport> FindAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        Permit.Require(MayBringIn(by));
        return await db.Set<SheetImport>().Where(i => i.Id == id && i.Kind == Kind).FirstOr404Async(cancel);
    }

    /// <summary>Makes the accounts that were looked at, all or none, and gives their first passwords, once.</summary>
    /// <exception cref="ProblemException"><c>people.import-empty</c>; <c>people.DuplicateUserName</c>: somebody made one of them meanwhile.</exception>
    public async Task<IReadOnlyList<PasswordSlip>> KeepAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        await using var transaction = await db.BeginOrJoinAsync(cancel);
        var import = await FindAsync(by, id, cancel);
        var sheet = import.Read<PeopleSheet>();
        if (sheet.People.Count == 0)
        {
            throw new ProblemException("people.import-empty");
        }

        var slips = new List<PasswordSlip>();
        foreach (var row in sheet.People)
        {
            var password = FirstPassword.Make();
            var person = await people.AddAsync(by, row.UserName, row.Name, password, row.UnitId, row.Email.Length > 0 ? row.Email : null, row.Pinyin, mustChangePassword: true);
            foreach (var role in row.Roles)
            {
                await proposals.ProposeAsync(by, person.Id, role.Role, role.UnitId, cancel);
            }

            slips.Add(new PasswordSlip(row.Name, row.UserName, row.UnitName, password));
        }

        db.Remove(import);
        audit.Note(by, "people.imported", id, $"{import.FileName}: {slips.Count}");
        await db.SaveChangesAsync(cancel);
        await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
        return slips;
    }

    /// <summary>Forgets what was read.</summary>
    public async Task ForgetAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        db.Remove(await FindAsync(by, id, cancel));
        await db.SaveChangesAsync(cancel);
    }

    private static bool MayBringIn(Actor by) => by.Holds(Role.SystemAdmin) || by == Actor.Program;
}
