using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>The balance of requests in a table whose rows are what came, what was carried in, what was answered and what was carried on. Worth a look only.</summary>
internal static partial class RequestTable
{
    /// <summary>What came in and what went out, when they differ, and the cell that says what is left.</summary>
    public static IEnumerable<(decimal In, decimal Out, TextSpan Left)> Read(Reading reading)
    {
        foreach (var rows in TableGrids.Of(reading))
        {
            var (carriedIn, received, done, left) = (Row(rows, CarriedIn()), Row(rows, Received()), Row(rows, Done()), Row(rows, CarriedOn()));
            if (received is null || done is null || left is null || new[] { carriedIn, received, done, left }.OfType<IReadOnlyList<ReportCell>>().Distinct().Count() < (carriedIn is null ? 3 : 4))
            {
                continue;
            }

            var (came, went) = ((carriedIn is null ? 0 : Value(carriedIn)) + Value(received), Value(done) + Value(left));
            if (came is { } all && went is { } gone && all != gone)
            {
                yield return (all, gone, left[^1].Span);
            }
        }
    }

    private static IReadOnlyList<ReportCell>? Row(IReadOnlyList<IReadOnlyList<ReportCell>> rows, Regex form) =>
        rows.Where(r => r.Count > 1 && form.IsMatch(r[0].Text)).ToList() is [var only] ? only : null;

    private static decimal? Value(IReadOnlyList<ReportCell> row) => row.Skip(1).Select(TableGrids.Value).FirstOrDefault(v => v is not null);

    [GeneratedRegex(@"^(?:上一?个?[学]?年度?|上期|年初|期初)(?:结转|转来|遗留|转入|未办结)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CarriedIn();

    [GeneratedRegex(@"^(?:本?学?年度?|本期|当年)?(?:新收|收到|新受理|受理)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Received();

    [GeneratedRegex(@"^(?:本?学?年度?|本期|当年)?(?:已)?(?:办结|答复|办复)(?:数|件数|总数)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Done();

    [GeneratedRegex(@"^(?:结转|转入|转)(?:至|到)?(?:下|次)|^(?:年末|期末)(?:结转|未办结)|^(?:尚未|未)办结|^正在办理", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CarriedOn();
}
