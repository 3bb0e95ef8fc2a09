using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares shares with their part and whole, and all the shares of one whole with each other: 新闻633条，占37.3%.</summary>
internal static partial class SpokenShares
{
    private const int FewestOpinions = 3;

    // 新闻633条，占37.3%: of a total before it, the nearest larger one unless another fits, one of the sentence before included.
    public static ReportFinding? Check(string text, List<Figure> figures, int i, List<Figure> before, List<Figure> window)
    {
        if (i < 1 || figures[i - 1].Unit == "%" || figures[i].Span.Start - figures[i - 1].Span.End > 24)
        {
            return null;
        }

        // 公开信息5460条。其中，学校主页2730条，占总量的50%: the whole is what the sentence before ends with.
        var part = figures[i - 1];
        if (i == 1)
        {
            return OfWhole().IsMatch(text[part.Span.End..figures[i].Span.Start]) && text[Math.Max(0, part.Span.Start - 20)..part.Span.Start].Contains("其中", StringComparison.Ordinal)
                && before is [var all] && all.Unit == part.Unit && all.Value >= part.Value && !all.Approximate
                ? Percent.Compare(figures[i], part, [all], all)
                : null;
        }

        // 142条，其中官网58条、微信84条，占全校主动公开信息总量的4.5%: what is told elsewhere is compared there.
        if (OfAll().IsMatch(text[part.Span.End..figures[i].Span.Start]))
        {
            return null;
        }

        var wholes = figures.Take(i - 1).Where(f => f.Unit == part.Unit && f.Value >= part.Value && !f.Approximate).ToList();
        return Percent.Compare(figures[i], part, [.. wholes, .. before.Concat(window).Where(f => !Units.IsRate(f.Unit) && f.Value >= part.Value)], wholes.FirstOrDefault());
    }

    // 新媒体占比40%（600条）: the part stands behind it.
    public static ReportFinding? CheckBehind(string text, List<Figure> figures, int i)
    {
        if (i < 1 || i + 1 >= figures.Count || figures[i + 1].Approximate || text.AsSpan(figures[i].Span.End, figures[i + 1].Span.Start - figures[i].Span.End).Trim() is not "(" || text[figures[i + 1].Span.End] != ')')
        {
            return null;
        }

        var part = figures[i + 1];
        var wholes = figures.Take(i).Where(f => f.Unit == part.Unit && f.Value >= part.Value && !f.Approximate).ToList();
        return Percent.Compare(figures[i], part, wholes, wholes.FirstOrDefault());
    }

    // Shares of one whole, all of them named: together 100 %.
    public static ReportFinding? CheckAll(string text, List<Figure> figures)
    {
        var shares = figures.FindAll(f => f.Unit == "%" && !f.Approximate && !Together().IsMatch(text[Math.Max(0, f.Span.Start - 8)..f.Span.Start]) && !SpokenRates.Rate().IsMatch(text[Math.Max(0, f.Span.Start - 8)..f.Span.Start]));
        if (shares.Count < 2 || figures.Exists(f => f.Unit == "%" && f.Approximate))
        {
            return null;
        }

        var words = text[Math.Max(0, shares[0].Span.Start - 30)..shares[^1].Span.End];
        var all = shares.Skip(1).All(s => s.Span.Start - shares[0].Span.Start < 200)
            && (words.Count(c => c == '占') >= shares.Count - 1 || Kinds().IsMatch(words))
            && !shares.Exists(s => SpokenGrowth.Growth().IsMatch(text[Math.Max(0, s.Span.Start - 8)..s.Span.Start]));
        // 本科生占47%；教师300人，其中教授占35%: shares of two wholes. 甲和乙各占3%: of several, each.
        if (text.AsSpan(shares[0].Span.End, shares[^1].Span.Start - shares[0].Span.End).Contains("其中", StringComparison.Ordinal)
            || shares.Exists(s => text.AsSpan(0, s.Span.Start).EndsWith("各占", StringComparison.Ordinal)))
        {
            return null;
        }

        var sum = shares.Sum(s => s.Value);
        // 其他收入400万元；拨款占50%，收入占40%: the rest has no share.
        var claimsAll = (shares.Count >= FewestOpinions && Opinions().IsMatch(words)) || Rest().IsMatch(text.AsSpan(shares[0].Span.End, shares[^1].Span.End - shares[0].Span.End)) || (Kinds().Match(words) is { Success: true } kinds && ChineseNumber.ParseAny(kinds.Groups["n"].ValueSpan) == shares.Count);
        var slack = 0.1m * shares.Count + (shares.TrueForAll(s => s.Value == Math.Truncate(s.Value)) ? 1m : 0m);
        if (shares.Count == 2 && Respectively().IsMatch(text.AsSpan(0, shares[0].Span.Start)) && sum > Percent.Whole + slack && sum < Percent.Whole + 20)
        {
            return Percent.Mismatch(shares[^1], shares[0], "100%", $"{Notice.Say(sum)}%", Severity.Warning);
        }

        return all && ((claimsAll && Math.Abs(sum - Percent.Whole) > slack) || (shares.Count >= 3 && sum > Percent.Whole + slack && sum < Percent.Whole + 20))
            ? Percent.Mismatch(shares[^1], shares[0], $"100%", $"{Notice.Say(sum)}%")
            : null;
    }

    [GeneratedRegex(@"占(?:公开)?(?:总量|总数|全部|总体|其)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfWhole();

    // 甲和乙分别占60%和45%
    [GeneratedRegex(@"分别占[^，,。;%]{0,10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Respectively();

    // “好”的占61.5%、……“差”的占2.0%: from the best to the worst.
    [GeneratedRegex(@"“(?:很好|非常好|好|很满意|非常满意|满意|优秀|优)”.*“(?:差|较差|很差|不好|不满意|很不满意|非常不满意|不合格)”|(?:为|的)(?:很|非常)?(?:满意|好)的占.*(?:很|非常|较)?(?:不满意|差)的占", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opinions();

    // 三类分别占40%、40%和20%; 三项收入占总收入的比例依次为……
    [GeneratedRegex(@"(?<n>[二两三四五六七八九十]|\d)(?:类|种|项|者|部分|方面|个渠道|个平台|个类别)[^，,。]{0,6}(?:(?:分别|依次|各)占|占[^，,。%]{0,10}(?:分别|依次)(?:为|是)?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Kinds();

    [GeneratedRegex(@"占(?:全校|全院|学校|我校|学院|本校|同期|本学年)[^，。;%]{3,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfAll();

    // 合计占99.9%: the others once more.
    [GeneratedRegex(@"(?:合计|总计|共计|之和|总和|累计|合占|共占|两者|三者)[^，,;。]{0,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Together();

    [GeneratedRegex(@"其他|其余|其它|剩余", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rest();
}
