using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>What is stuck on a page: remarks, and links that lead to a person or carry a number.</summary>
internal static class PdfRemarks
{
    public static IEnumerable<Piece> Read(IReadOnlyList<Annotation> annotations, Place page)
    {
        foreach (var annotation in annotations.Where(a => !string.IsNullOrWhiteSpace(a.Content)))
        {
            // Programs write for each link what it leads to, for readers who cannot see: that is no remark of a person.
            yield return annotation.Type == AnnotationType.Link
                ? new Piece(page with { Layer = Layer.Property, Locator = page.Locator + " link" }, annotation.Content!)
                : new Piece(page with { Layer = Layer.Annotation, Locator = page.Locator + " annotation" }, annotation.Content!);
        }

        foreach (var target in annotations.Select(a => (a.Action as UriAction)?.Uri).Where(u => u is not null && PersonalLinks.Tells(u)))
        {
            yield return new Piece(page with { Layer = Layer.Property, Locator = page.Locator + " link" }, target!);
        }
    }
}
