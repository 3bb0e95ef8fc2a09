using Gongkai.Engines;
using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Calendar;
using Gongkai.Web.Figures;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;

namespace Gongkai.Web.Reports;

/// <summary>Something a report's check says.</summary>
/// <param name="Severity">An error stops approval.</param>
/// <param name="Code">Stable code: the engine's, or one of the room's own.</param>
/// <param name="Text">What it says, in the reader's language.</param>
/// <param name="Key">The section it is about; empty for the whole.</param>
/// <param name="Excerpt">What stands there.</param>
public sealed record ReportNote(Severity Severity, string Code, string Text, string Key, string Excerpt = "")
{
    /// <summary>The figure that asks for a word of explanation; empty for other notes.</summary>
    public string Figure { get; init; } = "";
}

/// <summary>Checks a composed report: the engine's checks on its text, and what only the house can know.</summary>
public sealed class ReportChecker(ReportDesk desk, FigureDesk figures, SchoolCalendar calendar, LinkTrials links, CampusClock clock, PageWords words)
{
    /// <summary>A figure that moved by more than this share asks for a word.</summary>
    public const int MovedPercent = 30;

    private const decimal LeastMoved = 10;
    private const int LongSentence = 14;

    /// <summary>Every note, errors first.</summary>
    public async Task<IReadOnlyList<ReportNote>> CheckAsync(AnnualReport report, Composition composed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(composed);
        var notes = new List<ReportNote>();
        var template = await desk.TemplateAsync(cancel);
        notes.AddRange(composed.Missing.Distinct().Select(m => new ReportNote(Severity.Error, "reports.figure-missing", words["reports.figure-missing", FigureList.Find(m.Code)!.NameIn(PageWords.IsEnglish)], m.Key) { Figure = m.Code }));
        Audit(composed, template, notes);
        notes.AddRange(await TheFiftyAsync(report, composed, cancel));
        notes.AddRange(Links(composed));
        notes.AddRange(Countdown(report));
        notes.AddRange((await calendar.OfAsync(cancel)).MissingYears(report.FromOn, report.ToOn).Select(year => new ReportNote(Severity.Warning, "reports.no-schedule", words["reports.no-schedule", year], "")));
        notes.AddRange(await CarriedOverAsync(report, template, cancel));
        notes.AddRange(await MovedAsync(report, composed.Values, cancel));
        foreach (var part in (await desk.PartsAsync(report.Id, cancel)).Where(p => p.AnsweredAt is null))
        {
            notes.Add(new ReportNote(Severity.Warning, "reports.part-open", words["reports.part-open", part.Unit!.NameIn(PageWords.IsEnglish), words.Day(part.DueOn)], part.Key));
        }

        return [.. notes.OrderByDescending(n => n.Severity)];
    }

    private void Audit(Composition composed, IReadOnlyDictionary<string, string> template, List<ReportNote> notes)
    {
        var (text, places, counted) = composed.ToText();
        var audited = ReportAuditor.Audit(text, clock.Today);
        foreach (var finding in audited.Findings)
        {
            // Being late cannot be mended by not publishing.
            var severity = finding.Code == ReportCodes.LatePublication && finding.Severity == Severity.Error ? Severity.Warning : finding.Severity;
            notes.Add(new ReportNote(severity, finding.Code, finding.Message(PageWords.Language), KeyAt(finding.Span), finding.Excerpt(text.Text)));
        }

        var known = composed.Values.Select(v => v.Value).OfType<decimal>().ToHashSet();
        foreach (var figure in audited.Figures.Where(f => f.Unit is not ("年" or "月" or "日" or "号" or "届" or "个月" or "周年" or "学年") && !counted.Any(c => c.Start < f.Span.End && f.Span.Start < c.End)))
        {
            var (span, block) = places.FirstOrDefault(p => p.Span.Start <= figure.Span.Start && figure.Span.End <= p.Span.End);

            // What the template itself says, like the eight parts, is no figure of the year.
            if (block is { Shape: BlockShape.Paragraph } && !known.Contains(figure.Value) && !template.GetValueOrDefault(block.Key, "").Contains(RunAt(block, figure.Span.Start - span.Start), StringComparison.Ordinal))
            {
                notes.Add(new ReportNote(Severity.Warning, "reports.figure-unknown", words["reports.figure-unknown", figure.Span.Of(text.Text)], block.Key, block.Text));
            }
        }

        string KeyAt(TextSpan span) => places.FirstOrDefault(p => p.Span.Start <= span.Start && span.Start < p.Span.End).Block?.Key ?? "";
    }

    private static string RunAt(ReportBlock block, int at)
    {
        foreach (var run in block.Runs)
        {
            if (at < run.Text.Length)
            {
                return run.Text;
            }

            at -= run.Text.Length;
        }

        return "";
    }

    // Every item has its row; one under which nothing was published and for which no unit said that there was nothing is named.
    private async Task<IReadOnlyList<ReportNote>> TheFiftyAsync(AnnualReport report, Composition composed, CancellationToken cancel)
    {
        const string Table = "catalogue-table";
        if (!composed.Blocks.Any(b => b is { Key: Table, Grid.Rows.Count: > 0 }))
        {
            return [new ReportNote(Severity.Error, "reports.no-catalogue", words["reports.no-catalogue"], Table)];
        }

        var open = await figures.RowsAsync("items-open", report.Period, cancel: cancel);
        return open.Count == 0 ? [] : [new ReportNote(Severity.Warning, "reports.items-open", words["reports.items-open", open.Count], Table, string.Join(PageWords.IsEnglish ? ", " : "、", open.Select(r => r.Label.Split('.')[0]))) { Figure = "items-open" }];
    }

    private IEnumerable<ReportNote> Links(Composition composed)
    {
        var named = composed.Links.DistinctBy(l => l.Link).ToList();
        var untried = named.Where(l => links.Of(l.Link) is null).ToList();
        if (untried.Count > 0)
        {
            yield return new ReportNote(Severity.Info, "reports.links-untried", words["reports.links-untried", untried.Count], untried[0].Key);
        }

        foreach (var (key, link) in named)
        {
            if (links.Of(link) is { Works: false } trial)
            {
                yield return new ReportNote(Severity.Warning, trial.Code, words[trial.Code, trial.Status], key, link.OriginalString);
            }
        }
    }

    private IEnumerable<ReportNote> Countdown(AnnualReport report)
    {
        var due = new DateOnly(report.ToOn.Year, 10, 31);
        var left = due.DayNumber - clock.Today.DayNumber;
        if (report.Status != ReportStatus.Released && report.ToOn.Month == 8)
        {
            yield return left < 0
                ? new ReportNote(Severity.Warning, "reports.due-passed", words["reports.due-passed", words.Deadline(due), -left], "")
                : new ReportNote(Severity.Info, "reports.due-in", words["reports.due-in", words.Deadline(due), left], "");
        }
    }

    // What the template says every year is no sign of a copied report.
    private async Task<IEnumerable<ReportNote>> CarriedOverAsync(AnnualReport report, IReadOnlyDictionary<string, string> template, CancellationToken cancel)
    {
        if (await desk.BeforeAsync(report, cancel) is not { } before)
        {
            return [];
        }

        return from section in report.Sections
               let was = Sentences(before.Sections.FirstOrDefault(s => s.Key == section.Key)?.Text ?? "").ToHashSet()
               let usual = template.GetValueOrDefault(section.Key, "")
               from sentence in Sentences(section.Text)
               where was.Contains(sentence) && !usual.Contains(sentence, StringComparison.Ordinal)
               select new ReportNote(Severity.Info, "reports.carried-over", words["reports.carried-over"], section.Key, sentence);
    }

    private async Task<IEnumerable<ReportNote>> MovedAsync(AnnualReport report, IReadOnlyList<FigureValue> values, CancellationToken cancel)
    {
        var last = new Period(report.FromOn.AddYears(-1), report.FromOn.AddDays(-1));
        var before = (await figures.AllAsync(last, cancel)).ToDictionary(v => v.Figure.Code, v => v.Value);
        return from value in values
               let was = before[value.Figure.Code]
               where was > 0 && value.Value is { } now && Math.Abs(now - was.Value) >= LeastMoved && Math.Abs(now - was.Value) * 100 > MovedPercent * was.Value
               where report.Words.All(w => w.Code != value.Figure.Code)
               select new ReportNote(Severity.Warning, "reports.figure-moved", words["reports.figure-moved", value.Figure.NameIn(PageWords.IsEnglish), FigureValue.Print(was!.Value), FigureValue.Print(value.Value!.Value), MovedPercent], "") { Figure = value.Figure.Code };
    }

    private static IEnumerable<string> Sentences(string text) =>
        text.Split(['。', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(s => s.Length >= LongSentence && !s.Contains("{{", StringComparison.Ordinal));
}
