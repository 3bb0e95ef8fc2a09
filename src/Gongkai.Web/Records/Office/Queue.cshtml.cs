using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Office;

internal sealed class QueueModel(RecordQueue queue, BulkDesk bulk, ReviewDesk review, InstitutionDesk institutions, CampusClock clock, PageWords words) : OurPage
{
    private const int MostExported = 50_000;
    private const int MostNamed = 5;

    [BindProperty(SupportsGet = true)]
    public RecordQueue.Filter Filter { get; set; } = new();

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public IReadOnlyList<Edition> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public DateTime Now => clock.UtcNow;

    public bool IsWriter => By.Holds(Role.Liaison) || By.Holds(Role.DisclosureOffice);

    /// <summary>The moves this person may make now with each row; those with none cannot be chosen.</summary>
    public ILookup<Guid, EditionVerb> Verbs { get; private set; } = Array.Empty<EditionVerb>().ToLookup(_ => Guid.Empty);

    /// <summary>The moves that can be made with at least one row, in the order of the way.</summary>
    public IReadOnlyList<EditionVerb> Offered { get; private set; } = [];

    /// <summary>What was chosen when the act was refused.</summary>
    public HashSet<Guid> Chosen { get; private set; } = [];

    public string Reason { get; private set; } = "";

    public EditionVerb? Verb { get; private set; }

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        Units = await institutions.UnitsAsync(cancel);
        var rows = queue.Find(By, Filter);
        Paging = new Paging(Paging.Sane(p), await rows.CountAsync(cancel));
        Rows = await rows.Include(e => e.Record!.Unit).Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
        Verbs = (await review.VerbsAsync(By, Rows, cancel)).SelectMany(g => g.Intersect(BulkDesk.Verbs), (g, verb) => (g.Key, verb)).ToLookup(v => v.Key, v => v.verb);
        Offered = [.. BulkDesk.Verbs.Where(verb => Verbs.Any(row => row.Contains(verb)))];
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) =>
        File(Sheets.Csv(await SheetAsync(cancel)), "text/csv; charset=utf-8", "records.csv");

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel) =>
        File(Sheets.Xlsx(await SheetAsync(cancel)), Sheets.XlsxType, "records.xlsx");

    public Task<IActionResult> OnPostAsync(IReadOnlyList<Guid> chosen, EditionVerb verb, string? reason, DateTime? at, int? p, CancellationToken cancel) => TryAsync(
        async () =>
        {
            var outcome = await bulk.MoveAsync(By, chosen, verb, reason, at is { } minute ? clock.ToUtc(minute) : null, cancel);
            return Go(RecordLinks.Office + Request.QueryString, Say(verb, outcome));
        },
        async () =>
        {
            (Chosen, Reason, Verb) = ([.. chosen], reason ?? "", verb);
            await OnGetAsync(p, cancel);
            return Page();
        });

    public string AddressWith(string key, string value)
    {
        var query = Request.Query.Where(q => q.Key != key && q.Key != "p").ToDictionary(q => q.Key, q => q.Value.ToString());
        query[key] = value;
        return $"{Request.PathBase}{Request.Path}?{string.Join('&', query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"))}";
    }

    // The answer travels in a cookie, so a long list of refusals is cut.
    private string Say(EditionVerb verb, BulkOutcome outcome)
    {
        var done = words["records.bulk-done", words.Of(verb), outcome.Moved];
        if (outcome.Refused.Count == 0)
        {
            return done;
        }

        var some = outcome.Refused.Take(MostNamed).Select(r => words["records.bulk-refusal", r.Title.Length > 40 ? r.Title[..40] + "…" : r.Title, Refusals.Say(r.Why)].Value);
        return $"{done} {words["records.bulk-refused", outcome.Refused.Count, string.Join(PageWords.IsEnglish ? "; " : "；", some) + (outcome.Refused.Count > MostNamed ? " …" : "")].Value}";
    }

    private async Task<Sheet> SheetAsync(CancellationToken cancel)
    {
        var rows = await queue.Find(By, Filter).Include(e => e.Record!.Unit).Take(MostExported).ToListAsync(cancel);
        string[] heads = [words["records.index-number"], words["records.title"], words["records.document-number"], words["records.unit"], words["records.kind"], words["records.status"], words["records.published-on"]];
        return new Sheet(heads, rows.Select(e => new object?[]
        {
            e.Record!.IndexNumber, e.Title, e.DocumentNumber, e.Record.Unit!.NameIn(PageWords.IsEnglish), words.Of(e.Kind), words.Of(e.StatusAt(Now)),
            e.PublishedAt is { } at ? clock.DayOf(at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null,
        }));
    }
}
