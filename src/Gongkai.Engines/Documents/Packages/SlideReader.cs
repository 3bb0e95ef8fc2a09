using System.Xml;

namespace Gongkai.Engines.Documents.Packages;

/// <summary>Reads the text of one slide, or of the drawing of a sheet, in one pass and tells what is shown from what is not: hidden slides and
/// shapes, shapes beside the slide or under another, letters of two points or less or without colour, white on white.</summary>
internal sealed class SlideReader(OfficePackage package, SlideBackdrop backdrop)
{
    private const int UnreadableSize = 200;

    private readonly SlideTexts _texts = new();
    private readonly Stack<(int Depth, bool IsHidden)> _groups = new();
    private readonly List<SlideShape> _painted = [];
    private SlideShape? _shape;
    private string? _background;
    private bool _isHidden;
    private int _properties;
    private (int? Size, string? Color) _run;

    public (string Seen, string Unseen) Read(string path)
    {
        using var xml = package.OpenXml(path);
        while (xml is not null && xml.Read() && _texts.Length < package.Context.Limits.PieceCharacters)
        {
            PartXml.CheckDepth(xml, package.Context);
            if (xml.NodeType == XmlNodeType.Element)
            {
                Start(xml);
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                End(xml);
            }
        }

        return _texts.Finish(package.Context);
    }

    private void Start(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "sld":
                _isHidden = xml.GetAttribute("show") is "0" or "false";
                break;
            case "bg":
                _background = SlideColor.ReadBackground(xml, package.Context);
                break;
            case "grpSp":
                _groups.Push((xml.Depth, false));
                break;
            case "sp" or "pic" or "graphicFrame" or "cxnSp" when _shape is null:
                _shape = new SlideShape(xml.LocalName, xml.Depth, _groups.Count > 0);
                _texts.Begin(_shape);
                break;
            case "cNvPr" when xml.GetAttribute("hidden") is "1" or "true" && !IsControl(xml):
                Hide();
                break;
            case "timing":
                _texts.IsMoving = true;
                break;
            case "prstGeom" when _shape is not null:
                _shape.IsBox = xml.GetAttribute("prst") is "rect";
                break;
            case "off" or "ext":
                _shape?.TakePosition(xml);
                break;
            case "spPr":
                _properties = xml.Depth;
                break;
            case "solidFill" or "gradFill" or "blipFill" or "pattFill" or "grpFill" or "noFill" when _shape is not null && xml.Depth == _properties + 1:
                _shape.TakeFill(xml, package.Context);
                break;
            case "fillRef" when _shape is not null && xml.GetAttribute("idx") is not (null or "0"):
                _shape.Fill ??= SlideColor.Other;
                break;
            case "r" or "fld":
                _run = (null, null);
                break;
            case "rPr":
                _run = ReadRun(xml);
                break;
            case "t":
                var text = xml.Text();
                _texts.Add(text, IsUnseen());
                break;
        }
    }

    private void End(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p" or "txBody":
                _texts.Break();
                break;
            case "spPr":
                _properties = int.MinValue;
                break;
            case "grpSp" when _groups.Count > 0:
                _groups.Pop();
                break;
            case "sp" or "pic" or "graphicFrame" or "cxnSp" when _shape?.Depth == xml.Depth:
                if (_shape.Paints)
                {
                    _painted.Add(_shape);
                }

                if (_shape.IsSolid)
                {
                    _texts.Cover(_shape);
                }

                _shape = null;
                _texts.Begin(null);
                break;
        }
    }

    // Buttons and boxes to tick are kept once more as a hidden shape for programs that do not know them.
    private bool IsControl(XmlReader xml)
    {
        var isControl = false;
        foreach (var e in xml.Inside(package.Context))
        {
            isControl |= e.LocalName == "compatExt";
        }

        return isControl;
    }

    private void Hide()
    {
        if (_shape is not null)
        {
            _shape.IsHidden = true;
        }
        else if (_groups.TryPop(out var group))
        {
            _groups.Push((group.Depth, true));
        }
    }

    private (int? Size, string? Color) ReadRun(XmlReader xml)
    {
        var size = xml.Number("sz");
        var depth = xml.Depth + 1;
        string? color = null;
        foreach (var e in xml.Inside(package.Context))
        {
            if (e.Depth == depth && e.LocalName == "solidFill")
            {
                color = SlideColor.Read(e, package.Context);
            }
        }

        return (size, color);
    }

    private bool IsUnseen() =>
        _isHidden || _run.Size <= UnreadableSize || _run.Color == SlideColor.Clear || _groups.Any(g => g.IsHidden)
        || (_shape is not null && (_shape.IsHidden || _shape.IsBeside(backdrop) || (_run.Color == SlideColor.White && IsWhiteBehind(_shape))));

    private bool IsWhiteBehind(SlideShape shape) =>
        shape.IsPlain && !shape.Paints
        && (shape.Fill == SlideColor.White || ((_background ?? SlideColor.White) == SlideColor.White && backdrop.IsWhite && !_painted.Exists(shape.MayTouch)));
}
