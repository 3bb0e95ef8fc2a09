using System.Globalization;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests.Office;

internal sealed class QueueModel(RequestQueue queue, CampusClock clock, PageWords words) : OurPage
{
    private const int MostExported = 50_000;

    [BindProperty(SupportsGet = true)]
    public RequestQueue.Filter Filter { get; set; } = new();

    public IReadOnlyList<RequestLine> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public DateOnly Today => clock.Today;

    public bool MayHandle => RequestPermits.MayHandle(By);

    public bool MayRegister => MayHandle || By.Holds(Role.Liaison);

    public async Task<IActionResult> OnGetAsync(int? p, CancellationToken cancel)
    {
        RequireStaff();
        var rows = await queue.FindAsync(By, Filter, cancel);
        Paging = new Paging(Paging.Sane(p), await rows.CountAsync(cancel));
        Rows = await RequestQueue.Lines(rows.Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size)).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) => File(Sheets.Csv(await SheetAsync(cancel)), "text/csv; charset=utf-8", "requests.csv");

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel) => File(Sheets.Xlsx(await SheetAsync(cancel)), Sheets.XlsxType, "requests.xlsx");

    public string AddressWith(string key, string value)
    {
        var query = Request.Query.Where(q => q.Key != key && q.Key != "p").ToDictionary(q => q.Key, q => q.Value.ToString());
        query[key] = value;
        return $"{Request.PathBase}{Request.Path}?{string.Join('&', query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"))}";
    }

    // The register names no person; administrators have no business with it all the same.
    private void RequireStaff() => Permit.Require(By.Roles.Any(r => r is Role.DisclosureOffice or Role.Supervisor or Role.SecrecyReviewer or Role.UnitHead or Role.Liaison));

    private async Task<Sheet> SheetAsync(CancellationToken cancel)
    {
        RequireStaff();
        var rows = await RequestQueue.Lines((await queue.FindAsync(By, Filter, cancel)).Take(MostExported)).ToListAsync(cancel);
        string[] heads = [words["requests.number"], words["requests.matter"], words["requests.applicant-kind"], words["requests.channel"], words["requests.status"], words["requests.received-on"], words["requests.due"], words["requests.closed-on"], words["requests.outcome"]];
        return new Sheet(heads, rows.Select(r => new object?[] { r.Number, r.Matter, words.Of(r.Kind), words.Of(r.Channel), words.Of(r.Status), Iso(r.ReceivedOn), Iso(r.DueOn), Iso(r.ClosedOn), r.Outcome }));
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
