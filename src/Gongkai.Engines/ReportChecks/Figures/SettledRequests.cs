using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds the number of which the outcomes of requests are told, where the words say that it is of those that are settled: 已答复15件，1件在办。答复的申请里，公开9件，……; 办结的43件中，…….</summary>
internal static partial class SettledRequests
{
    private const int SentencesBack = 2;

    /// <summary>The number of those settled; null when the outcomes are of all.</summary>
    public static Figure? Of(List<FigureLine> lines, int at, int first)
    {
        if (first > 0 && AmongThese().IsMatch(lines[at].Gap(first)) && SettledOnes().IsMatch(lines[at].Clause(first - 1)))
        {
            return lines[at].Figures[first - 1];
        }

        if (!OfSettled().IsMatch(lines[at].Gap(first)))
        {
            return null;
        }

        var before = lines[at].Figures.Take(first).Select((f, k) => (Figure: f, Clause: lines[at].Clause(k))).Reverse();
        for (var back = 1; back <= SentencesBack && at - back >= 0; back++)
        {
            var line = lines[at - back];
            before = before.Concat(Enumerable.Range(0, line.Count).Reverse().Select(k => (line.Figures[k], line.Clause(k))));
        }

        return before.FirstOrDefault(f => SettledWord().IsMatch(f.Clause)).Figure is { } settled && settled.Unit == lines[at].Figures[first].Unit ? settled : null;
    }

    [GeneratedRegex(@"(?:办结|办复|办理完毕|答复|处理完毕|办理完成)(?:完毕)?的?[\u4e00-\u9fa5]{0,6}(?:中|里)(?:有|包括)?[，,:]?\s*[\u4e00-\u9fa5]{0,10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfSettled();

    [GeneratedRegex(@"^(?:信息公开|公开)?(?:申请)?(?:中|里|当中)[，,:]?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AmongThese();

    [GeneratedRegex(@"(?:办结|办复|办理|答复|处理)(?:完毕)?(?:完成)?的$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SettledOnes();

    [GeneratedRegex(@"(?<!未|尚|没有)(?:办结|办复|办理完毕|答复|处理完毕|办理完成)[^，,、;。]{0,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SettledWord();
}
