using System.Text;
using System.Xml;

namespace Gongkai.Engines.Documents.Packages;

/// <summary>The words of a part that may be very long, given in several texts.</summary>
internal static class PartTexts
{
    private const int Long = 1 << 16;

    /// <param name="package">The file.</param>
    /// <param name="path">The part, which must be there.</param>
    /// <param name="take">Appends what a node holds; it stands at every node of the part in turn.</param>
    public static IEnumerable<string> Read(OfficePackage package, string path, Action<XmlReader, StringBuilder> take)
    {
        using var xml = package.OpenXml(path)!;
        var text = new StringBuilder();
        while (xml.Read())
        {
            PartXml.CheckDepth(xml, package.Context);
            take(xml, text);
            if (text.Length > Long)
            {
                yield return text.ToString().TrimEnd();
                text.Clear();
            }
        }

        if (!string.IsNullOrWhiteSpace(text.ToString()))
        {
            yield return text.ToString().TrimEnd();
        }
    }
}
