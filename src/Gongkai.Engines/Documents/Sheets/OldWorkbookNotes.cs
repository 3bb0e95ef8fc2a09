using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Gongkai.Engines.Documents.Legacy;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>Notes and text boxes of an Excel 97-2003 workbook, which the library for its cells passes over: the text of TXO records,
/// told apart by the OBJ record before each (MS-XLS 2.4.181, 2.4.329).</summary>
internal static class OldWorkbookNotes
{
    private const int Obj = 0x5D;
    private const int Txo = 0x1B6;
    private const int Continue = 0x3C;
    private const int NoteObject = 0x19;

    public static IEnumerable<Piece> Read(CompoundFile compound, string inside, ReadingContext context)
    {
        var book = compound.Read("Workbook", context.Limits.InMemoryBytes);
        var number = 0;
        foreach (var (text, isNote) in book is null ? [] : Texts(book))
        {
            number++;
            var kind = isNote ? "comment" : "text box";
            yield return new Piece(new Place(isNote ? Layer.Comment : Layer.TextBox, string.Create(CultureInfo.InvariantCulture, $"{kind} {number}"), inside), text);
        }
    }

    private static List<(string Text, bool IsNote)> Texts(byte[] book)
    {
        var texts = new List<(string, bool)>();
        var isNote = false;
        var expected = 0;
        for (var at = 0; at + 4 <= book.Length;)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at));
            var length = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at + 2));
            if (at + 4 + length > book.Length)
            {
                break;
            }

            var body = book.AsSpan(at + 4, length);
            switch (id)
            {
                case Obj when length >= 6:
                    isNote = BinaryPrimitives.ReadUInt16LittleEndian(body[4..]) == NoteObject;
                    break;
                case Txo when length >= 12:
                    expected = BinaryPrimitives.ReadUInt16LittleEndian(body[10..]);
                    break;
                case Continue when expected > 0 && length > 1:
                    var text = body[0] == 0 ? Encoding.Latin1.GetString(body[1..]) : Encoding.Unicode.GetString(body[1..]);
                    texts.Add((text[..Math.Min(text.Length, expected)], isNote));
                    expected = 0;
                    break;
            }

            at += 4 + length;
        }

        return texts;
    }
}
