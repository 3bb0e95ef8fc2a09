using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>The same balance as that of one sentence where its four numbers stand in several: 结转1件，新收12件。……答复11件。……尚有3件结转下学年. Worth a look only.</summary>
internal static partial class RequestLedger
{
    private const int Near = 30;

    /// <summary>What came in and what went out, when they differ, and the number that says what is left.</summary>
    public static (decimal In, decimal Out, Figure Left)? Read(Reading reading)
    {
        var section = reading.Sections.Find(s => s.Kind == SectionKind.OnRequest);
        if (section is null)
        {
            return null;
        }

        var lines = FigureLine.Of(reading).FindAll(l => section.Span.Contains(l.Sentence.Span) && l.Count > 0);
        var (received, done, left) = (Find(lines, Received()), Find(lines, Done()), Left(lines));
        var carriedIn = Find(lines, CarriedIn());
        if (received is null || done is null || left is null || received == done || left == done || left == received || (received.Unit, done.Unit) != (left.Unit, left.Unit)
            || received.Approximate || done.Approximate)
        {
            return null;
        }

        var (came, went) = (received.Value + (carriedIn?.Value ?? 0), done.Value + left.Value);
        var numbers = lines.SelectMany(l => l.Figures).Where(f => f.Unit == left.Unit).Select(f => f.Value).ToHashSet();
        // A total that is stated, or more carried in than was seen, may explain it.
        return came == went || received.Value == went || (numbers.Contains(went) && numbers.Contains(went - received.Value)) ? null : (came, went, left);
    }

    private static Figure? Find(List<FigureLine> lines, Regex form) => lines.SelectMany(l => Enumerable.Range(0, l.Count).Where(i => l.Depth(i) == 0 && form.IsMatch(l.Clause(i))).Select(i => l.Figures[i])).FirstOrDefault();

    private static Figure? Left(List<FigureLine> lines) => lines.SelectMany(l => Enumerable.Range(0, l.Count)
        .Where(i => l.Depth(i) == 0 && (CarriedOut().IsMatch(l.Clause(i)) || (Rest().IsMatch(l.Clause(i)) && CarriedOutBehind().IsMatch(After(l, i))))).Select(i => l.Figures[i])).FirstOrDefault();

    private static string After(FigureLine line, int i)
    {
        var words = i + 1 < line.Count ? line.Gap(i + 1) : line.Tail;
        return words.Length > Near ? words[..Near] : words;
    }

    [GeneratedRegex(@"(?<!上)(?:新收|收到|新受理|受理)[^，,;。]{0,14}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Received();

    [GeneratedRegex(@"(?:已|共|内)?(?:答复|办结|办复)(?:的|申请|完毕|了|共|计)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Done();

    [GeneratedRegex(@"上一?个?[学年]年?度?[^，,;。]{0,4}(?:结转|转来|遗留|转入)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CarriedIn();

    [GeneratedRegex(@"(?:结转|转入|留待|顺延)[至到]?(?:下|次|明)[^，,;。]{0,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CarriedOut();

    [GeneratedRegex(@"^\s*(?:[-—·•●◆■▪○*]\s*)?(?:尚有|其余|余下|剩余|另有|还有|仍有)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rest();

    [GeneratedRegex(@"(?:结转|转入|留待|顺延)[至到]?(?:下|次|明|20\d\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CarriedOutBehind();
}
