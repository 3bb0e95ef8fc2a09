using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>What a PDF says of itself beside its pages: its properties, those that stand only in its XMP packet, and the titles of its outline.</summary>
internal static class PdfProperties
{
    private const int MostTitles = 10_000;

    public static IEnumerable<Piece> Read(PdfDocument document, string inside, ReadingContext context)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Information(document))
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                told.Add(value.Trim());
                yield return new Piece(new Place(Layer.Property, $"property {name}", inside), value);
            }
        }

        // The packet mostly says once more what the properties say.
        foreach (var (name, value) in Packet(document, context))
        {
            if (told.Add(value.Trim()))
            {
                yield return new Piece(new Place(Layer.Property, $"property {name}", inside), value);
            }
        }

        foreach (var piece in Outline(document, inside))
        {
            yield return piece;
        }
    }

    private static IEnumerable<(string Name, string? Value)> Information(PdfDocument document)
    {
        var information = document.Information;
        yield return ("title", information.Title);
        yield return ("creator", information.Author);
        yield return ("subject", information.Subject);
        yield return ("keywords", information.Keywords);
        yield return ("program", information.Creator);
        yield return ("producer", information.Producer);
        if (information.DocumentInformationDictionary is not { } dictionary)
        {
            yield break;
        }

        foreach (var (key, token) in dictionary.Data)
        {
            if (key is not ("Title" or "Author" or "Subject" or "Keywords" or "Creator" or "Producer" or "CreationDate" or "ModDate" or "Trapped")
                && token is StringToken { Data: { Length: > 0 } text })
            {
                yield return ($"custom {key}", text);
            }
        }
    }

    private static List<(string Name, string Value)> Packet(PdfDocument document, ReadingContext context) =>
        document.TryGetXmpMetadata(out var packet) ? PdfXmp.Read(packet.GetXmlMemory(), context) : [];

    // The titles beside the pages, which mostly say what the pages say.
    private static IEnumerable<Piece> Outline(PdfDocument document, string inside)
    {
        if (!document.TryGetBookmarks(out var bookmarks))
        {
            yield break;
        }

        foreach (var node in bookmarks.GetNodes().Where(n => n.Title.Any(char.IsAsciiDigit)).Take(MostTitles))
        {
            yield return new Piece(new Place(Layer.Property, "outline", inside), node.Title);
        }
    }
}
