using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Screening;

/// <summary>Tables that are kept only by tabs or bars: the lines of a text file, of a page. The head of a column, some lines above, says what stands
/// under it, as in any table.</summary>
internal sealed class TabbedRows(FindingList findings, TextScanner scanner)
{
    private const int LeastFields = 2;

    private readonly List<LabelKind> _columns = [];

    /// <summary>Looks at the lines of a piece once more, field by field, for what only the column's head betrays.</summary>
    public void Take(Piece piece, List<Hit> known)
    {
        if (!piece.Text.AsSpan().ContainsAny('\t', '|'))
        {
            return;
        }

        var seen = known.ToList();
        var start = 0;
        foreach (var line in piece.Text.Split('\n'))
        {
            TakeLine(piece, line, start, seen);
            start += line.Length + 1;
        }
    }

    public void Forget() => _columns.Clear();

    private void TakeLine(Piece piece, string line, int start, List<Hit> seen)
    {
        var fields = line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : '|');
        if (fields.Length < LeastFields)
        {
            return;
        }

        var kinds = Array.ConvertAll(fields, f => Labels.OfHead(f.AsSpan().Trim()));
        if (kinds.Count(k => k != LabelKind.None) >= 2)
        {
            _columns.Clear();
            _columns.AddRange(kinds);
            return;
        }

        if (fields.Length != _columns.Count)
        {
            return;
        }

        var isNamed = Array.Exists(fields, f => PersonalWords.IsName(f.AsSpan().Trim()));
        for (var column = 0; column < fields.Length; column++)
        {
            var value = fields[column].AsSpan().Trim();
            if (isNamed && (((_columns[column] & LabelKind.Sensitive) != 0 && !TableWords.IsEmptyAnswer(value)) || ((_columns[column] & LabelKind.Reason) != 0 && Illness.IsReason(value))))
            {
                Add(piece, new Hit("pii.sensitive", start, fields[column].Length), seen);
            }

            if (_columns[column] is var kind && kind is not (LabelKind.None or LabelKind.Name))
            {
                TakeField(piece, fields[column], start, kind, seen);
            }

            start += fields[column].Length + 1;
        }
    }

    private void TakeField(Piece piece, string field, int start, LabelKind kind, List<Hit> seen)
    {
        foreach (var hit in scanner.Scan(field, kind, int.MaxValue))
        {
            Add(piece, hit with { Start = start + hit.Start }, seen);
        }
    }

    private void Add(Piece piece, Hit here, List<Hit> seen)
    {
        if (!seen.Exists(h => h.Start < here.Start + here.Length && here.Start < h.Start + h.Length))
        {
            seen.Add(here);
            findings.Add(here, piece.Where, piece.Text);
        }
    }
}
