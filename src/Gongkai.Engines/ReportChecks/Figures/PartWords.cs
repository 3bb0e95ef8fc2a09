using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>The words that join a total with its parts, divide it or break its list off. A glance at the characters spares most of the searches: few gaps hold any of these words.</summary>
internal static partial class PartWords
{
    private static readonly SearchValues<char> VerbSigns = SearchValues.Create("通发编召开举收受答回推更报印出接组完办建新拥阅浏点转培公制修听处参粉关访解刊维设覆惠");
    private static readonly SearchValues<char> StopSigns = SearchValues.Create("按从看另此同较比增提下减均截计共总上去全");

    /// <summary>Whether a part is what remains: then all of the total is named.</summary>
    public static bool IsRest(Figure part) => part.Label.AsSpan().ContainsAny('其', '剩', '余') && Rest().IsMatch(part.Label);

    /// <summary>Whether words say that what follows is some of it: 其中.</summary>
    public static bool IsSome(string gap) => gap.AsSpan().ContainsAny('中', '含', '里') && Some().IsMatch(gap.Contains(')', StringComparison.Ordinal) ? Closed().Replace(gap, "") : gap);

    /// <summary>Whether words say that only the greatest parts follow: 主要涉及.</summary>
    public static bool IsMainly(string gap) => Mainly().IsMatch(gap);

    /// <summary>Whether words say by what the whole is divided: 按类别分.</summary>
    public static bool IsBy(string gap) => gap.AsSpan().ContainsAny('按', '从') && By().IsMatch(gap);

    /// <summary>Whether words say that the whole holds what follows: 包括.</summary>
    public static bool IsIncludes(string gap) => gap.AsSpan().ContainsAny('包', '分', '由') && Includes().IsMatch(gap);

    /// <summary>Whether words say that the whole is made up of what stands before: 组成.</summary>
    public static bool IsComposed(string words) => words.Contains('成', StringComparison.Ordinal) && Composed().IsMatch(words);

    /// <summary>Whether words say that the list of parts is over.</summary>
    public static bool IsStop(string gap) => gap.AsSpan().ContainsAny(StopSigns) && Stop().IsMatch(gap);

    /// <summary>Whether a clause says by how much something grew or fell.</summary>
    public static bool IsChange(string clause) => Change().IsMatch(clause);

    /// <summary>Whether words begin with what is done: 发布, 召开 ….</summary>
    public static bool IsVerb(string words) => words.Length > 0 && VerbSigns.Contains(words[0]) && Verb().IsMatch(words);

    /// <summary>What the words before a figure begin with, once joints and place holders are taken off.</summary>
    public static string Words(string gap) => Lead().Replace(gap.Trim(), "");

    [GeneratedRegex(@"主要|集中|重点", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mainly();

    [GeneratedRegex(@"其中(?![^，,、;。]{0,12}最[多少高低])|当中有|含有(?=[^，,;。]{0,10}$)|(?<=[(，,])\s*含(?!在|于)|^\s*[\u4e00-\u9fa5]{0,8}(?:(?<!其)中|里)(?:[，,:]|涉及)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Some();

    [GeneratedRegex(@"(?<!不)包括(?!在)|(?<!不)包含(?!在|于)|分为|分布为|[，,]由(?![^，,。;]{1,12}(?:提出|负责|承担|申请|提供|发布|牵头|完成|办理))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Includes();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Closed();

    [GeneratedRegex(@"组成|构成", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Composed();

    [GeneratedRegex(@"其他|其余|其它|剩余|余下|剩下", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rest();

    [GeneratedRegex(@"按[^，,。;:]{1,12}(?:分|划分|统计|来看|看|计)[类为]?[，,:]|按[^，,。;:]{1,12}(?:分|划分)[类为]?|从[^，,。;:]{1,12}看[，,:]|从[^，,。;:]{1,6}上看", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"(?<!比)较(?!好|满意|差|了解)|同比|环比|增加|增长|减少|下降|净增|比上|比去", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Change();

    [GeneratedRegex(@"按[^，,。;:]{1,12}(?:分|划分|看[，,:])|分[^，,。;:]{1,6}看|从[^，,。;:]{1,12}看|另外|此外|另有|另[行设]|同时|同比|环比|相比|(?<!比)较(?!好|满意|差|了解)|比(?:上|去|前|(?:19|20)\d)|净增|增长|提高|下降|[，,、;]\s*(?:增加|减少)|平均|[人日月周年场]均|截至|累计|总计|合计|共计|总共|;\s*全[校院]|[，,、;]\s*共|总数|总量|上一?学?年(?!度?(?:末|底)?(?:结转|结余))|去年", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stop();

    [GeneratedRegex(@"^(?:[条件篇项份个次]|[，,、;:()\s]|其中|包括|包含|涵盖|分别|并|还|另|全年|全校|本学?年度?|学校|年内|主要|有|为|是)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:通过[^，,]{1,16}?)?(?:发布|编发|编印|编辑|召开|开展|举办|举行|收到|受理|答复|回复|推送|更新|报送|印发|出版|出台|接待|组织|完成|办理|办结|建立|建成|新增|拥有|阅读|浏览|点赞|转发|培训|公开(?!招|竞|遴|课|询)|推出|制作|修订|制定|接听|处理|参与|参加|粉丝|关注|访问|点击|解答|回应|刊发|刊登|维护|设置|设立|开设|覆盖|惠及)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Verb();
}
