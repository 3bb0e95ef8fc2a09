using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>The titles of tables and attachments that have a number: 表1 主动公开数据; 附件二：受理机构.</summary>
internal static partial class Captions
{
    private const int LongestTitle = 50;

    private static readonly Regex[] Kinds = [Table(), Attachment()];

    /// <summary>The numbers of the tables and those of the attachments, in the order of the text; only rows of two and more that begin with one.</summary>
    public static IEnumerable<IReadOnlyList<(int Number, TextSpan Span)>> Rows(Reading reading) =>
        Kinds.Select(kind => Read(reading, kind).Select(c => (c.Number, c.Span)).ToList()).Where(row => row.Count > 1 && row[0].Number == 1 && row.Skip(1).All(r => r.Number > 1));

    /// <summary>The titles of tables, each with the number of its paragraph.</summary>
    public static IEnumerable<(int Number, TextSpan Span, int Block)> Tables(Reading reading) => Read(reading, Table());

    private static IEnumerable<(int Number, TextSpan Span, int Block)> Read(Reading reading, Regex kind)
    {
        for (var at = 0; at < reading.Blocks.Count; at++)
        {
            var block = reading.Blocks[at];
            if (block.Span.Length > LongestTitle || block.Kind == BlockKind.Contents)
            {
                continue;
            }

            var line = block.Span.Of(reading.Folded);
            if (!line.Contains('。', StringComparison.Ordinal) && kind.Match(line) is { Success: true } match && ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) is { } number)
            {
                yield return (number, new TextSpan(block.Span.Start, block.Span.Start + match.Groups["s"].Length), at);
            }
        }
    }

    [GeneratedRegex(@"^(?<s>附?表\s*(?<n>\d{1,2}|[一二三四五六七八九十]{1,2}))(?:[\s:.、]|$|(?=[\u4e00-\u9fa5《]))(?![人位名])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"^(?<s>附件\s*(?<n>\d{1,2}|[一二三四五六七八九十]))(?:[\s:.、《(]|$|(?=[\u4e00-\u9fa5]))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Attachment();
}
