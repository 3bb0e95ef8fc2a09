namespace Gongkai.Engines.Documents.Legacy;

/// <summary>Old binary documents: converted by LibreOffice where it is installed and read as their Open XML form.</summary>
internal static class LegacyPieces
{
    private const int HeadLength = 12;

    public static IEnumerable<Piece> Read(Stream stream, string name, string inside, FileType type, ReadingContext context)
    {
        var whole = new Place(Layer.Body, "", inside);
        if (type is FileType.Doc or FileType.Wps or FileType.Ppt)
        {
            var compound = CompoundFile.Open(stream);
            if (compound.HasMacros)
            {
                context.Report("file.macro", Severity.Error, whole);
            }

            if (IsEncrypted(compound))
            {
                throw new DocumentException(DocumentProblem.Encrypted, "The document is closed with a password.");
            }
        }

        IReadOnlyList<Piece> layers = type != FileType.OpenDocument ? [] : IsPackage(stream) ? OfOpenDocument(stream, inside, context) : OfFlat(stream, inside, context);

        if (context.Converter is null)
        {
            context.Report("file.unreadable", Severity.Error, whole, ("problem", nameof(DocumentProblem.Unsupported)));
            return layers;
        }

        var (ending, target) = type switch
        {
            FileType.Wps => ("wps", "docx"),
            FileType.Ppt => ("ppt", "pptx"),
            FileType.Rtf => ("rtf", "docx"),
            FileType.OpenDocument when !IsPackage(stream) => KindOfFlat(stream),
            FileType.OpenDocument => Path.GetExtension(name).ToUpperInvariant() switch
            {
                ".ODS" => ("ods", "xlsx"),
                ".ODP" => ("odp", "pptx"),
                _ => ("odt", "docx"),
            },
            _ => ("doc", "docx"),
        };
        var converted = context.Converter.Convert(stream, ending, target, context.Cancel);
        context.Spend(converted.Length);
        var pieces = target switch
        {
            "xlsx" => Sheets.WorkbookPieces.Read(converted, name, inside, context),
            "pptx" => Packages.SlidePieces.Read(converted, name, inside, context),
            _ => Word.WordPieces.Read(converted, name, inside, context),
        };
        return pieces.Concat(layers);
    }

    // The eleventh and twelfth byte of a Word 97-2003 document are flags; the ninth of their bits says that it is closed (MS-DOC 2.5.2).
    private static bool IsEncrypted(CompoundFile compound) =>
        compound.Read("WordDocument", long.MaxValue, HeadLength) is { Length: HeadLength } head && (head[11] & 1) != 0;

    private static List<Piece> OfOpenDocument(Stream stream, string inside, ReadingContext context)
    {
        using var package = new Packages.OfficePackage(stream, context);
        if (OpenDocumentLayers.IsEncrypted(package))
        {
            throw new DocumentException(DocumentProblem.Encrypted, "The document is closed with a password.");
        }

        using var content = package.OpenXml("content.xml");
        return [.. OpenDocumentLayers.Read(content, inside, context)];
    }

    // All of it in one XML file, the program it is for among its first attributes.
    private static List<Piece> OfFlat(Stream stream, string inside, ReadingContext context)
    {
        stream.Position = 0;
        using var xml = Packages.PartXml.Open(new BoundedStream(stream, stream.Length, context, isXml: true, leavesOpen: true));
        return [.. OpenDocumentLayers.Read(xml, inside, context)];
    }

    private static (string Ending, string Target) KindOfFlat(Stream stream)
    {
        stream.Position = 0;
        var head = new byte[8192];
        var text = System.Text.Encoding.UTF8.GetString(head, 0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        return text.Contains("opendocument.spreadsheet", StringComparison.Ordinal) ? ("fods", "xlsx")
            : text.Contains("opendocument.presentation", StringComparison.Ordinal) ? ("fodp", "pptx")
            : ("fodt", "docx");
    }

    private static bool IsPackage(Stream stream)
    {
        stream.Position = 0;
        return stream.ReadByte() == 'P';
    }
}
