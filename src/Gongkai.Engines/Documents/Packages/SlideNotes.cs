using System.Text;
using System.Xml;

namespace Gongkai.Engines.Documents.Packages;

/// <summary>What a speaker has written under the slides: a remark that the audience does not see. Numbers and dates that the program puts
/// on each page of notes are none.</summary>
internal static class SlideNotes
{
    public static IEnumerable<Piece> Read(OfficePackage package, string inside)
    {
        foreach (var path in package.Under("ppt/notesSlides/notesSlide").Where(p => p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            if (Words(package, path) is { Length: > 0 } words)
            {
                yield return new Piece(new Place(Layer.Comment, $"notes {Path.GetFileName(path)}", inside), words);
            }
        }
    }

    private static string Words(OfficePackage package, string path)
    {
        using var xml = package.OpenXml(path)!;
        var words = new StringBuilder();
        var isOfProgram = false;
        while (xml.Read() && words.Length < package.Context.Limits.PieceCharacters)
        {
            PartXml.CheckDepth(xml, package.Context);
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "sp"):
                    isOfProgram = false;
                    break;
                case (XmlNodeType.Element, "ph"):
                    isOfProgram = xml.GetAttribute("type") is "sldNum" or "dt" or "hdr" or "ftr";
                    break;
                case (XmlNodeType.Element, "fld"):
                    xml.SkipInside();
                    break;
                case (XmlNodeType.Element, "t") when !isOfProgram:
                    words.Append(xml.Text());
                    break;
                case (XmlNodeType.EndElement, "p") when words.Length > 0 && words[^1] != '\n':
                    words.Append('\n');
                    break;
            }
        }

        return words.ToString().Trim();
    }
}
