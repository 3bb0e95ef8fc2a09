using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Reports;

/// <summary>What those who may read a report in the making say to its sections, and the office's word that it is dealt with.</summary>
public sealed class CommentDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, ReportDesk reports)
{
    private const int Longest = 2000;

    /// <summary>What was said to a report, oldest first.</summary>
    public async Task<IReadOnlyList<SectionComment>> OfAsync(Guid reportId, CancellationToken cancel = default) =>
        await db.Set<SectionComment>().AsNoTracking().Where(c => c.ReportId == reportId).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(cancel);

    /// <summary>Says something to a section.</summary>
    /// <exception cref="ProblemException"><c>reports.comment-missing</c>.</exception>
    public async Task SayAsync(Actor by, Guid reportId, string key, string text, CancellationToken cancel = default)
    {
        var report = await reports.OpenAsync(by, reportId, cancel);
        if (report.Sections.All(s => s.Key != key))
        {
            throw new NotFoundException(nameof(ReportSection));
        }

        text = text.ReplaceLineEndings("\n").Trim().Normalize();
        if (text.Length is 0 or > Longest)
        {
            throw new ProblemException("reports.comment-missing", Longest);
        }

        db.Add(new SectionComment { Id = Guid.CreateVersion7(clock.UtcNow), ReportId = reportId, Key = key, Text = text, ByName = by.Name, At = clock.UtcNow });
        audit.Note(by, "reports.commented", reportId, key);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Says that a comment is dealt with; saying it twice changes nothing.</summary>
    public async Task SettleAsync(Actor by, Guid reportId, Guid id, CancellationToken cancel = default)
    {
        Permit.Require(ReportPermits.MayWrite(by));
        var comment = await db.Set<SectionComment>().Where(c => c.Id == id && c.ReportId == reportId).FirstOr404Async(cancel);
        if (comment.SettledBy.Length == 0)
        {
            comment.SettledBy = by.Name;
            audit.Note(by, "reports.comment-settled", reportId, comment.Key);
            await db.SaveChangesAsync(cancel);
        }
    }
}
