using System.Text;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Text;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Writes a copy of a text in the encoding of the original, with the mark at its beginning if that has one.</summary>
internal static class SameEncoding
{
    public static (StreamReader Reader, StreamWriter Writer) Open(Stream input, Stream output, ReadingContext context, EncoderFallback? fallback = null)
    {
        var encoding = TextEncodings.Guess(input, context);
        var mark = encoding.Preamble.ToArray();
        if (mark.Length == 0 && encoding is UTF8Encoding)
        {
            mark = Encoding.UTF8.GetPreamble();
        }

        input.Position = 0;
        var head = new byte[mark.Length];
        var read = input.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        input.Position = 0;
        if (mark.Length > 0 && read == mark.Length && head.AsSpan().SequenceEqual(mark))
        {
            output.Write(mark);
        }

        var reader = new StreamReader(input, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        return (reader, new StreamWriter(output, Unmarked(encoding, fallback), leaveOpen: true));
    }

    private static Encoding Unmarked(Encoding encoding, EncoderFallback? fallback)
    {
        Encoding plain = encoding switch
        {
            UTF8Encoding => new UTF8Encoding(false),
            UnicodeEncoding => new UnicodeEncoding(encoding.CodePage == 1201, byteOrderMark: false),
            UTF32Encoding => new UTF32Encoding(encoding.CodePage == 12001, byteOrderMark: false),
            _ => encoding,
        };
        if (fallback is null)
        {
            return plain;
        }

        var own = (Encoding)plain.Clone();
        own.EncoderFallback = fallback;
        return own;
    }
}
