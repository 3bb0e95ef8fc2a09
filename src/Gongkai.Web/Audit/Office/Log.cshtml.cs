using System.Globalization;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Audit.Office;

internal sealed class LogModel(GongkaiDb db, CampusClock clock, PageWords words) : OurPage
{
    private const int MostExported = 100_000;

    public string Who { get; private set; } = "";

    public string About { get; private set; } = "";

    /// <summary>First and last day asked for; none is no bound.</summary>
    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public string? Checked { get; private set; }

    public IReadOnlyList<AuditEntry> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public string TimeOf(DateTime at) => clock.ToCampus(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public async Task OnGetAsync(string? who, string? about, DateOnly? from, DateOnly? to, int? p, CancellationToken cancel)
    {
        var rows = Find(who, about, from, to);
        Paging = new Paging(Paging.Sane(p), await rows.CountAsync(cancel));
        Rows = await rows.Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(string? who, string? about, DateOnly? from, DateOnly? to, CancellationToken cancel) =>
        File(Sheets.Csv(await SheetAsync(who, about, from, to, cancel)), "text/csv; charset=utf-8", "audit.csv");

    public async Task<IActionResult> OnGetXlsxAsync(string? who, string? about, DateOnly? from, DateOnly? to, CancellationToken cancel) =>
        File(Sheets.Xlsx(await SheetAsync(who, about, from, to, cancel)), Sheets.XlsxType, "audit.xlsx");

    public async Task OnPostCheckAsync(CancellationToken cancel)
    {
        await OnGetAsync(null, null, null, null, null, cancel);
        Checked = await AuditTrail.FirstBrokenAsync(db, cancel) is { } broken ? words["audit.broken", broken] : words["audit.whole", Paging.Total];
    }

    private IQueryable<AuditEntry> Find(string? who, string? about, DateOnly? from, DateOnly? to)
    {
        Permit.Require(By.Holds(Role.AuditAdmin) || By.Holds(Role.Supervisor));
        (Who, About, From, To) = (who?.Trim() ?? "", about?.Trim() ?? "", from, to);
        var rows = db.Set<AuditEntry>().AsNoTracking();
        rows = Who.Length > 0 ? rows.Where(e => e.ByName.Contains(Who)) : rows;
        rows = About.Length > 0 ? rows.Where(e => e.Summary.Contains(About)) : rows;
        if (from is { } first)
        {
            var since = clock.StartOf(first);
            rows = rows.Where(e => e.At >= since);
        }

        if (to is { } last)
        {
            var until = clock.StartOf(last.AddDays(1));
            rows = rows.Where(e => e.At < until);
        }

        return rows.OrderByDescending(e => e.Sequence);
    }

    private async Task<Sheet> SheetAsync(string? who, string? about, DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        var rows = await Find(who, about, from, to).Take(MostExported).ToListAsync(cancel);
        string[] heads = ["#", words["audit.at"], words["people.name"], words["audit.act"], words["audit.about"], "SHA-256"];
        return new Sheet(heads, rows.Select(e => new object?[] { e.Sequence, TimeOf(e.At), e.ByName, words[e.Act].Value, e.Summary, e.Hash }));
    }
}
