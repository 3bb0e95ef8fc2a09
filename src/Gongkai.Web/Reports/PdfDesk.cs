using Gongkai.Engines.Documents;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Paper;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;

namespace Gongkai.Web.Reports;

/// <summary>Makes the PDF of a release, once, from its frozen text: LibreOffice is slow, and what readers take away must not be drawn anew for each of them.</summary>
public sealed class PdfDesk(GongkaiDb db, BlobStore blobs, AuditTrail audit)
{
    /// <summary>Makes the PDF of a report's last release where there is none yet.</summary>
    /// <exception cref="ProblemException"><c>reports.no-pdf</c>: LibreOffice is not there, or failed.</exception>
    public async Task MakeAsync(Actor by, Guid reportId, CancellationToken cancel = default)
    {
        Permit.Require(ReportPermits.MayWrite(by));
        var release = await db.Set<ReportRelease>().Where(r => r.ReportId == reportId).OrderByDescending(r => r.Number).FirstOr404Async(cancel);
        if (release.PdfHash.Length > 0)
        {
            return;
        }

        using var pdf = new MemoryStream(await DrawAsync(ReportPaper.Docx(ReportPaper.Of(release)), cancel));
        release.PdfHash = (await blobs.KeepAsync(pdf, FileDesk.LargestFile, cancel)).Hash;
        audit.Note(by, "reports.pdf-made", reportId, $"{release.Number}");
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The PDF of a release; null when none was made.</summary>
    public async Task<byte[]?> OfAsync(ReportRelease release, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (release.PdfHash.Length == 0)
        {
            return null;
        }

        await using var kept = blobs.Open(release.PdfHash);
        using var bytes = new MemoryStream();
        await kept.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    /// <summary>A Word file as PDF.</summary>
    /// <exception cref="ProblemException"><c>reports.no-pdf</c>.</exception>
    public static async Task<byte[]> DrawAsync(byte[] docx, CancellationToken cancel = default)
    {
        try
        {
            return await Task.Run(() => OfficialPaper.Pdf(docx, cancel), cancel) ?? throw new ProblemException("reports.no-pdf");
        }
        catch (DocumentException)
        {
            throw new ProblemException("reports.no-pdf");
        }
    }
}
