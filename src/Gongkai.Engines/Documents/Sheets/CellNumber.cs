using System.Globalization;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>Writes a number of a sheet the way its reader sees it: dates as dates, long numbers with all their digits.</summary>
internal static class CellNumber
{
    /// <summary>The text of a number.</summary>
    /// <param name="raw">As it stands in the file, <c>44197</c> or <c>1.10105E+17</c>.</param>
    /// <param name="format">How the cell shows it.</param>
    /// <param name="from1904">Whether the workbook counts days from 1904.</param>
    public static string Write(string raw, CellFormat format, bool from1904)
    {
        if (format.Kind == NumberKind.General && raw.Length <= 20 && !raw.AsSpan().ContainsAny('E', 'e', '.'))
        {
            return raw;
        }

        return double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Write(number, format, from1904) : raw;
    }

    public static string Write(double number, CellFormat format, bool from1904)
    {
        switch (format.Kind)
        {
            case NumberKind.Date or NumberKind.DateTime or NumberKind.Time when Date(number, from1904) is { } date:
                return format.Kind switch
                {
                    NumberKind.Date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    NumberKind.Time => date.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
                    _ => date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                };
            case NumberKind.Padded when number is >= 0 and < 1e15 && Math.Floor(number) == number:
                return ((long)number).ToString("D" + format.Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            case NumberKind.Percent:
                return Math.Round(number * 100, 6).ToString("0.######", CultureInfo.InvariantCulture) + "%";
        }

        // A sheet keeps fifteen digits of a number; an identity number typed as one lost its last three, the rest still speaks.
        return Math.Abs(number) is >= 1e10 and < 1e20 && Math.Floor(number) == number
            ? Math.Abs(number) >= 1e15 ? ((decimal)number).ToString("0", CultureInfo.InvariantCulture) : number.ToString("0", CultureInfo.InvariantCulture)
            : number.ToString("G15", CultureInfo.InvariantCulture);
    }

    private static DateTime? Date(double number, bool from1904)
    {
        var days = from1904 ? number + 1462 : number;
        return days is >= 0 and < 2958466 ? DateTime.FromOADate(days) : null;
    }
}
