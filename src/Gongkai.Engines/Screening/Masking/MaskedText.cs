using System.Globalization;
using System.Text;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Text;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Masked copies of plain text and of tables in plain text, in UTF-8 with a mark, which every spreadsheet reads right.</summary>
internal static class MaskedText
{
    public static void WriteCsv(Stream input, string name, Stream output, MaskPlan plan, ReadingContext context)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        var row = 0;
        foreach (var fields in CsvPieces.Rows(input, name, context))
        {
            row++;
            for (var column = 0; column < fields.Count; column++)
            {
                var masked = plan.AtPlace(string.Create(CultureInfo.InvariantCulture, $"row {row}, column {column + 1}"), fields[column]);
                writer.Write(column > 0 ? "," : "");
                writer.Write(masked.AsSpan().ContainsAny(",\"\r\n") ? $"\"{masked.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : masked);
            }

            writer.WriteLine();
        }
    }

    public static void WriteText(Stream input, Stream output, MaskPlan plan, ReadingContext context)
    {
        var encoding = TextEncodings.Guess(input, context);
        input.Position = 0;
        using var reader = new StreamReader(input, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        using var writer = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true);
        var text = reader.ReadToEnd().Split('\n');
        for (var line = 0; line < text.Length; line++)
        {
            context.Check();
            var bare = text[line].TrimEnd('\r');
            writer.Write(plan.AtPlace(string.Create(CultureInfo.InvariantCulture, $"line {line + 1}"), bare));
            writer.Write(bare.Length < text[line].Length ? "\r" : "");
            writer.Write(line + 1 < text.Length ? "\n" : "");
        }
    }
}
