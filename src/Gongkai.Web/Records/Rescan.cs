using System.Text.Json;
using Gongkai.Engines;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Screening;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>Looks again at all that is public, text and files, with today's screening rules. What is found anew holds the file at once and is told
/// to the unit, the secrecy reviewer and the office.</summary>
public sealed class Rescan(GongkaiDb db, WorkDesk work, ScreeningRulesDesk rules, AuditTrail audit, CampusClock clock, HostSettings settings)
{
    /// <summary>After how many days it begins by itself; earlier when the rules were changed.</summary>
    public const int EveryDays = 30;

    internal const int EditionsAStep = 20;

    /// <summary>Asks for a rescan; one that is under way is not begun a second time.</summary>
    /// <returns>The work; null when nothing is public.</returns>
    public async Task<LongJob?> AskAsync(Actor by, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.DisclosureOffice) || by == Actor.Program);
        if (await work.Jobs.FirstOrDefaultAsync(j => j.Kind == RescanWorker.Work && (j.Status == JobStatus.Waiting || j.Status == JobStatus.Running), cancel) is { } busy)
        {
            return busy;
        }

        var editions = await Public(db, clock.UtcNow).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(cancel);
        if (editions.Count == 0)
        {
            return null;
        }

        audit.Note(by, "records.rescan-begun", Guid.Empty, $"{editions.Count}");
        return await work.AskAsync(by.Id, RescanWorker.Work, $"records.rescan-title|{editions.Count}", JsonSerializer.Serialize(editions), (editions.Count + EditionsAStep - 1) / EditionsAStep, cancel);
    }

    /// <summary>Begins one when it is due: none for so many days, or other rules since the last.</summary>
    public async Task AskIfDueAsync(CancellationToken cancel = default)
    {
        // Demo data looks the same at every start.
        if (settings.IsDemo)
        {
            return;
        }

        var last = await work.Jobs.Where(j => j.Kind == RescanWorker.Work).Select(j => (DateTime?)j.CreatedAt).FirstOrDefaultAsync(cancel)
            ?? await db.Set<Institution>().Where(i => i.Id == db.CurrentInstitution).Select(i => i.CreatedAt).FirstAsync(cancel);
        var changed = (await rules.OfAsync(cancel)).At;
        if (changed > last || clock.UtcNow - last > TimeSpan.FromDays(EveryDays))
        {
            await AskAsync(Actor.Program, cancel);
        }
    }

    /// <summary>Editions that somebody outside the office can read, whoever that is.</summary>
    internal static IQueryable<Edition> Public(GongkaiDb db, DateTime now) => db.Set<Edition>().Where(e =>
        e.PublishedAt <= now && (e.ReplacedAt == null || e.ReplacedAt > now)
        && (e.Record!.End == RecordEnd.None || e.Record.End == RecordEnd.Superseded || e.Record.EndedAt > now));
}

/// <summary>Looks again at some editions a step.</summary>
internal sealed class RescanWorker(IServiceScopeFactory scopes) : IJobWorker
{
    public const string Work = "records.rescan";

    public string Kind => Work;

    public async Task<string> StepAsync(LongJob job, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        await using var scope = scopes.CreateAsyncScope();
        var give = scope.ServiceProvider;
        give.GetRequiredService<InstitutionScope>().Choose(job.InstitutionId);
        var ids = JsonSerializer.Deserialize<List<Guid>>(job.Input)!.Skip(job.Cursor * Rescan.EditionsAStep).Take(Rescan.EditionsAStep).ToList();
        var db = give.GetRequiredService<GongkaiDb>();
        var editions = await Rescan.Public(db, give.GetRequiredService<CampusClock>().UtcNow).Include(e => e.Attachments).Include(e => e.Record).AsSplitQuery()
            .Where(e => ids.Contains(e.Id)).OrderBy(e => e.Id).ToListAsync(cancel);
        var lines = new List<string>();
        foreach (var edition in editions)
        {
            if (await LookAsync(give, edition, cancel) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines.Count == 0 ? $"= {editions.Count}" : string.Join('\n', lines);
    }

    private static async Task<string?> LookAsync(IServiceProvider give, Edition edition, CancellationToken cancel)
    {
        var (db, screening) = (give.GetRequiredService<GongkaiDb>(), give.GetRequiredService<ScreeningDesk>());
        var files = edition.Attachments.Where(a => a.Use != AttachmentUse.Source && a.Hold != Hold.Held).ToList();
        List<Guid> subjects = [edition.Id, .. files.Select(f => f.Id)];
        var before = await KnownAsync(screening, subjects, cancel);
        await screening.ScreenHtmlAsync(edition.Id, Checklist.ScreenedHtml(edition), cancel);
        foreach (var file in files)
        {
            await screening.ScreenFileAsync(file.Id, file.Hash, file.Name, cancel);
        }

        await db.SaveChangesAsync(cancel);

        // What a reviewer released stays released; only what was not known then counts.
        var after = await KnownAsync(screening, subjects, cancel);
        bool IsNew(Guid subject, Severity least) => after[subject].Except(before[subject]).Any(f => f.Severity >= least);
        var (isTextWrong, held) = (IsNew(edition.Id, Severity.Error), files.FindAll(f => IsNew(f.Id, Severity.Error)));
        if (!subjects.Exists(s => IsNew(s, Severity.Warning)))
        {
            return null;
        }

        var code = isTextWrong ? "notices.rescan-text" : held.Count > 0 ? "notices.rescan-file" : "notices.rescan-warning";

        var (notices, audit) = (give.GetRequiredService<NoticeBoard>(), give.GetRequiredService<AuditTrail>());
        foreach (var file in held)
        {
            file.Hold = Hold.Held;
            audit.Note(Actor.Program, "records.file-held", edition.RecordId, file.Name);
        }

        foreach (var role in new[] { Role.Liaison, Role.SecrecyReviewer, Role.DisclosureOffice })
        {
            await notices.TellAsync(Actor.Program, role, edition.Record!.UnitId, code, edition.Title, RecordLinks.Edit(edition.Id), cancel);
        }

        edition.Version++;
        await db.SaveChangesAsync(cancel);
        return $"{(isTextWrong || held.Count > 0 ? "!" : "?")} {edition.Title}{(held.Count > 0 ? $": {string.Join(", ", held.Select(f => f.Name))}" : "")}";
    }

    private static async Task<ILookup<Guid, (string Code, Severity Severity)>> KnownAsync(ScreeningDesk screening, List<Guid> subjects, CancellationToken cancel)
    {
        var found = await screening.FoundAsync(subjects, cancel);
        return subjects.SelectMany(s => found[s].Select(f => (Subject: s, f.Code, f.Severity))).ToLookup(f => f.Subject, f => (f.Code, f.Severity));
    }
}
