using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Figures;

/// <summary>Gives figures: their values in a period, their parts along an axis and the very rows they count. Every page, report and file takes them from here.</summary>
public sealed class FigureDesk
{
    private readonly GongkaiDb _db;
    private readonly CampusClock _clock;
    private readonly PageWords _words;
    private readonly RecordRows _records;
    private readonly RequestRows _requests;

    /// <summary>Makes the desk.</summary>
    internal FigureDesk(GongkaiDb db, CampusClock clock, PageWords words, RecordRows records, RequestRows requests) => (_db, _clock, _words, _records, _requests) = (db, clock, words, records, requests);

    /// <summary>Whether a person may see figures and what they count before a report is public.</summary>
    public static bool MayRead(Actor by, Guid officeUnit) => by.Holds(Role.DisclosureOffice) || by.Holds(Role.Supervisor) || by.Holds(Role.UnitHead, officeUnit);

    /// <summary>Whether the rows of a figure are open to everybody: records and items are; requests, letters of citizens and what was entered by hand are not.</summary>
    public static bool HasPublicRows(string code) => RecordRows.Knows(code);

    /// <summary>The months of a period.</summary>
    public static IEnumerable<Period> Months(Period period)
    {
        for (var first = new DateOnly(period.From.Year, period.From.Month, 1); first <= period.To; first = first.AddMonths(1))
        {
            var last = first.AddMonths(1).AddDays(-1);
            yield return new Period(first < period.From ? period.From : first, last > period.To ? period.To : last);
        }
    }

    /// <summary>Every figure with its value in a period.</summary>
    public async Task<IReadOnlyList<FigureValue>> AllAsync(Period period, CancellationToken cancel = default)
    {
        var hand = await HandAsync(period, cancel);
        var found = new List<FigureValue>();
        foreach (var figure in FigureList.All)
        {
            found.Add(new FigureValue(figure, figure.Kind == FigureKind.Hand ? Total(hand[figure.Code]) : await ValueAsync(figure.Code, period, cancel: cancel)));
        }

        return found;
    }

    /// <summary>The value of a figure in a period, or of one part of it along an axis.</summary>
    public async Task<decimal?> ValueAsync(string code, Period period, string axis = "", string value = "", CancellationToken cancel = default)
    {
        if (RecordRows.Knows(code))
        {
            return await _records.ValueAsync(code, period, axis, value, cancel);
        }

        if (RequestRows.Knows(code))
        {
            return await _requests.ValueAsync(code, period, axis, value, cancel);
        }

        return code.StartsWith("feedback-", StringComparison.Ordinal)
            ? await Feedback(code, Within(period, axis, value)).CountAsync(cancel)
            : Total((await HandAsync(Within(period, axis, value), cancel))[code]);
    }

    /// <summary>The rows that a figure, or one part of it, counts.</summary>
    public async Task<IReadOnlyList<FigureRow>> RowsAsync(string code, Period period, string axis = "", string value = "", CancellationToken cancel = default)
    {
        var figure = FigureList.Find(code) ?? throw new NotFoundException(nameof(FigureDefinition));
        if (axis.Length > 0 && !figure.Axes.Contains(axis))
        {
            throw new NotFoundException(nameof(FigureDefinition));
        }

        if (RecordRows.Knows(code))
        {
            return await _records.RowsAsync(code, period, axis, value, cancel);
        }

        if (RequestRows.Knows(code))
        {
            return await _requests.RowsAsync(code, period, axis, value, cancel);
        }

        if (figure.Kind == FigureKind.Hand)
        {
            return [.. (await HandAsync(period, cancel))[code].Select(h => new FigureRow($"{h.Id}", h.Source, $"{_words.Day(h.FromOn)} - {_words.Day(h.ToOn)}　{h.ByName}　{h.Reason}", "", h.Value))];
        }

        var rows = await Feedback(code, Within(period, axis, value)).OrderBy(f => f.At).Select(f => new { f.Id, f.Text, f.At, f.Record!.IndexNumber }).ToListAsync(cancel);
        return [.. rows.Select(f => new FigureRow($"{f.Id}", f.Text, _words.Day(_clock.DayOf(f.At)), f.IndexNumber is { } index ? RecordLinks.Show(index) : ""))];
    }

    /// <summary>The values of an axis that may occur in a period, each with its name in the reader's language; nothing is counted.</summary>
    public async Task<IReadOnlyList<(string Value, string Name)>> ValuesAsync(string axis, Period period, CancellationToken cancel = default) =>
        axis == "month" ? [.. Months(period).Select(m => (NameOf(m), NameOf(m)))]
        : axis is "channel" or "applicant" or "outcome" ? _requests.Values(axis)
        : await _records.ValuesAsync(axis, period, cancel);

    /// <summary>The parts of a figure along an axis, in their order; parts of nothing are left out.</summary>
    public async Task<IReadOnlyList<FigurePart>> ByAsync(string code, Period period, string axis, CancellationToken cancel = default)
    {
        var figure = FigureList.Find(code) ?? throw new NotFoundException(nameof(FigureDefinition));
        var values = await ValuesAsync(axis, period, cancel);
        if (code is "published" or "revised")
        {
            var counts = await _records.CountByAsync(code, period, axis, cancel);
            return [.. values.Select(v => new FigurePart(v.Value, v.Name, counts.GetValueOrDefault(v.Value))).Where(p => p.Count > 0 || axis == "month")];
        }

        var parts = new List<FigurePart>();
        foreach (var (value, name) in figure.Axes.Contains(axis) ? values : [])
        {
            if (await ValueAsync(code, period, axis, value, cancel) is { } count && (count > 0 || axis == "month"))
            {
                parts.Add(new FigurePart(value, name, count));
            }
        }

        return parts;
    }

    /// <summary>A hash over the keys of rows, which says later whether they are the same.</summary>
    public static string HashOf(IEnumerable<FigureRow> rows) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Id} {r.Amount}")).Order(StringComparer.Ordinal)))));

    /// <summary>What a figure's rows come to.</summary>
    public static decimal? Fold(FigureDefinition figure, IReadOnlyCollection<FigureRow> rows)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(rows);
        return figure.Kind switch
        {
            FigureKind.Count => rows.Count,
            FigureKind.Share => Share([.. rows.Select(r => r.Amount)]),
            FigureKind.Hand when rows.Count == 0 => null,
            _ => rows.Sum(r => r.Amount),
        };
    }

    internal static decimal? Share(IReadOnlyCollection<decimal> amounts) => amounts.Count == 0 ? null : Math.Round(100m * amounts.Sum() / amounts.Count);

    internal static string NameOf(Period month) => month.From.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The part of a period that a month of the month axis is; the period itself along any other.</summary>
    internal static Period Within(Period period, string axis, string value) => axis == "month" ? Months(period).FirstOrDefault(m => NameOf(m) == value, new Period(DateOnly.MaxValue.AddDays(-2), DateOnly.MaxValue.AddDays(-2))) : period;

    private static decimal? Total(IEnumerable<HandFigure> entries) => entries.ToList() is { Count: > 0 } some ? some.Sum(e => e.Value) : null;

    // The entry for the whole period, else those of its months; an entry of another length says nothing of this one.
    private async Task<ILookup<string, HandFigure>> HandAsync(Period period, CancellationToken cancel)
    {
        var rows = await _db.Set<HandFigure>().AsNoTracking().Where(h => h.ReplacedAt == null && h.FromOn >= period.From && h.ToOn <= period.To).OrderBy(h => h.FromOn).ToListAsync(cancel);
        return rows.GroupBy(r => r.Code)
            .SelectMany(g => g.Any(IsWhole) ? g.Where(IsWhole) : g.Where(h => h.FromOn.Day == 1 && h.ToOn == h.FromOn.AddMonths(1).AddDays(-1)))
            .ToLookup(r => r.Code);

        bool IsWhole(HandFigure h) => h.FromOn == period.From && h.ToOn == period.To;
    }

    private IQueryable<Feedback> Feedback(string code, Period period)
    {
        var (from, to) = (_clock.StartOf(period.From), _clock.StartOf(period.To.AddDays(1)));
        return _db.Set<Feedback>().AsNoTracking().Where(f => f.At >= from && f.At < to && (code != "feedback-answered" || f.AnsweredAt != null));
    }
}
