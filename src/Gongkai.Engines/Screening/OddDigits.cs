using System.Globalization;

namespace Gongkai.Engines.Screening;

/// <summary>Digits in another guise: ①②③, ¹²³, ١٢٣, bold ones of mathematics, 一二三 and 壹贰叁. Only long rows of them are numbers in disguise;
/// a few are a list, a date or a footnote.</summary>
internal static class OddDigits
{
    private const int LeastOdd = 6;
    private const int LeastTogether = 11;
    private const char HighOfMathematics = '\uD835';
    private const string Chinese = "〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖貳參陸";
    private const string ChineseValues = "001234567891123456789236";

    private static readonly sbyte[] Values = MakeValues();

    /// <summary>Every character that may be such a digit, or the beginning of one.</summary>
    public static IEnumerable<char> Characters => Enumerable.Range(0, Values.Length).Where(c => Values[c] >= 0).Select(c => (char)c).Append(HighOfMathematics);

    /// <summary>The same text, of the same length, with plain digits in their place; the text itself when it has none.</summary>
    public static string Plain(string text)
    {
        char[]? plain = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (ValueAt(text, at, out _) < 0)
            {
                continue;
            }

            var end = Row(text, at, out var odd, out var together);
            if (odd >= LeastOdd && together >= LeastTogether)
            {
                plain ??= text.ToCharArray();
                Replace(text, at, end, plain);
            }

            at = end - 1;
        }

        return plain is null ? text : new string(plain);
    }

    private static int Row(string text, int start, out int odd, out int together)
    {
        (odd, together) = (0, 0);
        var end = start;
        for (var at = start; at < text.Length; at++)
        {
            if (ValueAt(text, at, out var length) >= 0)
            {
                odd++;
                together++;
                at += length - 1;
                end = at + 1;
            }
            else if (char.IsAsciiDigit(text[at]) || text[at] is >= '０' and <= '９')
            {
                together++;
                end = at + 1;
            }
            else if (at > end || !IsBetween(text[at]))
            {
                break;
            }
        }

        return end;
    }

    private static bool IsBetween(char c) => c is ' ' or '-' or '\u3000' or '\u00A0' or '－' or '—' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    // A digit of two characters becomes one and a character that is not seen.
    private static void Replace(string text, int start, int end, char[] plain)
    {
        for (var at = start; at < end; at++)
        {
            var value = ValueAt(text, at, out var length);
            if (value >= 0)
            {
                plain[at] = (char)('0' + value);
                if (length == 2)
                {
                    plain[++at] = '\u200B';
                }
            }
        }
    }

    private static int ValueAt(string text, int at, out int length)
    {
        length = 1;
        if (text[at] != HighOfMathematics)
        {
            return Values[text[at]];
        }

        length = 2;
        return at + 1 < text.Length && text[at + 1] is >= '\uDFCE' and <= '\uDFFF' ? (text[at + 1] - '\uDFCE') % 10 : -1;
    }

    private static sbyte[] MakeValues()
    {
        var values = new sbyte[char.MaxValue + 1];
        for (var c = 0; c < values.Length; c++)
        {
            var isPlain = c is < 0x80 or (>= '０' and <= '９');
            values[c] = (sbyte)(isPlain ? -1 : CharUnicodeInfo.GetDigitValue((char)c));
        }

        for (var i = 0; i < Chinese.Length; i++)
        {
            values[Chinese[i]] = (sbyte)(ChineseValues[i] - '0');
        }

        return values;
    }
}
