using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>A row of the table.</summary>
/// <param name="Code">Its code, like <c>3.3.4</c>.</param>
/// <param name="Zh">Its text.</param>
/// <param name="En">Its text in English.</param>
/// <param name="Cells">One number for each <see cref="ApplicantKind"/>.</param>
public sealed record StatisticsRow(string Code, string Zh, string En, IReadOnlyList<int> Cells)
{
    /// <summary>总计.</summary>
    public int Total => Cells.Sum();

    /// <summary>The text in the reader's language.</summary>
    public string TextIn(bool english) => english ? En : Zh;
}

/// <summary>The 25 by 7 table of requests received and handled (国办公开办函〔2021〕30号, 表三) of a period.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Rows">Its 25 rows in order.</param>
public sealed record StatisticsTable(DateOnly From, DateOnly To, IReadOnlyList<StatisticsRow> Rows)
{
    /// <summary>A row by its code.</summary>
    public StatisticsRow this[string code] => Rows.First(r => r.Code == code);

    /// <summary>Whether new and carried over equal handled and carried on, in every column.</summary>
    public bool AddsUp => Enumerable.Range(0, this["1"].Cells.Count).All(c => this["1"].Cells[c] + this["2"].Cells[c] == this["3.7"].Cells[c] + this["4"].Cells[c]);
}

/// <summary>What a university's own report says of requests (第三部分): by channel, by the Measures' outcomes, fees, remedies, time.</summary>
public sealed record OwnSection(
    int Received, IReadOnlyDictionary<RequestChannel, int> ByChannel, IReadOnlyDictionary<int, int> ByMeasures, int Closed, int OnTime, int FeeCents, int WaivedCents, IReadOnlyDictionary<(RemedyKind Kind, RemedyResult Result), int> Remedies);

/// <summary>Counts requests for any period. The same condition counts a cell and opens it, so a figure cannot disagree with its list.</summary>
public sealed class RequestStatistics(GongkaiDb db)
{
    /// <summary>The rows of a query that a cell of the table counts; every row of the total column when the kind is null.</summary>
    public static IQueryable<InformationRequest> Cell(IQueryable<InformationRequest> rows, string code, ApplicantKind? kind, DateOnly from, DateOnly to)
    {
        rows = kind is { } k ? rows.Where(r => r.ApplicantKind == k) : rows;
        return code switch
        {
            "1" => rows.Where(r => r.ReceivedOn >= from && r.ReceivedOn <= to),
            "2" => rows.Where(r => r.ReceivedOn < from && (r.ClosedOn == null || r.ClosedOn >= from)),
            "3.7" => rows.Where(r => r.ReceivedOn <= to && r.ClosedOn >= from && r.ClosedOn <= to),
            "4" => rows.Where(r => r.ReceivedOn <= to && (r.ClosedOn == null || r.ClosedOn > to)),
            _ => rows.Where(r => r.ReceivedOn <= to && r.ClosedOn >= from && r.ClosedOn <= to && r.Outcome == code),
        };
    }

    /// <summary>Those closed on or before the day they were due.</summary>
    public static IQueryable<InformationRequest> OnTime(IQueryable<InformationRequest> closed) => closed.Where(r => r.ClosedOn <= r.Clock.DueOn);

    /// <summary>Those whose fee was paid or waived in a period.</summary>
    public static IQueryable<InformationRequest> Paid(IQueryable<InformationRequest> rows, DateOnly from, DateOnly to) => rows.Where(r => r.PaidOn >= from && r.PaidOn <= to);

    /// <summary>The outcomes of the table that are one outcome of the Measures (Art. 18), 1 to 7.</summary>
    public static IReadOnlyList<string> OutcomesOf(int measures) => [.. Outcomes.All.Where(o => o.Measures == measures).Select(o => o.Code)];

    /// <summary>The table of a period.</summary>
    public async Task<StatisticsTable> TableAsync(DateOnly from, DateOnly to, CancellationToken cancel = default)
    {
        var all = db.Set<InformationRequest>().AsNoTracking();
        var ended = (await Cell(all, "3.7", null, from, to).GroupBy(r => new { r.Outcome, r.ApplicantKind }).Select(g => new { g.Key.Outcome, g.Key.ApplicantKind, Count = g.Count() }).ToListAsync(cancel))
            .ToDictionary(g => (g.Outcome, g.ApplicantKind), g => g.Count);
        var rows = new List<StatisticsRow>
        {
            new("1", "一、本期新收信息公开申请数量", "I. New requests received", await CountAsync(Cell(all, "1", null, from, to), cancel)),
            new("2", "二、上期结转信息公开申请数量", "II. Requests carried over from before", await CountAsync(Cell(all, "2", null, from, to), cancel)),
        };
        rows.AddRange(Outcomes.All.Select(o => new StatisticsRow(o.Code, o.Zh, o.En, [.. Enum.GetValues<ApplicantKind>().Select(k => ended.GetValueOrDefault((o.Code, k)))])));
        rows.Add(new("3.7", "（七）总计", "(7) Total handled", await CountAsync(Cell(all, "3.7", null, from, to), cancel)));
        rows.Add(new("4", "四、结转下期继续办理", "IV. Carried on to the next period", await CountAsync(Cell(all, "4", null, from, to), cancel)));
        return new StatisticsTable(from, to, rows);
    }

    /// <summary>The university's own section three of a period.</summary>
    public async Task<OwnSection> SectionAsync(DateOnly from, DateOnly to, CancellationToken cancel = default)
    {
        var all = db.Set<InformationRequest>().AsNoTracking();
        var channels = await Cell(all, "1", null, from, to).GroupBy(r => r.Channel).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var ended = Cell(all, "3.7", null, from, to);
        var outcomes = await ended.GroupBy(r => r.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var paid = await Paid(all, from, to).GroupBy(_ => 1).Select(g => new { Fee = g.Sum(r => r.FeeCents ?? 0), Waived = g.Sum(r => r.WaivedCents) }).FirstOrDefaultAsync(cancel);
        var remedies = await all.SelectMany(r => r.Remedies).Where(x => x.FiledOn >= from && x.FiledOn <= to).GroupBy(x => new { x.Kind, x.Result }).Select(g => new { g.Key.Kind, g.Key.Result, Count = g.Count() }).ToListAsync(cancel);
        return new OwnSection(
            channels.Values.Sum(), channels,
            outcomes.GroupBy(o => Outcomes.All.First(x => x.Code == o.Key).Measures).ToDictionary(g => g.Key, g => g.Sum(o => o.Count)),
            outcomes.Sum(o => o.Count),
            await OnTime(ended).CountAsync(cancel),
            paid?.Fee ?? 0, paid?.Waived ?? 0,
            remedies.ToDictionary(g => (g.Kind, g.Result), g => g.Count));
    }

    private static async Task<IReadOnlyList<int>> CountAsync(IQueryable<InformationRequest> rows, CancellationToken cancel)
    {
        var counted = await rows.GroupBy(r => r.ApplicantKind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return [.. Enum.GetValues<ApplicantKind>().Select(k => counted.GetValueOrDefault(k))];
    }
}
