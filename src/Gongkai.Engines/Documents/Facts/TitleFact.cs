using System.Text.RegularExpressions;

namespace Gongkai.Engines.Documents.Facts;

/// <summary>Finds the title: what stands between the head and the addressee or the first sentence, over as many lines as it takes.</summary>
internal static partial class TitleFact
{
    private const int HeadLines = 30;
    private const int MostTitleLines = 6;
    private const int LongestTitle = 160;

    public static string? Find(List<string> lines)
    {
        var start = 0;
        while (start < Math.Min(lines.Count, HeadLines) && IsHead(lines, start))
        {
            start++;
        }

        if (start >= lines.Count)
        {
            return null;
        }

        var title = "";
        for (var i = start; i < Math.Min(lines.Count, start + MostTitleLines); i++)
        {
            var line = lines[i];
            var isFirst = i == start;
            if (IsBodyLine(line) || (!isFirst && !GoesOn(title, line)) || title.Length + line.Length > LongestTitle)
            {
                break;
            }

            title += line;
        }

        return title.Length is >= 3 and <= LongestTitle && title.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF') ? title
            : title.Length is >= 3 && !title.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF') && title.Any(char.IsLetter) ? title
            : null;
    }

    /// <summary>Whether a text ends in a word for a kind of document, as complete titles do.</summary>
    public static bool EndsInKind(string text) => KindAtEnd().IsMatch(text);

    private static bool IsHead(List<string> lines, int at)
    {
        var line = lines[at];
        return FactText.IsMark(line)
            || RedHead().IsMatch(line)
            || DocumentNumberFact.Find([line]) is not null
            || Label().IsMatch(line)
            || AttachmentMark().IsMatch(line)

            // The school's name alone over a number is a red head; over the rest of a title it is the title's first line.
            || (FactText.IsAgency(line) && at + 1 < lines.Count && (DocumentNumberFact.Find([lines[at + 1]]) is not null || FactText.IsMark(lines[at + 1]) || lines[at + 1] is "文件" || RedHead().IsMatch(lines[at + 1])))
            || (FactText.IsAgency(line) && at + 1 < lines.Count && lines[at + 1].StartsWith(line, StringComparison.Ordinal))
            || line is "文件"
            || Navigation().IsMatch(line)

            // The name of a column over the page it belongs to: 年度报告, then the report's own title.
            || (line.Length <= 8 && lines.Skip(at + 1).Take(4).Any(l => l.Length > line.Length + 4 && EndsInKind(l) && !IsBodyLine(l)));
    }

    private static bool IsBodyLine(string line) =>
        line.EndsWith('。') || line.EndsWith('；') || line.EndsWith('：') || line.EndsWith(':') || line.Contains('。', StringComparison.Ordinal)
        || (FactText.IsNumbered(line) && !EndsInKind(line)) || FactText.DateAtEnd(line) is { Before: "" };

    private static bool GoesOn(string title, string next)
    {
        if (Suffix().IsMatch(next))
        {
            return true;
        }

        if (next.Length > 45 || next[0] is '（' or '(' || FactText.IsNumbered(next))
        {
            return false;
        }

        var isOpen = title.Count(c => c == '《') > title.Count(c => c == '》');
        if (isOpen || Dangling().IsMatch(title) || next[0] is '的' or '》')
        {
            return true;
        }

        return !EndsInKind(title) && (EndsInKind(next) || FactText.IsAgency(title));
    }

    [GeneratedRegex(@"(通知|通报|公告|公示|通告|决定|决议|意见|办法|规定|细则|规程|规则|条例|章程|制度|准则|守则|标准|规范|方案|计划|规划|纲要|要点|总结|报告|报告书|请示|批复|函|复函|纪要|命令|令|议案|公报|指南|目录|清单|名单|说明|简章|预案|办法摘要|预算|决算|安排|流程|须知|须知书|手册|声明|倡议书|讲话|一览表|汇总表|统计表|情况|简介|结果|信息|表)([（(][^）)]{1,20}[)）])?$")]
    private static partial Regex KindAtEnd();

    [GeneratedRegex(@"^[\u4E00-\u9FFF（）()、]{2,40}文\s{0,8}件$")]
    private static partial Regex RedHead();

    [GeneratedRegex(@"^(索\s{0,8}引\s{0,8}号|信息索引|发文机关|发文单位|发布机构|发布单位|发文字号|文\s{0,8}号|成文日期|生成日期|发布日期|发布时间|信息名称|信息类别|主题词|来源|作者|点击|浏览|密级|公开属性|主题分类|当前位置|首页)\s{0,8}[:：>】]?")]
    private static partial Regex Label();

    [GeneratedRegex(@"(首页|当前位置).*(>|»|›|/)|>>")]
    private static partial Regex Navigation();

    [GeneratedRegex(@"^附\s{0,8}件\s{0,8}[\d一二三四五六七八九十]{0,3}\s{0,8}[:：]?$")]
    private static partial Regex AttachmentMark();

    [GeneratedRegex(@"^[（(][^）)]{0,20}(试行|暂行|修订|修正|草案|征求意见稿|送审稿|讨论稿|试用|节选|摘要)[^）)]{0,6}[)）]$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"(关于|印发|转发|发布|公布|开展|做好|加强|进一步|的|和|与|及|暨|、|年|年度|在|对|为|将|给予|学年|学年度)$")]
    private static partial Regex Dangling();
}
