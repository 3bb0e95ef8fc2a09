namespace Gongkai.Engines.Documents.Packages;

/// <summary>Gives a presentation as pieces: the text of its slides and notes, and what lies behind.</summary>
internal static class SlidePieces
{
    public static IEnumerable<Piece> Read(Stream stream, string name, string inside, ReadingContext context)
    {
        using var package = new OfficePackage(stream, context);
        foreach (var piece in OfficeLayers.Read(package, name, inside))
        {
            yield return piece;
        }
    }
}
