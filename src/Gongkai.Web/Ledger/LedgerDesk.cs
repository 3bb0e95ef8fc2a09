using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Calendar;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Ledger;

/// <summary>Reads the ledger of obligations: the catalogue in force against what is public. Nothing of it is typed by anyone.</summary>
public sealed class LedgerDesk(CatalogueDesk catalogue, PublicRecords records, CampusClock clock, SchoolCalendar calendar, ItemDesk items, InstitutionScope institution, OncePerMoment<YearCounts> counts)
{
    /// <summary>The ledger of a year: every item of the catalogue in force with how it stands; empty when there is no catalogue.</summary>
    /// <param name="year">The academic year.</param>
    /// <param name="unitId">A college whose own catalogue is meant; none is the school's.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<LedgerPage?> OfAsync(AcademicYear year, Guid? unitId = null, CancellationToken cancel = default)
    {
        return await OverAsync([year], unitId, cancel) is [var page] ? page : null;
    }

    /// <summary>The ledgers of the colleges that have a catalogue of their own below the school's.</summary>
    public async Task<IReadOnlyList<LedgerPage>> CollegesAsync(AcademicYear year, CancellationToken cancel = default)
    {
        var pages = new List<LedgerPage>();
        if (await items.CollegesAsync(cancel) is { Count: > 0 } colleges)
        {
            var fulfilled = await FulfilmentsAsync(year, cancel);
            foreach (var (college, edition) in colleges.Where(c => c.Edition.Categories.Any(of => of.Items.Count > 0)))
            {
                pages.Add(await PageAsync(edition, college, year, fulfilled, cancel));
            }
        }

        return pages;
    }

    private async Task<LedgerPage> PageAsync(CatalogueEdition edition, Unit? college, AcademicYear year, IReadOnlyDictionary<Guid, Fulfilment> fulfilled, CancellationToken cancel)
    {
        var (today, days, publication) = (clock.Today, await calendar.OfAsync(cancel), await calendar.PublicationAsync(cancel));
        var states = edition.Categories.SelectMany(c => c.Items)
            .Select(item => Judgement.Of(item, edition.EffectiveOn, fulfilled.GetValueOrDefault(item.LineageId, Fulfilment.None), year, today, days, publication) with { College = college }).ToList();
        return new LedgerPage(edition, year, states) { College = college };
    }

    /// <summary>What counts for an item in a year: the records first published in it, oldest first, each with the days it took.</summary>
    public async Task<IReadOnlyList<CountedRecord>> CountedAsync(Item item, AcademicYear year, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        return await CountedAsync(records.Under(FirstPublishedIn(year.From, year.To), [item.LineageId]), cancel);
    }

    /// <summary>Share of the records first published in a year that were public in time, 0 to 100 (Measures Art. 17: within 20 working days of
    /// being made, or what the school set itself); null when of none the day of making is known.</summary>
    public async Task<int?> OnTimePercentAsync(AcademicYear year, CancellationToken cancel = default)
    {
        return year == ThisYear ? (await ThisYearAsync(cancel)).OnTimePercent : await PercentOnTimeAsync(year, cancel);
    }

    /// <summary>What the records of the running year come to.</summary>
    public Task<YearCounts> ThisYearAsync(CancellationToken cancel = default) => counts.NowAsync(institution.Id, cancel);

    /// <summary>Counts them anew.</summary>
    internal async Task<YearCounts> CountThisYearAsync(CancellationToken cancel = default)
    {
        var year = ThisYear;
        return new YearCounts(year, await CountFulfilmentsAsync(year, cancel), await FirstPublishedIn(year.From, year.To).CountAsync(cancel), await PercentOnTimeAsync(year, cancel), await CountByUnitAsync(cancel));
    }

    private Task<Dictionary<Guid, int>> CountByUnitAsync(CancellationToken cancel) =>
        records.For(Actor.Nobody).GroupBy(e => e.Record!.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    private async Task<int?> PercentOnTimeAsync(AcademicYear year, CancellationToken cancel)
    {
        var dated = await PunctualAsync(FirstPublishedIn(year.From, year.To), cancel);
        return dated.Count == 0 ? null : (int)Math.Round(100.0 * dated.Count(punctual => punctual) / dated.Count);
    }

    /// <summary>The records first published within a period and public still, as their editions now read: what every count of publication counts.</summary>
    public IQueryable<Edition> FirstPublishedIn(DateOnly fromDay, DateOnly toDay)
    {
        var (from, to) = (clock.StartOf(fromDay), clock.StartOf(toDay.AddDays(1)));
        return records.For(Actor.Nobody).Where(e => e.Record!.FirstPublishedAt >= from && e.Record.FirstPublishedAt < to);
    }

    /// <summary>What counts of the records asked for (<see cref="FirstPublishedIn"/>), oldest first, each with when it was due.</summary>
    public async Task<IReadOnlyList<CountedRecord>> CountedAsync(IQueryable<Edition> published, CancellationToken cancel = default)
    {
        var rows = await published.OrderBy(e => e.Record!.FirstPublishedAt).ThenBy(e => e.RecordId)
            .Select(e => new { e.RecordId, e.Record!.IndexNumber, e.Title, Unit = e.Record.Unit!.Name, First = e.Record.FirstPublishedAt!.Value, Produced = e.Record.Editions.Where(f => f.Number == 1).Select(f => f.ProducedOn).First() })
            .ToListAsync(cancel);
        var dueOn = await DueAsync(cancel);
        return [.. rows.Select(r => new CountedRecord(r.RecordId, r.IndexNumber!, r.Title, r.Unit, r.Produced, clock.DayOf(r.First), r.Produced is { } produced ? dueOn(produced) : null))];
    }

    /// <summary>Whether each of the records asked for was public in time, those left out of which nothing can be said. No more is read of them than two days: a year has many.</summary>
    public async Task<IReadOnlyList<bool>> PunctualAsync(IQueryable<Edition> published, CancellationToken cancel = default)
    {
        var rows = await published
            .Select(e => new { First = e.Record!.FirstPublishedAt!.Value, Produced = e.Number == 1 ? e.ProducedOn : e.Record.Editions.Where(f => f.Number == 1).Select(f => f.ProducedOn).First() })
            .Where(r => r.Produced != null).ToListAsync(cancel);
        var dueOn = await DueAsync(cancel);
        return [.. rows.Select(r => clock.DayOf(r.First) <= dueOn(r.Produced!.Value))];
    }

    // By when what was made on a day was due; each day is reckoned once.
    private async Task<Func<DateOnly, DateOnly>> DueAsync(CancellationToken cancel)
    {
        var (days, limit) = (await calendar.OfAsync(cancel), (await calendar.PublicationAsync(cancel)).Main.Days);
        var due = new Dictionary<DateOnly, DateOnly>();
        return produced => due.TryGetValue(produced, out var day) ? day : due[produced] = days.After(produced, limit).Date;
    }

    /// <summary>The academic year that today falls in.</summary>
    public AcademicYear ThisYear => AcademicYear.Of(clock.Today);

    /// <summary>The ledgers of several years, for the heat map; none when there is no catalogue.</summary>
    public async Task<IReadOnlyList<LedgerPage>> OverAsync(IEnumerable<AcademicYear> years, Guid? unitId = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(years);
        if (await catalogue.InForceAsync(unitId, cancel) is not { } edition)
        {
            return [];
        }

        var pages = new List<LedgerPage>();
        foreach (var year in years)
        {
            pages.Add(await PageAsync(edition, null, year, await FulfilmentsAsync(year, cancel), cancel));
        }

        return pages;
    }

    private async Task<IReadOnlyDictionary<Guid, Fulfilment>> FulfilmentsAsync(AcademicYear year, CancellationToken cancel) =>
        year == ThisYear && await ThisYearAsync(cancel) is var kept && kept.Year == year ? kept.Fulfilments : await CountFulfilmentsAsync(year, cancel);

    // Counted where the records lie: a site has as many fulfilments as records.
    private async Task<Dictionary<Guid, Fulfilment>> CountFulfilmentsAsync(AcademicYear year, CancellationToken cancel)
    {
        var (from, to, end) = (clock.StartOf(year.From), clock.StartOf(year.To.AddDays(1)), clock.StartOf(Judgement.LastDay(year, clock.Today).AddDays(1)));
        var known = records.For(Actor.Nobody)
            .SelectMany(e => e.Items, (e, i) => new { i.LineageId, First = e.Record!.FirstPublishedAt ?? e.PublishedAt!.Value, Live = e.PublishedAt!.Value })
            .Where(r => r.First < end);
        var counted = await known.Where(r => r.Live < end)
            .GroupBy(r => new { r.LineageId, InYear = from <= r.First && r.First < to })
            .Select(g => new { g.Key.LineageId, g.Key.InYear, Count = g.Count(), Last = g.Max(r => r.Live) })
            .ToListAsync(cancel);

        // What was renewed after the last day stood there already as it was first published; of a year that is not over there is none.
        var renewedLater = await known.Where(r => r.Live >= end).Select(r => new { r.LineageId, InYear = from <= r.First && r.First < to, Count = 1, Last = r.First }).ToListAsync(cancel);
        return counted.Concat(renewedLater).GroupBy(r => r.LineageId)
            .ToDictionary(g => g.Key, g => new Fulfilment(g.Sum(r => r.Count), g.Where(r => r.InYear).Sum(r => r.Count), clock.DayOf(g.Max(r => r.Last))));
    }
}

/// <summary>What the public's records of the running year come to, counted once for each public moment: nearly every page asks, and there are as many fulfilments as records.</summary>
/// <param name="Year">The year.</param>
/// <param name="Fulfilments">What fulfils each item.</param>
/// <param name="Published">How many were first published in it.</param>
/// <param name="OnTimePercent">Share of those that were public in time; null when nothing can be said of any.</param>
/// <param name="ByUnit">How many each unit has public, of whatever year.</param>
public sealed record YearCounts(AcademicYear Year, IReadOnlyDictionary<Guid, Fulfilment> Fulfilments, int Published, int? OnTimePercent, IReadOnlyDictionary<Guid, int> ByUnit);

/// <summary>The ledger of a year.</summary>
public sealed record LedgerPage(CatalogueEdition Edition, AcademicYear Year, IReadOnlyList<ItemState> States)
{
    /// <summary>The college whose own ledger it is; none for the school's.</summary>
    public Unit? College { get; init; }

    /// <summary>Share of items that count this year and are covered, 0 to 100.</summary>
    public int CoveredPercent
    {
        get
        {
            var counted = States.Where(IsCounted).ToList();
            return counted.Count == 0 ? 0 : (int)Math.Round(100.0 * counted.Count(IsCovered) / counted.Count);
        }
    }

    /// <summary>Whether an item counts this year for the share of coverage.</summary>
    public static bool IsCounted(ItemState state) => state?.Coverage is not (Coverage.NotCounted or Coverage.NoneThisYear);

    /// <summary>Whether an item that counts is covered.</summary>
    public static bool IsCovered(ItemState state) => state?.Coverage is Coverage.Covered or Coverage.DueNext && state.Count > 0;

    /// <summary>How many items stand so.</summary>
    public int Count(Coverage coverage) => States.Count(s => s.Coverage == coverage);
}

/// <summary>A record that counts for an item in a year.</summary>
/// <param name="RecordId">Its key.</param>
/// <param name="IndexNumber">索引号.</param>
/// <param name="Title">Its title.</param>
/// <param name="UnitName">Who published it.</param>
/// <param name="ProducedOn">成文日期 of its first edition.</param>
/// <param name="PublishedOn">When the public first could read it.</param>
/// <param name="DueOn">By when it was due; null when its date of making is not known.</param>
public sealed record CountedRecord(Guid RecordId, string IndexNumber, string Title, string UnitName, DateOnly? ProducedOn, DateOnly PublishedOn, DateOnly? DueOn)
{
    /// <summary>Whether it was public in time; null when nothing can be said.</summary>
    public bool? IsPunctual => DueOn is { } due ? PublishedOn <= due : null;
}

/// <summary>The ledger of obligations.</summary>
public static class LedgerRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddScoped<LedgerDesk>()
        .AddSingleton<CoverageTable>()
        .AddSingleton(give => new OncePerMoment<YearCounts>(
            give.GetRequiredService<PublicMoments>(), give.GetRequiredService<IServiceScopeFactory>(), scope => scope.GetRequiredService<LedgerDesk>().CountThisYearAsync()));
}
