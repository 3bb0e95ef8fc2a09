using System.Globalization;
using System.Text;
using Gongkai.Engines;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Screening;

/// <summary>Screens texts and files before anything is public (发布前检测), keeps what was found, and lets a secrecy reviewer release with a reason.</summary>
public sealed class ScreeningDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, BlobStore blobs, ScreeningRulesDesk rules)
{
    /// <summary>Screens the clean HTML of a record and keeps the findings with the next save. It is read as a document is, so that a column
    /// of a table is judged by its head.</summary>
    public async Task ScreenHtmlAsync(Guid subjectId, string html, CancellationToken cancel = default)
    {
        using var page = new MemoryStream(Encoding.UTF8.GetBytes($"<!doctype html><html><head><meta charset=\"utf-8\"></head><body>{html}</body></html>"));
        await KeepAsync(subjectId, (await rules.ScreenerAsync(cancel)).Screen(page, "text.html", cancel).Findings, cancel);
    }

    /// <summary>Whether words typed beside a text hold what must not be published; nothing is kept.</summary>
    public async Task<bool> IsStoppedAsync(string words, CancellationToken cancel = default)
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(words));
        return words.Length > 0 && (await rules.ScreenerAsync(cancel)).Screen(text, "words.txt", cancel).Findings.Any(f => f.Severity == Severity.Error);
    }

    /// <summary>Screens a kept file and keeps the findings with the next save; says whether it must be held.</summary>
    public async Task<bool> ScreenFileAsync(Guid subjectId, string hash, string name, CancellationToken cancel = default)
    {
        await using var file = blobs.Open(hash);
        var findings = (await rules.ScreenerAsync(cancel)).Screen(file, name, cancel).Findings;
        await KeepAsync(subjectId, findings, cancel);
        return findings.Any(f => f.Severity == Severity.Error);
    }

    /// <summary>What was found in these texts and files, as findings.</summary>
    public async Task<ILookup<Guid, Finding>> FoundAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancel = default)
    {
        var results = await db.Set<ScreeningResult>().AsNoTracking().Where(r => subjects.Contains(r.SubjectId)).OrderBy(r => r.Id).ToListAsync(cancel);
        return results.ToLookup(r => r.SubjectId, r => new Finding(r.Code, r.Severity, new Place(Layer.Body, r.Where), new Dictionary<string, string>
        {
            ["count"] = r.Count.ToString(CultureInfo.InvariantCulture),
            ["where"] = r.Where,
        }));
    }

    /// <summary>The texts and files a reviewer let pass.</summary>
    public async Task<IReadOnlyDictionary<Guid, ScreeningRelease>> ReleasesAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancel = default) =>
        (await db.Set<ScreeningRelease>().AsNoTracking().Where(r => subjects.Contains(r.SubjectId)).OrderBy(r => r.At).ToListAsync(cancel))
            .GroupBy(r => r.SubjectId).ToDictionary(g => g.Key, g => g.Last());

    /// <summary>Lets a text or file pass in spite of what was found. The caller has judged that this person may.</summary>
    /// <exception cref="ProblemException"><c>screening.reason-missing</c>: fewer than five characters.</exception>
    public void Release(Actor by, Guid subjectId, string what, string reason)
    {
        if (reason.Trim().Length < 5)
        {
            throw new ProblemException("screening.reason-missing");
        }

        db.Add(new ScreeningRelease { Id = Guid.CreateVersion7(clock.UtcNow), SubjectId = subjectId, ById = by.Id, ByName = by.Name, Reason = reason.Trim().Normalize(), At = clock.UtcNow });
        audit.Note(by, "screening.released", subjectId, $"{what}: {reason.Trim()}");
    }

    /// <summary>Forgets releases of a text that has changed since.</summary>
    public Task ForgetReleasesAsync(Guid subjectId, CancellationToken cancel = default) =>
        db.Set<ScreeningRelease>().Where(r => r.SubjectId == subjectId).ExecuteDeleteAsync(cancel);

    private async Task KeepAsync(Guid subjectId, IReadOnlyList<Finding> findings, CancellationToken cancel)
    {
        db.RemoveRange(await db.Set<ScreeningResult>().Where(r => r.SubjectId == subjectId).ToListAsync(cancel));
        var now = clock.UtcNow;
        foreach (var finding in findings)
        {
            db.Add(new ScreeningResult
            {
                Id = Guid.CreateVersion7(now),
                SubjectId = subjectId,
                Code = finding.Code,
                Severity = finding.Severity,
                Where = finding.Where.ToString() is { Length: > 300 } place ? place[..300] : finding.Where.ToString(),
                Count = finding.Details.TryGetValue("count", out var count) && int.TryParse(count, CultureInfo.InvariantCulture, out var n) ? n : 1,
                At = now,
            });
        }
    }
}
