using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongkai.Engines.Documents.Text;

/// <summary>Which texts of a page have the colour of the ground they stand on: that of the nearest element around them that has one.</summary>
internal sealed class HtmlGround
{
    private const int MostRules = 200;

    private static readonly Look Page = new(null, HtmlColour.White);

    private readonly Dictionary<IElement, HtmlPaint> _byRule = [];
    private readonly Dictionary<IElement, Look> _looks = [];

    public HtmlGround(IHtmlDocument document)
    {
        var rules = 0;
        foreach (var (selector, style) in HtmlStyleRules.Of(document))
        {
            var paint = HtmlPaint.Of(style);
            if ((paint.Text is null && !paint.HasGround) || ++rules > MostRules)
            {
                continue;
            }

            foreach (var element in HtmlStyleRules.Elements(document, selector))
            {
                _byRule[element] = _byRule.GetValueOrDefault(element).Under(paint);
            }
        }
    }

    /// <summary>Whether words stand in this element itself and cannot be told from its ground.</summary>
    public bool Swallows(IElement element)
    {
        var look = LookOf(element);
        return look.Text is { } text && look.Ground is { } ground && (text.Strength == 0 || (text.Strength == 1 && text.IsNear(ground))) && HasWords(element);
    }

    // Without recursion: a hostile page nests deeper than a stack.
    private Look LookOf(IElement element)
    {
        var path = new Stack<IElement>();
        var look = Page;
        for (var e = element; e is not null; e = e.ParentElement)
        {
            if (_looks.TryGetValue(e, out look))
            {
                break;
            }

            look = Page;
            path.Push(e);
        }

        while (path.TryPop(out var e))
        {
            var paint = OwnColours(e).Under(ByAttributes(e)).Under(_byRule.GetValueOrDefault(e));
            if (e.GetAttribute("style") is { Length: > 0 } style)
            {
                paint = paint.Under(HtmlPaint.Of(style));
            }

            look = new Look(paint.Text ?? look.Text, paint.HasGround ? paint.Ground : look.Ground);
            _looks[e] = look;
        }

        return look;
    }

    // Links, marks and buttons have colours of their own that they do not take from around them.
    private static HtmlPaint OwnColours(IElement element) => element.LocalName switch
    {
        "a" when element.HasAttribute("href") => new HtmlPaint(new HtmlColour(0, 0, 238), false, null),
        "mark" => new HtmlPaint(null, true, new HtmlColour(255, 255, 0)),
        "button" or "input" or "select" or "textarea" => new HtmlPaint(null, true, null),
        _ => default,
    };

    private static HtmlPaint ByAttributes(IElement element)
    {
        var text = element.GetAttribute(element.LocalName == "body" ? "text" : "color") is { } colour && element.LocalName is "font" or "body" ? Attribute(colour) : null;
        if (element.HasAttribute("background"))
        {
            return new HtmlPaint(text, true, null);
        }

        return element.GetAttribute("bgcolor") is { Length: > 0 } ground ? new HtmlPaint(text, true, Attribute(ground)) : new HtmlPaint(text, false, null);
    }

    // Old pages leave the # out.
    private static HtmlColour? Attribute(string value) => HtmlColour.Parse(value) ?? HtmlColour.Parse("#" + value.Trim());

    private static bool HasWords(IElement element)
    {
        for (var i = 0; i < element.ChildNodes.Length; i++)
        {
            if (element.ChildNodes[i] is IText text && !string.IsNullOrWhiteSpace(text.Data))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Look(HtmlColour? Text, HtmlColour? Ground);
}
