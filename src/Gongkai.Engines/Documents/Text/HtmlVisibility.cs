using System.Buffers;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongkai.Engines.Documents.Text;

/// <summary>Which elements of a page a reader does not see: by their own style, by a rule of the page's style sheet, or because their
/// words have the colour of the ground.</summary>
internal sealed class HtmlVisibility
{
    private const int MostRules = 200;
    private const double FarOutside = 500;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private readonly HashSet<IElement> _unseen = [];
    private readonly HtmlGround _ground;

    public HtmlVisibility(IHtmlDocument document)
    {
        _ground = new HtmlGround(document);
        foreach (var (selector, _) in HtmlStyleRules.Of(document).Where(r => Hides(r.Style)).Take(MostRules))
        {
            _unseen.UnionWith(HtmlStyleRules.Elements(document, selector));
        }
    }

    public bool IsUnseen(IElement element) =>
        element.HasAttribute("hidden") || _unseen.Contains(element) || (element.GetAttribute("style") is { Length: > 0 } style && Hides(style)) || _ground.Swallows(element) || IsHiddenSheet(element);

    /// <summary>Whether an element is a hidden sheet of a workbook that is one XML file (Excel 2003).</summary>
    public static bool IsHiddenSheet(IElement element) =>
        element.LocalName == "worksheet" && element.Children.Where(c => c.LocalName.EndsWith("worksheetoptions", StringComparison.Ordinal)).SelectMany(c => c.Children)
            .Any(c => c.LocalName.EndsWith("visible", StringComparison.Ordinal) && c.TextContent.Trim() is "SheetHidden" or "SheetVeryHidden");

    private static bool Hides(string style)
    {
        var compact = style.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return compact.Contains("DISPLAY:NONE", StringComparison.Ordinal) || compact.Contains("VISIBILITY:HIDDEN", StringComparison.Ordinal)
            || compact.Contains("MSO-HIDE:ALL", StringComparison.Ordinal) || compact.Contains("OPACITY:0;", StringComparison.Ordinal) || compact.EndsWith("OPACITY:0", StringComparison.Ordinal)
            || HasTinyFont(compact) || IsOutside(compact) || IsClosed(compact);
    }

    // height:0;overflow:hidden
    private static bool IsClosed(string style) =>
        style.Contains("OVERFLOW:HIDDEN", StringComparison.Ordinal) && style.Split(';').Any(part => part is "HEIGHT:0" or "HEIGHT:0PX" or "MAX-HEIGHT:0" or "MAX-HEIGHT:0PX" or "WIDTH:0" or "WIDTH:0PX");

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

    // left:-9999px, text-indent:-999em: pushed out of the page.
    private static bool IsOutside(string style) => style.Contains(":-", StringComparison.Ordinal) && style.Split(';').Any(part =>
        part.IndexOf(":-", StringComparison.Ordinal) is > 0 and var at && part[..at] is "LEFT" or "TOP" or "RIGHT" or "BOTTOM" or "TEXT-INDENT" or "MARGIN-LEFT" or "MARGIN-TOP"
        && double.TryParse(part.AsSpan(at + 2)[..Math.Max(0, part.AsSpan(at + 2).IndexOfAnyExcept(NumberCharacters))], CultureInfo.InvariantCulture, out var far) && far >= FarOutside);
}
