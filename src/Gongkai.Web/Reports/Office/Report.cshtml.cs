using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Reports.Office;

internal sealed class ReportModel(ReportDesk desk, ReleaseDesk release, ReportComposer composer, ReportChecker checker, CommentDesk comments, LinkTrials trials, PdfDesk pdf, InstitutionDesk institutions, PageWords words) : OurPage
{
    public AnnualReport Report { get; private set; } = null!;

    public Composition Composed { get; private set; } = null!;

    public IReadOnlyList<ReportNote> Notes { get; private set; } = [];

    public IReadOnlyList<ReportVerb> Verbs { get; private set; } = [];

    public IReadOnlyList<ReportPart> Parts { get; private set; } = [];

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public ILookup<string, SectionComment> Comments { get; private set; } = null!;

    /// <summary>The last release; null before the first.</summary>
    public ReportRelease? Last { get; private set; }

    /// <summary>The section whose comment was refused, and what was typed.</summary>
    public (string Key, string Text) Typed { get; private set; } = ("", "");

    public bool MayWrite => ReportPermits.MayWrite(By);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Report = await desk.OpenAsync(By, id, cancel);
        Last = await release.OfAsync(Report, cancel) is [var last, ..] ? last : null;
        Composed = Report.Status == ReportStatus.Released && Last is not null ? ReportPaper.Of(Last) : await composer.ComposeAsync(Report, Request.Site(), cancel);
        Notes = Report.Status == ReportStatus.Released ? [] : await checker.CheckAsync(Report, Composed, cancel);
        Verbs = await release.VerbsAsync(By, Report, cancel);
        Parts = await desk.PartsAsync(id, cancel);
        Units = await institutions.UnitsAsync(cancel);
        Comments = (await comments.OfAsync(id, cancel)).ToLookup(c => c.Key);
        return Page();
    }

    public Task<IActionResult> OnPostMoveAsync(Guid id, int version, ReportVerb verb, string? reason, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await release.MoveAsync(By, id, version, verb, reason ?? "", Request.Site(), cancel);
        return Go(ReportLinks.Report(id), words["reports.moved-done", words.Of(verb)]);
    }, cancel);

    public Task<IActionResult> OnPostAskAsync(Guid id, int version, Guid unit, string? key, string? task, DateOnly? due, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await desk.AskAsync(By, id, version, unit, key ?? "", task ?? "", due, cancel);
        return Go($"{ReportLinks.Report(id)}#parts", words["reports.asked-done"]);
    }, cancel);

    public Task<IActionResult> OnPostLinksAsync(Guid id, CancellationToken cancel) => DoAsync(id, async () =>
    {
        var composed = await composer.ComposeAsync(await desk.OpenAsync(By, id, cancel), Request.Site(), cancel);
        await trials.TryAsync(composed.Links.Select(l => l.Link), cancel);
        return Go($"{ReportLinks.Report(id)}#checks", words["reports.links-tried"]);
    }, cancel);

    public Task<IActionResult> OnPostExplainAsync(Guid id, string? code, string? text, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await desk.ExplainAsync(By, id, code ?? "", text ?? "", cancel);
        return Go($"{ReportLinks.Report(id)}#checks", words["reports.explained-done"]);
    }, cancel);

    public Task<IActionResult> OnPostCommentAsync(Guid id, string? key, string? text, CancellationToken cancel) => DoAsync(id, async () =>
    {
        Typed = (key ?? "", text ?? "");
        await comments.SayAsync(By, id, key ?? "", text ?? "", cancel);
        return Go($"{ReportLinks.Report(id)}#{key}", words["reports.comment-kept"]);
    }, cancel);

    public Task<IActionResult> OnPostSettleAsync(Guid id, Guid comment, string? key, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await comments.SettleAsync(By, id, comment, cancel);
        return Go($"{ReportLinks.Report(id)}#{key}", words["reports.saved"]);
    }, cancel);

    public Task<IActionResult> OnPostPdfAsync(Guid id, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await pdf.MakeAsync(By, id, cancel);
        return Go(ReportLinks.Report(id), words["reports.pdf-kept"]);
    }, cancel);

    private Task<IActionResult> DoAsync(Guid id, Func<Task<IActionResult>> act, CancellationToken cancel) => TryAsync(act, () => OnGetAsync(id, cancel));
}
