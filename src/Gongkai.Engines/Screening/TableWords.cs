using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>What the words of a cell make of it: the name of a field, a head of a catalogue, an answer that tells nothing.</summary>
internal static partial class TableWords
{
    private const int FewestWords = 4;
    private const int ShortField = 6;

    /// <summary>Whether words of hardship or health are the name of a field. 农村低保户识别机制 is the title of a thesis,
    /// 2021年因打架受警告处分 an answer.</summary>
    public static bool IsFieldOfCircumstance(ReadOnlySpan<char> text) => !Title().IsMatch(text) && (text.Length <= ShortField || Field().IsMatch(text) || !ContainsHan(text));

    /// <summary>Whether the column says how public each item of a catalogue is: 公开方式.</summary>
    public static bool IsHeadOfCatalogue(ReadOnlySpan<char> text) => text.Length is >= 4 and <= 8 && text.Contains("公开", StringComparison.Ordinal) && Openness().IsMatch(text);

    public static bool IsEmptyAnswer(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExcept('*', ' ') || text is "" or "无" or "否" or "-" or "—" or "/" or "\\" or "无。" or "健康" or "良好" or "正常" or "不是" or "没有" or "0" or "暂无"
            or "合格" or "体检合格" or "通过" or "达标" or "未见异常" or "无异常" or "身体健康" or "一般" or "较好" or "未受过" or "未受处分" or "none" or "None" or "no" or "No" or "N/A";

    public static bool HasWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var c in text)
        {
            words += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
        }

        return words >= FewestWords;
    }

    /// <summary>Whether what stands beside 姓名 is another head, such as 性别 or 诊断, and no name.</summary>
    public static bool IsHeadBesideName(ReadOnlySpan<char> text) => text.Length is > 0 and <= 4 && ContainsHan(text) && !text.Contains('·') && !PersonalWords.IsName(text);

    public static bool IsDigitsOnly(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (>= '0' and <= '9' or >= '０' and <= '９') && !(i == text.Length - 1 && text[i] is 'X' or 'x' or 'Ｘ' or 'ｘ'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    public static bool IsFullDate(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits is >= 6 and <= 8 && text.Length >= 8;
    }

    private static bool ContainsHan(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u4E00', '\u9FFF');

    [GeneratedRegex("研究|机制|识别|融合|教育|政策|模型|分析|调查|课程|导论|概论|讲座|干预|治理|服务|支持|设计|应用|就业|《|工作|^[0-9]|(?<![原病诱成死])因")]
    private static partial Regex Title();

    [GeneratedRegex("(类型|类别|种类|等级|级别|档次|程度|原因|情况|状况|结论|结果|理由|说明|备注|认定|来源|收入|信仰|病史|处分|违纪|健康|疾病|残疾|困难|低保|低保户|贫困户|建档立卡|建档立卡户|家庭|孤儿|单亲|特困|因素|描述|证明|诊断|[)）:：])$")]
    private static partial Regex Field();

    [GeneratedRegex("^(信息)?公开(方式|属性|类别|类型|形式|范围|性质|程度|权限)$|^是否公开$")]
    private static partial Regex Openness();
}
