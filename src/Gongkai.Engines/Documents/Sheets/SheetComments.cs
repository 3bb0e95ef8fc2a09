using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>The comments of a sheet, old ones and threads.</summary>
internal static class SheetComments
{
    public static IEnumerable<Piece> Read(Workbook workbook, WorkbookSheet sheet, string inside)
    {
        foreach (var relation in workbook.Package.RelationsOf(sheet.Path).Values.Where(r => r.Type is "comments" or "threadedComment" && !r.IsOutside))
        {
            using var xml = workbook.Package.OpenXml(relation.Target);
            while (xml is not null && xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "comment" or "threadedComment")
                {
                    var cell = xml.GetAttribute("ref") ?? "";
                    var text = ReadComment(xml, workbook.Package.Context);
                    if (!string.IsNullOrWhiteSpace(text))
                    {
                        yield return new Piece(new Place(Layer.Comment, $"Sheet {sheet.Name}!{cell} comment", inside), text);
                    }
                }
            }
        }
    }

    // An old comment has runs with "t" in its "text"; a threaded one has its words directly there.
    private static string ReadComment(XmlReader xml, ReadingContext context)
    {
        var text = new StringBuilder();
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            PartXml.CheckDepth(xml, context);
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString();
    }
}
