using System.Buffers.Binary;
using System.Globalization;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>Notes and text boxes of an Excel 97-2003 workbook, which the library for its cells passes over: the text of TXO records,
/// told apart by the OBJ record before each; NOTE records say to which cell a note belongs (MS-XLS 2.4.179, 2.4.181, 2.4.329).</summary>
internal static class OldWorkbookNotes
{
    private const int Obj = 0x5D;
    private const int Txo = 0x1B6;
    private const int NoteObject = 0x19;

    private const int Note = 0x1C;

    public static IEnumerable<Piece> Read(byte[] book, string inside)
    {
        var boxes = 0;
        foreach (var (text, sheet, cell) in Texts(book))
        {
            yield return cell is null
                ? new Piece(new Place(Layer.TextBox, string.Create(CultureInfo.InvariantCulture, $"text box {++boxes}"), inside), text)
                : new Piece(new Place(Layer.Comment, cell.Length == 0 ? $"Sheet {sheet} comment" : $"Sheet {sheet}!{cell} comment", inside), text);
        }
    }

    private static List<(string Text, string Sheet, string? Cell)> Texts(byte[] book)
    {
        var texts = new List<(string Text, string Sheet, int? Note)>();
        var cells = new Dictionary<(string Sheet, int Note), string>();
        var names = new Dictionary<int, string>();
        var sheet = "";
        var (id, isNote, expected) = (0, false, 0);
        foreach (var record in OldWorkbookRecords.Read(book))
        {
            var body = record.Body;
            var length = body.Length;
            switch (record.Kind)
            {
                case OldWorkbookRecords.Beginning:
                    sheet = names.GetValueOrDefault(record.At, sheet);
                    break;
                case OldWorkbookRecords.BoundSheet when length >= 8:
                    names[BinaryPrimitives.ReadInt32LittleEndian(body)] = OldWorkbookRecords.Characters(body[7..], body[6]);
                    break;
                case Obj when length >= 8:
                    isNote = BinaryPrimitives.ReadUInt16LittleEndian(body[4..]) == NoteObject;
                    id = BinaryPrimitives.ReadUInt16LittleEndian(body[6..]);
                    break;
                case Txo when length >= 12:
                    expected = BinaryPrimitives.ReadUInt16LittleEndian(body[10..]);
                    break;
                case OldWorkbookRecords.Continue when expected > 0 && length > 1:
                    texts.Add((OldWorkbookRecords.Characters(body, expected), sheet, isNote ? id : null));
                    expected = 0;
                    break;
                case Note when length >= 8:
                    // The notes of a sheet stand behind its drawings and say which of them belongs to which cell.
                    cells[(sheet, BinaryPrimitives.ReadUInt16LittleEndian(body[6..]))] =
                        CellReference.Write(BinaryPrimitives.ReadUInt16LittleEndian(body) + 1, BinaryPrimitives.ReadUInt16LittleEndian(body[2..]) + 1);
                    break;
            }
        }

        return texts.ConvertAll(t => (t.Text, t.Sheet, t.Note is { } note ? cells.GetValueOrDefault((t.Sheet, note), "") : null));
    }
}
