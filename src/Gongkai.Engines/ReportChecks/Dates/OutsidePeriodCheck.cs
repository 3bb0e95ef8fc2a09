using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Dates;

/// <summary>Finds events that are reported though they lie outside the school year. Signatures, publication, history, plans and the
/// dates of documents are meant to.</summary>
internal sealed partial class OutsidePeriodCheck : IReportCheck
{
    private const int LongAgo = 3;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        if ((reading.AcademicYear is { } year ? new Period(year.From, year.To) : reading.Period) is not { } period)
        {
            yield break;
        }

        foreach (var date in reading.Dates.Where(d => d.Exists && (d.Last < period.From || d.First > period.To)))
        {
            var sentence = reading.SentenceAt(date.Span.Start);
            if (sentence.Length == 0 || reading.Stated?.Span.Contains(date.Span) == true || IsExempt(reading, date, sentence, period))
            {
                continue;
            }

            yield return Notice.Of(
                ReportCodes.DateOutsidePeriod,
                Severity.Warning,
                date.Span,
                "",
                ("expected", $"{period.From:yyyy-MM-dd} — {period.To:yyyy-MM-dd}"),
                ("found", date.Span.Of(reading.Text)));
        }
    }

    private static bool IsExempt(Reading reading, DateMention date, TextSpan sentence, Period period)
    {
        var text = sentence.Of(reading.Folded);
        var before = reading.Folded[sentence.Start..date.Span.Start];
        var after = reading.Folded[date.Span.End..sentence.End];
        var alone = text.Trim().Length - date.Span.Length <= 30 && !text.Contains('。', StringComparison.Ordinal);
        return alone // a signature, a line of publication data, a heading
            || before.Count(c => c == '《') > before.Count(c => c == '》')
            || before.Count(c => c == '(') > before.Count(c => c == ')')
            || Publication().IsMatch(text)
            || Since().IsMatch(after[..Math.Min(6, after.Length)]) || before.EndsWith('自')
            || (date.First > period.To && Planned().IsMatch(text))
            || (date.Last < period.From && (History().IsMatch(Around(before, after)) || Document().IsMatch(after[..Clause(after)]) || date.Year < period.From.Year - LongAgo));
    }

    // What makes it history stands next to the date; 成立 elsewhere in the sentence says nothing of it.
    private static string Around(string before, string after) => before[Math.Max(0, before.Length - 14)..] + "#" + after[..Math.Min(26, after.Length)];

    private static int Clause(string after) => after.IndexOfAny(['，', ',', ';', '。']) is var end and >= 0 ? end : after.Length;

    [GeneratedRegex(@"令第|〔", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Document();

    [GeneratedRegex(@"发布时间|发布日期|公布时间|编制|上报|报送|发布本报告|向社会公[布开]本|报告[^，,。]{0,10}(?:发布|公布|公开)|特此报告", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Publication();

    [GeneratedRegex(@"^\s*(?:起|以来|以后|至今|正式?施行|施行|实施|前|之前|以前)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Since();

    [GeneratedRegex(@"将|计划|拟|下一步|预计|届时|力争|打算", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Planned();

    [GeneratedRegex(@"成立|创办|建校|始建|创建|前身|更名|合并|升格|颁布|以来|历史|曾|早在|较|相比|同期|上一?学年|去年|施行", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex History();
}
