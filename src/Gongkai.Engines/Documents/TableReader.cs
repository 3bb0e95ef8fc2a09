using System.Xml;
using Gongkai.Engines.Documents.Sheets;
using Gongkai.Engines.Documents.Text;
using Gongkai.Engines.Documents.Word;

namespace Gongkai.Engines.Documents;

/// <summary>Reads every table of a document, merged cells and line breaks kept: what a catalogue is imported from.</summary>
public static class TableReader
{
    /// <summary>The tables of a docx, html, xlsx or csv in their order. Hidden sheets are left out.</summary>
    /// <param name="stream">Seekable; not closed.</param>
    /// <param name="name">The file's name with its ending.</param>
    /// <param name="limits">What the file may cost; the usual limits when null.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="DocumentException">The file cannot be read or is of another kind.</exception>
    public static IReadOnlyList<DocumentTable> Read(Stream stream, string name, DocumentLimits? limits = null, CancellationToken cancel = default)
    {
        TextEncodings.Register();
        var context = new ReadingContext(limits ?? new DocumentLimits(), null, cancel);
        var type = FileTypeDetector.Detect(stream, name);
        try
        {
            return type switch
            {
                FileType.Docx => WordTables.Read(stream, context),
                FileType.Xlsx => SheetTables.Read(stream, context),
                FileType.Xls => PieceTables.Read(OldWorkbookPieces.Read(stream, "", context)),
                FileType.Html => HtmlTables.Read(stream, context),
                FileType.Csv => CsvTables.Read(stream, name, context),
                FileType.Text when LooksLikeTable(name) => CsvTables.Read(stream, name, context),
                FileType.Encrypted => throw new DocumentException(DocumentProblem.Encrypted, "The document is closed with a password."),
                _ => throw new DocumentException(DocumentProblem.Unsupported, "Tables are read from docx, xlsx, xls, html and csv."),
            };
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or FormatException or ArgumentException or InvalidOperationException or IOException)
        {
            throw new DocumentException(DocumentProblem.Broken, "The document is damaged.", e);
        }
    }

    private static bool LooksLikeTable(string name) => Path.GetExtension(name).ToUpperInvariant() is ".TXT" or ".CSV" or ".TSV" or ".TAB";
}
