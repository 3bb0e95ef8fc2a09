using System.Buffers.Binary;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>Cells of an Excel 97-2003 workbook that hold something and show nothing: white on white, red on red, of two points or
/// less, under the number format that shows nothing (MS-XLS 2.4.122, 2.4.126, 2.4.353).</summary>
internal sealed class OldWorkbookLooks
{
    private const int MostCells = 1_000_000;
    private const int UnreadableHeight = 40;

    private readonly Dictionary<int, string> _palette = new() { [0] = "000000", [1] = "FFFFFF", [2] = "FF0000", [8] = "000000", [9] = "FFFFFF", [10] = "FF0000", [65] = "FFFFFF" };
    private readonly Dictionary<int, string> _codes = [];
    private readonly List<(int Height, int Color)> _fonts = [];
    private readonly List<OldRecord> _formats = [];
    private readonly HashSet<(string Sheet, int Row, int Column)> _unseen = [];
    private bool[]? _hiding;

    public static OldWorkbookLooks Read(byte[] book)
    {
        var looks = new OldWorkbookLooks();
        var names = new Dictionary<int, string>();
        var sheet = "";
        foreach (var record in OldWorkbookRecords.Read(book))
        {
            switch (record.Kind)
            {
                case OldWorkbookRecords.Beginning:
                    sheet = names.GetValueOrDefault(record.At, sheet);
                    break;
                case OldWorkbookRecords.BoundSheet when record.Body.Length >= 8:
                    names[BinaryPrimitives.ReadInt32LittleEndian(record.Body)] = OldWorkbookRecords.Characters(record.Body[7..], record.Body[6]);
                    break;
                default:
                    looks.TakeFormat(record);
                    looks.TakeCell(record, sheet);
                    break;
            }
        }

        return looks;
    }

    /// <summary>Whether the cell, counted from 1, shows nothing of what it holds.</summary>
    public bool IsUnseen(string sheet, int row, int column) => _unseen.Contains((sheet, row, column));

    private void TakeFormat(OldRecord record)
    {
        switch (record.Kind)
        {
            case 0x31 when record.Body.Length >= 6:
                _fonts.Add((record.Word(0), record.Word(4)));
                break;
            case 0x41E when record.Body.Length >= 5:
                _codes[record.Word(0)] = OldWorkbookRecords.Characters(record.Body[4..], record.Word(2));
                break;
            case 0xE0 when record.Body.Length >= 20:
                _formats.Add(record);
                break;
            case 0x92 when record.Body.Length >= 2:
                for (var i = 0; i < record.Word(0) && (i * 4) + 6 <= record.Body.Length; i++)
                {
                    _palette[i + 8] = Convert.ToHexString(record.Body.Slice((i * 4) + 2, 3));
                }

                break;
        }
    }

    private void TakeCell(OldRecord record, string sheet)
    {
        switch (record.Kind)
        {
            // A text, a number in one of three shapes, the result of a formula.
            case 0xFD or 0x204 or 0x203 or 0x27E or 0x06 or 0xD6 when record.Body.Length >= 6:
                Note(sheet, record.Word(0), record.Word(2), record.Word(4));
                break;

            // Numbers side by side.
            case 0xBD when record.Body.Length >= 6:
                for (var i = 0; (i * 6) + 10 < record.Body.Length; i++)
                {
                    Note(sheet, record.Word(0), record.Word(2) + i, record.Word(4 + (i * 6)));
                }

                break;
        }
    }

    private void Note(string sheet, int row, int column, int format)
    {
        // Formats stand before all cells.
        _hiding ??= [.. _formats.Select(IsHiding)];
        if (format < _hiding.Length && _hiding[format] && _unseen.Count < MostCells)
        {
            _unseen.Add((sheet, row + 1, column + 1));
        }
    }

    private bool IsHiding(OldRecord format)
    {
        var code = format.Word(2);
        if (CellFormat.Parse(code, _codes.GetValueOrDefault(code)).IsUnseen)
        {
            return true;
        }

        // There is no font number 4.
        var number = format.Word(0) is > 4 and var after ? after - 1 : format.Word(0);
        var (height, color) = number < _fonts.Count ? _fonts[number] : (220, 0x7FFF);
        var isSolid = format.Word(16) >> 10 == 1;
        var isFilled = format.Word(16) >> 10 != 0;
        var fill = !isFilled ? "FFFFFF" : isSolid ? Color(format.Word(18) & 0x7F) : null;
        return (height is > 0 and <= UnreadableHeight) || (Color(color) is { } own && own == fill);
    }

    // Null for the colours that the system chooses.
    private string? Color(int index) => _palette.TryGetValue(index, out var color) ? color : index is 64 or 0x7FFF ? null : $"{index}";
}
