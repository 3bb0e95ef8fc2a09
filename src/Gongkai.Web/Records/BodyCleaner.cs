using Ganss.Xss;

namespace Gongkai.Web.Records;

/// <summary>Lets only what a public text needs into a body: no script, no style, no foreign frame, no address but http, mailto and our own files.</summary>
public sealed class BodyCleaner
{
    private static readonly string[] Tags =
    [
        "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "blockquote", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
        "colgroup", "col", "a", "img", "strong", "b", "em", "i", "u", "s", "sub", "sup", "span", "div", "section", "figure", "figcaption", "pre", "code",
    ];

    private static readonly string[] Attributes = ["href", "src", "alt", "title", "colspan", "rowspan", "scope", "class", "id", "start", "type", "lang"];

    private static readonly string[] Classes = ["align-center", "align-right", "center", "right", "indent", "footnotes", "footnote-ref", "footnote-back"];

    private readonly HtmlSanitizer _sanitizer;

    /// <summary>Makes the cleaner.</summary>
    public BodyCleaner()
    {
        _sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Tags.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = Attributes.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
        });
        _sanitizer.AllowedClasses.UnionWith(Classes);
        _sanitizer.PostProcessNode += (_, node) =>
        {
            // Pictures come from our own files only: a foreign one would tell a stranger who reads what.
            if (node.Node is AngleSharp.Html.Dom.IHtmlImageElement image && !(image.GetAttribute("src") ?? "").StartsWith("/files/", StringComparison.Ordinal))
            {
                image.Remove();
            }
        };
    }

    /// <summary>The clean form of an HTML text.</summary>
    public string Clean(string html) => string.IsNullOrWhiteSpace(html) ? "" : _sanitizer.Sanitize(html.Normalize()).Trim();

    /// <summary>The words of an HTML text without its tags, for screening and search.</summary>
    public static string TextOf(string html)
    {
        if (html.Length == 0)
        {
            return "";
        }

        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        foreach (var end in document.QuerySelectorAll("p,li,td,th,h2,h3,h4,h5,h6,br,tr"))
        {
            end.After(document.CreateTextNode("\n"));
        }

        return document.Body?.TextContent.Trim() ?? "";
    }
}
