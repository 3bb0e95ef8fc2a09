using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>A number with everything that says what it counts. Most numbers are like no other, so what sets one apart is worked out when it is asked for.</summary>
internal sealed partial class Mention
{
    private static readonly SearchValues<char> Joints = SearchValues.Create("，,;()、\n");

    private const int Lead = 40;
    private const int Near = 30;
    private const int Tail = 12;
    private const int LongestLabel = 24;

    private readonly string _before;
    private bool? _isPlanned;
    private bool? _isGeneral;
    private bool? _opensPart;

    private Mention(Figure figure, int sentence, string own, string behind, string before, string heading)
    {
        (Figure, Sentence, Own, Behind, _before) = (figure, sentence, own, behind, before);
        var (said, context, section) = (Phrase.Of($"{own}#{behind}"), Phrase.Of(before.Length > Lead ? before[^Lead..] : before), Phrase.Of(heading));
        var counted = Phrase.Of(behind);
        IsBare = said.IsEmpty;
        IsNamed = counted.Pairs.Count >= 2;
        Said = IsNamed ? counted : !IsBare ? said : heading.Contains("申请", StringComparison.Ordinal) || context.IsEmpty ? section : context;
        Context = [.. context.Pairs, .. section.Pairs, .. said.Pairs];
        IsJoint = Joint().IsMatch(own);
    }

    public Figure Figure { get; }

    /// <summary>Which sentence it stands in.</summary>
    public int Sentence { get; }

    /// <summary>Its clause up to the number.</summary>
    public string Own { get; }

    /// <summary>What is counted, behind the number.</summary>
    public string Behind { get; }

    /// <summary>What is said of it; of a number without words what stands before it.</summary>
    public Phrase Said { get; }

    /// <summary>Whether its clause says nothing.</summary>
    public bool IsBare { get; }

    /// <summary>Whether a name of three characters and more stands behind the number: 二十次接待日.</summary>
    public bool IsNamed { get; }

    /// <summary>What the sentence and the heading say besides.</summary>
    public HashSet<int> Context { get; }

    /// <summary>Whether it counts two things together: 书记信箱和校长信箱.</summary>
    public bool IsJoint { get; }

    /// <summary>Whether it is a plan, a rule or an average.</summary>
    public bool IsPlanned => _isPlanned ??= Planned().IsMatch(Own + Behind) || MostOfAll().IsMatch(_before);

    /// <summary>Whether all it says is said of many things: 参加, 用时.</summary>
    public bool IsGeneral => _isGeneral ??= General().IsMatch(Own) && Behind.Length <= 2;

    /// <summary>Whether its sentence begins with 其中: one of what the sentence before told.</summary>
    public bool OpensPart => _opensPart ??= OfSome().IsMatch(_before + Own);

    /// <summary>Of an earlier time, a change, a part.</summary>
    public string Time => field ??= string.Concat(Then().IsMatch(Own) ? 'T' : '-', Change().IsMatch(Own) ? 'C' : '-', Own.Contains("其中", StringComparison.Ordinal) ? 'P' : '-');

    /// <summary>What marks it as one of several: 网络, 不予, 学生.</summary>
    public string Marks => field ??= Set(Marked(), Own + Behind);

    /// <summary>The groups and channels it belongs to.</summary>
    public string Groups => field ??= Set(Grouped(), (_before.Length > Near ? _before[^Near..] : _before) + Own + Behind);

    /// <summary>Whether it is one of the parts of a number before it.</summary>
    public bool IsPart { get; private set; }

    /// <summary>The numbers of the sentences.</summary>
    public static List<Mention> Read(Reading reading, int most)
    {
        var lines = FigureLine.Of(reading);
        var mentions = new List<Mention>();
        for (var at = 0; at < lines.Count && mentions.Count < most; at++)
        {
            var heading = reading.HeadingAbove(lines[at].Sentence.Span.Start)?.Title ?? "";
            for (var i = 0; i < lines[at].Count; i++)
            {
                if (lines[at].Figures[i].Unit.Length > 0)
                {
                    mentions.Add(Of(reading, lines[at], i, at, heading));
                }
            }
        }

        return mentions;
    }

    /// <summary>A cell of a table, named by its row; it has no measure word.</summary>
    public static Mention OfCell(string row, decimal value, TextSpan span, int sentence) =>
        new(new Figure(row, value, "", false, null, span), sentence, row, "", "", "");

    /// <summary>Whether the other may count the same things, although the measure words differ: 申请5份 and 5件.</summary>
    public bool IsAlike(Mention other) => (other.Figure.Unit.Length == 0 && !Units.IsMeasure(Figure.Unit)) || Units.AreAlike(Figure.Unit, other.Figure.Unit) || (IsRequest && other.IsRequest);

    private bool IsRequest => Figure.Unit is "个" or "条" or "项" or "件" or "份" && (Own.Contains("申请", StringComparison.Ordinal) || Behind.Contains("申请", StringComparison.Ordinal));

    private static Mention Of(Reading reading, FigureLine line, int i, int sentence, string heading)
    {
        var (text, figure) = (reading.Folded, line.Figures[i]);
        var lead = text[line.Sentence.Span.Start..figure.Span.Start];
        var start = lead.AsSpan().LastIndexOfAny(Joints) + 1;
        // 1,200条: a comma within a number ends no clause.
        while (start > 1 && start < lead.Length && lead[start - 1] == ',' && char.IsAsciiDigit(lead[start]) && char.IsAsciiDigit(lead[start - 2]))
        {
            start = lead.AsSpan(0, start - 1).LastIndexOfAny(Joints) + 1;
        }

        var (own, before) = (Digits().Replace(lead[start..], "#"), lead[..start]);
        before = before[(before.LastIndexOf(';') + 1)..];
        var end = Math.Min(Math.Min(text.Length, line.Sentence.Span.End), figure.Span.End + Tail);
        var behind = Counted().Match(text[figure.Span.End..end]).Value;
        var mention = new Mention(figure, sentence, own.Length > Lead ? own[^Lead..] : own, behind, before, heading.Length <= LongestLabel ? heading : "");
        mention.IsPart = (Belongs(text, line, i) && !Summed().IsMatch(own)) || By().IsMatch(lead) || (mention.IsBare && start > 0 && lead[start - 1] == '、');
        return mention;
    }

    private static bool Belongs(string text, FigureLine line, int i)
    {
        var same = Enumerable.Range(0, line.Count).Where(k => line.Figures[k].Unit == line.Figures[i].Unit).ToList();
        return same.Exists(k => k < i && line.Figures[k].Value >= line.Figures[i].Value && Divides().IsMatch(text[line.Figures[k].Span.End..line.Figures[i].Span.Start]))
            || (same.Count >= 3 && same[0] != i && line.Gap(i).Contains('、', StringComparison.Ordinal)) || (same.Count >= 3 && same[0] != i && i + 1 < line.Count && line.Gap(i + 1).StartsWith('、'));
    }

    private static string Set(Regex form, string words) => string.Join(' ', form.Matches(words).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^(?:其中|累计|共计|总计|合计|共|有|实际|平均|答复|办理|最长|最短|约|为|的)*(?:参加|参与|到会|参会|出席|到场|用时|历时|耗时|答复用时)(?:人员|人数)?(?:约|为|达|共|有)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex General();

    [GeneratedRegex(@"^\s*其中", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfSome();

    [GeneratedRegex(@"\d[\d,.]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();

    // Up to where the sentence goes on to say something of it.
    [GeneratedRegex(@"^(?:(?!中|里|之内|均|都|反映|下来|成为|累计|先后|可|以|形成|被|共|的|流程|汇编|予以|逐|全部|基础|在|仍|时|无|未|没|不|同时|接听|全|案例|来自|需|分别|经)[\u4e00-\u9fa5 ])*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counted();

    // 按采购方式看，公开招标97则……; 其中，公开5件: one of the kinds.
    [GeneratedRegex(@"^\s*其中|按[^，,。;]{1,10}(?:看|分|统计)|从[^，,。;]{1,10}看", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"合计|共计|总计|总共|一共|[，,]共", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Summed();

    [GeneratedRegex(@"其中|包括|分|[:(]|由|含|^[\u4e00-\u9fa5]{0,8}[中里][，,]?有", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Divides();

    [GeneratedRegex(@"(?:信箱|办公会|党委会|网站|微信|微博|会议)[和与及、]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?<!即)将(?=在|于|继续|进一步|进行|组织|举办|召开|增|达|完成|新|再)|计划|拟(?!录)|力争|不少于|不低于|以内|不超过|至少|限定|规定|增至|第|上届|最多|最少|为主|居多|[由从][^，#]{0,6}$|每|平均|[日人月周年场]均|#(?:个工作日|天|条|分|人)|(?:19|20)\d\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Planned();

    // 招标采购最多，共4件: the greatest of the kinds.
    [GeneratedRegex(@"(?:最多|最少|为主|居多|居首|其次)[，,]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MostOfAll();

    [GeneratedRegex(@"上一?学?年(?!度?的?(?:结转|多|少))|去年|上期|往年|历年|同期|年初", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Then();

    [GeneratedRegex(@"新增|增加|增长|净增|减少|下降|多出|少了|[多少]了?\s*$|降", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Change();

    [GeneratedRegex(@"予以|不予|部分|同意|满意|不适用|不涉及|不合格|不公开|未|非(?!常)|无法|不存在|网络|网上|信函|邮件|邮寄|当面|书面|现场|公民|法人|自然人|学生(?!会)|教师(?!代)|教职工|家长|校外|校内|省内|省外|线上|线下|直属|附属|二级|其他|其余|网页|传真|企业|科研|图片|视频|原创|延期|按时|两项|三项|两者|前两|差额|和[\u4e00-\u9fa5]{2,6}(?:两项|合计)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"微信|微博|抖音|视频号|头条|B站|快手|小红书|本科|研究生|硕士|博士|专科|预科|留学生|书记|招生|财务|采购", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Grouped();
}
