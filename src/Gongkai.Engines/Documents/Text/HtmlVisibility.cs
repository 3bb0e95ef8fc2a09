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
    private const double FarOutside = 500;

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
            || HasTinyFont(compact) || IsInItsBackground(compact) || IsOutside(compact);
    }

    private static bool HasTinyFont(string style)
    {
        var at = style.IndexOf("FONT-SIZE:", StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        var value = style.AsSpan(at + 10);
        var length = value.IndexOfAnyExcept(NumberCharacters) is >= 0 and var end ? end : value.Length;
        return length > 0 && double.TryParse(value[..length], CultureInfo.InvariantCulture, out var size)
            && (size == 0 || (size <= 1.5 && (value[length..].StartsWith("PX") || value[length..].StartsWith("PT"))));
    }

    // White on the white of the page, or in whatever colour it lies on.
    private static bool IsInItsBackground(string style)
    {
        var (colour, background) = ("", "#FFFFFF");
        foreach (var part in style.Split(';'))
        {
            if (part.StartsWith("COLOR:", StringComparison.Ordinal))
            {
                colour = Plain(part[6..]);
            }
            else if (part.StartsWith("BACKGROUND:", StringComparison.Ordinal) || part.StartsWith("BACKGROUND-COLOR:", StringComparison.Ordinal) || part.StartsWith("BACKGROUND-IMAGE:", StringComparison.Ordinal))
            {
                background = Plain(part[(part.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            }
        }

        return colour.Length > 0 && (colour == background || colour == "TRANSPARENT");
    }

    private static string Plain(string colour) => colour.Replace("!IMPORTANT", "", StringComparison.Ordinal) switch
    {
        "WHITE" or "RGB(255,255,255)" => "#FFFFFF",
        "BLACK" or "RGB(0,0,0)" => "#000000",
        { Length: 4 } three when three[0] == '#' => $"#{three[1]}{three[1]}{three[2]}{three[2]}{three[3]}{three[3]}",
        var other => other,
    };

    // left:-9999px, text-indent:-999em: pushed out of the page.
    private static bool IsOutside(string style) => style.Contains(":-", StringComparison.Ordinal) && style.Split(';').Any(part =>
        part.IndexOf(":-", StringComparison.Ordinal) is > 0 and var at && part[..at] is "LEFT" or "TOP" or "RIGHT" or "BOTTOM" or "TEXT-INDENT" or "MARGIN-LEFT" or "MARGIN-TOP"
        && double.TryParse(part.AsSpan(at + 2)[..Math.Max(0, part.AsSpan(at + 2).IndexOfAnyExcept(NumberCharacters))], CultureInfo.InvariantCulture, out var far) && far >= FarOutside);

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
