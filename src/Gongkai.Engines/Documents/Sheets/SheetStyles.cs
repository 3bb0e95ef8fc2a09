using System.Globalization;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>The cell formats of a workbook by number.</summary>
internal sealed class SheetStyles
{
    public const string White = "FFFFFF";

    private readonly List<CellFormat> _formats = [];
    private readonly HashSet<int> _hiding = [];

    public static SheetStyles Read(OfficePackage package, string? path)
    {
        var styles = new SheetStyles();
        using var xml = path is null ? null : package.OpenXml(path);
        if (xml is null)
        {
            return styles;
        }

        var codes = new Dictionary<int, string>();
        var fonts = new List<(string? Color, double Size)>();
        var fills = new List<string?>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "numFmt" when xml.Number("numFmtId") is { } id:
                    codes[id] = xml.GetAttribute("formatCode") ?? "General";
                    break;
                case "fonts":
                    foreach (var e in xml.Inside(package.Context).Where(e => e.LocalName == "font"))
                    {
                        fonts.Add(ReadFont(e, package.Context));
                    }

                    break;
                case "fills":
                    foreach (var e in xml.Inside(package.Context).Where(e => e.LocalName == "fill"))
                    {
                        fills.Add(ReadFill(e, package.Context));
                    }

                    break;
                case "dxfs":
                    styles.ReadConditional(xml, package.Context);
                    break;
                case "cellXfs":
                    foreach (var e in xml.Inside(package.Context).Where(e => e.LocalName == "xf"))
                    {
                        styles._formats.Add(ReadFormat(e, codes, fonts, fills));
                    }

                    break;
            }
        }

        return styles;
    }

    public CellFormat this[int index] => index >= 0 && index < _formats.Count ? _formats[index] : CellFormat.General;

    /// <summary>Numbers of the formats that make a cell without a fill unseen when a condition is met: white, or under the number format that shows nothing.</summary>
    public IReadOnlySet<int> Hiding => _hiding;

    private void ReadConditional(XmlReader xml, ReadingContext context)
    {
        var depth = xml.Depth + 1;
        var number = -1;
        (bool IsNothing, string? Color, string? Fill) look = default;
        foreach (var e in xml.Inside(context))
        {
            if (e.Depth == depth)
            {
                number++;
                look = default;
            }

            switch (e.LocalName)
            {
                case "numFmt": look.IsNothing = CellFormat.Parse(0, e.GetAttribute("formatCode")).IsUnseen; break;
                case "font": look.Color = ReadFont(e, context).Color; break;
                case "fill": look.Fill = e.IsEmptyElement ? null : ReadConditionalFill(e, context); break;
            }

            if (look.IsNothing || (look.Color is not null && look.Color == (look.Fill ?? "FFFFFF")))
            {
                _hiding.Add(number);
            }
            else
            {
                _hiding.Remove(number);
            }
        }
    }

    // Here a fill without a pattern is solid, and its colour is the one behind the pattern.
    private static string ReadConditionalFill(XmlReader xml, ReadingContext context)
    {
        var color = "other";
        foreach (var e in xml.Inside(context))
        {
            color = e.LocalName == "bgColor" ? ReadColor(e) ?? color : color;
        }

        return color;
    }

    private static CellFormat ReadFormat(XmlReader xml, Dictionary<int, string> codes, List<(string? Color, double Size)> fonts, List<string?> fills)
    {
        var number = xml.Number("numFmtId") ?? 0;
        var (kind, digits, isUnseen) = CellFormat.Parse(number, codes.GetValueOrDefault(number));
        var font = xml.Number("fontId") is >= 0 and var f && f < fonts.Count ? fonts[f] : (null, 11);
        var fill = xml.Number("fillId") is >= 0 and var i && i < fills.Count ? fills[i] : null;
        isUnseen |= font.Size <= 2 || (font.Color is not null && font.Color == fill);
        return new CellFormat(kind, digits, isUnseen, fill is not null, font.Color == White && fill is null);
    }

    private static (string? Color, double Size) ReadFont(XmlReader xml, ReadingContext context)
    {
        string? color = null;
        var size = 11d;
        foreach (var e in xml.Inside(context))
        {
            if (e.LocalName == "color")
            {
                color = ReadColor(e);
            }
            else if (e.LocalName == "sz" && double.TryParse(e.GetAttribute("val"), CultureInfo.InvariantCulture, out var number))
            {
                size = number;
            }
        }

        return (color, size);
    }

    private static string? ReadFill(XmlReader xml, ReadingContext context)
    {
        string? color = null;
        var isSolid = false;
        foreach (var e in xml.Inside(context))
        {
            switch (e.LocalName)
            {
                case "patternFill": isSolid = e.GetAttribute("patternType") is not (null or "none"); break;
                case "fgColor" when isSolid: color = ReadColor(e) ?? "other"; break;
                case "gradientFill": color = "other"; break;
            }
        }

        return color;
    }

    /// <summary>The colour the element says: six hexadecimal digits, a word of its own for one of a theme, null for the automatic one.</summary>
    public static string? ReadColor(XmlReader xml)
    {
        if (xml.GetAttribute("rgb") is { Length: >= 6 } rgb)
        {
            return rgb[^6..].ToUpperInvariant();
        }

        var hasTint = xml.GetAttribute("tint") is { } tint && tint != "0";
        return (xml.GetAttribute("theme"), xml.GetAttribute("indexed")) switch
        {
            ("0", _) when !hasTint => "FFFFFF",
            ("1", _) when !hasTint => "000000",
            (_, "1" or "9" or "65") => "FFFFFF",
            (_, "0" or "8") => "000000",
            (_, "64") or (null, null) => null,
            var (theme, indexed) => $"{theme}/{indexed}/{xml.GetAttribute("tint")}",
        };
    }
}
