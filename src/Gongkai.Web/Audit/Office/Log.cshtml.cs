using System.Globalization;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Audit.Office;

internal sealed class LogModel(GongkaiDb db, CampusClock clock, PageWords words) : OurPage
{
    public string Who { get; private set; } = "";

    public string About { get; private set; } = "";

    public string? Checked { get; private set; }

    public IReadOnlyList<AuditEntry> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public string TimeOf(DateTime at) => clock.ToCampus(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public async Task OnGetAsync(string? who, string? about, int? p, CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.AuditAdmin) || By.Holds(Role.Supervisor));
        (Who, About) = (who?.Trim() ?? "", about?.Trim() ?? "");
        var rows = db.Set<AuditEntry>().AsNoTracking();
        rows = Who.Length > 0 ? rows.Where(e => e.ByName.Contains(Who)) : rows;
        rows = About.Length > 0 ? rows.Where(e => e.Summary.Contains(About)) : rows;
        Paging = new Paging(Paging.Sane(p), await rows.CountAsync(cancel));
        Rows = await rows.OrderByDescending(e => e.Sequence).Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task OnPostCheckAsync(CancellationToken cancel)
    {
        await OnGetAsync(null, null, null, cancel);
        Checked = await AuditTrail.FirstBrokenAsync(db, cancel) is { } broken ? words["audit.broken", broken] : words["audit.whole", Paging.Total];
    }
}
