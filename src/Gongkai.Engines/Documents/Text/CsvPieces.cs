using System.Globalization;
using System.Text;

namespace Gongkai.Engines.Documents.Text;

/// <summary>Tables in plain text. Read leniently: a quote left open must not swallow the rest of the file unread.</summary>
internal static class CsvPieces
{
    public static IEnumerable<Piece> Read(Stream stream, string name, string inside, ReadingContext context)
    {
        var row = 0;
        foreach (var fields in Rows(stream, name, context))
        {
            row++;
            for (var column = 0; column < fields.Count; column++)
            {
                if (!string.IsNullOrWhiteSpace(fields[column]))
                {
                    var locator = string.Create(CultureInfo.InvariantCulture, $"row {row}, column {column + 1}");
                    yield return new Piece(new Place(Layer.Body, locator, inside), fields[column], row, column + 1, 1);
                }
            }
        }
    }

    /// <summary>The rows of the table. The list is used again for the next row.</summary>
    /// <param name="stream">Seekable.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="context">The limits.</param>
    /// <param name="raw">Takes each field of a row as it is written, quotes included, and last the end of its line; null when nobody asks.</param>
    public static IEnumerable<List<string>> Rows(Stream stream, string name, ReadingContext context, List<string>? raw = null)
    {
        var encoding = TextEncodings.Guess(stream, context);
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        var separator = Separator(reader, name, out var head);
        var source = new Characters(reader, head, context, raw is null ? null : new StringBuilder());
        var fields = new List<string>();
        var field = new StringBuilder();
        while (true)
        {
            var c = source.Next();
            if (c < 0)
            {
                break;
            }

            if (c == '"' && IsBlank(field))
            {
                field.Clear();
                ReadQuoted(source, field, context);
            }
            else if (c == separator)
            {
                fields.Add(field.ToString());
                field.Clear();
                raw?.Add(source.TakeWritten(1).Field);
            }
            else if (c is '\n' or '\r')
            {
                var isPair = c == '\r' && source.Peek() == '\n';
                if (isPair)
                {
                    source.Next();
                }

                fields.Add(field.ToString());
                field.Clear();
                if (raw is not null)
                {
                    var (last, end) = source.TakeWritten(isPair ? 2 : 1);
                    raw.AddRange([last, end]);
                }

                yield return fields;
                fields.Clear();
                raw?.Clear();
            }
            else
            {
                field.Append((char)c);
                if (field.Length > context.Limits.PieceCharacters)
                {
                    fields.Add(field.ToString());
                    field.Clear();
                    raw?.Add(source.TakeWritten(0).Field);
                }
            }
        }

        if (field.Length > 0 || fields.Count > 0)
        {
            fields.Add(field.ToString());
            raw?.AddRange([source.TakeWritten(0).Field, ""]);
            yield return fields;
        }
    }

    /// <summary>The mark that separates fields: the commonest of the usual ones in the first lines.</summary>
    public static char Separator(StreamReader reader, string name, out string head)
    {
        var buffer = new char[16384];
        head = new string(buffer, 0, reader.ReadBlock(buffer));
        var separator = name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',';
        var most = 0;
        foreach (var candidate in (ReadOnlySpan<char>)[',', '\t', ';', '|'])
        {
            var count = head.AsSpan().Count(candidate);
            if (count > most)
            {
                (most, separator) = (count, candidate);
            }
        }

        return separator;
    }

    private static bool IsBlank(StringBuilder field)
    {
        for (var i = 0; i < field.Length; i++)
        {
            if (!char.IsWhiteSpace(field[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static void ReadQuoted(Characters source, StringBuilder field, ReadingContext context)
    {
        while (field.Length < context.Limits.PieceCharacters)
        {
            var c = source.Next();
            if (c < 0 || (c == '"' && source.Peek() != '"'))
            {
                return;
            }

            if (c == '"')
            {
                source.Next();
            }

            field.Append((char)c);
        }
    }

    private sealed class Characters(StreamReader reader, string head, ReadingContext context, StringBuilder? written)
    {
        private char[] _buffer = head.ToCharArray();
        private int _length = head.Length;
        private int _at;

        public int Peek() => Fill() ? _buffer[_at] : -1;

        public int Next()
        {
            if (!Fill())
            {
                return -1;
            }

            written?.Append(_buffer[_at]);
            return _buffer[_at++];
        }

        /// <summary>What was read since the last time, without the mark that ended it, and that mark.</summary>
        public (string Field, string End) TakeWritten(int end)
        {
            var all = written!.ToString();
            written.Clear();
            return (all[..^end], all[^end..]);
        }

        private bool Fill()
        {
            if (_at < _length)
            {
                return true;
            }

            context.Check();
            if (_buffer.Length < 1 << 16)
            {
                _buffer = new char[1 << 16];
            }

            _at = 0;
            _length = reader.ReadBlock(_buffer);
            return _length > 0;
        }
    }
}
