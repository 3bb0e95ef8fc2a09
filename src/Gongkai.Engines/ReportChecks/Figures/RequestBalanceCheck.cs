using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Requests received and carried in must equal requests answered and carried out.</summary>
internal sealed partial class RequestBalanceCheck : IReportCheck
{
    // Without one of them no request was carried out of the year.
    private static readonly SearchValues<char> CarriedOutSigns = SearchValues.Create("转办处");

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var lines = FigureLine.Of(reading);
        foreach (var (came, went, left) in RequestTable.Read(reading).Concat(RequestLedger.Read(reading) is var (into, gone, rest) ? [(into, gone, rest.Span)] : []))
        {
            yield return Notice.Of(ReportCodes.SumMismatch, Severity.Warning, left, "balance", ("expected", Notice.Say(came)), ("found", Notice.Say(went)));
        }

        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Count is < 2 or > 12 || !line.Sentence.Span.In(reading.Folded).ContainsAny(CarriedOutSigns))
            {
                continue;
            }

            var before = at > 0 && lines[at].Sentence.Block - lines[at - 1].Sentence.Block <= 1 ? lines[at - 1] : null;
            var apart = Find(line, Received(), Earlier()) is null && before is not null;
            var received = apart ? Find(before!, Received(), Earlier()) : Find(line, Received(), Earlier());
            var done = Find(line, Done(), NotDone());
            var carriedOut = Find(line, CarriedOut(), Earlier());
            var carriedIn = apart ? Find(before!, CarriedIn(), null) : Find(line, CarriedIn(), null);
            if (received is null || done is null || carriedOut is null || (apart && carriedIn is null) || received == done || received.Unit != done.Unit || done.Unit != carriedOut.Unit)
            {
                continue;
            }

            var all = received.Value + (carriedIn?.Value ?? 0);
            var settled = done.Value + carriedOut.Value;
            if (all != settled && !line.Figures.Any(f => f.Approximate))
            {
                yield return Notice.Of(
                    ReportCodes.SumMismatch,
                    apart ? Severity.Warning : Severity.Error,
                    new TextSpan(line.Figures[0].Span.Start, line.Figures[^1].Span.End),
                    "balance",
                    ("expected", Notice.Say(all)),
                    ("found", Notice.Say(settled)));
            }
        }
    }

    private static Figure? Find(FigureLine line, Regex word, Regex? unless)
    {
        var found = Enumerable.Range(0, line.Count).Where(i => line.Depth(i) == 0 && word.IsMatch(line.Clause(i)) && unless?.IsMatch(line.Clause(i)) != true).ToList();
        return found is [var only] ? line.Figures[only] : null;
    }

    [GeneratedRegex(@"新收|收到|受理|接收|接到|收件", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Received();

    // 上期结转, 以前年度结转, 上学期遗留, 上年度未办结: what was open before the period, whatever the report calls it.
    [GeneratedRegex(@"(?:上[一个]{0,2}[学季]?[年期]度?|[往去前][一]?[学]?[年期]度?|以[前往][学]?(?:年度?|各年)?|历年|年初|期初)[^，,]{0,4}(?:结转|遗留|转入|转来|转接|接转|留下|未办结|尚未办结)|结转自?上", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CarriedIn();

    [GeneratedRegex(@"上[一个]{0,2}[学季]?[年期]|[往去]年|以[前往]|历年|年初|期初|结转自?上", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"办结|答复|办理完毕|审结", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Done();

    [GeneratedRegex(@"[未尚待]|正在|在办", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotDone();

    [GeneratedRegex(@"结转[至到]?下|转入下|结转本?下?一?[学]?年度?继续|正在办理|正在处理|尚在办理|仍在办理|在办|未办结|尚未办结|待办|(?:年末|年底|期末|学年末|本年末)[^，,]{0,4}(?:结转|结存|遗留|未结)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CarriedOut();
}
