using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.ReportChecks;

/// <summary>A school year named in the text.</summary>
/// <param name="Span">Where.</param>
/// <param name="Year">The school year; null when its two years do not follow each other.</param>
/// <param name="Text">As it is written.</param>
internal sealed record YearMention(TextSpan Span, AcademicYear? Year, string Text);

/// <summary>The report's statement of the days its figures are from.</summary>
/// <param name="Span">From the first date to the last.</param>
/// <param name="From">The first date.</param>
/// <param name="To">The last date.</param>
internal sealed record StatedPeriod(TextSpan Span, DateMention From, DateMention To);

/// <summary>Finds the school years and the stated period of a report.</summary>
internal static partial class PeriodReader
{
    // What may stand between the two years; without one there is no school year.
    private static readonly SearchValues<char> Joints = SearchValues.Create("&-‐‑‒–—―─━−－﹣﹘~～〜∼˜/／至到一");

    public static List<YearMention> Years(string folded, IReadOnlyList<Block> blocks)
    {
        var years = new List<YearMention>();
        foreach (var block in blocks)
        {
            if (!block.Span.In(folded).ContainsAny(Joints))
            {
                continue;
            }

            var text = block.Span.Of(folded);
            foreach (var match in Year().Matches(text).Concat(YearInCharacters().Matches(text)).OrderBy(m => m.Index))
            {
                var known = AcademicYear.TryParse(Entity().Replace(match.Value, "—"), out var year);
                years.Add(new YearMention(
                    new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length), known ? year : null, match.Value));
            }
        }

        return years;
    }

    /// <summary>The school year of the title: the first one within the first lines, unless a sentence names it.</summary>
    public static YearMention? OfTitle(string folded, IReadOnlyList<Block> blocks, IReadOnlyList<YearMention> years)
    {
        foreach (var block in blocks.Where(b => b.Kind is BlockKind.Prose or BlockKind.Heading).Take(12))
        {
            var line = block.Span.Of(folded);
            if (line.Length > 60 || line.Contains('。', StringComparison.Ordinal))
            {
                continue;
            }

            if (years.FirstOrDefault(y => block.Span.Contains(y.Span)) is { } year)
            {
                return year;
            }
        }

        return null;
    }

    /// <summary>The year of a title such as 2023年度信息公开工作报告.</summary>
    public static (int Year, TextSpan Span)? CalendarYear(string folded, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks.Where(b => b.Kind is BlockKind.Prose or BlockKind.Heading && b.Span.Length <= 60).Take(12))
        {
            var line = block.Span.Of(folded);
            if (!line.Contains('。', StringComparison.Ordinal) && ReportOfYear().Match(line) is { Success: true } match)
            {
                var year = match.Groups["y"];
                return (int.Parse(year.ValueSpan, CultureInfo.InvariantCulture), new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length));
            }
        }

        return null;
    }

    /// <summary>The years of the reports that the text names itself by: 现公布本校2023年度信息公开工作报告.</summary>
    public static IEnumerable<(int Year, TextSpan Span)> ReportYears(string folded) =>
        ReportOfYear().Matches(folded).Select(m => (int.Parse(m.Groups["y"].ValueSpan, CultureInfo.InvariantCulture), new TextSpan(m.Index, m.Index + m.Length)));

    [GeneratedRegex(@"(?<![-—–~～至\d])(?<y>20\d{2})\s*年(?:度)?(?:学校|学院|高校)?信息公开(?:工作)?(?:年度)?(?:工作)?报告(?!》)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReportOfYear();

    public static StatedPeriod? Stated(string folded, IReadOnlyList<DateMention> dates)
    {
        for (var i = 1; i < dates.Count; i++)
        {
            var (from, to) = (dates[i - 1], dates[i]);
            var between = folded.AsSpan(from.Span.End, to.Span.Start - from.Span.End).Trim();
            between = between.StartsWith("起") ? between[1..].TrimStart(' ').TrimStart('，').TrimStart(',') : between;
            if (from.HasDay && to.HasDay && between.Length is > 0 and <= 4 && ((between.Length <= 2 && AcademicYear.IsDash(between[0]) && AcademicYear.IsDash(between[^1])) || Until().IsMatch(between))
                && (IsSchoolYear(from, to) || IsStatement(folded, from.Span.Start, to.Span.End)))
            {
                return new StatedPeriod(new TextSpan(from.Span.Start, to.Span.End), from, to);
            }
        }

        return null;
    }

    // 起于2016年9月1日，止于2017年8月31日: no other stretch of time begins and ends so.
    private static bool IsSchoolYear(DateMention from, DateMention to) =>
        from is { Month: 9, Day: 1 } && to is { Month: 8, Day: 30 or 31 } && to.Year == from.Year + 1;

    /// <summary>School years named by their months: 2012年9月至2013年8月.</summary>
    public static IEnumerable<YearMention> SchoolYears(string folded)
    {
        foreach (Match match in Months().Matches(folded))
        {
            var from = int.Parse(match.Groups["from"].ValueSpan, CultureInfo.InvariantCulture);
            var to = match.Groups["to"].Success ? int.Parse(match.Groups["to"].ValueSpan, CultureInfo.InvariantCulture) : from + 1;
            yield return new YearMention(
                new TextSpan(match.Index, match.Index + match.Length), to == from + 1 ? WorkingDays.AcademicYear.Of(new DateOnly(from, 9, 1)) : null, match.Value);
        }
    }

    private static bool IsStatement(string folded, int start, int end)
    {
        var before = folded.AsSpan(Math.Max(0, start - 40), Math.Min(40, start));
        before = before[(before.LastIndexOfAny('。', '\n') + 1)..];
        var after = folded.AsSpan(end, Math.Min(24, folded.Length - end));
        var stop = after.IndexOfAny('。', '\n');
        return Statement().IsMatch($"{before}#{(stop < 0 ? after : after[..stop])}");
    }

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d{2}\s*年?\s*(?:(?:[-‐‑‒–—―─━−－﹣﹘~～〜∼˜/／至到一]|&(?:[mn]dash|minus|#82(?:11|12|13)|#45);?)\s*){1,2}(?:(?:19|20)\d{2}\s*(?:学年度?|年度(?=信息公开)|(?!\d|\s*年\s*\d))|\d{2}\s*学年度?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();

    // 2021&mdash;2022: the dash as a web page wrote it.
    [GeneratedRegex(@"&(?:[mn]dash|minus|#82(?:11|12|13)|#45);?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"^(?:[，,]\s*)?(?:止于|截至|截止|终于|结束于|到|至)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Until();

    [GeneratedRegex(@"二[〇○零0Oo][一二三四五六七八九〇○零]{2}\s*年?\s*[-–—―─－~～至到]{1,2}\s*二[〇○零0Oo][一二三四五六七八九〇○零]{2}\s*年?\s*学年度?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearInCharacters();

    [GeneratedRegex(@"(?<from>(?:19|20)\d{2})年9月(?:1日)?(?:起|开始)?\s*[，,]?\s*[-—–~～至到]{1,2}\s*(?:次年|翌年|(?<to>(?:19|20)\d{2})年)8月(?:31日)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Months();

    [GeneratedRegex(@"统计|起止|数据|期限|时间范围|报告期|所列|时段|时间段|周期|区间|涵盖|覆盖|本报告|报告年度|截止时间|时间[为是自从]*#|#(?:期间|内)?的?[\u4e00-\u9fa5]{0,14}(?:报告|汇报|公布|公开|总结|通报|说明|报送)如下", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Statement();
}
