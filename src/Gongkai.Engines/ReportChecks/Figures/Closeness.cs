namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Tells a number that was most likely meant to be another from one that merely stands beside it: it differs by a slip of the hand or by very little.</summary>
internal static class Closeness
{
    private const decimal Little = 2;
    private const decimal Part = 0.05m;
    private const decimal FarthestSlip = 0.4m;
    private const decimal LeastSlipped = 10;
    private const decimal LeastTotal = 4;

    /// <summary>Whether parts were most likely meant to add up to a total they miss.</summary>
    public static bool IsMissed(decimal total, IReadOnlyList<decimal> parts)
    {
        var sum = parts.Sum();
        var by = Math.Abs(sum - total);
        return by != 0 && total >= LeastTotal && (by <= Little || by <= total * Part || IsSlipped(total, parts, sum));
    }

    private static bool IsSlipped(decimal total, IReadOnlyList<decimal> parts, decimal sum) =>
        Math.Abs(sum - total) <= total * FarthestSlip
        && (IsSlip(total, sum) || parts.Any(p => p > sum - total && IsSlip(p, p - (sum - total))));

    private static bool IsSlip(decimal a, decimal b) => Math.Min(a, b) >= LeastSlipped && Slip.IsSlip(a, b);
}
