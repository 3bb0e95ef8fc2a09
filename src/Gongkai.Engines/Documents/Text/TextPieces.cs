using System.Globalization;

namespace Gongkai.Engines.Documents.Text;

/// <summary>Plain text: a piece for each line.</summary>
internal static class TextPieces
{
    private const int BytesAtOnce = 1 << 13;

    public static IEnumerable<Piece> Read(Stream stream, string inside, ReadingContext context)
    {
        var encoding = TextEncodings.Guess(stream, context);
        stream.Position = 0;

        // A buffer that takes all that its bytes can give is filled without a stop on the way; a mail can have tens of thousands of small parts.
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, (int)Math.Clamp(stream.Length, 256, BytesAtOnce), leaveOpen: true);

        // Small enough to stay out of the heap of large objects, unless a line is longer.
        var buffer = new char[(int)Math.Clamp(stream.Length + 1, 16, 4 * BytesAtOnce)];
        var kept = 0;
        var line = 0;
        int count;
        while ((count = reader.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            context.Check();
            var filled = kept + count;
            var start = 0;
            int end;
            while ((end = buffer.AsSpan(start, filled - start).IndexOf('\n')) >= 0)
            {
                line++;
                if (Line(buffer.AsSpan(start, end), line, inside) is { } piece)
                {
                    yield return piece;
                }

                start += end + 1;
            }

            kept = filled - start;
            if (kept >= context.Limits.PieceCharacters)
            {
                line++;
                yield return Line(buffer.AsSpan(start, kept), line, inside) ?? new Piece(new Place(Layer.Body, ""), "");
                kept = 0;
            }
            else
            {
                buffer.AsSpan(start, kept).CopyTo(buffer);
                if (kept > buffer.Length / 2)
                {
                    Array.Resize(ref buffer, 2 * buffer.Length);
                }
            }
        }

        if (Line(buffer.AsSpan(0, kept), line + 1, inside) is { } last)
        {
            yield return last;
        }
    }

    private static Piece? Line(ReadOnlySpan<char> text, int number, string inside)
    {
        var line = text.TrimEnd('\r');
        return line.IsWhiteSpace()
            ? null
            : new Piece(new Place(Layer.Body, string.Create(CultureInfo.InvariantCulture, $"line {number}"), inside), line.ToString());
    }
}
