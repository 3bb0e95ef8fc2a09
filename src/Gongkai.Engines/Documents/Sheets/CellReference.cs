using System.Globalization;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>References like C5.</summary>
internal static class CellReference
{
    /// <summary>Row and column counted from 1; (0, 0) when it is no reference.</summary>
    public static (int Row, int Column) Parse(ReadOnlySpan<char> reference)
    {
        int row = 0, column = 0, i = 0;
        for (; i < reference.Length && char.IsAsciiLetter(reference[i]); i++)
        {
            column = (column * 26) + (reference[i] | 0x20) - 'a' + 1;
            if (column > 16384)
            {
                return (0, 0);
            }
        }

        return int.TryParse(reference[i..], NumberStyles.None, CultureInfo.InvariantCulture, out row) && column > 0 ? (row, column) : (0, 0);
    }

    public static string Column(int column)
    {
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        while (column > 0)
        {
            letters[--at] = (char)('A' + ((column - 1) % 26));
            column = (column - 1) / 26;
        }

        return new string(letters[at..]);
    }

    public static string Write(int row, int column) => Column(column) + row.ToString(CultureInfo.InvariantCulture);
}
