using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a share that is told in words with the table it is of: a row 信息公开专栏 575, a row 合计 4587, and 信息公开专栏发布的信息占发布总量的15.2%. Worth a look only.</summary>
internal static partial class TableShares
{
    private const int Words = 80;
    private const int ShortestName = 2;

    /// <summary>What the share would be; null when a column of the table gives it, or no table or more than one has such a row.</summary>
    public static (Figure Whole, decimal Real)? Read(Reading reading, Figure rate)
    {
        var folded = reading.Folded;
        var start = Math.Max(reading.SentenceAt(rate.Span.Start).Start, rate.Span.Start - Words);
        if (rate.Approximate || rate.Value is <= 0 or > Percent.Whole || Share().Match(folded[start..rate.Span.Start]) is not { Success: true } share)
        {
            return null;
        }

        var who = share.Groups["who"].Value;
        var rows = (from table in TableGrids.Of(reading)
                    let total = table.LastOrDefault(r => r.Count > 1 && TableGrids.IsTotal(r))
                    where total is not null
                    from row in table
                    where row != total && row.Count == total.Count && row[0].Text.Length >= ShortestName && who.StartsWith(row[0].Text, StringComparison.Ordinal)
                    select (Row: row, Total: total)).ToList();
        if (rows.Count != 1)
        {
            return null;
        }

        var shares = Enumerable.Range(1, rows[0].Row.Count - 1)
            .Select(c => (Part: TableGrids.Value(rows[0].Row[c]), Whole: TableGrids.Value(rows[0].Total[c]), Cell: rows[0].Total[c]))
            .Where(c => c.Part is > 0 && c.Whole > c.Part).Select(c => (c.Cell, Whole: c.Whole!.Value, Real: c.Part!.Value / c.Whole.Value * Percent.Whole)).ToList();
        return shares.Count == 0 || shares.Exists(s => Rounding.Fits(rate, s.Real)) || reading.Figures.Exists(f => f.Unit == "%" && f != rate && f.Value == rate.Value) ? null
            : shares[^1] is var last ? (new Figure("", last.Whole, "", false, null, last.Cell.Span), last.Real) : null;
    }

    [GeneratedRegex(@"(?:^|[，,;:。\n])\s*(?:其中)?[，,]?(?:通过)?(?<who>[\u4e00-\u9fa5]{2,14})(?:\([^()]{0,60}\))?(?:所)?(?:发布|公开|推送|更新)?(?:的)?(?:信息|数量|条数|内容)?[^，,;。%]{0,2}占(?:全部|全校|学校|所有|各)?[\u4e00-\u9fa5]{0,10}(?:总量|总数|信息|全部|公开量|发布量)的?(?:约)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Share();
}
