using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Finds a part that has no heading and yet is told, under the heading of another: 没有因信息公开被举报的情况 at the end of 评议情况. What introduces the report or lists the catalogue may speak of every part.</summary>
internal static partial class RunOnParts
{
    /// <summary>Where the part is told; null when it is not.</summary>
    public static TextSpan? Find(Reading reading, SectionKind kind)
    {
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

    [GeneratedRegex(@"^[^。]{0,12}(?:没有|无|暂无)其[他它](?:需要?|应当|应)?(?:予以)?(?:报告|说明)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Others();
}
