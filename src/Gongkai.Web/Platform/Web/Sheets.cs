using System.Globalization;
using CsvHelper;
using MiniExcelLibs;

namespace Gongkai.Web.Platform.Web;

/// <summary>A list as people take it away: heads and rows.</summary>
public sealed record Sheet(IReadOnlyList<string> Heads, IEnumerable<object?[]> Rows);

/// <summary>Writes lists as CSV and XLSX.</summary>
public static class Sheets
{
    /// <summary>Content type of a workbook.</summary>
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // A cell that begins like a formula would be run by whoever opens the file.
    private static readonly CsvWriterOptions Disarmed = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <summary>A list as CSV that Excel opens rightly: UTF-8 with mark, formulas disarmed.</summary>
    public static byte[] Csv(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var bytes = new MemoryStream();
        using (var csv = CsvHelper.CsvWriter.Create(bytes, Disarmed, leaveOpen: true))
        {
            Write(csv, sheet.Heads);
            foreach (var row in sheet.Rows)
            {
                Write(csv, row);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A list as a workbook of one sheet.</summary>
    public static byte[] Xlsx(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var bytes = new MemoryStream();
        bytes.SaveAs(sheet.Rows.Select(row => sheet.Heads.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second ?? "")));
        return bytes.ToArray();
    }

    private static void Write(CsvHelper.CsvWriter csv, IEnumerable<object?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "");
        }

        csv.EndRecord();
    }
}
