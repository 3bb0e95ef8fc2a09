using Gongkai.Engines.Documents.Images;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>What the pictures of a page tell beside themselves.</summary>
internal sealed class PdfPictures(PdfDocument document, ReadingContext context)
{
    private readonly PdfFilters _filters = new(context);

    public IEnumerable<Piece> Read(IReadOnlyList<IPdfImage> images, Place page)
    {
        foreach (var image in images)
        {
            context.Check();
            if (Jpeg(image) is { } bytes && PictureMetadata.Texts(bytes) is { Count: > 0 } metadata)
            {
                yield return new Piece(page with { Layer = Layer.Exif, Locator = page.Locator + " picture" }, string.Join('\n', metadata));
            }
        }
    }

    // Many programs write a JPEG as text or pack it once more: /Filter [/ASCII85Decode /DCTDecode].
    private Memory<byte>? Jpeg(IPdfImage image)
    {
        var raw = image.RawMemory;
        if (IsJpeg(raw.Span))
        {
            return raw.ToArray();
        }

        if (!image.ImageDictionary.TryGet(NameToken.Filter, document.Structure.TokenScanner, out ArrayToken? filters) || filters.Length is < 2 or > 4
            || filters.Data[^1] is not NameToken last || (last != NameToken.DctDecode && last != NameToken.DctDecodeAbbreviation))
        {
            return null;
        }

        Memory<byte> bytes = raw.ToArray();
        for (var i = 0; i < filters.Length - 1; i++)
        {
            if (filters.Data[i] is not NameToken name)
            {
                return null;
            }

            bytes = _filters.GetNamedFilters([name])[0].Decode(bytes, image.ImageDictionary, _filters, i);
            context.Spend(bytes.Length);
        }

        return IsJpeg(bytes.Span) ? bytes : null;
    }

    private static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xD8, _, _, _, ..];
}
