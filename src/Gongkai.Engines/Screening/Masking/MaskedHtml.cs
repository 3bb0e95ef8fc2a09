using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Text;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>A masked copy of a web page: comments, scripts, hidden elements and remarks in its head are gone.</summary>
internal static class MaskedHtml
{
    private const string InlineTags = " A ABBR B BDI BDO CITE CODE DEL EM FONT I INS KBD LABEL MARK O:P Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME U VAR ";

    public static void Write(Stream input, Stream output, MaskPlan plan, ReadingContext context)
    {
        var document = HtmlPage.Parse(HtmlPage.Text(input, context), context);
        var visibility = new HtmlVisibility(document);
        foreach (var node in document.Descendants().Where(n => IsHidden(n, visibility)).ToList())
        {
            node.Parent?.RemoveChild(node);
        }

        foreach (var element in document.All.ToList())
        {
            CleanAttributes(element, plan);
        }

        foreach (var block in document.Descendants().OfType<IText>().Where(t => t.ParentElement is not IHtmlStyleElement).GroupBy(BlockOf).ToList())
        {
            MaskTogether([.. block], plan);
        }

        foreach (var style in document.All.OfType<IHtmlStyleElement>().ToList())
        {
            style.TextContent = HtmlPage.WordsOfStyle().Replace(style.TextContent, words => plan.ByWords(words.Value));
        }

        var (reader, writer) = SameEncoding.Open(input, output, context, new CharacterReference());
        using (reader)
        using (writer)
        {
            document.ToHtml(writer);
        }
    }

    private static bool IsHidden(INode node, HtmlVisibility visibility) => node switch
    {
        IComment => true,
        IHtmlScriptElement => true,
        IHtmlMetaElement meta => meta.Name is not null,
        IHtmlInputElement { Type: "hidden" } => true,
        IElement element => visibility.IsUnseen(element) || element.LocalName is "template" or "noscript" or "object" or "embed",
        _ => false,
    };

    // Attributes are read by machines as well as the text is.
    private static void CleanAttributes(IElement element, MaskPlan plan)
    {
        foreach (var attribute in element.Attributes.ToList())
        {
            if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name.StartsWith("data-", StringComparison.OrdinalIgnoreCase))
            {
                element.RemoveAttribute(attribute.Name);
            }
            else if (attribute.Name is "title" or "alt" or "href" or "value" or "placeholder" or "aria-label" or "name" or "id")
            {
                var masked = plan.ByWords(attribute.Value);
                if (masked != attribute.Value)
                {
                    element.SetAttribute(attribute.Name, masked);
                }
            }
            else if (attribute.Name == "src" && attribute.Value.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                element.RemoveAttribute("src");
            }
        }
    }

    private static IElement BlockOf(IText text)
    {
        var element = text.ParentElement!;
        while (element.ParentElement is { } parent && InlineTags.Contains($" {element.LocalName.ToUpperInvariant()} ", StringComparison.Ordinal))
        {
            element = parent;
        }

        return element;
    }

    // A number can begin in one element and end in another: the texts of a block are looked at as one.
    private static void MaskTogether(List<IText> texts, MaskPlan plan)
    {
        var whole = string.Concat(texts.Select(t => t.Data));
        var masked = plan.ByWords(whole);
        if (masked == whole)
        {
            return;
        }

        var at = 0;
        foreach (var text in texts)
        {
            var length = text.Data.Length;
            text.Data = masked.Substring(at, length);
            at += length;
        }
    }
}
