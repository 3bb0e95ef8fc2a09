using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Engines.Documents.Sheets;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Which formulas can stay in a masked workbook: those that come out as before when they are worked out again, for nothing
/// they refer to is gone.</summary>
internal sealed partial class KeptFormulas
{
    private const int LastRow = 1 << 20;
    private const int LastColumn = 1 << 14;

    private readonly HashSet<string> _sheets;
    private readonly HashSet<string> _gone = new(StringComparer.OrdinalIgnoreCase);
    private readonly EmptiedCells _emptied;
    private readonly bool _isAnySheetGone;

    /// <param name="sheets">The sheets that stay.</param>
    /// <param name="isAnySheetGone">Whether others do not.</param>
    /// <param name="names">Every name with what it stands for and whether it stays.</param>
    /// <param name="emptied">Cells that hold nothing in the copy.</param>
    public KeptFormulas(IEnumerable<string> sheets, bool isAnySheetGone, IReadOnlyList<(string Name, string Text, bool IsKept)> names, EmptiedCells emptied)
    {
        _sheets = new HashSet<string>(sheets, StringComparer.OrdinalIgnoreCase);
        (_isAnySheetGone, _emptied) = (isAnySheetGone, emptied);
        _gone.UnionWith(names.Where(n => !n.IsKept).Select(n => n.Name));

        // A name may stand for another one.
        for (var before = -1; before != _gone.Count;)
        {
            before = _gone.Count;
            _gone.UnionWith(names.Where(n => !_gone.Contains(n.Name) && !CanStay(n.Text, "", "")).Select(n => n.Name).ToList());
        }
    }

    /// <param name="formula">Without its equals sign.</param>
    /// <param name="sheet">The sheet it stands in.</param>
    /// <param name="shared">The cells that share it; empty for one of its own.</param>
    public bool CanStay(string formula, string sheet, string shared)
    {
        var text = Words().Replace(formula, "\"\"");
        if (Outside().IsMatch(text) || Sheets().Matches(text).Any(s => IsGone(SheetIn(s)))
            || (_gone.Count > 0 && Names().Matches(text).Any(n => _gone.Contains(n.Value))))
        {
            return false;
        }

        if (Computed().IsMatch(text))
        {
            return !_isAnySheetGone && _emptied.IsEmpty;
        }

        return _emptied.IsEmpty || (!text.Contains('[', StringComparison.Ordinal) && !Touches(text, sheet, RangeOf(References().Match(shared))));
    }

    // 甲:丙!A1 takes in whatever lies between the two.
    private bool IsGone(string sheet) => sheet.Contains(':', StringComparison.Ordinal) ? _isAnySheetGone || !_emptied.IsEmpty : !_sheets.Contains(sheet);

    private bool Touches(string text, string sheet, CellRange shared)
    {
        foreach (Match reference in References().Matches(text))
        {
            var range = RangeOf(reference);
            var own = SheetIn(reference) is { Length: > 0 } named ? named : sheet;
            if (_emptied.Touch(own, range with { LastRow = range.LastRow + shared.LastRow - shared.Row, LastColumn = range.LastColumn + shared.LastColumn - shared.Column }))
            {
                return true;
            }
        }

        return false;
    }

    private static string SheetIn(Match match) =>
        match.Groups["quoted"] is { Success: true } quoted ? quoted.Value.Replace("''", "'", StringComparison.Ordinal) : match.Groups["sheet"].Value;

    private static CellRange RangeOf(Match match)
    {
        if (!match.Success)
        {
            return default;
        }

        var (column, lastColumn) = (ColumnOf(match.Groups["c1"].Value), ColumnOf(match.Groups["c2"].Value));
        var (row, lastRow) = (RowOf(match.Groups["r1"].Value), RowOf(match.Groups["r2"].Value));
        if (row == 0 || column == 0)
        {
            return new CellRange(Math.Max(1, row), Math.Max(1, column), lastRow == 0 ? LastRow : lastRow, lastColumn == 0 ? LastColumn : lastColumn);
        }

        return new CellRange(row, column, Math.Max(row, lastRow), Math.Max(column, lastColumn));
    }

    private static int ColumnOf(string letters) => letters.Length == 0 ? 0 : CellReference.Parse(letters + "1").Column;

    private static int RowOf(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("\"(?:[^\"]|\"\")*\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    // [1]表!A1, '[台账.xlsx]表'!A1; not 表1[合计], which is a column of a table.
    [GeneratedRegex(@"(?<![\w\[\]])\[[^\[\]]+\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Outside();

    [GeneratedRegex("""(?:'(?<quoted>(?:[^']|'')+)'|(?<![#\w])(?<sheet>[^\s'"()\[\]{},;+\-*/^&=<>!#]+))!""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sheets();

    [GeneratedRegex(@"(?<![\w.\\])[\p{L}_\\][\w.\\]*(?![\w.\\(!])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(?:INDIRECT|OFFSET)\(", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Computed();

    [GeneratedRegex(
        """(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<sheet>[^\s'"()\[\]{},;:+\-*/^&=<>!]+))!)?(?<![\w.])(?:\$?(?<c1>[A-Z]{1,3})\$?(?<r1>\d{1,7})(?::\$?(?<c2>[A-Z]{1,3})\$?(?<r2>\d{1,7}))?|\$?(?<c1>[A-Z]{1,3}):\$?(?<c2>[A-Z]{1,3})|\$?(?<r1>\d{1,7}):\$?(?<r2>\d{1,7}))(?![\w(.])""",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex References();
}
