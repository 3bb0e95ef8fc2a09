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

    // A page within a page within a page: deeper is nobody's writing.
    private const int DeepestPage = 3;

    public static void Write(Stream input, Stream output, MaskPlan plan, ReadingContext context)
    {
        var document = HtmlPage.Parse(HtmlPage.Text(input, context), context);
        Clean(document, plan, context, 0);
        var (reader, writer) = SameEncoding.Open(input, output, context, new CharacterReference());
        using (reader)
        using (writer)
        {
            document.ToHtml(writer);
        }
    }

    private static void Clean(IHtmlDocument document, MaskPlan plan, ReadingContext context, int depth)
    {
        var visibility = new HtmlVisibility(document);
        foreach (var node in document.Descendants().Where(n => IsHidden(n, visibility)).ToList())
        {
            node.Parent?.RemoveChild(node);
        }

        foreach (var frame in document.All.Where(e => e.HasAttribute("srcdoc")).ToList())
        {
            CleanInner(frame, plan, context, depth + 1);
        }

        foreach (var element in document.All.ToList())
        {
            MaskedAttributes.Clean(element, plan);
        }

        foreach (var block in document.Descendants().OfType<IText>().Where(t => t.ParentElement is not IHtmlStyleElement).GroupBy(BlockOf).ToList())
        {
            MaskTogether([.. block], plan);
        }

        foreach (var box in document.All.Where(e => e.LocalName == "tr").SelectMany(row => NumberBoxes.Of(row.Children, c => c.TextContent, 2, plan)).ToList())
        {
            foreach (var text in box.Descendants().OfType<IText>())
            {
                text.Data = new string('*', text.Data.Trim().Length);
            }
        }

        foreach (var style in document.All.OfType<IHtmlStyleElement>().ToList())
        {
            style.TextContent = MaskedAttributes.StyleSheet(HtmlPage.WordsOfStyle().Replace(style.TextContent, words => plan.ByWords(words.Value)), plan);
        }
    }

    private static void CleanInner(IElement frame, MaskPlan plan, ReadingContext context, int depth)
    {
        if (depth > DeepestPage)
        {
            frame.RemoveAttribute("srcdoc");
            return;
        }

        var inner = HtmlPage.Parse(frame.GetAttribute("srcdoc")!, context);
        Clean(inner, plan, context, depth);
        frame.SetAttribute("srcdoc", inner.DocumentElement.OuterHtml);
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
