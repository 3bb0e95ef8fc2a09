using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongkai.Engines.Documents.Text;

/// <summary>The rules of a page's own style sheets that hold everywhere and always.</summary>
internal static class HtmlStyleRules
{
    private const int LongestSheet = 1 << 20;

    /// <summary>Selectors and what they declare, in order.</summary>
    public static IEnumerable<(string Selector, string Style)> Of(IHtmlDocument document) =>
        document.QuerySelectorAll("style").Where(s => s.TextContent.Length <= LongestSheet).SelectMany(s => Rules(s.TextContent));

    /// <summary>The elements that a selector means; none for a selector that this parser does not know.</summary>
    public static IEnumerable<IElement> Elements(IHtmlDocument document, string selector)
    {
        try
        {
            return document.QuerySelectorAll(selector);
        }
        catch (DomException)
        {
            return [];
        }
    }

    // Rules for print or small screens, within braces of their own, are passed over, and so are those for a link under the mouse. Those for
    // every screen hold always: @media screen { .note { display: none } }.
    private static IEnumerable<(string Selector, string Style)> Rules(string sheet)
    {
        var depth = 0;
        var start = 0;
        for (var at = 0; at < sheet.Length; at++)
        {
            if (sheet[at] == '{' && depth == 0 && IsEverywhere(sheet.AsSpan(start, at - start)))
            {
                start = at + 1;
            }
            else if (sheet[at] == '{' && ++depth == 1)
            {
                var end = sheet.IndexOfAny(['{', '}'], at + 1);
                var head = sheet[start..at].Trim();
                if (end > 0 && sheet[end] == '}' && !head.StartsWith('@') && !head.Contains(':', StringComparison.Ordinal))
                {
                    yield return (head, sheet[(at + 1)..end]);
                }
            }
            else if (sheet[at] == '}')
            {
                depth = Math.Max(0, depth - 1);
                start = depth == 0 ? at + 1 : start;
            }
        }
    }

    private static bool IsEverywhere(ReadOnlySpan<char> head)
    {
        var rule = head.Trim();
        return rule.StartsWith("@media ", StringComparison.OrdinalIgnoreCase) && rule["@media ".Length..].Trim() is var kind
            && (kind.Equals("screen", StringComparison.OrdinalIgnoreCase) || kind.Equals("all", StringComparison.OrdinalIgnoreCase) || kind.Equals("only screen", StringComparison.OrdinalIgnoreCase));
    }
}
