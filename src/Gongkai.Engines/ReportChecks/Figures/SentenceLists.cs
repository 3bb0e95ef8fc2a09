using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a total and parts that stand in sentences of their own: 受理申请19件。当面递交的7件，寄信的5件，发邮件的7件。; 学院12件，……其他4件。以上总计33件。; and a total with
/// what of it is done and what is open: 任务26项，已完成24项，正在推进2项。 Worth a look, never an error: the sentences do not say that they belong together.</summary>
internal static partial class SentenceLists
{
    private const int FewestParts = 3;

    public static IEnumerable<PartList> Read(IReadOnlyList<FigureLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var list in DoneAndOpen(lines[i]))
            {
                yield return list;
            }

            if (i == 0 || lines[i].Sentence.Block - lines[i - 1].Sentence.Block > 1)
            {
                continue;
            }

            if (lines[i].Count == 1 && SumsUp().IsMatch(lines[i].Gap(0)) && IsList(lines[i - 1], lines[i].Figures[0].Unit))
            {
                yield return ListOf(lines[i].Figures[0], lines[i - 1]);
            }
            else if (lines[i - 1].Count > 0 && lines[i - 1].Figures[^1] is var total && lines[i - 1].Figures.Count(f => f.Unit == total.Unit) == 1 && IsList(lines[i], total.Unit))
            {
                yield return ListOf(total, lines[i]);
            }
        }
    }

    // Nothing but parts, each with a short name of its own.
    private static bool IsList(FigureLine line, string unit) =>
        line.Count >= FewestParts && line.Figures.All(f => f.Unit == unit && f.Label.Length > 0) && Enumerable.Range(0, line.Count).All(k => line.Depth(k) == 0 && !line.IsTotal(k) && !Comparing().IsMatch(line.Gap(k)));

    private static PartList ListOf(Figure total, FigureLine parts) =>
        new(total, parts.Figures, PartListReader.ListOf(parts, [.. Enumerable.Range(0, parts.Count)]), PartClaim.Likely);

    private static IEnumerable<PartList> DoneAndOpen(FigureLine line)
    {
        for (var i = 2; i < line.Count; i++)
        {
            var (total, done, open) = (line.Figures[i - 2], line.Figures[i - 1], line.Figures[i]);
            if (total.Unit == done.Unit && done.Unit == open.Unit && done.Value <= total.Value && Done().IsMatch(line.Gap(i - 1)) && Open().IsMatch(line.Gap(i))
                && (i + 1 == line.Count || line.Figures[i + 1].Unit != open.Unit) && !Comparing().IsMatch(line.Gap(i - 1)))
            {
                yield return new PartList(total, [done, open], PartListReader.ListOf(line, [i - 1, i]), PartClaim.Likely);
            }
        }
    }

    [GeneratedRegex(@"^\s*(?:以上|上述|各项|各类|全部)*(?:总计|合计|共计|一共|总共)[\u4e00-\u9fa5]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SumsUp();

    [GeneratedRegex(@"较|比|上一?学?年|去年|同期|平均|另|其中|从|增加|减少|截至|第", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comparing();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,4}[，,](?:其中)?(?:现场|当场|按时|均|已|当年)*(?:完成|办结|办复|答复|回复|落实|解决|维持|通过)[^，,;。]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Done();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,4}[，,、](?:正在|仍在|尚在|尚未|未|待|会后|事后|更正|其余|余下|剩余)[^，,;。]{0,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Open();
}
