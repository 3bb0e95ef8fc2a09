using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>A released answer as the public reads it: no person, no case.</summary>
public sealed record PublicAnswer(Guid Id, string Title, string Text, DateTime LoggedAt);

/// <summary>The one query of the disclosure log: what it does not give is reachable by no address.</summary>
public sealed class PublicAnswers(GongkaiDb db, CampusClock clock)
{
    /// <summary>Released answers, newest first.</summary>
    public IQueryable<PublicAnswer> All(string words = "") => Answers(words.Length > 0 ? Visible().Where(r => r.LogTitle.Contains(words) || r.LogText.Contains(words)) : Visible());

    /// <summary>One of them; any other is not found.</summary>
    public async Task<PublicAnswer> FindAsync(Guid id, CancellationToken cancel = default) => await Answers(Visible().Where(r => r.Id == id)).FirstOr404Async(cancel);

    private IQueryable<InformationRequest> Visible()
    {
        var now = clock.UtcNow;
        return db.Set<InformationRequest>().AsNoTracking().Where(r => r.LoggedAt <= now);
    }

    private static IQueryable<PublicAnswer> Answers(IQueryable<InformationRequest> rows) =>
        rows.OrderByDescending(r => r.LoggedAt).Select(r => new PublicAnswer(r.Id, r.LogTitle, r.LogText, r.LoggedAt!.Value));
}

/// <summary>What a form was shown of records already public, and whether that answered it: one row a form, no word of what was typed.</summary>
public sealed class RequestSuggestion : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key of the form.</summary>
    public Guid Id { get; init; }

    /// <summary>When it was first shown something.</summary>
    public DateTime At { get; init; }

    /// <summary>How many records it was shown.</summary>
    public int Shown { get; internal set; }

    /// <summary>How many it opened.</summary>
    public int Opened { get; internal set; }

    /// <summary>Whether that answered it.</summary>
    public bool IsAnswered { get; internal set; }
}

/// <summary>Shows a person who is about to ask what is public already, and counts what came of it.</summary>
public sealed class SuggestionDesk(GongkaiDb db, CampusClock clock, PublicRecords records)
{
    private const int Most = 5;
    private const int LeastShared = 2;

    /// <summary>Public records that may hold what is asked for, likeliest first.</summary>
    public async Task<IReadOnlyList<RecordLine>> FindAsync(Actor reader, Guid form, string asked, CancellationToken cancel = default)
    {
        var pairs = Pairs(asked);
        if (pairs.Count < LeastShared)
        {
            return [];
        }

        // Titles only: a few thousand short texts, compared by shared pairs of characters, need no index.
        var titles = await records.For(reader).Where(e => e.Record!.IndexNumber != null).Select(e => new { e.Id, e.Title }).ToListAsync(cancel);
        var best = titles.Select(t => (t.Id, Shared: Pairs(t.Title).Count(pairs.Contains))).Where(t => t.Shared >= LeastShared).OrderByDescending(t => t.Shared).Take(Most).Select(t => t.Id).ToList();
        var lines = await records.For(reader).Where(e => best.Contains(e.Id)).Lines().ToListAsync(cancel);
        if (lines.Count > 0 && form != Guid.Empty)
        {
            (await TallyAsync(form, cancel)).Shown = lines.Count;
            await db.SaveChangesAsync(cancel);
        }

        return lines;
    }

    /// <summary>Takes note that one of them was opened.</summary>
    public async Task OpenedAsync(Guid form, CancellationToken cancel = default)
    {
        (await TallyAsync(form, cancel)).Opened++;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes note that what is public answered it.</summary>
    public async Task AnsweredAsync(Guid form, CancellationToken cancel = default)
    {
        (await TallyAsync(form, cancel)).IsAnswered = true;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>How many forms were shown something, opened it, and needed no request, in a period.</summary>
    public async Task<(int Shown, int Opened, int Answered)> CountAsync(DateTime from, DateTime to, CancellationToken cancel = default)
    {
        var rows = db.Set<RequestSuggestion>().Where(s => s.At >= from && s.At < to);
        return (await rows.CountAsync(s => s.Shown > 0, cancel), await rows.CountAsync(s => s.Opened > 0, cancel), await rows.CountAsync(s => s.IsAnswered, cancel));
    }

    private async Task<RequestSuggestion> TallyAsync(Guid form, CancellationToken cancel)
    {
        var tally = await db.Set<RequestSuggestion>().FirstOrDefaultAsync(s => s.Id == form, cancel);
        if (tally is null)
        {
            tally = new RequestSuggestion { Id = form, At = clock.UtcNow };
            db.Add(tally);
        }

        return tally;
    }

    private static HashSet<string> Pairs(string text)
    {
        var letters = new string([.. text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit)]);
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - 1)).Select(i => letters.Substring(i, 2))];
    }
}
