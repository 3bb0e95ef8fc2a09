using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>The filters of a PDF's streams, each of which unfolds within the limits of the reading, so that a page that is a bomb is stopped
/// inside the page.</summary>
internal sealed class PdfFilters(ReadingContext context) : BaseFilterProvider(Named(context))
{
    // One code of LZW can stand for some thousand bytes, and there is no cheap way to count them beforehand.
    private const int LongestLzw = 4 << 20;

    private static Dictionary<string, IFilter> Named(ReadingContext context)
    {
        var (ascii85, hex, fax, jpeg, jbig, jpx) = (new Ascii85Filter(), new AsciiHexDecodeFilter(), new CcittFaxDecodeFilter(), new DctDecodeFilter(), new Jbig2DecodeFilter(), new JpxDecodeFilter());
        var flate = new Bounded(new FlateFilter(), packed => Count(packed, context));
        var lzw = new Bounded(new LzwFilter(), packed => Refuse(packed.Length > LongestLzw));
        var run = new Bounded(new RunLengthFilter(), packed => context.Spend(64L * packed.Length));
        return new Dictionary<string, IFilter>
        {
            [NameToken.Ascii85Decode.Data] = ascii85,
            [NameToken.Ascii85DecodeAbbreviation.Data] = ascii85,
            [NameToken.AsciiHexDecode.Data] = hex,
            [NameToken.AsciiHexDecodeAbbreviation.Data] = hex,
            [NameToken.CcittfaxDecode.Data] = fax,
            [NameToken.CcittfaxDecodeAbbreviation.Data] = fax,
            [NameToken.DctDecode.Data] = jpeg,
            [NameToken.DctDecodeAbbreviation.Data] = jpeg,
            [NameToken.FlateDecode.Data] = flate,
            [NameToken.FlateDecodeAbbreviation.Data] = flate,
            [NameToken.Jbig2Decode.Data] = jbig,
            [NameToken.JpxDecode.Data] = jpx,
            [NameToken.RunLengthDecode.Data] = run,
            [NameToken.RunLengthDecodeAbbreviation.Data] = run,
            [NameToken.LzwDecode.Data] = lzw,
            [NameToken.LzwDecodeAbbreviation.Data] = lzw,
        };
    }

    // Unfolds once into nothing: what is broken is left to the filter itself, which mends much of it.
    private static void Count(ReadOnlyMemory<byte> packed, ReadingContext context)
    {
        try
        {
            using var bytes = new MemoryStream(packed.ToArray(), writable: false);
            using var unfolded = new BoundedStream(new ZLibStream(bytes, CompressionMode.Decompress), packed.Length, context);
            unfolded.CopyTo(Stream.Null);
        }
        catch (InvalidDataException)
        {
        }
    }

    private static void Refuse(bool isTooMuch)
    {
        if (isTooMuch)
        {
            throw new DocumentException(DocumentProblem.TooLarge, "A part of the file may unfold to many times its size.");
        }
    }

    private sealed class Bounded(IFilter inner, Action<ReadOnlyMemory<byte>> judge) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            judge(input);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
