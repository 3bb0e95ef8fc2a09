using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds what became of requests told once more with another number: 不予公开2件 … 不予公开的3件均涉及个人隐私. Worth a look only.</summary>
internal static partial class RetoldOutcomes
{
    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(Reading reading, List<FigureLine> lines)
    {
        var told = new Dictionary<string, (Figure Figure, int Line)>(StringComparer.Ordinal);
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (reading.SectionAt(line.Sentence.Span.Start) is not (SectionKind.OnRequest or null) || Otherwise().IsMatch(line.Words()))
            {
                continue;
            }

            for (var i = 0; i < line.Count; i++)
            {
                if (line.Figures[i] is not { Unit: "件" or "份" or "项" or "条", Approximate: false } figure || Outcome().Match(line.Clause(i)) is not { Success: true } match)
                {
                    continue;
                }

                var name = match.Groups["name"].Value;
                if (!told.TryGetValue(name, out var first))
                {
                    told[name] = (figure, at);
                }
                else if (first.Line != at && first.Figure.Unit == figure.Unit && first.Figure.Value != figure.Value && IsRetold(line, i))
                {
                    yield return (name, first.Figure, figure);
                }
            }
        }
    }

    // 不予公开的3件均…; 不予公开的4件中…: the sentence goes on to speak of all of them.
    private static bool IsRetold(FigureLine line, int i) => line.Clause(i).EndsWith('的') || OfAll().IsMatch(line.After(i));

    [GeneratedRegex(@"(?:^|[、对])(?:其中|上述|以上|前述)?(?<name>予以公开|部分公开|不予公开|信息不存在|无法提供|不予处理|属于主动公开)(?:的|申请|信息|事项|答复)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"^(?:申请|信息|答复|决定)?(?:中|里|均|都|全部|系|主要)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfAll();

    [GeneratedRegex(@"上一?学?年|去年|往年|结转|当面|网络申请|自然人|教职工|学生", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
