using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Whether words of discretion are said of the text they stand in, or of others: 任何人不得对外公布实验数据 is a rule, no mark.</summary>
internal static partial class MarkWords
{
    private const int ShortClause = 8;

    private static readonly SearchValues<char> Stops = SearchValues.Create("。；！？;\n");
    private static readonly SearchValues<char> Pauses = SearchValues.Create("，、：:（(【[ \u3000\t");

    public static bool IsOfThisText(string text, int at, string word)
    {
        var start = text.AsSpan(0, at).LastIndexOfAny(Stops) + 1;
        var before = text.AsSpan(start, at - start);
        if (word[0] == '此' || This().IsMatch(before))
        {
            return true;
        }

        if (Rule().IsMatch(before) || !Ends(text.AsSpan(at + word.Length)))
        {
            return false;
        }

        var clause = before[(before.LastIndexOfAny(Pauses) + 1)..];
        return clause.Length <= ShortClause || Paper().IsMatch(clause);
    }

    /// <summary>公开方式：不予公开 is the label of a document.</summary>
    public static bool IsOpenness(string text, int at, string word)
    {
        var behind = text.AsSpan(at + word.Length);
        return Openness().IsMatch(text.AsSpan(Math.Max(0, at - 12), Math.Min(12, at))) && (behind.IsEmpty || !char.IsLetterOrDigit(behind[0]));
    }

    /// <summary>如“秘密★5年”应当标注在首页: an example in a sentence.</summary>
    public static bool IsQuoted(string text, int start, int end)
    {
        if (start == 0 || end >= text.Length || text[start - 1] is not ('“' or '"' or '‘' or '「') || text[end] is not ('”' or '"' or '’' or '」'))
        {
            return false;
        }

        return (start > 1 && text[start - 2] != '\n') || (end + 1 < text.Length && text[end + 1] != '\n');
    }

    // 不得对外公布 ends; 不得对外公布实验数据 goes on to what the rule is about.
    private static bool Ends(ReadOnlySpan<char> behind) => behind.IsEmpty || behind[0] is not (>= '\u4E00' and <= '\u9FFF') || Continuation().IsMatch(behind);

    [GeneratedRegex("(本|此|该|以上|上述|所附)(件|文|稿|材料|资料|文件|表|册|名单|纪要|通知|讲话|邮件|刊|卷|内容|信息)")]
    private static partial Regex This();

    [GeneratedRegex("任何|凡|应当|第[一二三四五六七八九十百零]{1,5}条|涉密|密级|[绝机秘]密|试卷|试题|的人员|工作人员")]
    private static partial Regex Rule();

    [GeneratedRegex("(件|文|稿|材料|资料|表|册|名单|纪要|内容|信息)(请|均|一律|请勿)?$")]
    private static partial Regex Paper();

    [GeneratedRegex("^(使用|参考|交流|传阅|阅|掌握|发行|学习|浏览|传达|公开|到|给|至)")]
    private static partial Regex Continuation();

    [GeneratedRegex("(公开(方式|属性|类别|类型|形式|范围|选择|性质)|是否公开|公开与否)[ \u3000]?[:：][ \u3000]{0,4}$")]
    private static partial Regex Openness();
}
