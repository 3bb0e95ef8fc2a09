using System.Globalization;
using System.Text;
using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Figures;

/// <summary>Takes in the figures that people give: one by one, or many from a sheet. All of a sheet or nothing is kept.</summary>
public sealed class HandDesk(GongkaiDb db, CampusClock clock, AuditTrail audit)
{
    /// <summary>The columns of a sheet of figures.</summary>
    public static IReadOnlyList<Column> Columns { get; } =
    [
        new("figure", true, "数据项", "代码", "figure", "code"), new("value", true, "数值", "数量", "value"), new("source", true, "来源", "出处", "source"),
        new("month", false, "月份", "month"), new("reason", false, "说明", "原因", "reason"),
    ];

    /// <summary>Every entry of a figure, the latest first, those that were replaced included.</summary>
    public async Task<IReadOnlyList<HandFigure>> HistoryAsync(string code, CancellationToken cancel = default) =>
        await db.Set<HandFigure>().AsNoTracking().Where(h => h.Code == code).OrderByDescending(h => h.At).ThenByDescending(h => h.FromOn).Take(200).ToListAsync(cancel);

    /// <summary>Enters a figure for a period or a month.</summary>
    /// <exception cref="ProblemException"><c>figures.not-by-hand</c>, <c>figures.not-a-number</c>, <c>figures.negative</c>, <c>figures.source-missing</c>, <c>figures.reason-missing</c>.</exception>
    public async Task EnterAsync(Actor by, string code, Period period, string value, string source, string reason, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.DisclosureOffice));
        await KeepAsync(by, [(Read(code, value, source), period, source, reason)], cancel);
    }

    /// <summary>Enters the figures of a sheet (XLSX or CSV).</summary>
    /// <returns>How many were entered.</returns>
    /// <exception cref="ProblemException"><c>figures.rows-wrong</c>: what is wrong with which lines; nothing was kept.</exception>
    public async Task<int> ImportAsync(Actor by, Stream content, string name, Period period, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.DisclosureOffice));
        var rows = await HeadedSheet.ReadAsync(content, name, Columns, cancel);
        var (entries, wrong, seen) = (new List<((FigureDefinition, decimal), Period, string, string)>(), new List<string>(), new HashSet<(string, DateOnly)>());
        foreach (var row in rows)
        {
            try
            {
                var read = Read(row["figure"], row["value"], row["source"]);
                var on = row["month"].Length == 0 ? period : Month(row["month"], period);
                if (!seen.Add((read.Figure.Code, on == period ? DateOnly.MinValue : on.From)))
                {
                    throw new ProblemException("figures.twice", read.Figure.Zh, row["month"]);
                }

                entries.Add((read, on, row["source"], row["reason"].Length > 0 ? row["reason"] : name));
            }
            catch (ProblemException problem)
            {
                wrong.Add($"{row.Line}: {Refusals.Say(problem)}");
            }
        }

        if (wrong.Count > 0)
        {
            throw new ProblemException("figures.rows-wrong", string.Join(" ", wrong.Take(20)));
        }

        await KeepAsync(by, entries, cancel);
        return entries.Count;
    }

    private async Task KeepAsync(Actor by, IReadOnlyCollection<((FigureDefinition Figure, decimal Value) Read, Period Period, string Source, string Reason)> entries, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        foreach (var ((figure, value), period, source, reason) in entries)
        {
            var before = await db.Set<HandFigure>().Where(h => h.Code == figure.Code && h.ReplacedAt == null && h.FromOn == period.From && h.ToOn == period.To).ToListAsync(cancel);
            if (before.Count > 0 && string.IsNullOrWhiteSpace(reason))
            {
                throw new ProblemException("figures.reason-missing");
            }

            before.ForEach(h => h.ReplacedAt = now);
            var entry = new HandFigure { Id = Guid.CreateVersion7(now), Code = figure.Code, FromOn = period.From, ToOn = period.To, Value = value, Source = source.Trim().Normalize(), Reason = reason.Trim().Normalize(), ByName = by.Name, At = now };
            db.Add(entry);
            audit.Note(by, "figures.entered", entry.Id, $"{figure.Zh}: {value}");
        }

        await db.SaveChangesAsync(cancel);
    }

    private static (FigureDefinition Figure, decimal Value) Read(string named, string value, string source)
    {
        var figure = FigureList.All.FirstOrDefault(f => f.Code == named || f.Zh == named || f.En == named) ?? throw new ProblemException("figures.unknown", named);
        if (figure.Kind != FigureKind.Hand)
        {
            throw new ProblemException("figures.not-by-hand", figure.Zh);
        }

        // People type full-width digits and thousands separators.
        var plain = value.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim();
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw new ProblemException("figures.not-a-number", figure.Zh, value);
        }

        return number < 0 ? throw new ProblemException("figures.negative", figure.Zh, value)
            : number > 1_000_000_000_000m || decimal.Round(number, 2) != number ? throw new ProblemException("figures.not-a-number", figure.Zh, value)
            : string.IsNullOrWhiteSpace(source) ? throw new ProblemException("figures.source-missing", figure.Zh)
            : (figure, number);
    }

    private static Period Month(string text, Period period)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Replace("年", "-", StringComparison.Ordinal).Replace("月", "", StringComparison.Ordinal).Replace('/', '-').Replace('.', '-').Trim();
        var month = DateOnly.TryParseExact($"{plain}-1", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? new Period(first, first.AddMonths(1).AddDays(-1)) : throw new ProblemException("figures.month-unread", text);
        return month.From >= period.From && month.To <= period.To ? month : throw new ProblemException("figures.month-outside", text);
    }
}
