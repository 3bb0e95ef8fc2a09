using System.Globalization;
using System.Text;
using System.Xml;

namespace Gongkai.Engines.Documents.Packages;

/// <summary>Gives a presentation as pieces: the text of its slides and notes, its comments, and what lies behind.</summary>
internal static class SlidePieces
{
    public static IEnumerable<Piece> Read(Stream stream, string name, string inside, ReadingContext context)
    {
        using var package = new OfficePackage(stream, context);
        var backdrops = new SlideBackdrops(package);
        foreach (var path in package.Under("ppt/slides/slide").Where(p => p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            foreach (var piece in Shapes(package, path, backdrops.Of(path), inside))
            {
                yield return piece;
            }
        }

        foreach (var piece in SlideNotes.Read(package, inside).Concat(Comments(package, inside)).Concat(OfficeLayers.Read(package, name, inside)))
        {
            yield return piece;
        }
    }

    /// <summary>The texts of the shapes of a slide, or of a sheet.</summary>
    public static IEnumerable<Piece> Shapes(OfficePackage package, string path, SlideBackdrop backdrop, string inside)
    {
        var (seen, unseen) = new SlideReader(package, backdrop).Read(path);
        foreach (var (text, layer) in new[] { (seen, Layer.TextBox), (unseen, Layer.HiddenText) })
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return new Piece(new Place(layer, $"drawing {Path.GetFileName(path)}", inside), text);
            }
        }
    }

    // An old comment has its words in "text"; a new one, with its answers, has paragraphs of runs.
    private static IEnumerable<Piece> Comments(OfficePackage package, string inside)
    {
        var number = 0;
        foreach (var path in package.Under("ppt/comments/").Where(p => p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            using var xml = package.OpenXml(path)!;
            var text = new StringBuilder();
            while (xml.Read())
            {
                PartXml.CheckDepth(xml, package.Context);
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "t" or "text")
                {
                    text.Append(xml.Text());
                }
                else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "p" && text.Length > 0)
                {
                    text.Append('\n');
                }
                else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "cm")
                {
                    number++;
                    if (!string.IsNullOrWhiteSpace(text.ToString()))
                    {
                        yield return new Piece(new Place(Layer.Comment, string.Create(CultureInfo.InvariantCulture, $"comment {number}"), inside), text.ToString().TrimEnd('\n'));
                    }

                    text.Clear();
                }
            }
        }
    }
}
