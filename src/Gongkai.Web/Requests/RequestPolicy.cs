using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>What the school decided about requests: a row for each choice, the latest counts, the earlier ones stay readable.</summary>
public sealed class RequestPolicy : IBelongsToInstitution
{
    /// <summary>The usual rule: Measures Art. 18, 15 working days, no extension.</summary>
    public const string UsualRule = "measures-2010";

    /// <summary>The other: Regulations 2019 Art. 33, 20 working days and 20 more; only by explicit choice.</summary>
    public const string RegulationsRule = "regulations-2019";

    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The rule pack new cases run under; a case keeps the one it began with.</summary>
    public string RuleId { get; init; } = UsualRule;

    /// <summary>The document that says so; required for anything but the usual rule, and for fees.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether and how a fee is taken (国办函〔2020〕109号).</summary>
    public FeeMode Fee { get; init; }

    /// <summary>How many years the person's data are kept after a case is closed.</summary>
    public int RetentionYears { get; init; } = 10;

    /// <summary>Begins the number of a letter, like 校公开告.</summary>
    public string LetterPrefix { get; init; } = "公开告";

    /// <summary>The unit the disclosure office sits in; its head extends and approves. The first unit when none was chosen.</summary>
    public Guid? OfficeUnitId { get; init; }

    /// <summary>When it was chosen.</summary>
    public DateTime At { get; init; }

    /// <summary>Who chose it.</summary>
    public string ByName { get; init; } = "";

    /// <summary>The rule.</summary>
    public RulePack Rule => RulePacks.Get(RuleId);
}

/// <summary>Whether and how a fee is taken.</summary>
public enum FeeMode
{
    /// <summary>不收费.</summary>
    None,

    /// <summary>按件.</summary>
    ByItem,

    /// <summary>按量（页）.</summary>
    ByPage,
}

/// <summary>Keeps the school's choices.</summary>
public sealed class RequestPolicyDesk(GongkaiDb db, CampusClock clock, AuditTrail audit)
{
    private RequestPolicy? _now;

    /// <summary>What counts now.</summary>
    public async Task<RequestPolicy> NowAsync(CancellationToken cancel = default) =>
        _now ??= await db.Set<RequestPolicy>().AsNoTracking().OrderByDescending(p => p.At).FirstOrDefaultAsync(cancel) ?? new RequestPolicy();

    /// <summary>All choices, the latest first.</summary>
    public async Task<IReadOnlyList<RequestPolicy>> ChoicesAsync(CancellationToken cancel = default) =>
        await db.Set<RequestPolicy>().AsNoTracking().OrderByDescending(p => p.At).ToListAsync(cancel);

    /// <summary>The unit the office sits in.</summary>
    public async Task<Guid> OfficeUnitAsync(CancellationToken cancel = default) =>
        (await NowAsync(cancel)).OfficeUnitId ?? await db.Set<Unit>().AsNoTracking().Where(u => u.ParentId == null).OrderBy(u => u.Order).Select(u => u.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Chooses.</summary>
    /// <exception cref="ProblemException"><c>requests.rule-unknown</c>, <c>requests.source-missing</c>, <c>requests.retention-out-of-range</c>.</exception>
    public async Task ChooseAsync(Actor by, RequestPolicy choice, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        Permit.Require(by.Holds(Role.DisclosureOffice) || by == Actor.Program);
        if (choice.RuleId is not (RequestPolicy.UsualRule or RequestPolicy.RegulationsRule))
        {
            throw new ProblemException("requests.rule-unknown");
        }

        if (choice.RetentionYears is < 1 or > 50)
        {
            throw new ProblemException("requests.retention-out-of-range");
        }

        var source = choice.Source.Trim().Normalize();
        if (source.Length == 0 && (choice.RuleId != RequestPolicy.UsualRule || choice.Fee != FeeMode.None))
        {
            throw new ProblemException("requests.source-missing");
        }

        // The latest counts, also when two are made in one instant or the machine's clock was set back between them.
        var last = await db.Set<RequestPolicy>().MaxAsync(p => (DateTime?)p.At, cancel);
        var at = last >= clock.UtcNow ? last.Value.AddMilliseconds(1) : clock.UtcNow;
        var kept = new RequestPolicy
        {
            Id = Guid.CreateVersion7(at),
            RuleId = choice.RuleId,
            Source = source,
            Fee = choice.Fee,
            RetentionYears = choice.RetentionYears,
            LetterPrefix = choice.LetterPrefix.Trim() is { Length: > 0 and <= 20 } prefix ? prefix : new RequestPolicy().LetterPrefix,
            OfficeUnitId = choice.OfficeUnitId,
            At = at,
            ByName = by.Name,
        };
        db.Add(kept);
        audit.Note(by, "requests.policy-chosen", kept.Id, $"{kept.RuleId} {kept.Fee} {kept.RetentionYears} {kept.Source}");
        await db.SaveChangesAsync(cancel);
        _now = null;
    }
}
