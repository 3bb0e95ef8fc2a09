using System.Net;
using System.Text;
using System.Text.Json;
using Gongkai.Engines.Documents;
using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Reports;

/// <summary>Reads older reports into figures: of the text and the files of an edition the one that gives the most.</summary>
public sealed class HistoryReader(GongkaiDb db, CampusClock clock, BlobStore blobs)
{
    private static readonly string[] Readable = ["docx", "pdf", "html", "text", "csv"];

    /// <summary>Reads an edition; what was read before stays as it is.</summary>
    /// <returns>How many figures were kept; null when the report does not say which year it is for.</returns>
    public async Task<int?> ReadAsync(Edition edition, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (await db.Set<HistoricFigure>().AnyAsync(f => f.EditionId == edition.Id, cancel))
        {
            return 0;
        }

        var (report, readings, file) = Texts(edition).Select(t => (t.Report, Readings: HistoryLabels.Read(t.Report), t.File)).MaxBy(t => t.Readings.Count);
        if (YearOf(report, edition) is not { } year)
        {
            return null;
        }

        db.AddRange(readings.Select((reading, order) => HistoricFigure.Of(reading, edition.Id, file, year, order, clock.UtcNow)));
        await db.SaveChangesAsync(cancel);
        return readings.Count;
    }

    private IEnumerable<(Report Report, Guid? File)> Texts(Edition edition)
    {
        var html = $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title></title></head><body><p>{WebUtility.HtmlEncode(edition.Title)}</p>{edition.BodyHtml}</body></html>";
        using (var body = new MemoryStream(Encoding.UTF8.GetBytes(html)))
        {
            yield return (ReportAuditor.Audit(ReportDocument.Read(body, "report.html", new DocumentReader()).Text ?? ReportText.FromText(edition.Title)), null);
        }

        foreach (var file in edition.Attachments.Where(a => a.Use == AttachmentUse.Attachment && Readable.Contains(a.Type)))
        {
            using var content = blobs.Open(file.Hash);
            if (ReportDocument.Read(content, file.Name, new DocumentReader()).Text is { } text)
            {
                yield return (ReportAuditor.Audit(text), file.Id);
            }
        }
    }

    // A report says its school year; one that does not is of the year that had ended when it was made.
    private static AcademicYear? YearOf(Report report, Edition edition) =>
        report.AcademicYear
        ?? (report.Period is { } period ? AcademicYear.Of(period.From) : default(AcademicYear?))
        ?? (edition.ProducedOn is { } made ? AcademicYear.Of(made).Previous : default(AcademicYear?));
}

/// <summary>Reads one report a step.</summary>
internal sealed class HistoryWorker(IServiceScopeFactory scopes) : IJobWorker
{
    public const string Work = "reports.reading";

    public string Kind => Work;

    public async Task<string> StepAsync(LongJob job, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        var id = JsonSerializer.Deserialize<List<Guid>>(job.Input)![job.Cursor];
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(job.InstitutionId);
        if (await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Set<Edition>().AsNoTracking().Include(e => e.Attachments).FirstOrDefaultAsync(e => e.Id == id, cancel) is not { } edition)
        {
            return "-";
        }

        return await scope.ServiceProvider.GetRequiredService<HistoryReader>().ReadAsync(edition, cancel) is { } count ? $"+ {edition.Title} ({count})" : $"? {edition.Title}";
    }
}
