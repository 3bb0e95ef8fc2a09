using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Masks addresses, and in them numbers whose digits are written as %31%33%38.</summary>
internal static partial class MaskedAddress
{
    public static string Of(string address, MaskPlan plan) => OnlyEncoded(plan.ByWords(address), plan);

    /// <summary>Masks only such numbers in a text whose others are masked already.</summary>
    public static string OnlyEncoded(string text, MaskPlan plan) =>
        text.Contains("%3", StringComparison.Ordinal) ? Encoded().Replace(text, number => Number(number.Value, plan)) : text;

    private static string Number(string written, MaskPlan plan)
    {
        var plain = written.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(written) : written;
        var masked = plan.ByWords(plain);
        return masked == plain ? written : masked;
    }

    [GeneratedRegex("(?:%3[0-9]|%[57]8|[0-9Xx]){11,24}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Encoded();
}
