using System.Xml;

namespace Gongkai.Engines.Documents.Packages;

/// <summary>Colours of slides, as far as white must be told from others.</summary>
internal static class SlideColor
{
    public const string White = "FFFFFF";

    /// <summary>A colour that is none of those that can be named here: a picture, a gradient, an accent of the theme.</summary>
    public const string Other = "other";

    /// <summary>A colour so thin that it is not seen.</summary>
    public const string Clear = "clear";

    /// <summary>A colour that lets what lies behind it shine through.</summary>
    public const string Glass = "glass";

    // In thousandths of a percent.
    private const int Thinnest = 3_000;
    private const int Full = 100_000;

    /// <summary>The colour inside the element the reader stands on, such as a <c>solidFill</c>; leaves the reader at the end of it.</summary>
    public static string Read(XmlReader xml, ReadingContext context)
    {
        var color = Other;
        foreach (var e in xml.Inside(context))
        {
            color = e.LocalName switch
            {
                "srgbClr" => e.GetAttribute("val")?.ToUpperInvariant() ?? Other,
                "sysClr" => e.GetAttribute("lastClr")?.ToUpperInvariant() ?? Other,
                "schemeClr" => e.GetAttribute("val") is "bg1" or "lt1" ? White : Other,

                "alpha" => e.Number("val") is not { } strength || strength >= Full ? color : strength <= Thinnest ? Clear : Glass,

                // White made darker is grey.
                "lumMod" or "lumOff" or "shade" or "tint" => Other,
                _ => color,
            };
        }

        return color;
    }

    /// <summary>The colour of a <c>bg</c> element: what a slide, a layout or a master is painted with.</summary>
    public static string ReadBackground(XmlReader xml, ReadingContext context)
    {
        var color = Other;
        foreach (var e in xml.Inside(context))
        {
            // Number 1001 is the theme's plain colour; those behind it may be gradients and pictures.
            if (e.LocalName == "solidFill" || (e.LocalName == "bgRef" && e.GetAttribute("idx") == "1001"))
            {
                color = Read(e, context);
            }
        }

        return color;
    }
}
