using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Whether a cell says that somebody is ill. An illness alone may be a subject of study; it must be found in somebody, and nothing
/// may speak of research, teaching or an office.</summary>
internal static partial class Illness
{
    private const int Longest = 80;
    private const int LongestHead = 8;

    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["乙肝", "丙肝", "肝炎", "HIV", "hiv", "艾滋", "梅毒", "结核", "抑郁", "焦虑症", "双相", "精神分裂", "精神科", "心理科", "自杀", "自残", "癌", "肿瘤", "恶性", "白血病", "尿毒症", "癫痫", "淋巴瘤", "骨折", "流产", "早孕", "怀孕", "瘫痪", "性病", "糖尿病", "哮喘", "心脏病", "类风湿", "红斑狼疮", "血友病", "脑瘫", "自闭症", "色盲", "色弱", "先天性", "强迫症"],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> Work = SearchValues.Create(
        ["研究", "机制", "分析", "模型", "应用", "患者", "人群", "护理学", "课程", "讲座", "主任", "主治", "医师", "医生", "论文", "项目", "实验", "试剂", "预防", "防治", "筛查工作", "干预", "检测", "宣传", "《", "细胞", "疫苗", "护理", "诊疗", "诊治", "教学"],
        StringComparison.Ordinal);

    // Of what somebody's home suffers; the words of illness tell themselves.
    private static readonly SearchValues<string> Blows = SearchValues.Create(
        ["早逝", "病故", "病逝", "去世", "双亡", "亡故", "离异", "下岗", "失业", "火灾", "车祸", "变故", "受灾", "残疾", "低保", "孤儿", "单亲", "负债", "重病", "大病", "经济困难", "建档立卡"],
        StringComparison.Ordinal);

    // 建档立卡家庭学生资助 beside a name is what somebody is charged with, or writes about.
    private static readonly SearchValues<string> Affairs = SearchValues.Create(
        ["学生", "认定", "资助", "补助", "办法", "政策", "教育", "问题", "影响", "对策", "现状", "工作", "服务", "保障", "帮扶", "慰问", "评审", "评定", "儿童", "群体", "救助", "保险", "心理"],
        StringComparison.Ordinal);

    // What stands under such a head is what somebody works on.
    private static readonly string[] HeadsOfWork = ["方向", "领域", "题目", "课题", "名称", "课程", "成果", "论文", "项目", "主题", "特长"];

    public static bool IsHeadOfWork(ReadOnlySpan<char> text)
    {
        foreach (var head in HeadsOfWork)
        {
            if (text.Length <= LongestHead && text.EndsWith(head))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsToldBy(ReadOnlySpan<char> text) =>
        text.Length is >= 4 and <= Longest && text.ContainsAny(Words) && !text.ContainsAny(Work) && Circumstance().IsMatch(text);

    /// <summary>Whether a cell says that somebody's home was struck: 父亲早逝, 家庭突发火灾, 本人视力残疾二级.</summary>
    public static bool IsBlow(ReadOnlySpan<char> text) =>
        text.Length is >= 4 and <= Longest && text.ContainsAny(Blows) && !text.ContainsAny(Work) && !text.ContainsAny(Affairs) && Home().IsMatch(text);

    /// <summary>Whether a reason that somebody gives is one of health or hardship.</summary>
    public static bool IsReason(ReadOnlySpan<char> text) =>
        text.Length is >= 2 and <= Longest && !text.ContainsAny(Work) && (text.ContainsAny(Words) || text.ContainsAny(Blows) || Ill().IsMatch(text));

    [GeneratedRegex(@"^因[病残灾伤]|患|手术|住院|伤残|疾病|养病|治病|精神")]
    private static partial Regex Ill();

    [GeneratedRegex(@"父亲|母亲|父母|爷爷|奶奶|家庭|家中|家里|家人|本人")]
    private static partial Regex Home();

    [GeneratedRegex(@"患|确诊|诊断为|疑似|可疑|住院|就诊|就医|复查|复检|复诊|阳性|重度|中度|轻度|早期|晚期|术后|化疗|放疗|病休|服药|父亲|母亲|本人|初筛|建议")]
    private static partial Regex Circumstance();
}
