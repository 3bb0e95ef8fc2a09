using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Finds what befell a person, said right behind the name: illness, loss, offences and what followed from them. 刘某核酸检测结果呈阳性,
/// 马某（软件2班），因患抑郁症申请休学, 取消陈某入学资格, Zhao Lei was placed on probation.</summary>
internal static partial class Adversity
{
    private const string Kin = "(父亲|母亲|父母(双方|双双)?|爷爷|奶奶|祖父|祖母|妻子|丈夫|配偶|儿子|女儿|哥哥|姐姐|弟弟|妹妹)";
    private const string Illness = "(" + Circumstances.Illness + "|色盲|色弱|瘫痪|骨折|病毒)";

    // What may stand between a name and what is said: 同学（软件2班），女，学号：2021010101，
    private const string Between = @"(同学|同志|老师|等人)?([（(][^）)\n]{0,20}[)）])?([，,]\s?[男女])?([，,]\s?(学籍?号|工号|考生号)\s?[:：]?\s?[A-Za-z]?\d{4,16})?[，,]?\s{0,2}(本人|已|曾|现|目前|系|为|是|在[^，。；\n]{0,16}[中时内])?";

    public static void Find(string text, List<Hit> hits)
    {
        foreach (var match in Befell().Matches(text).Concat(Lost().Matches(text)))
        {
            if (!Work().IsMatch(match.Value) && !IsWork(text, match.Index + match.Length))
            {
                Circumstances.Add(match, hits);
            }
        }

        foreach (var name in Foreign().Matches(text).Where(m => !hits.Exists(h => m.Index < h.Start + h.Length && h.Start < m.Index + m.Length)))
        {
            hits.Add(new Hit("pii.sensitive", name.Index, name.Length));
        }
    }

    // 王某患癌症患者护理研究: the words go on to what somebody works on.
    private static bool IsWork(string text, int from)
    {
        var behind = text.AsSpan(from, Math.Min(12, text.Length - from));
        var stop = behind.IndexOfAny("，。；,\n");
        return Work().IsMatch(stop < 0 ? behind : behind[..stop]);
    }

    [GeneratedRegex(Circumstances.Boundary + Circumstances.Name + Between + "("
        + "(核酸|抗原|HIV|艾滋|乙肝|结核|梅毒)[^，。；\\n]{0,12}阳性|(感染|罹患|患|查出|(被)?诊断(为|出|患有))[^，。；\\n]{0,4}" + Illness
        + "|(乙肝|HIV|艾滋)[^，。；\\n]{0,4}(携带者|大三阳|小三阳)|" + Circumstances.Illness + "[^，。；\\n]{0,4}(早期|晚期|患者(?=[，。；]|$))"
        + "|双[相向]情感障碍|有[^，。；\\n]{0,8}(病史|自杀倾向|自杀意念|自残|轻生)|有?自杀未遂|怀孕(?!期)"
        + "|因[^，。；\\n]{0,10}(病|症|伤|怀孕|流产|" + Illness + ")[^，。；\\n]{0,6}(休学|退学|不予录取)|因(色盲|色弱)|因[^，。；\\n]{0,4}" + Kin + "[^，。；\\n]{0,6}(患|病|癌|早逝|去世|残疾|瘫痪)"
        + "|(的|其)?" + Kin + "[^，。；\\n]{0,4}(患[上有]?(?![者难])|身患|早逝|病故|病逝|去世|双亡|亡故|离异|残疾|瘫痪|重病|下岗)|父母双亡|父母离异"
        + "|(家庭|家中|家里)(突发|遭遇|遭受|发生|突遭)[^，。；\\n]{0,4}(火灾|水灾|洪灾|地震|车祸|变故|灾害)"
        + "|(因[^，。；\\n]{0,16})?被(行政|刑事|司法)?(拘留|逮捕|判处|判刑|采取强制措施)|受(到|过)?(党内|行政|政务)(严重)?警告|(考试)?(作弊|替考|舞弊)(?=[，。；]|$|被)|学术不端(?=[，。；]|$))")]
    private static partial Regex Befell();

    [GeneratedRegex("(开除|取消|撤销)" + Circumstances.Name + "(同学|同志|老师)?([（(][^）)\\n]{0,20}[)）])?的?(学籍|党籍|公职|入学资格|录取资格|推免资格|[博硕学]士学位)")]
    private static partial Regex Lost();

    [GeneratedRegex("研究|机制|模型|患者的|患者护理|患者家|人群|课程|讲座|论文|项目|实验|预防|防治|干预|宣传|治理|帮扶|政策|教育|风险|志愿|风波|事件|系统|算法|管理办法|处理办法")]
    private static partial Regex Work();

    [GeneratedRegex(@"\b(?!The |This |Our |That |His |Her |Its |A |An |No )(?<name>[A-Z][a-z]+( [A-Z][a-z]+){1,2}) (?<!(University|School|College|Society|Team|Court|Office|Bureau) )((was|has been|had been|is|were) (diagnosed with|placed on (academic |disciplinary )?probation|expelled|(found )?guilty of (plagiarism|cheating)|disciplined for|suspended for)|(suffers|suffered|suffering) from|was found (plagiari[sz]ing|cheating))[^.\n]{0,40}")]
    private static partial Regex Foreign();
}
