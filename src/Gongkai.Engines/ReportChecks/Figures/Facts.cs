using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Says which fact of the school year a figure states, so that the same fact in two places can be compared. Knows the facts
/// every report gives, and otherwise compares only statements that say the same in nearly the same words.</summary>
internal static partial class Facts
{
    private const int LeastWords = 6;

    public static IEnumerable<(string Topic, Figure Figure)> Of(Reading reading, FigureLine line)
    {
        var text = line.Sentence.Span.Of(reading.Folded);
        if (Elsewhen().IsMatch(text))
        {
            yield break;
        }

        if (line.Count == 0 && NoRequests().Match(text) is { Success: true } none)
        {
            var at = line.Sentence.Span.Start + none.Index;
            yield return ("requests", new Figure(none.Value, 0, "件", false, null, new TextSpan(at, at + none.Length)));
        }

        for (var i = 0; i < line.Count; i++)
        {
            if (line.Depth(i) > 0 || Topic(reading, line, i, text) is not { } topic)
            {
                continue;
            }

            yield return (topic, line.Figures[i]);
        }
    }

    private static string? Topic(Reading reading, FigureLine line, int i, string text)
    {
        var figure = line.Figures[i];
        var clause = line.Clause(i);
        var after = After(reading.Folded, figure, line.Sentence);
        if (line.Gap(i).Contains("其中", StringComparison.Ordinal) || Part().IsMatch(clause))
        {
            return null;
        }

        if (figure.Unit is "件" or "项" or "份" or "条" or "个" or "起" or "例" or "次" && Requests().IsMatch(clause + after) && !Qualified().IsMatch(clause + after))
        {
            return FirstOfItsKind(line, i) ? "requests" : null;
        }

        // 清单10大类50项共389条: how much stands behind the catalogue.
        if (i > 0 && figure.Unit == "条" && line.Figures[i - 1] is { Value: 50, Unit: "项" or "条" } && text.Contains("清单", StringComparison.Ordinal)
            && line.Gap(i).IndexOfAny(['，', ',', ';']) < 0)
        {
            return "catalogue";
        }

        var context = Context(reading, line.Sentence);
        if (figure.Unit is "条" or "项" or "件" or "篇" && Proactive().IsMatch(Filler().Replace(clause, "")) && Channels().Count(line.Gap(i)) == 0)
        {
            return Channels().IsMatch(context) || Field().IsMatch(context) ? null : $"proactive {figure.Unit}";
        }

        var statement = Statement(reading.Folded, line, i);
        return statement.Length >= LeastWords ? $"{context} {statement} {figure.Unit} {Filler().Replace(after, "")}" : null;
    }

    // Under （二）微信公众号 or 2.招生信息 a figure is about that alone.
    private static string Context(Reading reading, Sentence sentence)
    {
        var heading = reading.HeadingAbove(sentence.Span.Start);
        var block = reading.Blocks[sentence.Block].Span.Start;
        var lead = reading.Folded[block..sentence.Span.Start];
        return $"{(heading is { Rank: > 1 } ? heading.Title : "")}|{(lead.Length is > 0 and <= 40 ? lead : "")}";
    }

    // Of 收到申请5件，3件申请…… only the first is the number received.
    private static bool FirstOfItsKind(FigureLine line, int i) =>
        !Enumerable.Range(0, i).Any(k => line.Figures[k].Unit == line.Figures[i].Unit);

    // What the sentence says up to the number without what could be said in other words: time, place holders, who.
    private static string Statement(string text, FigureLine line, int i)
    {
        var start = line.Sentence.Span.Start;
        for (var k = i - 1; k >= 0; k--)
        {
            if (line.Gap(k + 1).Contains(';', StringComparison.Ordinal))
            {
                start = line.Figures[k].Span.End + line.Gap(k + 1).LastIndexOf(';') + 1;
                break;
            }
        }

        if (line.Figures.Take(i).Any(f => f.Span.Start >= start))
        {
            // Only the first number of a statement is said in full; those after it lean on what was said before.
            return "";
        }

        return Filler().Replace(text[start..line.Figures[i].Span.Start], "");
    }

    private static string After(string text, Figure figure, Sentence sentence)
    {
        var rest = text[figure.Span.End..Math.Min(sentence.Span.End, figure.Span.End + 14)];
        var stop = rest.IndexOfAny(['，', ',', '。', ';', '、', '(', ')', ':']);
        return stop < 0 ? rest : rest[..stop];
    }

    [GeneratedRegex(@"上一?学年|上年|去年|往年|历年|以来|截至目前|累计至|将|计划|拟|不少于|原则上|规定|应当|较20|比20|之前|此前|\d{4}年\d{1,2}月", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhen();

    [GeneratedRegex(@"(?:未|没有|无)(?:收到|接到|受理)(?:过|任何|到|公民|法人|其他组织|社会公众|[、和或的])*[^，,。]{0,16}申请", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoRequests();

    [GeneratedRegex(@"(?:收到|接到|受理)[^。]{0,30}申请|申请[^。]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Requests();

    [GeneratedRegex(@"立项|专利|课题|学位|入学|报名|补助|奖学金|贷款|转专业|会议室|用印|培训|网上申请|邮件|电子|信函|来信|传真|当面|现场|书面|邮寄|结转|上年|补正|撤回|咨询|答复|办结|主动|属于|工作日|内容为|涉及|查询", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^(?:主动公开|公开发布|对外公[开布]|对外发布|公开)信息(?:总数|总量|数量|数)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Proactive();

    [GeneratedRegex(@"官网|网站|主页|门户|微信|微博|专栏|专网|公开网|校报|校刊|平台|抖音|视频号|客户端|APP|广播|公众号|OA|头条|清单|栏|橱窗|年鉴|群|领域|方面|学院|处|部", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Channels();

    [GeneratedRegex(@"招生|就业|财务|资产|收费|人事|师资|教学|科研|学生|学风|学位|学科|交流|合作|采购|招标|后勤|基建|党务|医院|图书", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"其中|新增|增加|增长|减少|下降|平均|日均|人均|每|占|第", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"[\s，,、:。;()]|据统计|经统计|相关|(?:19|20)\d{2}\s*[-—–~～至]+\s*(?:19|20)?\d{2,4}|本?学年度?|本年度|年度|全年|年内|目前|现有|学校|我校|全校|本校|共计|总计|合计|累计|总共|共|约|近|达到|达|已经|已|了|有|为|各类|各种|形式|渠道|以及|通过|的|一年来|报告期内|期间|内", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Filler();
}
