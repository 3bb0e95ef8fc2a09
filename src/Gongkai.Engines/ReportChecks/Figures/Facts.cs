using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Says which fact of the school year a figure states, so that the same fact in two places can be compared. Knows the facts
/// every report gives, and otherwise compares only statements that say the same in nearly the same words.</summary>
internal static partial class Facts
{
    private const int LeastWords = 6;
    private const int LeastWordsAnywhere = 8;
    private const int LeastWordsOfClause = 4;

    // Each of these sets holds a character of every word its search looks for: most words have none, and a glance costs far less.
    private static readonly SearchValues<char> ElsewhenSigns = SearchValues.Create("上去往历以截累将划拟少则规应较比前月");
    private static readonly SearchValues<char> FillerSigns = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(char.IsWhiteSpace), .. "，,、:。;()计关-—–~～至年目有校共约近达已了为类种形渠以通的期内"]);
    private static readonly SearchValues<char> PartSigns = SearchValues.Create("其新增减下平日人每占第");

    // 公开, 公布, 发布.
    private static readonly SearchValues<char> ProactiveSigns = SearchValues.Create("开布");

    /// <summary>The facts of a sentence; a fact that is not sure is worth a look only.</summary>
    public static IEnumerable<(string Topic, Figure Figure, bool IsSure)> Of(Reading reading, FigureLine line)
    {
        var text = line.Sentence.Span.Of(reading.Folded);
        if (line.Count == 0 && text.Contains("申请", StringComparison.Ordinal) && !Elsewhen().IsMatch(text) && NoRequests().Match(text) is { Success: true } none && !none.Value.Contains("复议", StringComparison.Ordinal))
        {
            var at = line.Sentence.Span.Start + none.Index;
            yield return ("requests", new Figure(none.Value, 0, "件", false, null, new TextSpan(at, at + none.Length)), true);
        }

        // Of a sentence that speaks of no other time no beginning does, unless words are taken out of it.
        var mayBeElsewhen = line.Count > 0 && (text.Contains('截', StringComparison.Ordinal) || (text.AsSpan().ContainsAny(ElsewhenSigns) && Elsewhen().IsMatch(text)));
        for (var i = 0; i < line.Count; i++)
        {
            if ((KnownFacts.Staff(line, i) ?? KnownFacts.Days(line, i)) is { } staff)
            {
                yield return (staff, line.Figures[i], false);
            }

            if (line.Depth(i) > 0 || line.Gap(i).Contains("其中", StringComparison.Ordinal) || (mayBeElsewhen && IsElsewhen(text, line.Figures[i].Span.End - line.Sentence.Span.Start))
                || (line.Clause(i).AsSpan().ContainsAny(PartSigns) && Part().IsMatch(line.Clause(i))) || IsOfOtherYear(reading, line, i))
            {
                continue;
            }

            var known = KnownFacts.Topic(line, i) ?? Topic(reading, line, i, text);
            if (known is not null)
            {
                yield return (known, line.Figures[i], true);
            }

            if (known != "requests" && (IsAllRequests(line, i) || IsHandled(reading, line, i)))
            {
                yield return ("requests", line.Figures[i], false);
            }
            else if (line.Figures[i].Unit == "条" && AllOf().IsMatch(Plain(line.Clause(i))) && AllInformation().IsMatch(line.Behind(i)))
            {
                yield return ("proactive 条", line.Figures[i], false);
            }

            if (Loose(line, i) is { } loose)
            {
                yield return (loose, line.Figures[i], false);
            }
        }
    }

    // 2018—2019学年，学校公开信息6400条: the school year named last before the number is its own.
    private static bool IsOfOtherYear(Reading reading, FigureLine line, int i) =>
        reading.AcademicYear is { } own && reading.Years.FindLast(y => y.Span.Start >= line.Sentence.Span.Start && y.Span.End <= line.Figures[i].Span.Start) is { Year: { } named } && named != own
        && !reading.Folded[line.Sentence.Span.Start..line.Figures[i].Span.Start].Contains("本学年", StringComparison.Ordinal);

    // 以上12件申请均未收费: what is said of all requests repeats how many there were.
    private static bool IsAllRequests(FigureLine line, int i) =>
        line.Figures[i].Unit is "件" or "份" or "条" or "项" or "宗" && AllOf().IsMatch(Plain(line.Clause(i))) && AllRequests().IsMatch(line.Behind(i));

    // 办理依申请公开事项6件: where none was carried over, as many as came.
    private static bool IsHandled(Reading reading, FigureLine line, int i) =>
        line.Figures[i].Unit is "件" or "项" or "份" && line.Clause(i).Contains("依申请", StringComparison.Ordinal) && HandledRequests().IsMatch(Plain(line.Clause(i)))
        && !CarriedOver.IsToldIn(reading.Folded);

    /// <summary>Whether a figure is called a total and nothing else: 共864条.</summary>
    public static bool IsBareTotal(FigureLine line, int i) => line.IsTotal(i) && line.Depth(i) == 0 && Plain(line.Clause(i)).Length == 0;

    private static string Plain(string words) => words.AsSpan().ContainsAny(FillerSigns) ? Filler().Replace(words, "") : words;

    private static string WithoutEnd(string words) => words.Contains('截', StringComparison.Ordinal) ? AtTheEnd().Replace(words, "") : words;

    private static bool IsElsewhen(string text, int end) => Elsewhen().IsMatch(WithoutEnd(text[..end]));

    private static string? Topic(Reading reading, FigureLine line, int i, string text)
    {
        var figure = line.Figures[i];
        var clause = line.Clause(i);
        var after = line.Behind(i);
        if (figure.Unit is "件" or "项" or "份" or "条" or "个" or "起" or "例" or "次" && (clause.Contains('申', StringComparison.Ordinal) || after.Contains('申', StringComparison.Ordinal)) && (Requests().IsMatch(clause) || Requests().IsMatch(clause + after)))
        {
            if (!Qualified().IsMatch(clause + after))
            {
                return FirstOfItsKind(line, i) && RequestWords.AreOfInformation(clause + after) ? "requests" : null;
            }
        }

        // 清单10大类50项共389条: how much stands behind the catalogue.
        if (i > 0 && figure.Unit == "条" && line.Figures[i - 1] is { Value: 50, Unit: "项" or "条" } && text.Contains("清单", StringComparison.Ordinal)
            && line.Gap(i).IndexOfAny(['，', ',', ';']) < 0)
        {
            return "catalogue";
        }

        if (figure.Unit is "条" or "项" or "件" or "篇" && (clause.AsSpan().ContainsAny(ProactiveSigns) || after.AsSpan().ContainsAny(ProactiveSigns)) && (Proactive().IsMatch(Plain(clause)) || ProactiveBehind().IsMatch(Plain(clause + after))) && Channels().Count(line.Gap(i)) == 0)
        {
            var context = Context(reading, line.Sentence);
            return Channels().IsMatch(context) || Field().IsMatch(context) ? null : $"proactive {figure.Unit}";
        }

        var statement = Statement(reading.Folded, line, i);
        return statement.Length < LeastWords ? null
            : $"{(statement.Length >= LeastWordsAnywhere ? "" : Context(reading, line.Sentence))} {statement} {figure.Unit} {Plain(after)}";
    }

    // 保密审查稿件3186件 in two places, whatever stands before it in the sentence: most likely the same.
    private static string? Loose(FigureLine line, int i)
    {
        if (line.Figures[i].Unit == "元" && Money().Match(line.Clause(i)) is { Success: true } money)
        {
            return $"money {money.Groups["n"].Value}";
        }

        if (line.Clause(i).Length < LeastWordsOfClause || !FirstOfItsKind(line, i))
        {
            return null;
        }

        var words = Doing().Replace(Plain(line.Clause(i)), "");
        return words.Length >= LeastWordsOfClause && !words.Any(c => c is '“' or '”' or '《') && !Common().IsMatch(words) && (words.Length >= LeastWords || !General().IsMatch(words))
            ? $"clause {words} {line.Figures[i].Unit} {Plain(line.Behind(i))}"
            : null;
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
    private static bool FirstOfItsKind(FigureLine line, int i)
    {
        for (var k = 0; k < i; k++)
        {
            if (line.Figures[k].Unit == line.Figures[i].Unit)
            {
                return false;
            }
        }

        return true;
    }

    // What the sentence says up to the number without what could be said in other words: time, place holders, who.
    private static string Statement(string text, FigureLine line, int i)
    {
        // Only the first number of a statement is said in full; those after it lean on what was said before.
        var semicolon = line.Gap(i).LastIndexOf(';');
        if (i > 0 && semicolon < 0)
        {
            return "";
        }

        var start = i == 0 ? line.Sentence.Span.Start : line.Figures[i - 1].Span.End + semicolon + 1;
        return Plain(WithoutEnd(text[start..line.Figures[i].Span.Start]));
    }

    // 截至2022年8月31日: the end of the school year is no other time than the report's own.
    [GeneratedRegex(@"截[至止]到?(?:(?:19|20)\d{2}年)?8月(?:31[日号]|底|末)?[，,]?|截[至止]到?(?:目前|学年末|报告期末|(?:19|20)\d{2}年8月底)[，,]?(?![^。]{0,12}累计)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AtTheEnd();

    [GeneratedRegex(@"上一?学年|上年|去年|往年|历年|以来|[年月]来(?!信|访|函|电|自)|截至目前|累计至|将|计划|拟|不少于|原则上|规定|应当|较20|比20|之前|此前|\d{4}年\d{1,2}月", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhen();

    [GeneratedRegex(@"(?:未|没有|无)(?:收到|接到|受理)(?:过|任何|到|公民|法人|其他组织|社会公众|[、和或的])*[^，,。]{0,16}申请", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoRequests();

    [GeneratedRegex(@"^(?:[一二三四五六]是|以上|上述|前述|全部|所有|这|对|将|收到|受理|办理|所收|学校|我校|本校)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AllOf();

    [GeneratedRegex(@"^(?:信息公开|公开|书面)?申请书?(?:$|均|都|全部|无一|逐[件一]|里|中|按期|按时|全数|平均|的?(?:平均|办理|答复)|都|已全部|已悉数|悉数|一律)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AllRequests();

    [GeneratedRegex(@"^(?:[\u4e00-\u9fa5]{0,4})(?:办理|受理|收到|处理|答复|接收|办结)(?:信息)?依申请公开(?:信息|政府信息)?(?:事项|件|业务|申请|工作|办件)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HandledRequests();

    // 2600条信息条条有编号: what is said of all that was made public repeats how much it was.
    [GeneratedRegex(@"^(?:公开)?信息(?:均|都|全部|逐条|条条|无一|一律|悉数|的来源|的发布)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AllInformation();

    // 网络申请39件 is a part; what is said without a verb is the whole only when nothing qualifies it.
    [GeneratedRegex(@"(?:收到|接到|受理|登记|新收|共收)[^。]{0,30}申请|(?<![\u4e00-\u9fa5])(?:本?学?年度?|学校|全校|合计|总计|共计|在|共|计|有|内|只|仅|就|的|公开|信息公开|政府信息公开|依申请公开)*申请(?:总量|总数|数量|数|量|共|计|有|为|达|总计|信息|公开)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Requests();

    [GeneratedRegex(@"申请[里中]|复议|诉讼|信访|立项|专利|课题|学位|入学|报名|补助|奖学金|贷款|转专业|会议室|用印|培训|网上申请|邮件|电子|信函|来信|传真|当面|现场|邮寄|结转|上年|补正|撤回|咨询|答复|办结|主动|属于|工作日|内容为|涉及|查询|(?:网上|线上|网络|当面|现场)(?:受理|收到|接收)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^(?:开通|开设|建有|建立|建成|拥有|设有|现有|制定|出台|举行|召开|举办|收到|编印|编发|印发|选聘|聘任)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Doing();

    // 立项经费6400万元, and again 课题立项经费4600万元.
    [GeneratedRegex(@"(?<n>[\u4e00-\u9fa5]{2}(?:经费|资金))(?:共|共计|总计|合计|达|为|约)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Money();

    [GeneratedRegex(@"^主动公开信息中?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ProactiveBehind();

    [GeneratedRegex(@"^(?:总量|数量|公开数量|公开总量)?各?(?:(?:主动公开|公开发布|对外公[开布]|对外发布|公开)信息(?:总数|总量|数量|数)?|主动公开)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Proactive();

    [GeneratedRegex(@"官网|网站|主页|门户|微信|微博|专栏|专网|公开网|校报|校刊|平台|抖音|视频号|客户端|APP|广播|公众号|OA|头条|清单|栏|橱窗|年鉴|群|领域|方面|学院|处|部", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Channels();

    [GeneratedRegex(@"招生|就业|财务|资产|收费|人事|师资|教学|科研|学生|学风|学位|学科|交流|合作|采购|招标|后勤|基建|党务|医院|图书", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"其中|新增|增加|增长|减少|下降|平均|日均|人均|每|占|第", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"参与|参加|参会|参训|阅读|点赞|浏览|访问|征集|收集|接待|受训|来自|涉及|发布|推送|^(?:予以|部分|不予)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Common();

    [GeneratedRegex(@"(?:信息|图文|文章|新闻|公告|通知|报道|稿件|推文|人员|代表|学生|教师|意见|建议|次数|作品|视频|活动|会议|文件|项目|培训|讲座|申请|来信|来访|问题|事项|情况)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex General();

    [GeneratedRegex(@"[\s，,、:。;()]|据统计|经统计|相关|(?:19|20)\d{2}\s*[-—–~～至]+\s*(?:19|20)?\d{2,4}|[本全]?学年度?|本年度|年度|全年|年内|目前|现有|学校|我校|全校|本校|共计|总计|合计|累计|总共|共|约|近|达到|达|已经|已|了|有|为|各类|各种|形式|渠道|以及|通过|的|一年来|报告期内|期间|内", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Filler();
}
