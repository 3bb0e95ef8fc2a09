using System.Globalization;
using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Figures;

/// <summary>What figures about records and the ledger count. The query that counts is the query that is opened.</summary>
internal sealed class RecordRows(PublicRecords records, LedgerDesk ledger, CatalogueDesk catalogue, CampusClock clock, PageWords words)
{
    private readonly Dictionary<AcademicYear, LedgerPage?> _ledgers = [];

    public static bool Knows(string code) => code is "published" or "revised" or "on-time-rate" || IsOfLedger(code);

    public static bool IsOfLedger(string code) => code is "items" or "items-covered" or "items-none" or "items-open" or "coverage";

    public async Task<decimal?> ValueAsync(string code, Period period, string axis, string value, CancellationToken cancel)
    {
        switch (code)
        {
            case "on-time-rate":
                return FigureDesk.Share([.. (await ledger.PunctualAsync(await QueryAsync(code, period, axis, value, cancel), cancel)).Select(punctual => punctual ? 1m : 0)]);
            case "published" or "revised":
                return await (await QueryAsync(code, period, axis, value, cancel)).CountAsync(cancel);
            default:
                if (await LedgerAsync(period, cancel) is not { } page)
                {
                    return null;
                }

                var states = Counted(page, code);
                return code == "coverage" ? FigureDesk.Share([.. states.Select(s => LedgerPage.IsCovered(s) ? 1m : 0)]) : states.Count;
        }
    }

    public async Task<IReadOnlyList<FigureRow>> RowsAsync(string code, Period period, string axis, string value, CancellationToken cancel)
    {
        if (IsOfLedger(code))
        {
            return await LedgerAsync(period, cancel) is { } page
                ? [.. Counted(page, code).Select(s => new FigureRow(s.Item.LineageId.ToString(), $"{s.Item.Number}. {s.Item.TitleIn(PageWords.IsEnglish)}", words.Of(s.Coverage), s.Link, code != "coverage" || LedgerPage.IsCovered(s) ? 1 : 0))]
                : [];
        }

        var query = await QueryAsync(code, period, axis, value, cancel);
        var punctual = code == "on-time-rate" ? (await ledger.CountedAsync(query, cancel)).ToDictionary(r => r.RecordId, r => r.IsPunctual) : null;
        var rows = await query.OrderBy(e => e.Record!.FirstPublishedAt).ThenBy(e => e.Id)
            .Select(e => new { e.RecordId, e.Id, e.Title, e.Record!.IndexNumber, Unit = e.Record.Unit!.Name, At = e.PublishedAt!.Value, First = e.Record.FirstPublishedAt!.Value }).ToListAsync(cancel);
        return
        [
            .. rows.Where(r => punctual is null || punctual[r.RecordId] is not null).Select(r => new FigureRow(
                code == "revised" ? $"{r.Id}" : $"{r.RecordId}", r.Title, $"{r.IndexNumber}　{r.Unit}　{words.Day(clock.DayOf(code == "revised" ? r.At : r.First))}", RecordLinks.Show(r.IndexNumber!), punctual is null || punctual[r.RecordId] == true ? 1 : 0)),
        ];
    }

    /// <summary>The values of an axis that may occur, each with its name.</summary>
    public async Task<IReadOnlyList<(string Value, string Name)>> ValuesAsync(string axis, Period period, CancellationToken cancel)
    {
        switch (axis)
        {
            case "kind":
                return [.. Enum.GetValues<RecordKind>().Select(k => ($"{k}", words.Of(k)))];
            case "unit":
                return [.. (await ledger.FirstPublishedIn(period.From, period.To).Select(e => new { e.Record!.Unit!.Code, e.Record.Unit.Name, e.Record.Unit.NameEn, e.Record.Unit.Order }).Distinct().ToListAsync(cancel))
                    .OrderBy(u => u.Order).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => (u.Code, PageWords.IsEnglish && u.NameEn.Length > 0 ? u.NameEn : u.Name))];
            case "category":
                return [.. (await catalogue.InForceAsync(cancel: cancel))?.Categories.Select(c => ($"{c.Number}", c.TitleIn(PageWords.IsEnglish))) ?? []];
            case "item":
                return [.. (await catalogue.InForceAsync(cancel: cancel))?.Categories.SelectMany(c => c.Items).Select(i => ($"{i.Number}", $"{i.Number}. {i.TitleIn(PageWords.IsEnglish)}")) ?? []];
            default:
                return [];
        }
    }

    // One query for all the parts of an axis.
    public async Task<Dictionary<string, decimal>> CountByAsync(string code, Period period, string axis, CancellationToken cancel)
    {
        var query = await QueryAsync(code, period, "", "", cancel);
        switch (axis)
        {
            case "kind":
                return await query.GroupBy(e => e.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => $"{g.Key}", g => (decimal)g.Count, cancel);
            case "unit":
                return await query.GroupBy(e => e.Record!.Unit!.Code).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => (decimal)g.Count, cancel);
            case "item":
                var byItem = await query.SelectMany(e => e.Items).GroupBy(i => i.LineageId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
                return (await catalogue.InForceAsync(cancel: cancel))?.Categories.SelectMany(c => c.Items).ToDictionary(i => $"{i.Number}", i => (decimal)byItem.GetValueOrDefault(i.LineageId)) ?? [];
            case "category":
                return await ByCategoryAsync(query, cancel);
            default:
                // One look at the instants costs less than a count for every month, and months are campus months on every database.
                var instants = await query.Select(e => code == "revised" ? e.PublishedAt!.Value : e.Record!.FirstPublishedAt!.Value).ToListAsync(cancel);
                return instants.CountBy(at => clock.DayOf(at).ToString("yyyy-MM", CultureInfo.InvariantCulture)).ToDictionary(m => m.Key, m => (decimal)m.Value);
        }
    }

    // Most records fulfil one item and are counted where the database can group; those of several are looked at one by one, so that none counts twice in a category.
    private async Task<Dictionary<string, decimal>> ByCategoryAsync(IQueryable<Edition> query, CancellationToken cancel)
    {
        var single = await query.Where(e => e.Items.Count == 1).SelectMany(e => e.Items).GroupBy(i => i.LineageId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var several = (await query.Where(e => e.Items.Count > 1).SelectMany(e => e.Items, (e, i) => new { e.Id, i.LineageId }).ToListAsync(cancel)).GroupBy(p => p.Id, p => p.LineageId).Select(g => g.ToHashSet()).ToList();
        var found = new Dictionary<string, decimal>();
        foreach (var category in (await catalogue.InForceAsync(cancel: cancel))?.Categories ?? [])
        {
            var lineages = category.Items.Select(i => i.LineageId).ToHashSet();
            found[$"{category.Number}"] = lineages.Sum(l => single.GetValueOrDefault(l)) + several.Count(s => s.Overlaps(lineages));
        }

        return found;
    }

    // Five figures read the ledger of one year: it is judged once for all of them.
    private async Task<LedgerPage?> LedgerAsync(Period period, CancellationToken cancel)
    {
        var year = AcademicYear.Of(period.To);
        return _ledgers.TryGetValue(year, out var known) ? known : _ledgers[year] = await ledger.OfAsync(year, cancel: cancel);
    }

    private static List<ItemState> Counted(LedgerPage page, string code) =>
    [
        .. page.States.Where(s => code switch
        {
            "items-covered" => s.Coverage == Coverage.Covered,
            "items-none" => s.Coverage is Coverage.NoneThisYear,
            "items-open" => s.Coverage is Coverage.DueNext or Coverage.Overdue or Coverage.Stale or Coverage.NotCounted,
            "coverage" => LedgerPage.IsCounted(s),
            _ => true,
        }),
    ];

    private async Task<IQueryable<Edition>> QueryAsync(string code, Period period, string axis, string value, CancellationToken cancel)
    {
        period = FigureDesk.Within(period, axis, value);
        IQueryable<Edition> query;
        if (code == "revised")
        {
            var (from, to) = (clock.StartOf(period.From), clock.StartOf(period.To.AddDays(1)));
            query = records.For(Actor.Nobody).Where(e => e.Number > 1 && e.PublishedAt >= from && e.PublishedAt < to);
        }
        else
        {
            query = ledger.FirstPublishedIn(period.From, period.To);
        }

        switch (axis)
        {
            case "unit":
                return query.Where(e => e.Record!.Unit!.Code == value);
            case "kind":
                return Enum.TryParse<RecordKind>(value, out var kind) ? query.Where(e => e.Kind == kind) : query.Where(_ => false);
            case "category" or "item":
                var number = int.TryParse(value, out var n) ? n : 0;
                Guid[] lineages = [.. (await catalogue.InForceAsync(cancel: cancel))?.Categories.Where(c => axis == "item" || c.Number == number).SelectMany(c => c.Items).Where(i => axis == "category" || i.Number == number).Select(i => i.LineageId) ?? []];
                return records.Under(query, lineages);
            default:
                return query;
        }
    }
}
