using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Compares a number of points that a paragraph announces with the numbered paragraphs that follow: 从六个方面推进。 and then （一） to （五）. Worth a look only.</summary>
internal sealed partial class AnnouncedItemsCheck : IReportCheck
{
    private static readonly Regex[] Styles = [InBrackets(), InDigits(), InBracketedDigits(), Points(), OneOf()];

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var main = reading.MainHeadings.Select(h => h.Span.Start).ToHashSet();
        var first = reading.MainHeadings.FirstOrDefault()?.Span.Start ?? 0;
        var blocks = reading.Blocks.FindAll(b => b.Kind is BlockKind.Prose or BlockKind.Heading);
        for (var at = 0; at + 1 < blocks.Count; at++)
        {
            var text = blocks[at].Span.Of(reading.Folded);
            if (blocks[at].Span.Start < first || Announced().Match(text) is not { Success: true } match || ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) is not { } announced)
            {
                continue;
            }

            var rest = blocks.Skip(at + 1).TakeWhile(b => !main.Contains(b.Span.Start)).Select(b => b.Span.Of(reading.Folded)).ToList();
            if (Count(rest) is { } count && count > 1 && count != announced)
            {
                yield return Notice.Of(
                    ReportCodes.SectionCount,
                    Severity.Warning,
                    new TextSpan(blocks[at].Span.Start + match.Index, blocks[at].Span.Start + match.Index + match.Length),
                    "items",
                    ("expected", count.ToString(CultureInfo.InvariantCulture)),
                    ("found", announced.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    // The next paragraph begins with one, and so on in its style; a new one ends the list.
    private static int? Count(List<string> rest)
    {
        if (rest.Count == 0 || Array.Find(Styles, s => Number(s, rest[0]) == 1) is not { } style)
        {
            return null;
        }

        var count = 1;
        foreach (var number in rest.Skip(1).Select(r => Number(style, r)).Where(n => n is not null).TakeWhile(n => n > 1))
        {
            count = Math.Max(count, number!.Value);
        }

        return count;
    }

    private static int? Number(Regex style, string text) =>
        style.Match(text) is { Success: true } match ? ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) : null;

    [GeneratedRegex(@"(?<![第\d])(?<n>[二两三四五六七八九十]|[2-9]|1[0-2])个?大?(?:方面|部分|层面|环节|板块|维度|点|项工作|项措施|项举措|条措施|条经验|类|件事|方面工作|方面内容|亮点|特色|特点|举措|步骤|步|处|条)(?![\u4e00-\u9fa5]{0,8}(?:第|共\d))[^。;，,\d]{0,12}(?:[，,][^。;，,\d]{0,10})?[。:]\s*$|\((?:共)?(?<n>[二两三四五六七八九十]|[2-9]|1[0-2])(?:条|点|项|个|个方面)\)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"^\(\s*(?<n>[一二三四五六七八九十]{1,3})\s*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^(?<n>\d{1,2})\s*[、.](?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InDigits();

    [GeneratedRegex(@"^\(?\s*(?<n>\d{1,2})\s*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InBracketedDigits();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{2,4}之(?<n>[一二三四五六七八九十])[:，,\s]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneOf();

    [GeneratedRegex(@"^(?<n>[一二三四五六七八九十])(?:是|、|,|，)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Points();
}
