using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Finds hardship, illness and punishment said of a person by name: 张某家庭被认定为建档立卡户, 李某（低保户）, 开除学籍：王某.</summary>
internal static partial class Circumstances
{
    // What a word of two characters that looks like a name ends with when it is none: 应为, 高校, 成为.
    private const string EndsOfWords = "为校是系属被有中等及类户生员者的和与对于在因其该此家应须";
    private const string EndsOfPhrases = "为是系属被的和与对于在因";

    internal const string Boundary = @"(?<=^|[\s，。；：:、（(]|学生|同学|给予|教师|员工|对|因|其中|名单|将|为|职工|研究生|考生|本科生|博士生|硕士生|新生|校友)";
    internal const string Name = @"(?<name>[\u4E00-\u9FFF]{2,3}?)";
    private const string Punishment = "(留校察看|开除学籍|记大?过|严重警告|警告|撤职|降级|开除)";
    private const string Hardship = "(低保|建档立卡|孤儿|特困|单亲家庭|(肢体|视力|听力|言语|智力|精神|多重)?残疾)";
    internal const string Illness = "(乙肝|丙肝|[甲戊]?型?肝炎|艾滋|HIV|梅毒|抑郁症|焦虑症|强迫症|双[相向]情感障碍|白血病|尿毒症|癌症|[肝肺胃肠乳食]腺?道?癌|肿瘤|肺结核|癫痫|精神(分裂|障碍|疾病|病)|糖尿病|哮喘|心脏病|类风湿|红斑狼疮|血友病|自闭症|脑瘫|新冠)";

    public static void Find(string text, List<Hit> hits)
    {
        foreach (var match in Said().Matches(text).Concat(InBrackets().Matches(text)).Concat(Listed().Matches(text)).Concat(InFields().Matches(text)))
        {
            Add(match, hits);
        }
    }

    /// <summary>Takes what is said of a name, unless that is the beginning of another word or nobody's: 王某（化名）.</summary>
    public static void Add(Match match, List<Hit> hits)
    {
        var name = match.Groups["name"];
        if (PersonalWords.IsName(name.ValueSpan) && !Discipline.IsNoName(name.ValueSpan) && !(name.Length == 2 ? EndsOfWords : EndsOfPhrases).Contains(name.ValueSpan[^1], StringComparison.Ordinal)
            && !match.ValueSpan.Contains("化名", StringComparison.Ordinal)
            && !hits.Exists(h => h.Code == "pii.sensitive" && h.Start <= name.Index && name.Index < h.Start + h.Length))
        {
            hits.Add(new Hit("pii.sensitive", name.Index, match.Index + match.Length - name.Index));
        }
    }

    [GeneratedRegex(Boundary + Name + @"(同学|同志|老师|等人)?([（(][^）)]{0,20}[)）])?(家庭|家中|家|本人)?[，,]?\s{0,4}(因[^，。；]{0,24}|于[^，。；]{0,20})?((已?被|经)?(认定|评定|确定|识别|列入|纳入)(为|成)?|系|属于?|为|是|享受|受到?过?|曾受到?|获)?"
        + "(患有(?!者)|患上?(?=" + Illness + ")|确诊|身患|家庭经济(特别|比较|一般)?困难|家境贫困|" + Hardship + "|" + Punishment + "(的)?处分|被?开除学籍|开除党籍)")]
    private static partial Regex Said();

    [GeneratedRegex(Boundary + Name + @"[（(][^）)\n]{0,12}?(" + Hardship + @"|家庭经济(特别|比较|一般)?困难|" + Illness + @"|自杀(倾向|意念|未遂)|自残|轻生)[^）)\n]{0,12}[)）]")]
    private static partial Regex InBrackets();

    [GeneratedRegex(Punishment + @"(处分)?(名单|人员|学生|者)?\s?[:：]\s{0,2}" + Name + @"(?=$|[、，。；,\s（(])")]
    private static partial Regex Listed();

    [GeneratedRegex(@"姓\s?名\s?[:：]\s{0,2}" + Name + @"[；;，,\s][^。\n]{0,40}?(困难(等级|类型|原因|程度)|致困原因|残疾(类[别型]|等级)|病情|患病情况|处分(类[别型]|种类|情况)|违纪情况)\s?[:：]\s{0,2}(?!无|否|[/\-—]|$)")]
    private static partial Regex InFields();
}
