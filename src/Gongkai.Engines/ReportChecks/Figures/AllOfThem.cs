using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a number that speaks of all there are and is fewer than were told: 废标信息15条 … 5条废标信息均附原因. What is counted must be told in the same words, once. Worth a look only.</summary>
internal static partial class AllOfThem
{
    private const int ShortestName = 3;

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(List<FigureLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            for (var i = 0; i < lines[at].Count; i++)
            {
                var second = lines[at].Figures[i];
                if (second.Approximate || Some().IsMatch(lines[at].Clause(i)) || All().Match(lines[at].Behind(i)) is not { Success: true } all || all.Groups["name"].Value is not { Length: >= ShortestName } name)
                {
                    continue;
                }

                var told = lines.Take(at).SelectMany(l => Enumerable.Range(0, l.Count).Where(k => l.Figures[k].Unit == second.Unit && l.Clause(k).EndsWith(name, StringComparison.Ordinal) && !Some().IsMatch(l.Clause(k))).Select(k => l.Figures[k])).ToList();
                if (told is [{ Approximate: false } first] && first.Value > second.Value)
                {
                    yield return (name, first, second);
                }
            }
        }
    }

    [GeneratedRegex(@"^(?<name>[\u4e00-\u9fa5]{3,8}?)(?:均|都|全部|逐[条件项一]|无一)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex All();

    [GeneratedRegex(@"上一?学?年|去年|同期|其中|新增|增加|减少|比|较|每|另|余|前|后|第|首批|部分|各|调整|更换|增补|新聘|新任|补充", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Some();
}
