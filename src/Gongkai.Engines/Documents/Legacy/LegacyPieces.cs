namespace Gongkai.Engines.Documents.Legacy;

/// <summary>Old binary documents: converted by LibreOffice where it is installed and read as their Open XML form.</summary>
internal static class LegacyPieces
{
    public static IEnumerable<Piece> Read(Stream stream, string name, string inside, FileType type, ReadingContext context)
    {
        var whole = new Place(Layer.Body, "", inside);
        if (type is FileType.Doc or FileType.Wps or FileType.Ppt && CompoundFile.Open(stream).HasMacros)
        {
            context.Report("file.macro", Severity.Error, whole);
        }

        if (context.Converter is null)
        {
            context.Report("file.unreadable", Severity.Error, whole, ("problem", nameof(DocumentProblem.Unsupported)));
            return [];
        }

        var (ending, target) = type switch
        {
            FileType.Wps => ("wps", "docx"),
            FileType.Ppt => ("ppt", "pptx"),
            FileType.Rtf => ("rtf", "docx"),
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
        return target switch
        {
            "xlsx" => Sheets.WorkbookPieces.Read(converted, name, inside, context),
            "pptx" => Packages.SlidePieces.Read(converted, name, inside, context),
            _ => Word.WordPieces.Read(converted, name, inside, context),
        };
    }
}
