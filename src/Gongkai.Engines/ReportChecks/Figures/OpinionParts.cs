using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Adds up opinions (满意, 基本满意, 不满意 …) and compares with how many were asked, although that stands in another sentence and is counted in another measure: 收回564份。……满意480人，基本满意72人，不满意12人.
/// Worth a look only.</summary>
internal static partial class OpinionParts
{
    private const int SentencesBack = 3;
    private const int FewestOpinions = 3;
    private const decimal Near = 0.15m;

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("意好优差格");

    /// <summary>Every list of opinions with what it is of.</summary>
    public static IEnumerable<PartList> Read(List<FigureLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Count < FewestOpinions || !line.Words().AsSpan().ContainsAny(Signs))
            {
                continue;
            }

            var opinions = Enumerable.Range(0, line.Count).Where(i => Opinion().IsMatch(line.Clause(i))).ToList();
            if (opinions.Count < FewestOpinions || opinions[^1] - opinions[0] != opinions.Count - 1 || opinions.Exists(i => line.Figures[i].Approximate || !IsVoice(line.Figures[i].Unit) || line.Figures[i].Unit != line.Figures[opinions[0]].Unit))
            {
                continue;
            }

            var parts = opinions.ConvertAll(i => line.Figures[i]);
            var sum = parts.Sum(p => p.Value);
            var before = line.Figures.Take(opinions[0]).Concat(Enumerable.Range(1, SentencesBack).Where(back => at - back >= 0 && line.Sentence.Block - lines[at - back].Sentence.Block <= 1).SelectMany(back => lines[at - back].Figures.Reverse()))
                .Where(f => IsVoice(f.Unit) && f.Value > parts.Max(p => p.Value)).ToList();
            var behind = line.Figures.Skip(opinions[^1] + 1).Where(f => IsVoice(f.Unit));
            var total = before.Concat(behind).FirstOrDefault(f => f.Value == sum) ?? before.Where(f => Math.Abs(f.Value - sum) <= f.Value * Near).MinBy(f => Math.Abs(f.Value - sum));
            if (total is null || before.Exists(f => f.Approximate))
            {
                continue;
            }

            yield return PartList.Flat(total with { Unit = parts[0].Unit }, parts, PartClaim.Likely);
        }
    }

    private static bool IsVoice(string unit) => unit is "人" or "名" or "位" or "份" or "票" or "张" or "人次";

    [GeneratedRegex(@"(?:满意|一般|[很较]?[好差]|优秀|良好|合格|及格|不了解|不清楚|无所谓|弃权)”?(?:的|等次|档|票)*(?:有|为|共)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opinion();
}
