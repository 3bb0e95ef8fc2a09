using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares what a number grew or fell by with the two numbers it stands between: 7846条，较上年的6538条增加1308条; 关注者7.24万，新增1.06万（上年末6.18万）.</summary>
internal sealed partial class DifferenceCheck : IReportCheck
{
    private const int Beside = 14;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var lines = FigureLine.Of(reading);
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            var found = false;
            for (var i = 2; i < line.Count; i++)
            {
                if (Read(line, i) is not var (now, then, by) || now.Approximate || then.Approximate || by.Approximate)
                {
                    continue;
                }

                found = true;
                // 86.4万元，其中接待15万元，比上年的96万元减少9.6万元: what has changed may be the total of which parts stand between.
                var others = line.Figures.Take(i - 2).Where(f => f.Unit == now.Unit && f != now).ToList();
                if (others.Exists(f => Math.Abs(Math.Abs(f.Value - then.Value) - by.Value) <= Slack(reading.Folded, f, then, by)))
                {
                    continue;
                }

                if (Math.Abs(Math.Abs(now.Value - then.Value) - by.Value) > Slack(reading.Folded, now, then, by))
                {
                    yield return Mismatch(new TextSpan(now.Span.Start, line.Figures[i].Span.End), now, then, by, others.Count > 0 ? Severity.Warning : Severity.Error);
                }
            }

            foreach (var apart in found ? [] : Apart(reading, lines, at))
            {
                yield return apart;
            }
        }
    }

    // 公开信息2000条。……上一学年为1600条，同口径增加500条: now may stand sentences before, and any number that explains the change clears it.
    private static IEnumerable<ReportFinding> Apart(Reading reading, List<FigureLine> lines, int at)
    {
        var line = lines[at];
        foreach (var by in line.Figures.Where(f => !f.Approximate && Earlier.IsChange(reading.Folded, f)))
        {
            var near = line.Figures.Where(f => f.Unit == by.Unit && f != by).ToList();
            var thens = near.FindAll(f => Earlier.IsThen(reading.Folded, f));
            if (thens.LastOrDefault() is not { Approximate: false } then || (IsNew(line.Clause(line.Figures.ToList().IndexOf(by))) && Math.Abs(then.Span.Start - by.Span.Start) > Beside))
            {
                continue;
            }

            var nows = lines.Take(at + 1).Reverse().TakeWhile(l => l.Sentence.Block == line.Sentence.Block).SelectMany(l => l.Figures.Where(f => f.Unit == by.Unit && f != by && f != then)).ToList();
            var now = nows.LastOrDefault(f => f.Span.Start < then.Span.Start) ?? nows.FirstOrDefault();
            if (now is { Approximate: false } && !thens.Exists(t => nows.Exists(f => f != t && Math.Abs(Math.Abs(f.Value - t.Value) - by.Value) <= Slack(reading.Folded, f, t, by))))
            {
                yield return Mismatch(new TextSpan(Math.Min(then.Span.Start, by.Span.Start), Math.Max(then.Span.End, by.Span.End)), now, then, by, Severity.Warning);
            }
        }
    }

    private static bool IsNew(string clause) => clause.Contains("新增", StringComparison.Ordinal);

    private static ReportFinding Mismatch(TextSpan span, Figure now, Figure then, Figure by, Severity severity) => Notice.Of(
        ReportCodes.SumMismatch,
        severity,
        span,
        "difference",
        ("expected", Notice.Say(Math.Abs(now.Value - then.Value))),
        ("found", Notice.Say(by.Value)),
        ("parts", $"{Notice.Say(Math.Max(now.Value, then.Value))} - {Notice.Say(Math.Min(now.Value, then.Value))}"));

    // Now, then and by how much, in one of the two orders they are written in.
    private static (Figure Now, Figure Then, Figure By)? Read(FigureLine line, int i)
    {
        var (first, second, third) = (line.Figures[i - 2], line.Figures[i - 1], line.Figures[i]);
        if (first.Unit != second.Unit || second.Unit != third.Unit)
        {
            return null;
        }

        var (between, last) = (line.Gap(i - 1), line.Gap(i));
        return EarlierBetween().IsMatch(between) && By().IsMatch(last) ? (first, second, third)
            : NewBy().IsMatch(between) && EarlierInBrackets().IsMatch(last) ? (first, third, second)
            : Paid().IsMatch(between) && Saved().IsMatch(last) && first.Value > second.Value ? (first, second, third)
            : null;
    }

    // Numbers in units of ten thousand are rounded, and so is their difference.
    private static decimal Slack(string text, params ReadOnlySpan<Figure> figures)
    {
        var slack = 0m;
        foreach (var figure in figures)
        {
            slack = Math.Max(slack, Told.Step(figure.Span.Of(text)));
        }

        return slack;
    }

    [GeneratedRegex(@"^[^。;]{0,4}[，,(]?[^。;，,]{0,6}(?:上一?学?年|去年|上期|年初|期初|同期|原来|原有)[^。;，,]{0,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EarlierBetween();

    [GeneratedRegex(@"^[^。;]{0,2}[，,]?(?:同比|净|共|分别|相应)*(?:增加|增长|净增|减少|下降|缩短|压缩|提前|降低|提高|多|少|增|减)了?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"^[，,][^。;，,]{0,8}(?:新增|净增|增加|减少|增长)(?:粉丝|用户|关注)?了?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NewBy();

    // 预算1260万元，成交价1184.4万元，节约75.6万元
    [GeneratedRegex(@"^[^。;]{0,2}[，,][^。;，,]{0,4}(?:成交|中标|合同|采购|结算|审定)[\u4e00-\u9fa5]{0,4}(?:为|共|达)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Paid();

    [GeneratedRegex(@"^[^。;]{0,2}[，,](?:共|累计|合计)?(?:节约|节省|节支|核减)(?:资金|经费|金额|财政资金)?(?:共|达|为|了)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Saved();

    [GeneratedRegex(@"^\(\s*(?:上一?学?年|去年|上期|年初|期初|同期)[^。;，,()]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EarlierInBrackets();
}
