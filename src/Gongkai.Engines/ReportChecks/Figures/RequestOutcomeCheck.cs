using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Adds up what became of the requests (予以公开, 部分公开, 不予公开, 信息不存在 …) and compares with how many were received, also when
/// that stands in an earlier sentence of the same part of the report.</summary>
internal sealed partial class RequestOutcomeCheck : IReportCheck
{
    private const int SentencesBack = 4;
    private const decimal NearlyAll = 0.8m;

    // Every word for an outcome holds one of these.
    private static readonly SearchValues<string> OutcomeSigns = SearchValues.Create(
        ["公开", "不予", "不存在", "无法提供", "非本", "不属", "其他处理", "撤", "重复申请"], StringComparison.Ordinal);

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var lines = FigureLine.Of(reading);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Count < 2 || !line.Sentence.Span.In(reading.Folded).ContainsAny(OutcomeSigns))
            {
                continue;
            }

            var inner = Inner(line);
            var outcomes = Enumerable.Range(0, line.Count).Where(k => line.Depth(k) == 0 && !inner[k] && IsOutcome(line, k)).TakeWhile((k, n) => n == 0 || !IsToldAgain(line, k)).ToList();
            if (outcomes.Count < 2 || Enumerable.Range(outcomes[0], outcomes[^1] - outcomes[0] + 1).Count(k => !inner[k]) != outcomes.Count || Introduced(line, outcomes[0]))
            {
                continue;
            }

            var parts = outcomes.ConvertAll(k => line.Figures[k]);
            var settled = SettledRequests.Of(lines, i, outcomes[0]);
            if ((settled ?? Received(lines, i, outcomes[0], parts[0].Unit)) is not { } total || parts.Exists(p => p.Unit != total.Unit || p.Approximate) || total.Approximate)
            {
                continue;
            }

            var sum = parts.Sum(p => p.Value);
            // 办结的43件中，公开30件，……，转他处4件: what no word is known for may be one, too.
            if (settled is not null && sum < settled.Value && line.Figures.Skip(outcomes[^1] + 1).Any(f => f.Unit == settled.Unit))
            {
                continue;
            }

            if (sum < total.Value * NearlyAll && Array.Exists(inner, isInner => isInner))
            {
                continue;
            }

            if (settled is null && sum == total.Value && CarriedOn(lines, i, total) is var (all, went))
            {
                yield return Notice.Of(ReportCodes.SumMismatch, Severity.Warning, new TextSpan(parts[0].Span.Start, line.Figures[^1].Span.End), "balance", ("expected", Notice.Say(all)), ("found", Notice.Say(went)));
            }

            if (sum != total.Value && (settled is not null || (!IsBalanced(line, sum, total) && !CarriedOver.MakesUp([.. Near(lines, i)], total, sum) && !IsNamed(lines, i, outcomes[0], sum, total))))
            {
                yield return Notice.Of(
                    ReportCodes.SumMismatch,
                    sum > total.Value && !PartList.EndsBeforeLast(parts, total.Value) ? Severity.Error : Severity.Warning,
                    new TextSpan(parts[0].Span.Start, parts[^1].Span.End),
                    sum > total.Value ? "" : "subset",
                    ("expected", Notice.Say(sum)),
                    ("found", Notice.Say(total.Value)),
                    ("parts", Notice.Say(parts)),
                    ("unit", total.Unit));
            }
        }
    }

    // 收到21件，上学年转来2件，总计23件。已答复22件，予以公开13件……: what was answered, or all that was to be, is what the outcomes are of.
    private static bool IsNamed(List<FigureLine> lines, int at, int first, decimal sum, Figure total) =>
        lines[at].Figures.Take(first).Concat(Enumerable.Range(1, SentencesBack).Where(back => at - back >= 0).SelectMany(back => lines[at - back].Figures))
            .Any(f => f.Unit == total.Unit && f.Value == sum && !OneKind().IsMatch(f.Label));

    // 收到18件，结转2件，共20件；……，结转下学年1件: what was carried over from the year before and into the next counts too.
    private static bool IsBalanced(FigureLine line, decimal sum, Figure total)
    {
        var carried = Enumerable.Range(0, line.Count).Where(k => line.Figures[k].Unit == total.Unit && Carried().IsMatch(line.Clause(k))).ToList();
        var on = carried.Where(k => Onward().IsMatch(line.Clause(k))).Sum(k => line.Figures[k].Value);
        var over = carried.Where(k => !Onward().IsMatch(line.Clause(k))).Sum(k => line.Figures[k].Value);
        return carried.Count > 0 && (sum + on == total.Value + over || sum == total.Value + over || sum + on == total.Value);
    }

    // The sentence and the one before it.
    private static IEnumerable<FigureLine> Near(List<FigureLine> lines, int at) => lines.Take(at + 1).TakeLast(2);

    // 收到5件，公开2件，部分公开3件；结转下年度1件: all that came has gone, and yet one is left.
    private static (decimal All, decimal Went)? CarriedOn(List<FigureLine> lines, int at, Figure total)
    {
        var line = lines[at];
        var on = Enumerable.Range(0, line.Count).Where(k => line.Figures[k].Unit == total.Unit && Onward().IsMatch(line.Clause(k)) && Carried().IsMatch(line.Clause(k))).Sum(k => line.Figures[k].Value);
        var over = CarriedOver.Into(Near(lines, at), total.Unit);
        return on > 0 && on != over ? (total.Value + over, total.Value + on) : null;
    }

    // 无法提供6件，其中未制作4件、已过期2件；其他1件: up to the semicolon the parts of one outcome.
    private static bool[] Inner(FigureLine line)
    {
        var inner = new bool[line.Count];
        for (var k = 1; k < line.Count; k++)
        {
            inner[k] = IsOutcome(line, k - 1) && line.Gap(k).Contains("其中", StringComparison.Ordinal) ? line.Words().IndexOf(';', line.Figures[k].Span.End - line.Sentence.Span.Start) >= 0
                : inner[k - 1] && !line.Gap(k).Contains(';');
        }

        return inner;
    }

    // ……，不予公开1件；不予公开的1件涉及商业秘密: behind the semicolon one of them is spoken of.
    private static bool IsToldAgain(FigureLine line, int k) => line.Gap(k).Contains(';') && line.Clause(k).TrimEnd().EndsWith('的');

    private static bool IsOutcome(FigureLine line, int k) => Outcome().IsMatch(line.Clause(k)) || OutcomeBehind().IsMatch(line.Behind(k));

    // 其中予以公开5件: the sums of such lists are looked at where lists are.
    private static bool Introduced(FigureLine line, int first) => first > 0 && OfList().IsMatch(line.Gap(first)) && line.Figures[first - 1].Unit == line.Figures[first].Unit;

    private static Figure? Received(List<FigureLine> lines, int at, int first, string unit)
    {
        var same = Enumerable.Range(0, first).Where(k => lines[at].Figures[k].Unit == unit && IsReceived(lines[at], k)).ToList();
        if (same.Count > 0)
        {
            return same is [var only] ? lines[at].Figures[only] : null;
        }

        for (var back = 1; back <= SentencesBack && at - back >= 0; back++)
        {
            var before = lines[at - back];
            var found = Enumerable.Range(0, before.Count).Where(k => before.Figures[k].Unit == unit && before.Depth(k) == 0 && IsReceived(before, k)).ToList();
            if (found.Count > 0)
            {
                return found.Count == 1 || before.Gap(found[1]).Contains("其中", StringComparison.Ordinal) ? InAll(before, found[0]) : null;
            }
        }

        return null;
    }

    // 新收18件，上年转来4件，共22件: all that were to be answered.
    private static Figure InAll(FigureLine line, int received)
    {
        for (var k = received + 2; k < line.Count; k++)
        {
            if (line.IsTotal(k) && line.Figures[k].Unit == line.Figures[received].Unit && CarriedOver.IsSaid(line.Clause(k - 1)) && line.Figures[k].Value == line.Figures[received].Value + line.Figures[k - 1].Value)
            {
                return line.Figures[k];
            }
        }

        return line.Figures[received];
    }

    private static bool IsReceived(FigureLine line, int k) =>
        ReceivedWord().IsMatch(line.Clause(k)) && !Earlier().IsMatch(line.Clause(k)) && RequestWord().IsMatch(line.Clause(k) + line.Behind(k));

    [GeneratedRegex(@"^\s*(?:其中|处理结果)?公开(?:了|的)?$|(?:予以公开|准予公开|准许公开|给予公开|完全公开|全部公开|同意公开|部分公开|不予公开|不予以公开|不同意公开|不存在|无法提供|不予处理|不予受理|不予答复|非本[校机院]|非本单位|非我[校院]|不属于?本校|不属于?学[校院]|不属于公开|(?:属于?|已经?)主动公开|其他处理|主动撤[回销]|重复申请|视为放弃|不补正|未补正|告知|撤回申请|申请人撤回|自行撤回|不掌握|未掌握|不是本校)[^，,、;]{0,10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"^[^，,、;。]{0,4}(?:予以公开|部分公开|不予公开|属于?(?:主动|不予)公开|不存在|无法提供|不予处理|[\u4e00-\u9fa5]{0,4}撤[回销])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OutcomeBehind();

    // Who asked, or how: one kind of the requests, and not those that were answered.
    [GeneratedRegex(@"自然人|法人|公民|个人|单位|网[络上]|信函|邮[件箱寄]|当面|现场|学生|教师|教职工|校外|校内", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneKind();

    [GeneratedRegex(@"结转|转入|遗留|正在办理|尚在办理|未到期", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Carried();

    [GeneratedRegex(@"下一?学?[年期]|次年|正在|尚在|未到期", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Onward();

    [GeneratedRegex(@"其中|包括|分别|\(\s*$|:\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfList();

    [GeneratedRegex(@"收到|受理|接到|接收|新收|共收|收悉|登记|对", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReceivedWord();

    [GeneratedRegex(@"申请", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RequestWord();

    [GeneratedRegex(@"结转|上[一]?学?[年期]|去年|未|没有", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Earlier();
}
