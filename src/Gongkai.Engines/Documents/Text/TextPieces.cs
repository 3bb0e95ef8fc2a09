using System.Globalization;

namespace Gongkai.Engines.Documents.Text;

/// <summary>Plain text: a piece for each line.</summary>
internal static class TextPieces
{
    public static IEnumerable<Piece> Read(Stream stream, string inside, ReadingContext context)
    {
        var encoding = TextEncodings.Guess(stream, context);
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, (int)Math.Clamp(stream.Length, 256, 1 << 16), leaveOpen: true);

        // Small enough to stay out of the heap of large objects.
        var buffer = new char[(int)Math.Clamp(stream.Length + 1, 16, 1 << 14)];
        var rest = "";
        var line = 0;
        int count;
        while ((count = reader.ReadBlock(buffer)) > 0)
        {
            context.Check();
            var block = string.Concat(rest, buffer.AsSpan(0, count));
            var start = 0;
            int end;
            while ((end = block.AsSpan(start).IndexOf('\n')) >= 0)
            {
                line++;
                if (Line(block.AsSpan(start, end), line, inside) is { } piece)
                {
                    yield return piece;
                }

                start += end + 1;
            }

            rest = start == 0 ? block : block[start..];
            if (rest.Length >= context.Limits.PieceCharacters)
            {
                line++;
                yield return Line(rest, line, inside) ?? new Piece(new Place(Layer.Body, ""), "");
                rest = "";
            }
        }

        if (Line(rest, line + 1, inside) is { } last)
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
