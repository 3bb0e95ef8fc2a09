namespace Gongkai.Engines.ReportChecks;

/// <summary>Reads numbers written in characters: 二十三, 一百零五, 三千, 十.</summary>
internal static class ChineseNumber
{
    public const string Characters = "〇零一二两三四五六七八九十百千";

    /// <summary>The number, or null when the characters are none.</summary>
    public static int? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 9)
        {
            return null;
        }

        var total = 0;
        var digit = -1;
        var unit = int.MaxValue;
        foreach (var c in text)
        {
            if (DigitOf(c) is >= 0 and var value)
            {
                if (digit > 0)
                {
                    return null;
                }

                digit = value;
                continue;
            }

            var weight = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (weight == 0 || weight >= unit || (digit < 0 && weight > 10))
            {
                return null;
            }

            total += (digit < 0 ? 1 : digit) * weight;
            unit = weight;
            digit = -1;
        }

        return total + Math.Max(digit, 0);
    }

    /// <summary>Reads Arabic or Chinese digits alike.</summary>
    public static int? ParseAny(ReadOnlySpan<char> text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : Parse(text);

    private static int DigitOf(char c) => c switch
    {
        '〇' or '零' => 0,
        '两' => 2,
        _ => "一二三四五六七八九".IndexOf(c) is >= 0 and var i ? i + 1 : -1,
    };
}
