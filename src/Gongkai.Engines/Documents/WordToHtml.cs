using System.Xml;
using Gongkai.Engines.Documents.Text;
using Gongkai.Engines.Documents.Word;

namespace Gongkai.Engines.Documents;

/// <summary>Turns a Word document into clean HTML for an editor: headings with their computed numbers, lists, tables with merged
/// cells, pictures, notes, links. Tracked changes are taken as accepted; hidden text and comments are left out.</summary>
public static class WordToHtml
{
    /// <summary>Converts a docx, whichever program wrote it.</summary>
    /// <param name="stream">Seekable; not closed.</param>
    /// <param name="limits">What the file may cost; the usual limits when null.</param>
    /// <param name="cancel">Ends the conversion.</param>
    /// <exception cref="DocumentException">The file is no readable docx.</exception>
    public static WordHtml Convert(Stream stream, DocumentLimits? limits = null, CancellationToken cancel = default)
    {
        TextEncodings.Register();
        var context = new ReadingContext(limits ?? new DocumentLimits(), null, cancel);
        switch (FileTypeDetector.Detect(stream, "document.docx"))
        {
            case FileType.Docx:
                break;
            case FileType.Encrypted:
                throw new DocumentException(DocumentProblem.Encrypted, "The document is closed with a password.");
            default:
                throw new DocumentException(DocumentProblem.Unsupported, "The file is no Word document of the Open XML family.");
        }

        try
        {
            using var document = WordDocument.Open(stream, context);
            return new WordHtmlWriter(document).Write();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new DocumentException(DocumentProblem.Broken, "The document is damaged.", e);
        }
    }
}
