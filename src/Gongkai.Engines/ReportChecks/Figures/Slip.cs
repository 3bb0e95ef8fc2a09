using System.Globalization;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>The two mistakes a hand makes most often when it copies a number: two digits change places, or one digit is another.</summary>
internal static class Slip
{
    private const int MostDecimals = 4;
    private const int FewestFar = 5;
    private const decimal MostScale = 10_000;

    /// <summary>Whether two neighbouring digits changed places: 834 and 843; in numbers of five digits and more any two: 48216 and 46218.</summary>
    public static bool IsSwap(decimal a, decimal b)
    {
        // A swap changes a number by a multiple of nine of its last digit's place.
        if ((a - b) * MostScale % 9 != 0)
        {
            return false;
        }

        var (left, right) = Digits(a, b);
        var at = left.AsSpan().CommonPrefixLength(right);
        if (left.Length != right.Length || at + 1 >= left.Length)
        {
            return false;
        }

        var other = left.Length < FewestFar ? at + 1 : left.Length - 1 - CommonSuffix(left, right);
        return other > at && left[at] == right[other] && left[other] == right[at]
            && left.AsSpan(at + 1, other - at - 1).SequenceEqual(right.AsSpan(at + 1, other - at - 1)) && left.AsSpan(other + 1).SequenceEqual(right.AsSpan(other + 1));
    }

    private static int CommonSuffix(string left, string right)
    {
        var length = 0;
        while (length < left.Length && left[^(length + 1)] == right[^(length + 1)])
        {
            length++;
        }

        return length;
    }

    /// <summary>Whether one digit is another: 851 and 857.</summary>
    public static bool IsOneDigit(decimal a, decimal b)
    {
        var (left, right) = Digits(a, b);
        return left.Length == right.Length && left.Zip(right).Count(p => p.First != p.Second) == 1;
    }

    /// <summary>Whether it is either of the two.</summary>
    public static bool IsSlip(decimal a, decimal b) => a != b && (IsSwap(a, b) || IsOneDigit(a, b));

    /// <summary>Whether it is a swap, or one digit that leaves the greater number at most <paramref name="farthest"/> times the other: far numbers are of different things.</summary>
    public static bool IsSlip(decimal a, decimal b, decimal farthest) => IsSwap(a, b) || (IsOneDigit(a, b) && Math.Max(a, b) <= Math.Min(a, b) * farthest);

    // 5.1 and 5.12 are compared as 510 and 512.
    private static (string A, string B) Digits(decimal a, decimal b)
    {
        var scale = 1m;
        for (var i = 0; i < MostDecimals && (a * scale != Math.Truncate(a * scale) || b * scale != Math.Truncate(b * scale)); i++)
        {
            scale *= 10;
        }

        return (Say(a * scale), Say(b * scale));
    }

    private static string Say(decimal number) => Math.Truncate(number).ToString("0", CultureInfo.InvariantCulture);
}
