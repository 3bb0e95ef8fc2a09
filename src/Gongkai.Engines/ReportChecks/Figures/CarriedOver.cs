using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>What was left of requests from the year before: 收到20件，上年结转2件.</summary>
internal static partial class CarriedOver
{
    /// <summary>Whether a clause says that its number was left.</summary>
    public static bool IsSaid(string clause) => FromBefore().IsMatch(clause);

    /// <summary>Whether a report speaks of requests that go from one year into another, in either direction: then fewer or more may be handled than came.</summary>
    public static bool IsToldIn(string text) => Carried().IsMatch(text);

    /// <summary>How many sentences say were left.</summary>
    public static decimal Into(IEnumerable<FigureLine> lines, string unit) =>
        lines.SelectMany(l => Enumerable.Range(0, l.Count).Where(k => l.Figures[k].Unit == unit && IsSaid(l.Clause(k))).Select(k => l.Figures[k].Value)).Sum();

    /// <summary>Whether parts add up to a total and what was left before it; not where the total was told with it: 合计22件.</summary>
    public static bool MakesUp(IReadOnlyList<FigureLine> lines, Figure total, decimal sum) =>
        Into(lines, total.Unit) is > 0 and var over && sum == total.Value + over && !lines.Any(l => l.Figures.Any(f => f.Unit == total.Unit && f.Value + over == total.Value));

    [GeneratedRegex(@"(?<!没有|无|未|不|无须|无需)(?:结转|顺延|遗留|转入)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Carried();

    [GeneratedRegex(@"(?:上一?学?[年期]|年初|期初)[^，,;。]{0,6}(?:结转|转入|遗留)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FromBefore();
}
