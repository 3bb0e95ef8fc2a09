namespace Gongkai.Engines.Screening;

/// <summary>Unified social credit codes of organisations (GB 32100-2015). They are public and never masked.</summary>
public static class SocialCreditCode
{
    private const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Whether eighteen characters are such a code, check character included.</summary>
    public static bool IsValid(ReadOnlySpan<char> code)
    {
        // Department and kind, then the region: an identity number hardly ever begins like that.
        if (code.Length != 18 || !(code[0] is '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9' or 'A' or 'N' or 'Y' or 'G' or 'H') || !(code[1] is >= '1' and <= '9')
            || !char.IsAsciiDigit(code[2]) || !char.IsAsciiDigit(code[3]) || !(code[2..].StartsWith("10") || IdNumber.IsRegion(code[2..])))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            var value = Characters.IndexOf(code[i], StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            sum += value * Weights[i];
        }

        return Characters[(31 - (sum % 31)) % 31] == code[17];
    }
}
