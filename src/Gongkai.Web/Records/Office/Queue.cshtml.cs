using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Office;

internal sealed class QueueModel(RecordQueue queue, ReviewDesk review, InstitutionDesk institutions, CampusClock clock, PageWords words) : OurPage
{
    private const int MostExported = 50_000;

    [BindProperty(SupportsGet = true)]
    public RecordQueue.Filter Filter { get; set; } = new();

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public IReadOnlyList<Edition> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public DateTime Now => clock.UtcNow;

    public bool IsWriter => By.Holds(Role.Liaison) || By.Holds(Role.DisclosureOffice);

    public bool MayBulk => By.Holds(Role.DisclosureOffice);

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        Units = await institutions.UnitsAsync(cancel);
        var rows = queue.Find(By, Filter);
        Paging = new Paging(Paging.Sane(p), await rows.CountAsync(cancel));
        Rows = await rows.Include(e => e.Record!.Unit).Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) =>
        File(Sheets.Csv(await SheetAsync(cancel)), "text/csv; charset=utf-8", "records.csv");

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel) =>
        File(Sheets.Xlsx(await SheetAsync(cancel)), Sheets.XlsxType, "records.xlsx");

    public async Task<IActionResult> OnPostAsync(IReadOnlyList<Guid> chosen, CancellationToken cancel)
    {
        var (done, refused) = (0, new List<string>());
        foreach (var edition in await queue.Find(By, new()).Where(e => chosen.Contains(e.Id)).ToListAsync(cancel))
        {
            try
            {
                await review.PublishAsync(By, edition.Id, edition.Version, cancel);
                done++;
            }
            catch (Exception error) when (error is ProblemException or ConflictException or RefusedException)
            {
                refused.Add(edition.Title);
            }
        }

        return Go(RecordLinks.Office, words["records.published-chosen", done, refused.Count, string.Join("；", refused)]);
    }

    public string AddressWith(string key, string value)
    {
        var query = Request.Query.Where(q => q.Key != key && q.Key != "p").ToDictionary(q => q.Key, q => q.Value.ToString());
        query[key] = value;
        return $"{Request.PathBase}{Request.Path}?{string.Join('&', query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"))}";
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
