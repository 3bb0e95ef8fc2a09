using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Portal;

internal sealed class RulesModel(PublicRecords records, InstitutionDesk institutions) : OurPage
{
    public Validity? Chosen { get; private set; }

    public string Q { get; private set; } = "";

    public string? Unit { get; private set; }

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public async Task OnGetAsync(string? q, string? unit, Validity? validity, int? p, CancellationToken cancel)
    {
        (Q, Unit, Chosen) = (q?.Trim().Normalize() ?? "", unit, validity);
        var rules = records.For(By).Where(e => e.Kind == RecordKind.Regulation);
        var withRules = await rules.Select(e => e.Record!.UnitId).Distinct().ToListAsync(cancel);
        Units = [.. (await institutions.UnitsAsync(cancel)).Where(u => withRules.Contains(u.Id))];
        var visible = rules.Where(e => (validity == null || e.Validity == validity)
            && (string.IsNullOrEmpty(unit) || e.Record!.Unit!.Code == unit)
            && (Q.Length == 0 || e.Title.Contains(Q) || e.DocumentNumber.Contains(Q)));
        Paging = new Paging(Paging.Sane(p), await visible.CountAsync(cancel));
        Lines = await visible.Lines().Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size).ToListAsync(cancel);
    }
}
