using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Compares the items named for each category of the catalogue, in a table or in the text, with those of the national one: 教学质量信息（6项） has nine; and
/// finds the category that a table of them has lost.</summary>
internal sealed partial class CatalogueCategories : IReportCheck
{
    private const int FewestRight = 4;
    private const int FewestRows = 7;
    private const int AllItems = 50;
    private const int MostOff = 4;

    private static readonly (string Name, string[] Signs, int Items)[] Categories =
    [
        ("基本信息", ["基本"], 6),
        ("招生考试信息", ["招生"], 8),
        ("财务、资产及收费信息", ["财务", "资产", "收费"], 7),
        ("人事师资信息", ["人事", "师资"], 5),
        ("教学质量信息", ["教学质量"], 9),
        ("学生管理服务信息", ["学生管理", "学生服务"], 4),
        ("学风建设信息", ["学风"], 3),
        ("学位、学科信息", ["学位", "学科"], 4),
        ("对外交流与合作信息", ["对外", "国际", "交流"], 2),
        ("其他", ["其他", "其它"], 2),
    ];

    /// <summary>The categories with the number of their items, in the order of the catalogue.</summary>
    public static IEnumerable<(string Name, int Items)> Sizes => Categories.Select(c => (c.Name, c.Items));

    /// <summary>How many of the categories a sentence names.</summary>
    public static int CountNamed(string text) => Categories.Count(c => Array.Exists(c.Signs, s => text.Contains(s + (c.Items == 2 ? "" : "信息"), StringComparison.Ordinal) || text.Contains(c.Name, StringComparison.Ordinal)));

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var rows in TableGrids.Of(reading))
        {
            var counted = Counted(rows);
            foreach (var finding in Wrong(counted).Concat(Lost(counted)).Concat(WrongTotal(rows, counted)))
            {
                yield return finding;
            }
        }

        var told = InText().Matches(reading.Folded).Select(m => (Name: NameOf(m.Groups["name"].Value), Count: decimal.Parse(m.Groups["n"].ValueSpan, CultureInfo.InvariantCulture), Span: new TextSpan(m.Groups["name"].Index, m.Index + m.Length)))
            .Where(t => t.Name is not null).ToList();
        foreach (var finding in Wrong([.. told.Select(t => (t.Name!, t.Count, t.Span))]).Concat(ToldAlone(reading)))
        {
            yield return finding;
        }
    }

    /// <summary>Whether a table of the categories lacks one; then its total says only that once more.</summary>
    public static bool HasLost(IReadOnlyList<IReadOnlyList<ReportCell>> rows) => Lost(Counted(rows)).Any();

    /// <summary>Whether a category has another count than the national one; then the total says only that once more.</summary>
    public static bool IsOff(IReadOnlyList<IReadOnlyList<ReportCell>> rows) => Wrong(Counted(rows)).Any();

    /// <summary>Whether a row of a table stands for a whole category.</summary>
    public static bool IsCategory(string row) => Categories.Any(c => Array.Exists(c.Signs, s => row.Contains(s, StringComparison.Ordinal)));

    private static List<(string Name, decimal Count, TextSpan Span)> Counted(IReadOnlyList<IReadOnlyList<ReportCell>> rows) =>
        [.. rows.Select(r => (Name: NameOf(r), Count: CountOf(r), Row: r)).Where(r => r.Name is not null && r.Count is not null)
            .Select(r => (r.Name!, r.Count!.Value, new TextSpan(r.Row[0].Span.Start, r.Row[^1].Span.End))).DistinctBy(r => r.Item1)];

    private static IEnumerable<ReportFinding> Wrong(List<(string Name, decimal Count, TextSpan Span)> counted)
    {
        var wrong = counted.FindAll(c => c.Count != Items(c.Name));
        return counted.Count - wrong.Count < FewestRight || wrong.Count > 2 ? [] : wrong.Select(w => Notice.Of(
            ReportCodes.CatalogueCount, Severity.Warning, w.Span, "category", ("category", w.Name), ("expected", $"{Items(w.Name)}"), ("found", Notice.Say(w.Count))));
    }

    private static IEnumerable<ReportFinding> Lost(List<(string Name, decimal Count, TextSpan Span)> counted)
    {
        if (counted.Count < FewestRows || counted.Count(c => c.Count == Items(c.Name)) < FewestRows)
        {
            yield break;
        }

        foreach (var lost in Categories.Where(c => !counted.Exists(r => r.Name == c.Name)))
        {
            var before = Array.FindLast(Categories[..Array.IndexOf(Categories, lost)], c => counted.Exists(r => r.Name == c.Name));
            var at = before.Name is null ? counted[0].Span : counted.Find(r => r.Name == before.Name).Span;
            yield return Notice.Of(ReportCodes.CatalogueCount, Severity.Error, at, "category-lost", ("expected", lost.Name), ("found", ""));
        }
    }

    // All ten are right, and yet the total is another than fifty.
    private static IEnumerable<ReportFinding> WrongTotal(IReadOnlyList<IReadOnlyList<ReportCell>> rows, List<(string Name, decimal Count, TextSpan Span)> counted)
    {
        if (counted.Count == Categories.Length && counted.TrueForAll(c => c.Count == Items(c.Name)) && rows.FirstOrDefault(r => r.Count > 1 && TableGrids.IsTotal(r)) is { } total
            && total.Skip(1).Where(c => c.Text.AsSpan().ContainsAnyInRange('0', '9')).Select(TableGrids.Value).FirstOrDefault(v => v is not null) is { } stated && stated != AllItems)
        {
            yield return Notice.Of(ReportCodes.CatalogueCount, Severity.Error, new TextSpan(total[0].Span.Start, total[^1].Span.End), "items", ("expected", "50"), ("found", Notice.Say(stated)));
        }
    }

    // 教学质量信息条目最多，有11项; 财务、资产及收费信息在清单中共有8项: one alone is told of, by its full name, and the catalogue with it.
    private static IEnumerable<ReportFinding> ToldAlone(Reading reading)
    {
        foreach (var sentence in reading.Sentences)
        {
            var text = sentence.Span.Of(reading.Folded);
            if (!OfCatalogue().IsMatch(text))
            {
                continue;
            }

            foreach (Match match in Alone().Matches(text))
            {
                var (name, count) = (match.Groups["name"].Value, ChineseNumber.ParseAny(match.Groups["n"].ValueSpan));
                if (Array.Find(Categories, c => name.EndsWith(c.Name, StringComparison.Ordinal) || name.EndsWith(c.Name.Replace("、", "", StringComparison.Ordinal), StringComparison.Ordinal)) is { Items: > 0 } category && count is { } told && told != category.Items && Math.Abs(told - category.Items) <= MostOff)
                {
                    yield return Notice.Of(
                        ReportCodes.CatalogueCount, Severity.Warning, new TextSpan(sentence.Span.Start + match.Index, sentence.Span.Start + match.Index + match.Length), "category",
                        ("category", category.Name), ("expected", $"{category.Items}"), ("found", $"{told}"));
                }
            }
        }
    }

    private static int Items(string name) => Array.Find(Categories, c => c.Name == name).Items;

    private static string? NameOf(IReadOnlyList<ReportCell> row) => row.Take(2).Select(c => NameOf(c.Text)).FirstOrDefault(n => n is not null);

    private static string? NameOf(string words) =>
        words.Length is < 2 or > 16 ? null : Categories.FirstOrDefault(c => Array.Exists(c.Signs, s => words.Contains(s, StringComparison.Ordinal))).Name;

    private static decimal? CountOf(IReadOnlyList<ReportCell> row) =>
        row.SkipWhile(c => NameOf(c.Text) is null).Skip(1).Select(TableGrids.Value).FirstOrDefault(v => v is not null);

    // The plain word first: what stands before it is looked for only where it stands.
    [GeneratedRegex(@"信息(?<=(?<name>[\u4e00-\u9fa5-[项]][\u4e00-\u9fa5、-[项]]{1,9}信息))\s*\(?\s*(?:共|计|含|有)?\s*(?<n>\d{1,2})\s*项", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InText();

    [GeneratedRegex(@"清单|[十10]\s*(?:个|大)*类", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfCatalogue();

    [GeneratedRegex(@"(?<name>[\u4e00-\u9fa5、]{4,12}信息)(?:在(?:国家|教育部)?清单(?:中|里)|条目最多|事项最多|最多|最少)?[，,]?(?:共有|共|有|含|包括|列有|计)\s*(?<n>\d{1,2}|[二三四五六七八九十]{1,2})\s*(?:个)?(?:项|条|事项)(?!目|申请)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Alone();
}
