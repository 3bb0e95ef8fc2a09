using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.Documents.Facts;

/// <summary>Lines of official documents in one form, and the kinds of line that stand around a title.</summary>
internal static partial class FactText
{
    /// <summary>Without blanks at the ends and without the blanks that spread letters over a line (某 某 大 学).</summary>
    public static string Clean(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            text.Append(c is '\u3000' or '\u00A0' or '\t' or '\u2003' ? ' ' : c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c);
        }

        var trimmed = text.ToString().Trim();
        return BlankBetweenHan().Replace(trimmed, "");
    }

    /// <summary>Whether the line is a name of a school, a department or a committee and nothing else.</summary>
    public static bool IsAgency(string line) => line.Length is >= 3 and <= 40 && AgencyLine().IsMatch(line);

    /// <summary>A line that only marks, never names: secrecy, urgency, copy number, signer, page number.</summary>
    public static bool IsMark(string line) => MarkLine().IsMatch(line);

    /// <summary>一、 （一） 1. 第一章 and the like at the beginning of a line.</summary>
    public static bool IsNumbered(string line) => NumberedLine().IsMatch(line);

    /// <summary>A day in Arabic or Chinese digits that fills the line, if need be after an issuer.</summary>
    public static (DateOnly Day, string Before)? DateAtEnd(string line)
    {
        var match = DateLine().Match(line);
        return match.Success && Day(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) is { } day
            ? (day, match.Groups["before"].Value.Trim())
            : null;
    }

    /// <summary>The first day named in a text.</summary>
    public static DateOnly? FirstDate(string text)
    {
        var match = AnyDate().Match(text);
        return match.Success ? Day(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value) : null;
    }

    private static DateOnly? Day(string year, string month, string day)
    {
        var (y, m, d) = (Digits(year), Digits(month), Digits(day));
        return y is >= 1900 and <= 2100 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    // 二〇二四 digit by digit; 十二, 二十, 三十一 as they are counted; Arabic as it is.
    private static int Digits(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var arabic))
        {
            return arabic;
        }

        const string Han = "〇一二三四五六七八九";
        var number = 0;
        if (text.Length == 4)
        {
            foreach (var c in text)
            {
                number = (number * 10) + Math.Max(0, Han.IndexOf(c is '○' or 'Ｏ' or 'O' or '零' or '0' or '◯' ? '〇' : c));
            }

            return number;
        }

        var ten = text.AsSpan().IndexOfAny('十', '廿', '卅');
        if (ten < 0)
        {
            return Math.Max(0, Han.IndexOf(text, StringComparison.Ordinal));
        }

        var tens = text[ten] switch { '廿' => 2, '卅' => 3, _ => ten > 0 ? Math.Max(1, Han.IndexOf(text[0])) : 1 };
        return (tens * 10) + (ten + 1 < text.Length ? Math.Max(0, Han.IndexOf(text[ten + 1])) : 0);
    }

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF〇]) +(?=[\u4E00-\u9FFF〇])")]
    private static partial Regex BlankBetweenHan();

    [GeneratedRegex(@"^[\u4E00-\u9FFFA-Za-z（）()、·\s]*(大学|学院|学校|职院|高专|分校|处|部|室|委员会|党委|团委|工会|纪委|中心|局|厅|院|会|组|公司|馆|所|站|科|系|政府|基金会|校区|办)(（[^）]{2,12}）)?$")]
    private static partial Regex AgencyLine();

    [GeneratedRegex(@"^((绝密|机密|秘密)(★.*)?|特急|加急|平急|特提|急件|签发人\s{0,8}[:：].*|\d{1,8}|[—\-–－]?\s{0,8}\d{1,4}\s{0,8}[—\-–－]?|第\d+页.*|[★*]+|内部资料.*)$")]
    private static partial Regex MarkLine();

    [GeneratedRegex(@"^(第[一二三四五六七八九十百零〇\d]+[章节条编部]|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+\s{0,8}[.．、](?!\d))")]
    private static partial Regex NumberedLine();

    [GeneratedRegex(@"^(?<before>[^\d，。；]{0,60}?)(?<y>(19|20)\d{2}|[一二][〇○ＯO零0◯一二三四五六七八九]{3})\s{0,8}[年.\-/]\s{0,8}(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s{0,8}[月.\-/]\s{0,8}(?<d>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s{0,8}日?$")]
    private static partial Regex DateLine();

    [GeneratedRegex(@"(?<y>(19|20)\d{2}|[一二][〇○ＯO零0◯一二三四五六七八九]{3})\s{0,8}[年.\-/]\s{0,8}(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s{0,8}[月.\-/]\s{0,8}(?<d>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s{0,8}日?")]
    private static partial Regex AnyDate();
}
