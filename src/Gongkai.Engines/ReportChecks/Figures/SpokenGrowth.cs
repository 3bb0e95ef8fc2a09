using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares growth with the two numbers it is of, where a sentence says which is the earlier: 由200条增至250条，增长25%.</summary>
internal static partial class SpokenGrowth
{
    private const int Lead = 14;

    /// <summary>A finding when the numbers around it give another growth; the word says whether it rose or fell.</summary>
    // 由200条增至250条，增长25%; 较上一学年的200条增长25%.
    public static ReportFinding? Check(string text, List<Figure> figures, int i, string word)
    {
        if (i >= 1 && i + 1 < figures.Count && figures[i + 1].Unit == figures[i - 1].Unit && OldBehind().IsMatch(Percent.Between(text, figures, i + 1))
            && figures[i + 1].Value > 0 && !figures[i + 1].Approximate && !figures[i - 1].Approximate && figures[i].Span.Start - figures[i - 1].Span.End <= 16)
        {
            // 7310条，同比增加510条，增长7.5%（上学年为6800条）: what stands before the rate may be the change.
            var grown = i >= 2 && GrewBy().IsMatch(Percent.Between(text, figures, i - 1)) ? figures[i - 1].Value / figures[i + 1].Value * Percent.Whole : Change(figures[i + 1].Value, figures[i - 1].Value, word);
            return Rounding.Fits(figures[i], grown) ? null : Percent.Mismatch(figures[i], figures[i - 1], Percent.Say(grown, figures[i].Value));
        }

        // 48件，比上一学年的40件增加8件，增长20%: what it grew by stands between.
        if (i >= 3 && figures[i - 1].Unit == figures[i - 2].Unit && GrewBy().IsMatch(Percent.Between(text, figures, i - 1)))
        {
            return Check(text, [.. figures.Take(i - 1), figures[i]], i - 1, word);
        }

        if (i < 2 || figures[i - 1].Unit != figures[i - 2].Unit || figures[i - 1].Approximate || figures[i - 2].Approximate
            || figures[i].Span.Start - figures[i - 1].Span.End > 16)
        {
            return null;
        }

        var between = text[figures[i - 2].Span.End..figures[i - 1].Span.Start];
        var lead = text[Math.Max(0, figures[i - 2].Span.Start - Lead)..figures[i - 2].Span.Start];
        // 比上学年的600条多发72条，增长12%: the first is the earlier number.
        if (MoreBy().IsMatch(between) && Than().IsMatch(lead))
        {
            var more = figures[i - 1].Value / Math.Max(figures[i - 2].Value, 1) * Percent.Whole;
            return Rounding.Fits(figures[i], more) ? null : Percent.Mismatch(figures[i], figures[i - 2], Percent.Say(more, figures[i].Value));
        }

        // 1502条，比上学年多217条，增长16.9%: what stands behind the comparison is the change itself.
        if (GrownByThen().IsMatch(between))
        {
            // 上一学年为1842条，……增加263条: what it is compared with may itself be the earlier number.
            var by = figures[i - 1].Value;
            var then = figures[i - 2].Value - (by * (FallingWords.AreIn(between) ? -1 : 1));
            return then <= 0 || Rounding.Fits(figures[i], by / then * Percent.Whole) || (Earlier.IsThen(text, figures[i - 2]) && Rounding.Fits(figures[i], by / figures[i - 2].Value * Percent.Whole)) ? null
                : Percent.Mismatch(figures[i], figures[i - 2], Percent.Say(by / then * Percent.Whole, figures[i].Value));
        }

        var (old, now) = Latter().Match(text[figures[i - 1].Span.End..figures[i].Span.Start]) is { Success: true } latter ? (latter.Groups["of"].Value == "前者" ? (figures[i - 2].Value, figures[i - 1].Value) : (figures[i - 1].Value, figures[i - 2].Value))
            : Compared().IsMatch(between) ? (figures[i - 1].Value, figures[i - 2].Value)
            : (Became().IsMatch(between) && From().IsMatch(lead)) || IsNextYear(lead, between) ? (figures[i - 2].Value, figures[i - 1].Value)
            : (0m, 0m);
        if (old == 0)
        {
            return null;
        }

        // 预算15亿元，其中拨款9亿元，比上年的14亿元增长7%: it may be any number of the sentence that grew.
        var change = Change(old, now, word);
        var others = figures.Take(i - 1).Where(f => f.Unit == figures[i - 1].Unit && f != figures[i - 2]).ToList();
        return Rounding.Fits(figures[i], change) || others.Exists(f => Rounding.Fits(figures[i], Change(old, old == figures[i - 1].Value ? f.Value : now, word))) ? null
            : Percent.Mismatch(figures[i], figures[i - 2], Percent.Say(change, figures[i].Value), severity: others.Count > 0 ? Severity.Warning : Severity.Error);
    }

    /// <summary>Whether the words between two numbers say that the one became the other: 由300万元降到255万元.</summary>
    public static bool IsBecoming(string between) => Became().IsMatch(between);

    // 2014—2015学年20件，2015—2016学年27件: each is named by its year, the earlier first.
    private static bool IsNextYear(string lead, string between) =>
        Year().Match(lead) is { Success: true } first && BetweenYears().Match(between) is { Success: true } second && string.CompareOrdinal(first.Groups["y"].Value, second.Groups["y"].Value) < 0;

    private static decimal Change(decimal old, decimal now, string word) => (now - old) / old * Percent.Whole * (FallingWords.AreIn(word) ? -1 : 1);

    [GeneratedRegex(@"^[^。]{0,8}[，,(]?[^。，,]{0,6}(?:较|比|同比|相比)[^，,。]{0,14}(?:学年|年度|年|期|的|同期)[^，,。]{0,6}$|^[，,]?(?:低于|高于|少于|多于|超过)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compared();

    [GeneratedRegex(@"^[^。，,]{0,8}(?:增[长加]?[至到]|增加|(?:上|提)?升[至到]|提高[至到]|扩大[至到]|减少?[至到为]|减少|(?:下降|降低|降)[至到为]|增为|升为|扩大为|变为)[^。，,]{0,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Became();

    [GeneratedRegex(@"^[，,]?(?:同比|净|共|分别)?(?:增加|增长|减少|下降|多|少|增|减)了?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GrewBy();

    [GeneratedRegex(@"^[^。]{0,12}[，,(]?[^。，,]{0,10}(?:较|比|同比|相比)[^，,。]{0,14}(?:多出?|少|增加|减少|增|减|净增|下降|增长)了?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GrownByThen();

    [GeneratedRegex(@"^[，,]?(?:多|少|增|减|净增|增加|减少|多出)[\u4e00-\u9fa5]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MoreBy();

    [GeneratedRegex(@"(?:比|较)[^，,。;]{0,8}(?:年|期)[^，,。;]{0,2}的$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Than();

    // 412篇，同比增长3%（上学年400篇）
    [GeneratedRegex(@"^\s*\(\s*(?:上一?学?年度?|去年|同期|20\d{2}年?)[^，,()]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OldBehind();

    [GeneratedRegex(@"^[^。;]{0,4}[，,](?:后者|前者)(?:比|较)(?<of>前者|后者)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Latter();

    [GeneratedRegex(@"(?<y>(?:19|20)\d{2})[^，。;]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"^[，,、;]\s*(?<y>(?:19|20)\d{2})(?:\s*[-—–~～至]+\s*(?:20)?\d{2}\s*学年|年度?)[^，。;\d]{0,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BetweenYears();

    [GeneratedRegex(@"[由从]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex From();

    /// <summary>That something grew or fell by what follows.</summary>
    [GeneratedRegex(@"(?:增长|增加|上升|提高|提升|下降|减少|降低|多出|高出|(?<=[前后]者)[多少高低]|[降增减涨升]幅|增速)(?:率)?(?:了|约|为|达)?\s*$", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Growth();
}
