using System.Globalization;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>What a drawing says of itself before the text in it comes: whether it is shown, whether it lies off the page, and what its box is
/// filled with.</summary>
internal sealed class WordShape(ReadingContext context)
{
    /// <summary>The ground of a box that is filled with something that cannot be named here: a colour of the theme, a picture.</summary>
    public const string Painted = "painted";

    // In English Metric Units, 360 000 to a centimetre. A place may be counted from a column or a paragraph anywhere on the page.
    private const long Margin = 3_600_000;
    private const long LargestPage = 20_116_800;
    private const long FarFromAnchor = 11_000_000;

    private long _left;
    private long _top;
    private long _width;
    private long _height;
    private long _spaceLeft = long.MaxValue;
    private long _spaceTop = long.MaxValue;
    private bool _isSideways;
    private bool _isHidden;
    private bool _isPartHidden;
    private int _fillDepth = int.MinValue;

    /// <summary>Six digits, <see cref="Painted"/>, or null for a box that lets the page through.</summary>
    public string? Ground { get; private set; }

    public bool IsHidden => _isHidden || _isPartHidden || IsOff(_left, _width, _spaceLeft) || IsOff(_top, _height, _spaceTop);

    /// <summary>The ground behind the text in it; that of the page is judged only where nothing is painted on it.</summary>
    public string? GroundOn(string? behind, WordCanvas canvas) => Ground ?? behind ?? (canvas.IsPainted ? Painted : null);

    /// <summary>Takes one element of the drawing; may move the reader to the end of it.</summary>
    public void Take(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "docPr":
                _isHidden = xml.Attribute("hidden") is "1" or "true";
                break;
            case "cNvPr":
                _isPartHidden = xml.Attribute("hidden") is "1" or "true";
                break;
            case "positionH" or "positionV":
                _isSideways = xml.LocalName == "positionH";
                (_isSideways ? ref _spaceLeft : ref _spaceTop) = Space(xml.Attribute("relativeFrom"));
                break;
            case "posOffset" when long.TryParse(xml.Text(), CultureInfo.InvariantCulture, out var offset):
                (_isSideways ? ref _left : ref _top) = offset;
                break;
            case "extent":
                (_width, _height) = (xml.Number("cx") ?? 0, xml.Number("cy") ?? 0);
                break;
            case "spPr":
                (Ground, _fillDepth) = (null, xml.Depth + 1);
                break;
            case "solidFill" when xml.Depth == _fillDepth:
                Ground = SlideColor.Read(xml, context) is { Length: 6 } color ? color : Painted;
                _fillDepth = int.MinValue;
                break;
            case "noFill" when xml.Depth == _fillDepth:
                _fillDepth = int.MinValue;
                break;
            case "gradFill" or "blipFill" or "pattFill" or "grpFill" when xml.Depth == _fillDepth:
                (Ground, _fillDepth) = (Painted, int.MinValue);
                break;
            case "fillRef" when _fillDepth != int.MinValue && xml.Attribute("idx") is not (null or "0"):
                Ground = Painted;
                break;
            case "shape" or "rect" or "roundrect" or "oval":
                TakeOld(xml);
                break;
            case "fill" when xml.Attribute("type") is not (null or "solid"):
                Ground = Painted;
                break;
        }
    }

    // A shape in the language of Word 2003 is white unless it says otherwise; its place stands among its styles.
    private void TakeOld(XmlReader xml)
    {
        var fill = xml.Attribute("fillcolor")?.Split(' ')[0].TrimStart('#').ToUpperInvariant();
        Ground = xml.Attribute("filled") is "f" or "false" ? null : fill switch
        {
            null or "WHITE" or "WINDOW" or "FFF" => SlideColor.White,
            { Length: 6 } when fill.All(char.IsAsciiHexDigit) => fill,
            _ => Painted,
        };
        _isPartHidden = false;
        (_left, _top, _width, _height, _spaceLeft, _spaceTop) = (0, 0, 0, 0, FarFromAnchor, FarFromAnchor);
        foreach (var style in (xml.Attribute("style") ?? "").Split(';'))
        {
            var colon = style.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = colon < 0 ? ("", "") : (style[..colon].Trim(), style[(colon + 1)..].Trim());
            switch (name)
            {
                case "visibility": _isPartHidden = value == "hidden"; break;
                case "margin-left": _left = Length(value); break;
                case "margin-top": _top = Length(value); break;
                case "width": _width = Length(value); break;
                case "height": _height = Length(value); break;
                case "mso-position-horizontal-relative": _spaceLeft = Space(value); break;
                case "mso-position-vertical-relative": _spaceTop = Space(value); break;
            }
        }
    }

    private static bool IsOff(long start, long length, long space) =>
        space != long.MaxValue && (start + length < -space || start > LargestPage);

    // How far what it is counted from may lie from the page's edge.
    private static long Space(string? from) => from switch
    {
        "page" => 0,
        "margin" or "leftMargin" or "topMargin" => Margin,
        _ => FarFromAnchor,
    };

    private static long Length(string value)
    {
        var unit = value.Length > 2 ? value[^2..] : "";
        var scale = unit switch { "pt" => 12_700, "in" => 914_400, "cm" => 360_000, "mm" => 36_000, "px" => 9_525, _ => 0 };
        return scale > 0 && double.TryParse(value[..^2], CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 100_000 ? (long)(number * scale) : 0;
    }
}
