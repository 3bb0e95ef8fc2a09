using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Tells by the words around a figure whether it is of an earlier time, or by how much something grew or fell.</summary>
internal static partial class Earlier
{
    private const int Before = 24;
    private const int Behind = 8;

    /// <summary>Whether the figure is of an earlier time: 上一学年为2030条.</summary>
    public static bool IsThen(string folded, Figure figure) => !IsChange(folded, figure) && (Then().IsMatch(Clause(folded, figure)) || ThenBehind().IsMatch(After(folded, figure)));

    /// <summary>Whether the figure is by how much something grew or fell: 净增530条.</summary>
    public static bool IsChange(string folded, Figure figure) => Change().IsMatch(Clause(folded, figure));

    private static string Clause(string folded, Figure figure)
    {
        var words = folded[Math.Max(0, figure.Span.Start - Before)..figure.Span.Start];
        // 比上学年(2205条)增加: what stands before the bracket says when.
        words = words.EndsWith('(') ? words[..^1] : words;
        return words[(words.LastIndexOfAny(['，', ',', ';', '。', '\n', '(', ')', '、']) + 1)..];
    }

    private static string After(string folded, Figure figure) => folded[figure.Span.End..Math.Min(folded.Length, figure.Span.End + Behind)];

    [GeneratedRegex(@"上一?个?学?年|去年|前一个?学?年|同期|上期|上次|上一?[届轮]|上一[期次]|年初|期初|此前|原[有来为]|(?:较|比|相比)\s*(?:19|20)\d{2}|[与和同]\s*(?:19|20)\d{2}年[^，]{0,6}的\s*$|(?:19|20)\d{2}\s*[-—–~～]+\s*\d{2,4}\s*学年|^\s*(?:19|20)\d{2}年(?:度)?(?:为|是)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Then();

    [GeneratedRegex(@"^(?:\s*\(\s*)?(?:上一?学?年|去年|同期|上期)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ThenBehind();

    [GeneratedRegex(@"(?:增加|净增|新增|增长|增多|多出|多了|减少|下降|少了|增|减|多|少|降)(?:了|约|近|为|达|粉丝|用户|关注)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Change();
}
