using Gongkai.Engines;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Reports.Office;

internal sealed class SectionModel(ReportDesk desk, ReportComposer composer, ReportChecker checker, PageWords words) : OurPage
{
    public AnnualReport Report { get; private set; } = null!;

    public ReportSection Section { get; private set; } = null!;

    public string Typed { get; private set; } = "";

    public string? Before { get; private set; }

    /// <summary>What the checks say to this section as it was typed last.</summary>
    public IReadOnlyList<ReportNote> Notes { get; private set; } = [];

    public IReadOnlyList<SectionText> Texts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string key, CancellationToken cancel)
    {
        Permit.Require(ReportPermits.MayWrite(By));
        Report = await desk.OpenAsync(By, id, cancel);
        Section = Report.Sections.FirstOrDefault(s => s.Key == key) ?? throw new NotFoundException(nameof(ReportSection));
        Typed = Section.Text;
        Before = (await desk.BeforeAsync(Report, cancel))?.Sections.FirstOrDefault(s => s.Key == key)?.Text;
        Texts = await desk.TextsAsync(id, key, cancel);
        Notes = await NotesAsync(cancel);
        return Page();
    }

    /// <summary>Checks what is typed and keeps nothing of it.</summary>
    public async Task<IActionResult> OnPostCheckAsync(Guid id, string key, string? text, CancellationToken cancel)
    {
        Permit.Require(ReportPermits.MayWrite(By));
        Report = await desk.OpenAsync(By, id, cancel);
        Section = Report.Sections.FirstOrDefault(s => s.Key == key) ?? throw new NotFoundException(nameof(ReportSection));
        Typed = Section.Text = (text ?? "").ReplaceLineEndings("\n").Normalize();
        Notes = await NotesAsync(cancel);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, string key, int number, string? text, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await desk.WriteAsync(By, id, key, number, text ?? "", cancel);
            return Go($"{ReportLinks.Report(id)}#{key}", words["reports.saved"]);
        },
        async () =>
        {
            await OnGetAsync(id, key, cancel);
            Typed = text ?? "";
            return Page();
        });

    // A half-written field cannot be composed: that is said as a note like any other.
    private async Task<IReadOnlyList<ReportNote>> NotesAsync(CancellationToken cancel)
    {
        try
        {
            return [.. (await checker.CheckAsync(Report, await composer.ComposeAsync(Report, Request.Site(), cancel), cancel)).Where(n => n.Key == Section.Key)];
        }
        catch (ProblemException problem)
        {
            return [new ReportNote(Severity.Error, problem.Code, Refusals.Say(problem), Section.Key)];
        }
    }
}
