using System.Globalization;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>What is said of a run's looks, as far as it bears on meaning or visibility; null where nothing is said.</summary>
internal sealed record WordFormat
{
    private const string White = "FFFFFF";

    public static WordFormat Plain { get; } = new();

    public bool? Bold { get; init; }

    public bool? Italic { get; init; }

    public bool? Underline { get; init; }

    public bool? Strike { get; init; }

    public bool? Vanish { get; init; }

    /// <summary><c>superscript</c>, <c>subscript</c> or <c>baseline</c>.</summary>
    public string? Position { get; init; }

    /// <summary>Six hexadecimal digits or <c>auto</c>.</summary>
    public string? Color { get; init; }

    /// <summary>Background by shading or highlighting: six digits, or <c>auto</c>.</summary>
    public string? Fill { get; init; }

    /// <summary>In half points.</summary>
    public int? Size { get; init; }

    public string? Style { get; init; }

    public bool HasNoFill { get; init; }

    /// <summary>Whether the run's own properties say that it was inserted or deleted under tracking (paragraph marks).</summary>
    public static WordFormat Read(XmlReader xml, ReadingContext context)
    {
        var format = Plain;
        foreach (var e in xml.Inside(context))
        {
            switch (e.LocalName)
            {
                case "b": format = format with { Bold = e.IsOn() }; break;
                case "i": format = format with { Italic = e.IsOn() }; break;
                case "u": format = format with { Underline = e.Attribute("val") is not ("none" or null) }; break;
                case "strike" or "dstrike": format = format with { Strike = e.IsOn() }; break;
                case "vanish" or "specVanish": format = format with { Vanish = e.IsOn() }; break;
                case "vertAlign": format = format with { Position = e.Attribute("val") }; break;
                case "color": format = format with { Color = ReadColor(e) ?? format.Color }; break;
                case "shd": format = format with { Fill = ReadShade(e) ?? format.Fill }; break;
                case "highlight": format = format with { Fill = Highlight(e.Attribute("val")) ?? format.Fill }; break;
                case "sz": format = format with { Size = e.Number("val") ?? format.Size }; break;
                case "rStyle": format = format with { Style = e.Attribute("val") }; break;
                case "textFill": format = ReadTextFill(e, format, context); break;
                case "rPrChange": e.SkipInside(); break;
            }
        }

        return format;
    }

    /// <summary>These properties, and where they say nothing, those of the base.</summary>
    public WordFormat Over(WordFormat? under) => under is null ? this : ReferenceEquals(this, Plain) ? under : this with
    {
        Bold = Bold ?? under.Bold,
        Italic = Italic ?? under.Italic,
        Underline = Underline ?? under.Underline,
        Strike = Strike ?? under.Strike,
        Vanish = Vanish ?? under.Vanish,
        Position = Position ?? under.Position,
        Color = Color ?? under.Color,
        Fill = Fill ?? under.Fill,
        Size = Size ?? under.Size,
        HasNoFill = HasNoFill || under.HasNoFill,
    };

    /// <summary>Whether a reader of the printed page would not see text in this format on this background.</summary>
    /// <param name="behind">The background that cell, paragraph or page give; null for plain paper.</param>
    public bool IsUnseen(string? behind)
    {
        if (Vanish == true || HasNoFill || Size is <= 4)
        {
            return true;
        }

        var background = Fill is null or "auto" ? behind : Fill;
        if (Color is null or "auto")
        {
            // A black marker drawn over text of automatic colour is the commonest false redaction.
            return Fill == "000000";
        }

        return Distance(Color, background is null or "auto" ? "FFFFFF" : background) <= 12;
    }

    /// <summary>Six digits, <c>auto</c>, or the name of a colour of the theme that cannot be named otherwise here.</summary>
    public static string? ReadShade(XmlReader xml) =>
        xml.Attribute("val") == "solid" && xml.Attribute("color") is { Length: 6 } solid ? solid.ToUpperInvariant()
        : xml.Attribute("fill") is { Length: > 0 } fill and not "auto" ? fill.ToUpperInvariant()
        : xml.Attribute("themeFill") is { Length: > 0 } theme ? (IsPaper(theme) && IsPure(xml, "themeFill") ? White : theme)
        : xml.Attribute("fill") is "auto" ? "auto"
        : null;

    // The colour of the theme goes before the one that stands beside it for programs without themes.
    private static string? ReadColor(XmlReader xml) =>
        IsPaper(xml.Attribute("themeColor")) && IsPure(xml, "theme") ? White : xml.Attribute("val")?.ToUpperInvariant() switch
        {
            "AUTO" or null => "auto",
            var value => value.TrimStart('#'),
        };

    private static bool IsPaper(string? theme) => theme is "background1" or "light1";

    // White made darker is grey.
    private static bool IsPure(XmlReader xml, string of) => xml.Attribute(of + "Tint") is null or "FF" && xml.Attribute(of + "Shade") is null or "FF";

    private static WordFormat ReadTextFill(XmlReader xml, WordFormat format, ReadingContext context)
    {
        var isWhite = false;
        var isPlain = false;
        foreach (var e in xml.Inside(context))
        {
            switch (e.LocalName)
            {
                case "solidFill":
                    isPlain = true;
                    break;
                case "noFill":
                    format = format with { HasNoFill = true };
                    break;
                case "alpha" when e.Number("val") is >= 97000:
                    format = format with { HasNoFill = true };
                    break;
                case "srgbClr" or "schemeClr":
                    isWhite = e.Attribute("val")?.ToUpperInvariant() is White or "BG1" or "LT1";
                    break;
                case "lumMod" or "lumOff" or "shade" or "tint":
                    isWhite = false;
                    break;
            }
        }

        return isWhite && isPlain ? format with { Color = White } : format;
    }

    private static string? Highlight(string? name) => name switch
    {
        "black" => "000000",
        "white" => "FFFFFF",
        "yellow" => "FFFF00",
        "red" => "FF0000",
        "green" => "00FF00",
        "blue" => "0000FF",
        "cyan" => "00FFFF",
        "magenta" => "FF00FF",
        "darkBlue" => "000080",
        "darkRed" => "800000",
        "darkGreen" => "008000",
        "darkGray" => "808080",
        "lightGray" => "C0C0C0",
        _ => null,
    };

    // The largest difference of a colour's three parts.
    private static int Distance(string one, string other)
    {
        if (!int.TryParse(one, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var a)
            || !int.TryParse(other, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var b))
        {
            return 255;
        }

        return Math.Max(
            Math.Abs((a >> 16 & 255) - (b >> 16 & 255)),
            Math.Max(Math.Abs((a >> 8 & 255) - (b >> 8 & 255)), Math.Abs((a & 255) - (b & 255))));
    }
}
