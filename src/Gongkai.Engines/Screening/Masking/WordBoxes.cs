using System.Xml;
using System.Xml.Linq;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Word;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>The text boxes of a part that is being cleaned: those of shapes that are not shown lose their words, of the others the ground is
/// known.</summary>
internal sealed class WordBoxes(WordCanvas canvas, ReadingContext context)
{
    private const string Box = "txbxContent";

    private readonly Dictionary<XElement, string?> _grounds = [];

    public void Take(XDocument part)
    {
        foreach (var drawing in part.Descendants().Where(e => e.Name.LocalName is "drawing" or "pict" or "object").ToList())
        {
            using var boxes = drawing.Descendants().Where(e => e.Name.LocalName == Box).ToList().GetEnumerator();
            using var xml = drawing.CreateReader();
            var shape = new WordShape(context);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                shape.Take(xml);
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == Box && boxes.MoveNext())
                {
                    _grounds[boxes.Current] = shape.Ground;
                    if (shape.IsHidden)
                    {
                        boxes.Current.Descendants().Where(e => e.Name.LocalName == "r").Remove();
                    }
                }
            }
        }
    }

    /// <summary>The ground behind a run: that of its cell, its paragraph or its box; null for plain paper.</summary>
    public string? Behind(XElement run)
    {
        var isInBox = false;
        foreach (var holder in run.Ancestors().Where(e => e.Name.LocalName is "p" or "tc" or Box))
        {
            isInBox |= holder.Name.LocalName == Box;
            var shade = holder.Elements().FirstOrDefault(e => e.Name.LocalName is "pPr" or "tcPr")?.Elements().FirstOrDefault(e => e.Name.LocalName == "shd");
            if ((shade is null ? _grounds.GetValueOrDefault(holder) : Shade(shade)) is { } ground and not "auto")
            {
                return ground;
            }
        }

        return isInBox && canvas.IsPainted ? WordShape.Painted : null;
    }

    private static string? Shade(XElement shade)
    {
        using var xml = shade.CreateReader();
        xml.MoveToContent();
        return WordFormat.ReadShade(xml);
    }
}
