using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares rates, shares and growth with the numbers they are made of.</summary>
internal sealed partial class PercentCheck : IReportCheck
{
    private const decimal Whole = 100m;
    private const int Far = 300;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var next = 0;
        var before = new List<Figure>();
        var (window, block) = (new List<Figure>(), -1);
        foreach (var sentence in reading.Sentences)
        {
            var figures = new List<Figure>();
            for (; next < reading.Figures.Count && reading.Figures[next].Span.Start < sentence.Span.End; next++)
            {
                figures.Add(reading.Figures[next]);
            }

            window = sentence.Block == block ? window : [];
            block = sentence.Block;
            var row = ShareRow.Read(reading.Folded, window, figures).ToList();
            var found = row.Where(s => s.Real is not null).Select(s => Mismatch(s.Percent, s.Percent, Say(s.Real!.Value, s.Percent.Value), severity: s.IsSure ? Severity.Error : Severity.Warning))
                .Concat(Check(reading.Folded, sentence, figures, before, window, row.ConvertAll(s => s.Percent))).Concat(CheckAgainst(reading.Folded, sentence, figures, before)).ToList();
            foreach (var finding in found)
            {
                yield return finding;
            }

            foreach (var figure in figures)
            {
                if (!found.Exists(f => f.Span.End == figure.Span.End) && !row.Exists(s => s.Percent == figure))
                {
                    if (GrowthRates.Read(reading.Folded, window, figures, figure) is var (then, grown))
                    {
                        yield return Mismatch(figure, then, $"{Notice.Say(Math.Round(grown, 2))}{figure.Unit}", $"{Notice.Say(figure.Value)}{figure.Unit}", Severity.Warning);
                    }
                    else if (figure.Unit == "%" && SlippedRates.Read(reading.Folded, window, figure) is var (whole, real))
                    {
                        yield return Mismatch(figure, whole, $"{Notice.Say(real)}%", severity: Severity.Warning, wordCase: "slip");
                    }
                    else if (NearRates.Read(reading, window, figures, figure) is var (all, share))
                    {
                        yield return Mismatch(figure, all, Say(share, figure.Value), severity: Severity.Warning);
                    }
                }

                window.Add(figure);
            }

            before = figures;
        }
    }

    // 收到申请15件。按时答复13件，答复率100%。: the whole stands in the sentence before.
    private static IEnumerable<ReportFinding> CheckAgainst(string text, Sentence sentence, List<Figure> figures, List<Figure> before)
    {
        if (figures is not [{ Unit: not "%", Approximate: false } part, { Unit: "%", Approximate: false } percent, ..] || before.Count == 0 || percent.Value > Whole)
        {
            yield break;
        }

        var rate = Rate().Match(text[part.Span.End..percent.Span.Start]);
        var lead = text[Math.Max(0, before[0].Span.Start - 40)..before[0].Span.Start];
        if (!rate.Success || !Carries(ClauseOf(text, sentence, figures, 0), rate.Groups["stem"].Value) || !Received().IsMatch(lead) || before[0].Unit != part.Unit || before[0].Approximate)
        {
            yield break;
        }

        var wholes = before.Concat(figures.Skip(2)).Where(f => f.Unit == part.Unit && f.Value >= part.Value).ToList();
        if (Compare(percent, part, wholes, wholes.Count > 0 ? before[0] : null) is { } finding)
        {
            yield return finding;
        }
    }

    private static IEnumerable<ReportFinding> Check(string text, Sentence sentence, List<Figure> figures, List<Figure> before, List<Figure> window, List<Figure> row)
    {
        for (var i = 0; i < figures.Count; i++)
        {
            if (figures[i].Unit == "‰" && figures[i].Value > Whole * 10)
            {
                yield return Mismatch(figures[i], figures[i], "≤ 1000‰", $"{Notice.Say(figures[i].Value)}‰");
            }

            if (figures[i].Unit != "%" || figures[i].Approximate || row.Contains(figures[i]))
            {
                continue;
            }

            var from = i == 0 ? sentence.Span.Start : figures[i - 1].Span.End;
            var gap = text[from..figures[i].Span.Start];
            var finding = Growth().Match(gap) is { Success: true } growth ? CheckGrowth(text, figures, i, growth.Value)
                : i >= 2 && OfNamed().IsMatch(gap) && ShareWord().IsMatch(Between(text, figures, i - 1)) ? CompareIn(figures, i, i - 2, i - 1)
                : i >= 2 && Among().IsMatch(Between(text, figures, i - 1)) && Rate().IsMatch(gap) ? CompareIn(figures, i, i - 1, i - 2)
                : Share().IsMatch(gap) || (Bracketed().IsMatch(gap) && i > 0 && figures[i - 1].Unit != "%") ? CheckShare(text, figures, i, before, window)
                : Rate().Match(gap) is { Success: true } rate ? CheckRate(text, sentence, figures, i, rate.Groups["stem"].Value) ?? CheckBehind(text, figures, i, rate.Groups["stem"].Value)
                : null;
            if (finding is not null)
            {
                yield return finding;
            }
        }

        if (CheckShares(text, figures) is { } shares)
        {
            yield return shares;
        }
    }

    // 收到114件，办结110件，办结率96.5%: the figures that carry the rate's own word are the part, one before them the whole. Any way of
    // reading the sentence that gives the rate clears it.
    private static ReportFinding? CheckRate(string text, Sentence sentence, List<Figure> figures, int i, string stem)
    {
        var percent = figures[i];
        if (percent.Value > Whole && !stem.EndsWith("增长", StringComparison.Ordinal))
        {
            return Mismatch(percent, percent, "≤ 100%");
        }

        // What a price fell by is a share of the estimate, which need not be in the sentence.
        if (OfEstimate().IsMatch(stem))
        {
            return null;
        }

        var counts = figures.Take(i).Where(f => f.Unit != "%").ToList();
        var carriers = counts.FindAll(f => Carries(ClauseOf(text, sentence, figures, figures.IndexOf(f)), stem));
        if (carriers.Count == 0 || counts.Exists(c => c.Approximate))
        {
            return null;
        }

        var first = counts.IndexOf(carriers[0]);
        var pairs = counts.Zip(counts.Skip(1)).Where(p => carriers.Contains(p.First) || carriers.Contains(p.Second)).Select(p => p.First.Value + p.Second.Value);
        var sums = carriers.Select(c => c.Value).Append(carriers.Sum(c => c.Value)).Concat(pairs).ToList();
        var fits = counts.Exists(whole => whole.Value > 0 && !carriers.Contains(whole) && sums.Exists(part => part <= whole.Value && Rounding.Fits(percent.Value, part / whole.Value * Whole)));
        var denominator = counts.Take(first).LastOrDefault(c => Units.Same(c.Unit, carriers[0].Unit) && c.Value >= carriers[0].Value);
        return fits || carriers.Count > 1 || denominator is null || denominator.Value == 0
            ? null
            : Mismatch(percent, denominator, Say(carriers[0].Value / denominator.Value * Whole, percent.Value));
    }

    // 及时率98%（应更新200条，及时更新196条）: what it is made of stands behind it.
    private static ReportFinding? CheckBehind(string text, List<Figure> figures, int i, string stem)
    {
        if (i + 2 >= figures.Count || !OpensBracket().IsMatch(Between(text, figures, i + 1)) || figures[i + 1].Unit != figures[i + 2].Unit)
        {
            return null;
        }

        var (first, second) = (Between(text, figures, i + 1), Between(text, figures, i + 2));
        var (isFirst, isSecond) = (Carries(first, stem), Carries(second, stem));
        return isFirst == isSecond || first.Contains(')', StringComparison.Ordinal) || second.Contains(')', StringComparison.Ordinal) ? null
            : isSecond ? CompareIn(figures, i, i + 2, i + 1) : CompareIn(figures, i, i + 1, i + 2);
    }

    private static ReportFinding? CompareIn(List<Figure> figures, int percent, int part, int whole) =>
        figures[part].Unit == figures[whole].Unit && figures[part].Value <= figures[whole].Value && !figures[whole].Approximate
            ? Compare(figures[percent], figures[part], [figures[whole]], figures[whole])
            : null;

    private static string Between(string text, List<Figure> figures, int i) => text[figures[i - 1].Span.End..figures[i].Span.Start];

    private static bool Carries(string clause, string stem) =>
        (clause.IndexOf(stem, StringComparison.Ordinal) is var found and >= 0 ? found : clause.IndexOf($"{stem[^1]}{stem[0]}", StringComparison.Ordinal)) is var at and >= 0
        && !clause.Contains($"{stem}率", StringComparison.Ordinal)
        && (at == 0 || clause[at - 1] is not ('不' or '未' or '非' or '应'));

    // 新闻633条，占37.3%: of a total before it, the nearest larger one unless another fits, one of the sentence before included.
    private static ReportFinding? CheckShare(string text, List<Figure> figures, int i, List<Figure> before, List<Figure> window)
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
                ? Compare(figures[i], part, [all], all)
                : null;
        }

        var wholes = figures.Take(i - 1).Where(f => f.Unit == part.Unit && f.Value >= part.Value && !f.Approximate).ToList();
        return Compare(figures[i], part, [.. wholes, .. before.Concat(window).Where(f => !Units.IsRate(f.Unit) && f.Value >= part.Value)], wholes.FirstOrDefault());
    }

    private static ReportFinding? Compare(Figure percent, Figure part, List<Figure> wholes, Figure? whole)
    {
        if (whole is null || part.Approximate || whole.Value == 0 || wholes.Exists(w => w.Value > 0 && Rounding.Fits(percent.Value, part.Value / w.Value * Whole)))
        {
            return null;
        }

        return Mismatch(percent, whole, Say(part.Value / whole.Value * Whole, percent.Value));
    }

    // 由200条增至250条，增长25%; 较上一学年的200条增长25%.
    private static ReportFinding? CheckGrowth(string text, List<Figure> figures, int i, string word)
    {
        if (i >= 1 && i + 1 < figures.Count && figures[i + 1].Unit == figures[i - 1].Unit && OldBehind().IsMatch(Between(text, figures, i + 1))
            && figures[i + 1].Value > 0 && !figures[i + 1].Approximate && !figures[i - 1].Approximate && figures[i].Span.Start - figures[i - 1].Span.End <= 16)
        {
            var grown = Change(figures[i + 1].Value, figures[i - 1].Value, word);
            return Rounding.Fits(figures[i].Value, grown) ? null : Mismatch(figures[i], figures[i - 1], Say(grown, figures[i].Value));
        }

        // 48件，比上一学年的40件增加8件，增长20%: what it grew by stands between.
        if (i >= 3 && figures[i - 1].Unit == figures[i - 2].Unit && GrewBy().IsMatch(Between(text, figures, i - 1)))
        {
            return CheckGrowth(text, [.. figures.Take(i - 1), figures[i]], i - 1, word);
        }

        if (i < 2 || figures[i - 1].Unit != figures[i - 2].Unit || figures[i - 1].Approximate || figures[i - 2].Approximate
            || figures[i].Span.Start - figures[i - 1].Span.End > 16)
        {
            return null;
        }

        var between = text[figures[i - 2].Span.End..figures[i - 1].Span.Start];
        var lead = text[Math.Max(0, figures[i - 2].Span.Start - 10)..figures[i - 2].Span.Start];
        var (old, now) = Compared().IsMatch(between) ? (figures[i - 1].Value, figures[i - 2].Value)
            : Became().IsMatch(between) && From().IsMatch(lead) ? (figures[i - 2].Value, figures[i - 1].Value)
            : (0m, 0m);
        if (old == 0)
        {
            return null;
        }

        var change = Change(old, now, word);
        return Rounding.Fits(figures[i].Value, change) ? null : Mismatch(figures[i], figures[i - 2], Say(change, figures[i].Value));
    }

    private static decimal Change(decimal old, decimal now, string word) => (now - old) / old * Whole * (Falls().IsMatch(word) ? -1 : 1);

    // Shares of one whole, all of them named: together 100 %.
    private static ReportFinding? CheckShares(string text, List<Figure> figures)
    {
        var shares = figures.FindAll(f => f.Unit == "%" && !f.Approximate);
        if (shares.Count < 2 || shares.Count != figures.Count(f => f.Unit == "%"))
        {
            return null;
        }

        var words = text[Math.Max(0, shares[0].Span.Start - 30)..shares[^1].Span.End];
        var all = shares.Skip(1).All(s => s.Span.Start - shares[0].Span.Start < 200)
            && (words.Count(c => c == '占') >= shares.Count - 1 || Kinds().IsMatch(words)) && Growth().Count(words) == 0;
        var sum = shares.Sum(s => s.Value);
        var claimsAll = Rest().IsMatch(words) || (Kinds().Match(words) is { Success: true } kinds && ChineseNumber.ParseAny(kinds.Groups["n"].ValueSpan) == shares.Count);
        var slack = 0.1m * shares.Count + (shares.TrueForAll(s => s.Value == Math.Truncate(s.Value)) ? 1m : 0m);
        return all && ((claimsAll && Math.Abs(sum - Whole) > slack) || (shares.Count >= 3 && sum > Whole + slack && sum < Whole + 20))
            ? Mismatch(shares[^1], shares[0], $"100%", $"{Notice.Say(sum)}%")
            : null;
    }

    private static string ClauseOf(string text, Sentence sentence, List<Figure> figures, int k)
    {
        var end = Math.Min(sentence.Span.End, figures[k].Span.End + 6);
        var gap = text[(k == 0 ? sentence.Span.Start : figures[k - 1].Span.End)..figures[k].Span.Start];
        var clause = gap[(gap.LastIndexOfAny(['，', ',', ';', '。', '、', '(']) + 1)..];
        var after = text[figures[k].Span.End..end];
        var stop = after.IndexOfAny(['，', ',', ';', '。', '、', ')']);
        return clause + (stop < 0 ? after : after[..stop]);
    }

    private static string Say(decimal real, decimal stated) => $"{Notice.Say(Math.Round(real, Rounding.Step(stated) == 1m ? 1 : 2))}%";

    private static ReportFinding Mismatch(Figure percent, Figure other, string expected, string? found = null, Severity severity = Severity.Error, string wordCase = "") => Notice.Of(
        ReportCodes.PercentMismatch,
        severity,
        new TextSpan(Math.Abs(percent.Span.Start - other.Span.Start) > Far ? percent.Span.Start : Math.Min(percent.Span.Start, other.Span.Start), percent.Span.End),
        wordCase,
        ("expected", expected),
        ("found", found ?? $"{Notice.Say(percent.Value)}%"));

    [GeneratedRegex(@"(?:增长|增加|上升|提高|提升|下降|减少|降低|降幅|增幅)(?:率)?(?:了|约|为|达)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Growth();

    [GeneratedRegex(@"下降|减少|降低|降幅", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Falls();

    [GeneratedRegex(@"^[^\u4e00-\u9fa5;。]*(?:[\u4e00-\u9fa5“”]{0,10}[，,(]\s*)?(?:约|均|所|仅|共|各)?占[^，,、;。%]{0,14}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"(?<stem>[\u4e00-\u9fa5]{2})(?:率|(?<=满意|知晓|完成|支持)度)(?:均|已|也|都)?(?:为|达到?|是|:)?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^[^。]{0,8}[，,(]?[^。，,]{0,6}(?:较|比|同比|相比)[^，,。]{0,14}(?:学年|年度|年|期|的|同期)[^，,。]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compared();

    [GeneratedRegex(@"^[^。，,]{0,8}(?:增[长加]?[至到]|增加|(?:上|提)?升[至到]|提高[至到]|扩大[至到]|减少?[至到]|减少|(?:下降|降低|降)[至到])[^。，,]{0,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Became();

    [GeneratedRegex(@"^[，,]?(?:同比|净|共|分别)?(?:增加|增长|减少|下降|多|少|增|减)了?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GrewBy();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,4}\(\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,10}的$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfNamed();

    [GeneratedRegex(@"占[^，,、;。]{0,10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShareWord();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,6}中(?:的|有|已)[^，,。;]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Among();

    // 412篇，同比增长3%（上学年400篇）
    [GeneratedRegex(@"^\s*\(\s*(?:上一?学?年度?|去年|同期|20\d{2}年?)[^，,()]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OldBehind();

    [GeneratedRegex(@"^\s*\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpensBracket();

    [GeneratedRegex(@"收到|受理|接到|征集", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Received();

    [GeneratedRegex(@"节约|节支|节资|下浮|降低|增值|优惠", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfEstimate();

    [GeneratedRegex(@"占(?:公开)?(?:总量|总数|全部|总体|其)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfWhole();

    // 三类分别占40%、40%和20%
    [GeneratedRegex(@"(?<n>[二两三四五六七八九十]|\d)(?:类|种|项|者|部分|方面|个渠道|个平台|个类别)[^，,。]{0,6}(?:分别|依次|各)占", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Kinds();

    [GeneratedRegex(@"[由从]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"其他|其余|其它|剩余", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rest();
}
