using System.Xml;

namespace Gongkai.Engines.Documents.Packages;

/// <summary>What lies behind a slide's own shapes.</summary>
/// <param name="IsWhite">Plain white, so far as the layout and the master say: no other colour, no picture, no painted shape.</param>
/// <param name="Width">Of the slide; 0 when the file does not say.</param>
/// <param name="Height">Of the slide; 0 when the file does not say.</param>
internal sealed record SlideBackdrop(bool IsWhite, long Width, long Height);

/// <summary>The backdrops of a presentation's slides; layouts and masters are read once each.</summary>
internal sealed class SlideBackdrops
{
    private readonly OfficePackage _package;
    private readonly Dictionary<string, (string? Color, bool IsPainted)> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly long _width;
    private readonly long _height;

    public SlideBackdrops(OfficePackage package)
    {
        _package = package;
        using var xml = package.OpenXml(package.MainPart("ppt/presentation.xml"));
        while (xml is not null && xml.Read())
        {
            if (xml.Starts("sldSz"))
            {
                (_width, _height) = (xml.Number("cx") ?? 0, xml.Number("cy") ?? 0);
                break;
            }
        }
    }

    public SlideBackdrop Of(string slide)
    {
        var layout = Related(slide, "slideLayout");
        var master = layout is null ? null : Related(layout, "slideMaster");
        var (above, below) = (Look(layout), Look(master));
        return new SlideBackdrop(!above.IsPainted && !below.IsPainted && (above.Color ?? below.Color ?? SlideColor.White) == SlideColor.White, _width, _height);
    }

    private string? Related(string path, string type) => _package.RelationsOf(path).Values.FirstOrDefault(r => r.Type == type && !r.IsOutside)?.Target;

    private (string? Color, bool IsPainted) Look(string? path)
    {
        if (path is null || _known.TryGetValue(path, out var known))
        {
            return path is null ? (null, false) : _known[path];
        }

        using var xml = _package.OpenXml(path);
        string? color = null;
        var isPainted = false;
        while (xml is not null && xml.Read())
        {
            PartXml.CheckDepth(xml, _package.Context);
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "bg":
                    color = SlideColor.ReadBackground(xml, _package.Context);
                    break;
                case "pic" or "graphicFrame":
                    isPainted = true;
                    break;
                case "spPr":
                    isPainted |= Paints(xml);
                    break;
                case "fillRef":
                    isPainted |= xml.GetAttribute("idx") is not (null or "0");
                    break;
                case "clrMap":
                    // A dark theme turns white and black around.
                    isPainted |= xml.GetAttribute("bg1") is not (null or "lt1");
                    break;
            }
        }

        return _known[path] = (color, isPainted);
    }

    private bool Paints(XmlReader xml)
    {
        var depth = xml.Depth + 1;
        var paints = false;
        foreach (var e in xml.Inside(_package.Context))
        {
            paints |= e.Depth == depth && e.LocalName is "solidFill" or "gradFill" or "blipFill" or "pattFill" or "grpFill";
        }

        return paints;
    }
}
