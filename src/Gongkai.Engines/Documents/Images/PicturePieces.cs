namespace Gongkai.Engines.Documents.Images;

/// <summary>A picture has no text that could be read here: it says so, so that a person looks, and gives what its metadata tells.</summary>
internal static class PicturePieces
{
    public static IEnumerable<Piece> Read(Stream stream, string inside, ReadingContext context)
    {
        context.Report("file.no-text", Severity.Warning, new Place(Layer.Body, "", inside));
        using var picture = new MemoryStream();
        stream.CopyTo(picture);
        return [.. PictureMetadata.Read(picture, "picture", inside)];
    }
}
