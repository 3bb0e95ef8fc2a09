using System.Text.Json;
using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Reports;

/// <summary>What people do with annual reports: begin one, write in it, ask units for their parts, explain a figure.</summary>
public sealed class ReportDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, NoticeBoard notices, RequestPolicyDesk policies)
{
    /// <summary>Longest text of a section.</summary>
    public const int LongestText = 60_000;

    /// <summary>The unit whose head is the leader that approves: the disclosure office's.</summary>
    public Task<Guid> OfficeUnitAsync(CancellationToken cancel = default) => policies.OfficeUnitAsync(cancel);

    /// <summary>Every report, the latest period first.</summary>
    public async Task<IReadOnlyList<AnnualReport>> AllAsync(Actor by, CancellationToken cancel = default)
    {
        Permit.Require(ReportPermits.MayRead(by, await OfficeUnitAsync(cancel)));
        return await db.Set<AnnualReport>().AsNoTracking().OrderByDescending(r => r.ToOn).ThenByDescending(r => r.FromOn).ToListAsync(cancel);
    }

    /// <summary>A report; not found for whom it is no business of.</summary>
    public async Task<AnnualReport> OpenAsync(Actor by, Guid id, CancellationToken cancel = default) =>
        ReportPermits.MayRead(by, await OfficeUnitAsync(cancel)) ? await db.Set<AnnualReport>().Where(r => r.Id == id).FirstOr404Async(cancel) : throw new NotFoundException(nameof(AnnualReport));

    /// <summary>Begins the report of a period from the template.</summary>
    /// <exception cref="ProblemException"><c>reports.period-wrong</c>.</exception>
    /// <exception cref="ConflictException"><c>reports.period-taken</c>: there is one already.</exception>
    public async Task<AnnualReport> StartAsync(Actor by, Period period, CancellationToken cancel = default)
    {
        Permit.Require(ReportPermits.MayWrite(by));
        if (period.To < period.From || period.To.DayNumber - period.From.DayNumber > 800 || period.From.Year < 2008)
        {
            throw new ProblemException("reports.period-wrong");
        }

        if (await db.Set<AnnualReport>().AnyAsync(r => r.FromOn == period.From && r.ToOn == period.To, cancel))
        {
            throw new ConflictException("reports.period-taken");
        }

        var now = clock.UtcNow;
        var report = new AnnualReport { Id = Guid.CreateVersion7(now), FromOn = period.From, ToOn = period.To, CreatedAt = now };
        var template = await TemplateAsync(cancel);
        foreach (var (order, key) in TemplateText.Keys.Index())
        {
            report.Add(new ReportSection { Id = Guid.CreateVersion7(now), Key = key, Order = order, Text = template.GetValueOrDefault(key, "") });
        }

        db.Add(report);
        audit.Note(by, "reports.started", report.Id, ReportComposer.YearOf(period));
        await db.SaveChangesAsync(cancel);
        return report;
    }

    /// <summary>Keeps the text of a section. When a colleague saved in between, what was typed is kept aside and the writer told.</summary>
    /// <exception cref="ConflictException"><c>reports.edited-meanwhile</c>, <c>reports.not-open</c>.</exception>
    /// <exception cref="ProblemException"><c>reports.unknown-field</c>, <c>reports.condition-open</c>, <c>reports.field-open</c>, <c>reports.text-too-long</c>.</exception>
    public async Task WriteAsync(Actor by, Guid id, string key, int number, string text, CancellationToken cancel = default)
    {
        Permit.Require(ReportPermits.MayWrite(by));
        var report = await OpenAsync(by, id, cancel);
        var section = report.Sections.FirstOrDefault(s => s.Key == key) ?? throw new NotFoundException(nameof(ReportSection));
        text = text.ReplaceLineEndings("\n").Normalize();
        if (text.Length > LongestText)
        {
            throw new ProblemException("reports.text-too-long", LongestText);
        }

        if (!report.IsOpen || section.Number != number)
        {
            await SetAsideAsync(by, id, key, text, cancel);
            throw report.IsOpen ? new ConflictException("reports.edited-meanwhile", section.ChangedBy) : new ConflictException("reports.not-open");
        }

        TemplateText.Require(text);
        var now = clock.UtcNow;
        db.Add(new SectionText { Id = Guid.CreateVersion7(now), ReportId = id, Key = key, Text = text, ByName = by.Name, At = now });
        (section.Text, section.Number, section.ChangedBy, section.ChangedById) = (text, section.Number + 1, by.Name, by.Id);
        report.Version++;
        audit.Note(by, "reports.written", id, key);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await SetAsideAsync(by, id, key, text, cancel);
            throw new ConflictException("reports.edited-meanwhile", "");
        }
    }

    /// <summary>The texts a section had, the latest first, those kept aside included.</summary>
    public async Task<IReadOnlyList<SectionText>> TextsAsync(Guid id, string key, CancellationToken cancel = default) =>
        await db.Set<SectionText>().AsNoTracking().Where(t => t.ReportId == id && t.Key == key).OrderByDescending(t => t.At).ThenByDescending(t => t.Id).Take(30).ToListAsync(cancel);

    /// <summary>The report of the period that ended the day before this one begins.</summary>
    public Task<AnnualReport?> BeforeAsync(AnnualReport report, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var until = report.FromOn.AddDays(-1);
        return db.Set<AnnualReport>().AsNoTracking().Where(r => r.ToOn == until).OrderByDescending(r => r.FromOn).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Asks a unit for its part by a day; the unit is told.</summary>
    /// <exception cref="ProblemException"><c>reports.task-missing</c>, <c>reports.due-past</c>.</exception>
    public async Task AskAsync(Actor by, Guid id, int version, Guid unitId, string key, string task, DateOnly? dueOn, CancellationToken cancel = default)
    {
        var report = await OpenAsync(by, id, cancel);
        if (string.IsNullOrWhiteSpace(task) || !TemplateText.Keys.Contains(key))
        {
            throw new ProblemException("reports.task-missing");
        }

        if (dueOn is not { } due || due < clock.Today)
        {
            throw new ProblemException("reports.due-past");
        }

        await db.Set<Unit>().Where(u => u.Id == unitId).FirstOr404Async(cancel);
        await TakeAsync(by, report, version, ReportVerb.Ask, cancel);
        var now = clock.UtcNow;
        var part = new ReportPart { Id = Guid.CreateVersion7(now), ReportId = id, UnitId = unitId, Key = key, Task = task.Trim().Normalize(), DueOn = due };
        db.Add(part);
        report.Move(ReportVerb.Ask, by, now, task.Trim());
        await notices.TellAsync(by, Role.Liaison, unitId, "reports.notice-part", part.Task, ReportLinks.Part(part.Id), cancel);
        audit.Note(by, "reports.asked", id, part.Task);
        await SaveAsync(cancel);
    }

    /// <summary>What units were asked for a report.</summary>
    public async Task<IReadOnlyList<ReportPart>> PartsAsync(Guid id, CancellationToken cancel = default) =>
        await db.Set<ReportPart>().AsNoTracking().Include(p => p.Unit).Where(p => p.ReportId == id).OrderBy(p => p.DueOn).ThenBy(p => p.Id).ToListAsync(cancel);

    /// <summary>What a person's units are asked for, open ones first.</summary>
    public async Task<IReadOnlyList<ReportPart>> PartsForAsync(Actor by, CancellationToken cancel = default) =>
        [.. (await db.Set<ReportPart>().AsNoTracking().Include(p => p.Unit).Include(p => p.Report).OrderBy(p => p.AnsweredAt != null).ThenBy(p => p.DueOn).ToListAsync(cancel)).Where(p => ReportPermits.MayContribute(by, p.UnitId))];

    /// <summary>A part a person may answer.</summary>
    public async Task<ReportPart> PartAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var part = await db.Set<ReportPart>().Include(p => p.Unit).Include(p => p.Report).Where(p => p.Id == id).FirstOr404Async(cancel);
        return ReportPermits.MayContribute(by, part.UnitId) ? part : throw new NotFoundException(nameof(ReportPart));
    }

    /// <summary>Answers for a unit.</summary>
    /// <exception cref="ProblemException"><c>reports.part-empty</c>.</exception>
    /// <exception cref="ConflictException"><c>reports.not-open</c>, <c>reports.edited-meanwhile</c>.</exception>
    public async Task AnswerAsync(Actor by, Guid partId, int version, string text, CancellationToken cancel = default)
    {
        var part = await PartAsync(by, partId, cancel);
        text = text.ReplaceLineEndings("\n").Trim().Normalize();
        if (text.Length is 0 or > LongestText)
        {
            throw new ProblemException("reports.part-empty");
        }

        var now = clock.UtcNow;
        if (!part.Report!.IsOpen || part.Version != version)
        {
            await SetAsideAsync(by, part.ReportId, part.Key, text, cancel);
            throw part.Report.IsOpen ? new ConflictException("reports.edited-meanwhile", part.AnsweredBy) : new ConflictException("reports.not-open");
        }

        (part.Text, part.AnsweredBy, part.AnsweredAt) = (text, by.Name, now);
        part.Version++;
        db.Add(new SectionText { Id = Guid.CreateVersion7(now), ReportId = part.ReportId, Key = part.Key, Text = text, ByName = $"{part.Unit!.Name} {by.Name}", At = now, IsAside = true });
        await notices.TellAsync(by, Role.DisclosureOffice, await OfficeUnitAsync(cancel), "reports.notice-answered", part.Unit.Name, ReportLinks.Report(part.ReportId), cancel);
        audit.Note(by, "reports.answered", part.ReportId, part.Unit.Name);
        await SaveAsync(cancel);
    }

    /// <summary>Says why a figure moved.</summary>
    /// <exception cref="ProblemException"><c>reports.word-missing</c>.</exception>
    public async Task ExplainAsync(Actor by, Guid id, string code, string text, CancellationToken cancel = default)
    {
        Permit.Require(ReportPermits.MayWrite(by));
        var report = await OpenAsync(by, id, cancel);
        if (string.IsNullOrWhiteSpace(text) || Figures.FigureList.Find(code) is null)
        {
            throw new ProblemException("reports.word-missing");
        }

        report.Explain(new ReportWord { Id = Guid.CreateVersion7(clock.UtcNow), Code = code, Text = text.Trim().Normalize(), ByName = by.Name });
        audit.Note(by, "reports.explained", id, code);
        await SaveAsync(cancel);
    }

    /// <summary>The template's texts by key: the school's own, or those that come with the program.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TemplateAsync(CancellationToken cancel = default) =>
        await db.Set<ReportTemplate>().AsNoTracking().FirstOrDefaultAsync(cancel) is { } own ? JsonSerializer.Deserialize<Dictionary<string, string>>(own.Sections)! : TemplateText.Usual;

    /// <summary>Changes one text of the template; reports already begun stay as they are.</summary>
    /// <exception cref="ProblemException"><c>reports.unknown-field</c>, <c>reports.condition-open</c>, <c>reports.field-open</c>.</exception>
    public async Task ChangeTemplateAsync(Actor by, string key, string text, CancellationToken cancel = default)
    {
        Permit.Require(ReportPermits.MayWrite(by));
        if (!TemplateText.Keys.Contains(key))
        {
            throw new NotFoundException(nameof(ReportTemplate));
        }

        text = text.ReplaceLineEndings("\n").Normalize();
        TemplateText.Require(text);
        var texts = (await TemplateAsync(cancel)).ToDictionary(t => t.Key, t => t.Value);
        texts[key] = text;
        var json = JsonSerializer.Serialize(texts);
        if (await db.Set<ReportTemplate>().FirstOrDefaultAsync(cancel) is not { } own)
        {
            db.Add(own = new ReportTemplate { Id = Guid.CreateVersion7(clock.UtcNow), Sections = json, ByName = by.Name });
        }

        (own.Sections, own.ByName, own.At) = (json, by.Name, clock.UtcNow);
        own.Version++;
        audit.Note(by, "reports.template-changed", own.Id, key);
        await SaveAsync(cancel);
    }

    /// <summary>Refuses a move that the table, the permits or a race speak against.</summary>
    internal async Task TakeAsync(Actor by, AnnualReport report, int version, ReportVerb verb, CancellationToken cancel)
    {
        if (report.Version != version || ReportLifecycle.After(report.Status, verb) is null)
        {
            throw new ConflictException("reports.moved-meanwhile", report.Steps.MaxBy(s => s.Number)?.ByName ?? "");
        }

        Permit.Require(ReportPermits.May(by, verb, report, await OfficeUnitAsync(cancel)), report.WasWrittenBy(by.Id) && verb == ReportVerb.Approve ? "reports.own-work" : "shared.refused");
    }

    internal async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            throw new ConflictException("reports.moved-meanwhile", "");
        }
    }

    private async Task SetAsideAsync(Actor by, Guid id, string key, string text, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        db.Add(new SectionText { Id = Guid.CreateVersion7(now), ReportId = id, Key = key, Text = text, ByName = by.Name, At = now, IsAside = true });
        await db.SaveChangesAsync(cancel);
    }
}
