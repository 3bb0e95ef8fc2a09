using System.Globalization;
using System.Text;

namespace Gongkai.Engines.WorkingDays;

/// <summary>Reads the fields of one row of a batch that is not in the plainest form.</summary>
internal static class BatchRow
{
    private static readonly string[] DateForms =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss", "yyyy-M-d'T'H:mm:ss"];

    /// <summary>The fields, quotes undone.</summary>
    public static List<string> Split(string row)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < row.Length; i++)
        {
            var c = row[i];
            if (c == '"' && quoted && i + 1 < row.Length && row[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }

    /// <summary>The field of a column, or nothing when the row is too short.</summary>
    public static string Field(List<string> fields, int column) => column < fields.Count ? fields[column].Trim() : "";

    /// <summary>The value as a field, quoted when it must be.</summary>
    public static string Quote(string value) =>
        value.AsSpan().ContainsAny(',', '"') ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    /// <summary>Reads a day in the forms that spreadsheets write.</summary>
    public static bool TryReadDate(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Reads a number of days: whole and not negative.</summary>
    public static bool TryReadDays(string text, out int days) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out days);
}
