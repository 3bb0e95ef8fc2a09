using System.Globalization;
using System.Text;

namespace Gongkai.Engines.Documents.Word;

/// <summary>Numbers written the way Word's automatic numbering writes them (ST_NumberFormat).</summary>
internal static class NumberLabels
{
    private const string Digits = "〇一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    public static string Write(int number, string format) => format switch
    {
        "none" or "bullet" => "",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "upperLetter" => Letters(number),
        "lowerLetter" => Letters(number).ToLowerInvariant(),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "koreanCounting" => Chinese(number),
        "ideographDigital" or "taiwaneseDigital" or "japaneseDigitalTenThousand" => Plain(number, Digits),
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => Chinese(number, LegalDigits, "拾佰仟"),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => number is >= 1 and <= 20 ? ((char)('①' + number - 1)).ToString() : Decimal(number),
        "decimalEnclosedParen" => $"({Decimal(number)})",
        "decimalEnclosedFullstop" => $"{Decimal(number)}.",
        "ideographTraditional" => number is >= 1 and <= 10 ? Stems[number - 1].ToString() : Decimal(number),
        "ideographZodiac" => number is >= 1 and <= 12 ? Branches[number - 1].ToString() : Decimal(number),
        "decimalFullWidth" or "decimalFullWidth2" => Plain(number, "０１２３４５６７８９"),
        "ordinal" => Decimal(number) + "th",
        _ => Decimal(number),
    };

    /// <summary>A number as it is counted in Chinese: 十二, 二十, 一百零五.</summary>
    public static string Chinese(int number, string digits = "零一二三四五六七八九", string units = "十百千")
    {
        if (number is <= 0 or > 9999)
        {
            return Decimal(number);
        }

        var text = new StringBuilder();
        var gap = false;
        for (var unit = 3; unit >= 0; unit--)
        {
            var digit = number / (int)Math.Pow(10, unit) % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            if (gap)
            {
                text.Append(digits[0]);
                gap = false;
            }

            // Twelve is 十二 rather than 一十二, except in the form against forgery.
            if (!(unit == 1 && digit == 1 && text.Length == 0 && units[0] == '十'))
            {
                text.Append(digits[digit]);
            }

            if (unit > 0)
            {
                text.Append(units[unit - 1]);
            }
        }

        return text.ToString();
    }

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Plain(int number, string digits) => string.Concat(Decimal(Math.Abs(number)).Select(c => digits[c - '0']));

    // A to Z, then AA, BB …, as Word does it.
    private static string Letters(int number) =>
        number is <= 0 or > 26 * 30 ? Decimal(number) : new string((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Roman(int number)
    {
        if (number is <= 0 or > 3999)
        {
            return Decimal(number);
        }

        ReadOnlySpan<(int Value, string Sign)> signs =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var text = new StringBuilder();
        foreach (var (value, sign) in signs)
        {
            while (number >= value)
            {
                text.Append(sign);
                number -= value;
            }
        }

        return text.ToString();
    }
}
