using System.Text;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>An Excel 97-2003 workbook of one sheet called A, from records; its fonts and cell formats are given by the caller.</summary>
internal sealed class Xls
{
    private readonly List<byte> _globals = [];
    private readonly List<byte> _cells = [];

    public static byte[] Word(int value) => [(byte)value, (byte)(value >> 8)];

    public static byte[] Record(int kind, params byte[] body) => [.. Word(kind), .. Word(body.Length), .. body];

    /// <summary>A text with its count and the byte that says that its characters have two bytes.</summary>
    public static byte[] Text(string text) => [.. Word(text.Length), 1, .. Encoding.Unicode.GetBytes(text)];

    public Xls Global(int kind, params byte[] body)
    {
        _globals.AddRange(Record(kind, body));
        return this;
    }

    /// <param name="height">In twentieths of a point.</param>
    /// <param name="color">Its number in the palette.</param>
    public Xls Font(int height, int color) => Global(0x31, [.. Word(height), .. Word(0), .. Word(color), .. Word(400), .. new byte[6], 5, 0, .. "Arial"u8]);

    /// <param name="font">The font's number; there is no number 4.</param>
    /// <param name="number">The number format.</param>
    /// <param name="fill">The palette's number of a solid fill; 0 for none.</param>
    public Xls Format(int font, int number, int fill) =>
        Global(0xE0, [.. Word(font), .. Word(number), 1, 0, .. new byte[8], .. new byte[2], .. Word(fill == 0 ? 0 : 1 << 10), .. Word(fill)]);

    public Xls Cell(int row, int format, string text)
    {
        _cells.AddRange(Record(0x204, [.. Word(row), .. Word(0), .. Word(format), .. Text(text)]));
        return this;
    }

    public byte[] Bytes()
    {
        byte[] bound = [0, 0, 0, 0, 0, 0, 1, 0, (byte)'A'];
        byte[] before = [.. Record(0x809, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), .. Record(0x42, 0xB0, 4), .. _globals];
        var start = before.Length + 4 + bound.Length + 4;
        BitConverter.TryWriteBytes(bound, start);
        return
        [
            .. before, .. Record(0x85, bound), .. Record(0x0A),
            .. Record(0x809, 0, 6, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), .. Record(0x200, [.. new byte[4], 100, 0, 0, 0, 0, 0, 1, 0, 0, 0]), .. _cells, .. Record(0x0A),
        ];
    }
}
