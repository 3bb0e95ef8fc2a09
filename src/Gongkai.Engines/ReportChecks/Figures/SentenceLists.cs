using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a total and parts that stand in sentences of their own: 受理申请19件。当面递交的7件，寄信的5件，发邮件的7件。; 学院12件，……其他4件。以上总计33件。 Worth a look, never an error: the sentences do not say that they belong together.</summary>
internal static partial class SentenceLists
{
    private const int FewestParts = 3;
    private const int SentencesBack = 3;

    public static IEnumerable<PartList> Read(IReadOnlyList<FigureLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (i == 0 || lines[i].Sentence.Block - lines[i - 1].Sentence.Block > 1)
            {
                continue;
            }

            if (lines[i].Count == 1 && SumsUp().IsMatch(lines[i].Gap(0)) && IsList(lines[i - 1], lines[i].Figures[0].Unit))
            {
                yield return ListOf(lines[i].Figures[0], lines[i - 1]);
            }
            else if (IsList(lines[i], lines[i].Count > 0 ? lines[i].Figures[0].Unit : "") && Nearest.Total(Before(lines, i), lines[i].Figures) is { } total && !PartList.EndsBeforeLast(lines[i].Figures, total.Value))
            {
                yield return ListOf(total, lines[i]);
            }
        }
    }

    private static IEnumerable<FigureLine> Before(IReadOnlyList<FigureLine> lines, int i) =>
        Enumerable.Range(1, Math.Min(SentencesBack, i)).Select(back => lines[i - back]).TakeWhile((l, n) => n == 0 || l.Sentence.Block >= lines[i].Sentence.Block - 1);

    // Nothing but parts, each with a short name of its own.
    private static bool IsList(FigureLine line, string unit) =>
        line.Count >= FewestParts && line.Figures.All(f => f.Unit == unit && f.Label.Length > 0) && Enumerable.Range(0, line.Count).All(k => line.Depth(k) == 0 && !line.IsTotal(k) && line.Figures.Sum(f => f.Value) != 2 * line.Figures[k].Value && !Comparing().IsMatch(line.Gap(k)));

    private static PartList ListOf(Figure total, FigureLine parts) =>
        new(total, parts.Figures, PartListReader.ListOf(parts, [.. Enumerable.Range(0, parts.Count)]), PartClaim.Likely);

    [GeneratedRegex(@"^\s*(?:以上|上述|各项|各类|全部|(?:[两三四五六七八九十]|\d{1,2})[类个种者项家处部所大][\u4e00-\u9fa5]{0,10}?)*(?:总计|合计|共计|一共|总共|总量|总数)[\u4e00-\u9fa5]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SumsUp();

    [GeneratedRegex(@"较|比|上一?学?年|去年|同期|平均|另|其中|从|增加|减少|截至|第(?![一二三四五六七八九][，,])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comparing();
}
