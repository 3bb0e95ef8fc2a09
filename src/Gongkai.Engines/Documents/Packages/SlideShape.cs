using System.Xml;

namespace Gongkai.Engines.Documents.Packages;

/// <summary>A shape of a slide while it is read: where it lies, what it is painted with, whether it is shown.</summary>
internal sealed class SlideShape(string kind, int depth, bool isInGroup)
{
    private long? _left;
    private long? _top;
    private long? _width;
    private long? _height;
    private bool _isSolid;

    public int Depth => depth;

    public bool IsHidden { get; set; }

    /// <summary>A colour, <see cref="SlideColor.Other"/>, <c>none</c> when it says it has none, null when it says nothing.</summary>
    public string? Fill { get; set; }

    /// <summary>Whether it is a plain rectangle.</summary>
    public bool IsBox { get; set; }

    /// <summary>Whether nothing shines through it.</summary>
    public bool IsSolid => _isSolid && IsBox && IsPlain && !IsHidden;

    /// <summary>Whether what lies above it is seen against it rather than against the slide.</summary>
    public bool Paints => kind is "pic" or "graphicFrame" || Fill is not (null or "none" or SlideColor.White or SlideColor.Clear);

    /// <summary>Whether colours of its text can be judged: cells of tables say their fill only behind their text, and groups move their shapes.</summary>
    public bool IsPlain => kind == "sp" && !isInGroup;

    /// <summary>Takes the element that says what it is painted with.</summary>
    public void TakeFill(XmlReader xml, ReadingContext context)
    {
        var isColor = xml.LocalName == "solidFill";
        Fill = isColor ? SlideColor.Read(xml, context) : xml.LocalName == "noFill" ? "none" : SlideColor.Other;
        _isSolid = isColor && Fill is not (SlideColor.Clear or SlideColor.Glass);
    }

    public void TakePosition(XmlReader xml)
    {
        if (xml.LocalName == "off")
        {
            _left ??= Long(xml, "x");
            _top ??= Long(xml, "y");
        }
        else
        {
            _width ??= Long(xml, "cx");
            _height ??= Long(xml, "cy");
        }
    }

    /// <summary>Whether the whole of it lies beside the slide.</summary>
    public bool IsBeside(SlideBackdrop slide) =>
        !isInGroup && slide.Width > 0 && slide.Height > 0 && _left is { } left && _top is { } top && _width is { } width && _height is { } height
        && (left >= slide.Width || top >= slide.Height || left + width <= 0 || top + height <= 0);

    /// <summary>Whether it may lie upon another; a shape that does not say where it lies may lie anywhere.</summary>
    public bool MayTouch(SlideShape other) =>
        Lacks(this) || Lacks(other) || other.IsMoved || (_left < other._left + other._width && other._left < _left + _width && _top < other._top + other._height && other._top < _top + _height);

    /// <summary>Whether the whole of another lies within it; never when one of the two does not say where it lies.</summary>
    public bool Covers(SlideShape other) =>
        !Lacks(this) && !Lacks(other) && !other.IsMoved && _left <= other._left && _left + _width >= other._left + other._width && _top <= other._top && _top + _height >= other._top + other._height;

    private bool IsMoved => isInGroup;

    private static bool Lacks(SlideShape shape) => shape._left is null || shape._top is null || shape._width is null || shape._height is null;

    private static long? Long(XmlReader xml, string name) => int.TryParse(xml.GetAttribute(name), out var number) ? number : null;
}
