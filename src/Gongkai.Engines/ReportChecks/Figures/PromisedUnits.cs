using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares how many units a report finds wanting with how many it will see to: 仍有3个学院没有设立专栏 … 督促4个学院建成专栏. Worth a look only.</summary>
internal static partial class PromisedUnits
{
    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Differing(List<FigureLine> lines)
    {
        var wanting = lines.SelectMany(line => Of(line, Wanting(), Fails())).ToList();
        var urged = wanting.Count == 0 ? [] : lines.SelectMany(line => Of(line, Urged(), null)).ToList();
        foreach (var (name, promised) in urged)
        {
            var same = wanting.FindAll(w => w.Name == name && w.Figure.Span.Start < promised.Span.Start);
            if (same is [var only] && only.Figure.Value != promised.Value && !urged.Exists(u => u.Name == name && u.Figure.Value == only.Figure.Value))
            {
                yield return (name, only.Figure, promised);
            }
        }
    }

    private static IEnumerable<(string Name, Figure Figure)> Of(FigureLine line, Regex before, Regex? behind)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (line.Figures[i] is { Unit: "个" or "家" or "所", Approximate: false } figure && before.IsMatch(line.Clause(i)) && (Unit().Match(line.Behind(i)) is { Success: true } unit || (i > 0 && (unit = Among().Match(line.Gap(i))).Success))
                && (behind is null || behind.IsMatch(line.After(i))))
            {
                yield return (unit.Groups["unit"].Value, figure);
            }
        }
    }

    [GeneratedRegex(@"^(?:二级|责任|职能)?(?<unit>学院|部门|单位|系部|院系|网站|处室|附属医院)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unit();

    // 18个学院中还有5个没有公布
    [GeneratedRegex(@"^(?:二级|责任|职能)?(?<unit>学院|部门|单位|系部|院系|网站|处室|附属医院)(?:中|里)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Among();

    [GeneratedRegex(@"(?:仍|还|尚|有|的)(?:仍|还|尚|有)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Wanting();

    [GeneratedRegex(@"没有|未|不|缺|滞后|偏[低少慢弱]|较[低少慢弱]|无|逾期|超期", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fails();

    [GeneratedRegex(@"(?:督促|推动|指导|帮助|要求|责成|敦促|约谈|督导)(?:上述|这|其余|未达标的?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Urged();
}
