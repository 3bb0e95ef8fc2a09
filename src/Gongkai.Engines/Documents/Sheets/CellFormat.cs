namespace Gongkai.Engines.Documents.Sheets;

/// <summary>How a number in a cell is shown.</summary>
internal enum NumberKind
{
    General,
    Date,
    DateTime,
    Time,
    Padded,
    Percent,
}

/// <summary>What a cell's format says of its text.</summary>
/// <param name="Kind">How a number is shown.</param>
/// <param name="Digits">For <see cref="NumberKind.Padded"/>, how many digits with zeros before.</param>
/// <param name="IsUnseen">In the colour of its own fill, of one point, or under the number format that shows nothing.</param>
/// <param name="IsPainted">On a fill of its own.</param>
/// <param name="IsWhite">White without a fill of its own.</param>
internal sealed record CellFormat(NumberKind Kind, int Digits, bool IsUnseen, bool IsPainted = false, bool IsWhite = false)
{
    public static CellFormat General { get; } = new(NumberKind.General, 0, false);

    /// <summary>What a number format means. The numbers below 164 are fixed by the standard, the Chinese ones among them.</summary>
    public static (NumberKind Kind, int Digits, bool IsUnseen) Parse(int id, string? code)
    {
        if (code is null)
        {
            return id switch
            {
                9 or 10 => (NumberKind.Percent, 0, false),
                (>= 14 and <= 17) or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => (NumberKind.Date, 0, false),
                22 => (NumberKind.DateTime, 0, false),
                (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => (NumberKind.Time, 0, false),
                _ => (NumberKind.General, 0, false),
            };
        }

        if (IsNothing(code))
        {
            return (NumberKind.General, 0, true);
        }

        if (code.Length > 1 && code.All(c => c == '0'))
        {
            return (NumberKind.Padded, code.Length, false);
        }

        var bare = Bare(code.Split(';')[0]);
        var hasYear = bare.Contains('y', StringComparison.OrdinalIgnoreCase) || bare.Contains('e', StringComparison.OrdinalIgnoreCase) && !bare.Contains('0', StringComparison.Ordinal);
        var hasDay = bare.Contains('d', StringComparison.OrdinalIgnoreCase);
        var hasHour = bare.Contains('h', StringComparison.OrdinalIgnoreCase) || bare.Contains('s', StringComparison.OrdinalIgnoreCase);
        return hasYear || hasDay ? (hasHour ? NumberKind.DateTime : NumberKind.Date, 0, false)
            : hasHour ? (NumberKind.Time, 0, false)
            : bare.Contains('%', StringComparison.Ordinal) ? (NumberKind.Percent, 0, false)
            : (NumberKind.General, 0, false);
    }

    // ;;; and "";"";"";"" show nothing of a number and nothing of a text.
    private static bool IsNothing(string code) =>
        (code.Length >= 3 && code.Trim().All(c => c == ';')) || (code.Count(c => c == ';') == 3 && code.All(c => c is ';' or '"' or ' '));

    // Without texts in quotes, escaped characters and what stands in square brackets.
    private static string Bare(string code)
    {
        var bare = new System.Text.StringBuilder();
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = code.IndexOf('"', i + 1) is >= 0 and var end ? end : code.Length;
                    break;
                case '[':
                    i = code.IndexOf(']', i + 1) is >= 0 and var close ? close : code.Length;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                default:
                    bare.Append(code[i]);
                    break;
            }
        }

        return bare.ToString().Replace("General", "", StringComparison.OrdinalIgnoreCase);
    }
}
