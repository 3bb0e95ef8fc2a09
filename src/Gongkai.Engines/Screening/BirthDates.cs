using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Finds birth dates, by the words beside them or the head of their column.</summary>
internal static partial class BirthDates
{
    private const string Day = @"(19|20)\d{2}\s{0,4}[年./\-]\s{0,4}\d{1,2}\s{0,4}[月./\-]\s{0,4}\d{1,2}\s{0,4}日?";
    private const string InWords = @"[一二][九〇○零Ｏ][〇○零一二三四五六七八九]{2}年[正元一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日";
    private const string Month = "(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}";
    private const string Foreign = @"\d{1,2}(st|nd|rd|th)?[ \-]" + Month + @"\.?,?[ \-](19|20)\d{2}|" + Month + @"\.? \d{1,2}(st|nd|rd|th)?,? (19|20)\d{2}|\d{1,2}[/.\-]\d{1,2}[/.\-](19|20)\d{2}(?!\d)";

    // 毕业生于2023年6月20日离校, 产生于1950年: the end of another word and the beginning of a date.
    private const string EndsOfWords = "毕学业究考招新先产诞发习该师女男医衍再派滋萌养民卫寄野人一平余重优士花科专换修培向送免读长术育项听届班校困录取报训级年外港台陆宿贫调国";

    public static void Find(string text, LabelKind column, List<Hit> hits)
    {
        if ((column & LabelKind.Birth) != 0)
        {
            if (Cell().Match(text) is { Success: true } cell)
            {
                hits.Add(new Hit("pii.birth-date", cell.Index, cell.Length));
            }

            return;
        }

        foreach (Match match in Prose().Matches(text))
        {
            var date = match.Groups["date"];
            hits.Add(new Hit("pii.birth-date", date.Index, date.Length));
        }
    }

    [GeneratedRegex(@"(19|20)\d{2}\s{0,4}[年./\-]\s{0,4}\d{1,2}(\s{0,4}[月./\-]\s{0,4}\d{1,2}\s{0,4}日?)?\s{0,4}月?|(?<!\d)(19|20)\d{2}(0[1-9]|1[0-2])((0[1-9]|[12]\d|3[01]))?(?!\d)|^[1-4]\d{4}$|" + Foreign + "|" + InWords + @"|(?<!\d)\d{2}[./\-]\d{1,2}[./\-]\d{1,2}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Cell();

    [GeneratedRegex(@"(出生日期|出生年月日?|出生时间|(?<![" + EndsOfWords + "])(生日|生于)|出生于|出生|birth(day|\\s{0,4}date)?|(?<![a-z])(d\\.?o\\.?b\\.?|date of birth|(?<!(university|school|college|institute|library|party|society|league|idea|project|system|republic)[^.\\n]{0,20})born( on)?))"
        + @"\s{0,4}[:：为是|\t ]{0,6}\s{0,4}(?<date>" + Day + @"|(?<=出生年月\s{0,4}[:：]\s{0,4})(19|20)\d{2}\s{0,4}[年./\-]\s{0,4}\d{1,2}\s{0,4}月?|(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)|" + InWords + "|" + Foreign + ")"
        + "|(?<date>" + Day + "|" + InWords + @")\s{0,4}(出\s{0,4}生|生(?![产效成活态日物源前育长变存命意理鲜均动化肖]))", RegexOptions.IgnoreCase)]
    private static partial Regex Prose();
}
