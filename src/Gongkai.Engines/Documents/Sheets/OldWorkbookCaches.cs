using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>What an Excel 97-2003 workbook keeps of the workbooks its formulas refer to: the values of CRN records (MS-XLS 2.4.65).</summary>
internal static class OldWorkbookCaches
{
    private const int OtherBook = 0x1AE;
    private const int Row = 0x5A;

    public static IEnumerable<Piece> Read(byte[] book, string inside)
    {
        var number = 0;
        var text = new StringBuilder();
        foreach (var record in OldWorkbookRecords.Read(book))
        {
            if (record.Kind == OtherBook)
            {
                if (text.Length > 0)
                {
                    yield return Piece(text, number, inside);
                }

                number++;
            }
            else if (record.Kind == Row && record.Body.Length > 4)
            {
                text.Append(text.Length == 0 ? "" : "\n").AppendJoin('\t', Values(record.Body[4..]));
                if (text.Length > 1 << 16)
                {
                    yield return Piece(text, number, inside);
                }
            }
        }

        if (text.Length > 0)
        {
            yield return Piece(text, number, inside);
        }
    }

    private static Piece Piece(StringBuilder text, int number, string inside)
    {
        var piece = new Piece(new Place(Layer.Cache, string.Create(CultureInfo.InvariantCulture, $"external cache {number}"), inside), text.ToString());
        text.Clear();
        return piece;
    }

    // Each value has a byte for its kind: 1 a number, 2 a text; nothing, a truth or an error fill eight bytes as well.
    private static List<string> Values(ReadOnlySpan<byte> body)
    {
        var values = new List<string>();
        while (body.Length >= 9 || (body.Length >= 4 && body[0] == 2))
        {
            var length = 9;
            if (body[0] == 1)
            {
                values.Add(CellNumber.Write(BinaryPrimitives.ReadDoubleLittleEndian(body[1..]), CellFormat.General, false));
            }
            else if (body[0] == 2)
            {
                var count = BinaryPrimitives.ReadUInt16LittleEndian(body[1..]);
                length = 4 + (count * ((body[3] & 1) == 0 ? 1 : 2));
                values.Add(OldWorkbookRecords.Characters(body[3..Math.Min(length, body.Length)], count));
            }

            body = body[Math.Min(length, body.Length)..];
        }

        return values;
    }
}
