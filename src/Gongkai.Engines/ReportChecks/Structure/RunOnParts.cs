using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Finds a part that has no heading and yet is told, under the heading of another: 没有因信息公开被举报的情况 at the end of 评议情况. What introduces the report or lists the catalogue may speak of every part.</summary>
internal static partial class RunOnParts
{
    /// <summary>Where the part is told; null when it is not.</summary>
    public static TextSpan? Find(Reading reading, SectionKind kind)
    {
        foreach (var block in reading.Blocks.Where(b => b.Kind is not (BlockKind.Contents or BlockKind.Cell)))
        {
            foreach (var match in Heading().Matches(block.Span.Of(reading.Folded)).Where(m => SectionKinds.In(m.Groups["title"].Value).Contains(kind)))
            {
                return new TextSpan(block.Span.Start + match.Groups["head"].Index, block.Span.Start + match.Groups["head"].Index + match.Groups["head"].Length);
            }
        }

        if (Words(kind) is not { } words)
        {
            return null;
        }

        foreach (var sentence in reading.Sentences)
        {
            if (reading.SectionAt(sentence.Span.Start) is { } section && section is not (SectionKind.Overview or SectionKind.CatalogueTable) && section != kind && words.IsMatch(sentence.Span.In(reading.Folded)))
            {
                return sentence.Span;
            }
        }

        return null;
    }

    // ……等意见。第五部分 评议情况: a heading that ran into the paragraph before it.
    [GeneratedRegex(@"(?<=[。；;]\s?)(?<head>(?:第[一二三四五六七八九十]{1,2}部分|[一二三四五六七八九十]{1,2}、)\s*(?<title>[\u4e00-\u9fa5、和与]{4,30}))(?=$|\s|[。:])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heading();

    private static Regex? Words(SectionKind kind) => kind switch
    {
        SectionKind.OnRequest => Requests(),
        SectionKind.Complaints => Complaints(),
        SectionKind.Other => Others(),
        _ => null,
    };

    [GeneratedRegex(@"^[^。]{0,20}(?:收到|受理|接到|未收到)[^。]{0,16}(?:公开|书面)?申请|^[^。]{0,16}(?:公布|公开|明确|规范)了?依申请公开的?(?:受理|办理|流程|申请)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Requests();

    [GeneratedRegex(@"^[^。]{0,16}(?:没有|未|无)[^。]{0,8}(?:因)?[^。]{0,10}信息公开[^。]{0,12}(?:举报|投诉|复议|诉讼)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Complaints();

    [GeneratedRegex(@"^[^。]{0,12}(?:没有|无|暂无)其[他它](?:需要?|应当|应|要)?(?:予以)?(?:报告|说明)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Others();
}
