using UglyToad.PdfPig.Content;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>Words that stand for letters of a page when it is read aloud or copied (ActualText) and that the page does not show. Ordinary
/// files say a ligature or a broken word once more in this way, which the page shows too.</summary>
internal static class PdfSpoken
{
    private const int ShortestText = 6;
    private const int MostElements = 20_000;

    public static IEnumerable<Piece> Read(Page page, string shown, Place where)
    {
        string? packed = null;
        var open = new Stack<MarkedContentElement>(page.GetMarkedContents());
        for (var count = 0; count < MostElements && open.TryPop(out var element); count++)
        {
            if (element.ActualText is { Length: >= ShortestText } text && !(packed ??= Packed(shown)).Contains(Packed(text), StringComparison.Ordinal))
            {
                yield return new Piece(where with { Layer = Layer.Property, Locator = where.Locator + " spoken" }, text);
            }

            foreach (var child in element.Children)
            {
                open.Push(child);
            }
        }
    }

    private static string Packed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
