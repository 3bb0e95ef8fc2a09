using System.Globalization;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Text;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Masked copies of plain text and of tables in plain text: every character that is not masked stays as it was written, in the same encoding.</summary>
internal static class MaskedText
{
    public static void WriteCsv(Stream input, string name, Stream output, MaskPlan plan, ReadingContext context)
    {
        var (reader, writer) = SameEncoding.Open(input, output, context);
        using (reader)
        using (writer)
        {
            var separator = CsvPieces.Separator(reader, name, out _);
            var raw = new List<string>();
            var row = 0;
            foreach (var fields in CsvPieces.Rows(input, name, context, raw))
            {
                row++;
                for (var column = 0; column < fields.Count; column++)
                {
                    var masked = MaskedAddress.OnlyEncoded(plan.AtPlace(string.Create(CultureInfo.InvariantCulture, $"row {row}, column {column + 1}"), fields[column]), plan);
                    if (column > 0)
                    {
                        writer.Write(separator);
                    }

                    writer.Write(masked == fields[column] ? raw[column] : raw[column].Contains('"', StringComparison.Ordinal) ? $"\"{masked.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : masked);
                }

                writer.Write(raw[^1]);
            }
        }
    }

    public static void WriteText(Stream input, Stream output, MaskPlan plan, ReadingContext context)
    {
        var (reader, writer) = SameEncoding.Open(input, output, context);
        using (reader)
        using (writer)
        {
            var text = reader.ReadToEnd().Split('\n');
            for (var line = 0; line < text.Length; line++)
            {
                context.Check();
                var bare = text[line].TrimEnd('\r');
                writer.Write(MaskedAddress.OnlyEncoded(plan.AtPlace(string.Create(CultureInfo.InvariantCulture, $"line {line + 1}"), bare), plan));
                writer.Write(text[line].AsSpan(bare.Length));
                writer.Write(line + 1 < text.Length ? "\n" : "");
            }
        }
    }
}
