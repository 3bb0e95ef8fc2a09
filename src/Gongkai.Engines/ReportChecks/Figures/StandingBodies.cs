using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds counts of bodies of which a school has one number that differ: 下设14个教学单位 … 逐一检查17个教学单位; 附属医院4个 … 3家附属医院均设专栏. Some of them may always be spoken of; more than
/// there are may not. Worth a look only.</summary>
internal static partial class StandingBodies
{
    private const int Most = 200;
    private const int Lead = 16;
    private const decimal Nearly = 0.6m;
    private const decimal Farthest = 1.6m;

    private static readonly Data Words = DataFile.Read<Data>("standing-bodies.data.json");

    private static readonly System.Buffers.SearchValues<string> Signs = System.Buffers.SearchValues.Create([.. Words.Names, .. Words.Also.Keys], StringComparison.Ordinal);

    private enum Claim
    {
        Some,
        Subject,
        All,
    }

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(List<FigureLine> lines)
    {
        foreach (var body in Told(lines).Take(Most).GroupBy(t => t.Name))
        {
            var told = body.ToList();
            var all = told.FindAll(t => t.Claim == Claim.All);
            if (all.Count == 0 || told.DistinctBy(t => t.Figure.Value).Count() != 2)
            {
                continue;
            }

            // Of two that both claim to be all the first is taken at its word.
            var whole = all[0];
            if (told.Find(t => t.Line != whole.Line && t.Figure.Value != whole.Figure.Value && MayBeMeant(t, whole)) is { } other)
            {
                yield return other.Figure.Span.Start < whole.Figure.Span.Start ? (body.Key, other.Figure, whole.Figure) : (body.Key, whole.Figure, other.Figure);
            }
        }
    }

    private static bool MayBeMeant(Body other, Body whole) =>
        Slip.IsSwap(other.Figure.Value, whole.Figure.Value) || (other.Figure.Value > whole.Figure.Value ? other.Figure.Value <= Math.Max(whole.Figure.Value * Farthest, whole.Figure.Value + 2)
        : other.Figure.Value >= whole.Figure.Value * Nearly && other.Claim != Claim.Some);

    private static IEnumerable<Body> Told(List<FigureLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Count == 0 || !line.Words().AsSpan().ContainsAny(Signs))
            {
                continue;
            }

            for (var i = 0; i < line.Count; i++)
            {
                var figure = line.Figures[i];
                if (figure.Unit is "个" or "家" or "所" or "项" && figure is { Approximate: false, Value: > 1 } && !Otherwise().IsMatch(line.Clause(i)) && Of(line, i) is var (name, claim))
                {
                    yield return new Body(name, figure, at, claim);
                }
            }
        }
    }

    // The body a figure counts, behind it or before it.
    private static (string Name, Claim Claim)? Of(FigureLine line, int i)
    {
        var behind = line.Behind(i);
        if (NameAt(behind) is { } name)
        {
            var (clause, rest) = (line.Clause(i), behind[name.Length..]);
            clause = clause.Length > Lead ? clause[^Lead..] : clause;
            return AfterName().IsMatch(rest) ? null : (Called(name), All().IsMatch(clause) ? Claim.All : Opens().IsMatch(clause) && Does().IsMatch(rest) ? Claim.Subject : Claim.Some);
        }

        var before = Having().Replace(line.Clause(i), "");
        return behind.Length == 0 && Array.Find(Words.Names, n => before.EndsWith(n, StringComparison.Ordinal)) is { } named && !Qualified().IsMatch(before[..^named.Length]) ? (Called(named), Claim.All) : null;
    }

    private static string? NameAt(string behind) =>
        Array.Find(Words.Names, n => behind.StartsWith(n, StringComparison.Ordinal)) ?? Words.Also.Keys.FirstOrDefault(n => behind.StartsWith(n, StringComparison.Ordinal) && !behind.StartsWith(n + "标准", StringComparison.Ordinal));

    private static string Called(string name) => Words.Also.GetValueOrDefault(name, name);

    private sealed record Data(string[] Names, Dictionary<string, string> Also);

    private sealed record Body(string Name, Figure Figure, int Line, Claim Claim);

    // Of another school or time, of those that changed, or a place in a row.
    [GeneratedRegex(@"全国|全省|全市|兄弟|其[他它余]|另|新增|新设|新建|增至|增加|扩大|减少|撤并|合并|原有|原来|计划|拟|上一?学?年|去年|合作|共建|平均|每[个家所校年]|(?:第|前)$|达到", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"(?:全校|全院|学校|我校|现有|设有|下设|拥有|所辖|辖|共有?|覆盖|涵盖|包括|确定|划分为|各|所有|全部|上述|以上|这|(?:公示|公布|公开|列入|执行|所属)的)$|(?:部门|单位|处室|机构|科室)[、和及与]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex All();

    // The sentence speaks of them from its beginning.
    [GeneratedRegex(@"^\s*(?:对|将|由|在|向|给)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opens();

    [GeneratedRegex(@"^(?:均|都|全部|一律|通过|按|依|将|分别|统一|定期|逐一|的网站|网站|以|向|设|之间|共)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Does();

    [GeneratedRegex(@"^(?:中|里|被|未|尚|更新频次|获|入选)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AfterName();

    [GeneratedRegex(@"(?:现有|共有|总数|数量|共计|合计|总计|共|有|为|达)+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Having();

    [GeneratedRegex(@"(?:抽查|检查|走访|调研|约谈|通报|选取|遴选|试点|示范|首批|部分|评选|表彰|优秀|先进|督促|整改|涉及)[^，,、]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Qualified();
}
