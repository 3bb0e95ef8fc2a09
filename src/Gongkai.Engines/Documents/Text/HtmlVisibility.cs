using System.Buffers;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongkai.Engines.Documents.Text;

/// <summary>Which elements of a page a reader does not see: by their own style, or by a rule of the page's style sheet.</summary>
internal sealed class HtmlVisibility
{
    private const int MostRules = 200;
    private const int LongestSheet = 1 << 20;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private readonly HashSet<IElement> _unseen = [];

    public HtmlVisibility(IHtmlDocument document)
    {
        var rules = 0;
        foreach (var sheet in document.QuerySelectorAll("style").Where(s => s.TextContent.Length <= LongestSheet))
        {
            foreach (var selector in HidingSelectors(sheet.TextContent))
            {
                if (++rules > MostRules)
                {
                    return;
                }

                Note(document, selector);
            }
        }
    }

    public bool IsUnseen(IElement element)
    {
        return element.HasAttribute("hidden") || _unseen.Contains(element) || (element.GetAttribute("style") is { Length: > 0 } style && Hides(style));
    }

    private static bool Hides(string style)
    {
        var compact = style.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return compact.Contains("DISPLAY:NONE", StringComparison.Ordinal) || compact.Contains("VISIBILITY:HIDDEN", StringComparison.Ordinal)
            || compact.Contains("MSO-HIDE:ALL", StringComparison.Ordinal) || compact.Contains("OPACITY:0;", StringComparison.Ordinal) || compact.EndsWith("OPACITY:0", StringComparison.Ordinal)
            || HasTinyFont(compact) || IsWhiteOnWhite(compact);
    }

    private static bool HasTinyFont(string style)
    {
        var at = style.IndexOf("FONT-SIZE:", StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        var value = style.AsSpan(at + 10);
        var length = value.IndexOfAnyExcept(NumberCharacters);
        return length > 0 && double.TryParse(value[..length], CultureInfo.InvariantCulture, out var size)
            && (size == 0 || (size <= 1.5 && (value[length..].StartsWith("PX") || value[length..].StartsWith("PT"))));
    }

    private static bool IsWhiteOnWhite(string style)
    {
        var isWhite = false;
        foreach (var part in style.Split(';'))
        {
            if (part.StartsWith("BACKGROUND", StringComparison.Ordinal))
            {
                return false;
            }

            isWhite |= part is "COLOR:WHITE" or "COLOR:#FFF" or "COLOR:#FFFFFF" or "COLOR:RGB(255,255,255)" or "COLOR:TRANSPARENT";
        }

        return isWhite;
    }

    private void Note(IHtmlDocument document, string selector)
    {
        try
        {
            _unseen.UnionWith(document.QuerySelectorAll(selector));
        }
        catch (DomException)
        {
            // A selector this parser does not know hides nothing that it could tell.
        }
    }

    // Rules for print or small screens, within braces of their own, are passed over.
    private static List<string> HidingSelectors(string sheet)
    {
        var selectors = new List<string>();
        var depth = 0;
        var start = 0;
        for (var at = 0; at < sheet.Length; at++)
        {
            if (sheet[at] == '{' && ++depth == 1)
            {
                var end = sheet.IndexOfAny(['{', '}'], at + 1);
                var head = sheet[start..at].Trim();
                if (end > 0 && sheet[end] == '}' && !head.StartsWith('@') && !head.Contains(':', StringComparison.Ordinal) && Hides(sheet[(at + 1)..end]))
                {
                    selectors.Add(head);
                }
            }
            else if (sheet[at] == '}')
            {
                depth = Math.Max(0, depth - 1);
                start = depth == 0 ? at + 1 : start;
            }
        }

        return selectors;
    }
}
