using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Screening;

/// <summary>Numbers that break off at the end of one line, paragraph or cell and go on at the beginning of the next below. Only a whole
/// that is a true number counts; it is reported where it begins.</summary>
internal sealed class TornNumbers(FindingList findings)
{
    private const int LeastPart = 2;
    private const int MostParts = 6;

    private readonly List<(Piece Piece, int Start, int Length)> _parts = [];
    private readonly char[] _digits = new char[20];
    private int _length;
    private LabelKind _kinds;

    /// <summary>Takes the next line, paragraph or cell of a column.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="column">What the head of its column says.</param>
    /// <param name="hits">What was found in it: a number that is whole does not go on. The first eleven digits of an identity number may look like a telephone.</param>
    public void Take(Piece piece, LabelKind column, List<Hit> hits)
    {
        var text = piece.Text.AsSpan();
        if (_parts.Count > 0 && !GoOn(piece, text))
        {
            Forget();
        }

        if (_parts.Count == 0)
        {
            Begin(piece, text, column, hits);
        }
    }

    public void Forget()
    {
        _parts.Clear();
        _length = 0;
    }

    private void Begin(Piece piece, ReadOnlySpan<char> text, LabelKind column, List<Hit> hits)
    {
        var end = text.TrimEnd(" -\u3000").Length;
        var start = end;
        while (start > 0 && end - start < 18 && IsDigit(text[start - 1]))
        {
            start--;
        }

        if (end - start is < LeastPart or > 17 || (start > 0 && IsDigit(text[start - 1])) || hits.Exists(h => h.Start + h.Length == end && h.Code is not "pii.mobile"))
        {
            return;
        }

        // A bare number on a line of its own begins a torn one only below a head that says so.
        _kinds = Labels.Around(text, start, end) | column;
        Add(piece, text, start, end);
    }

    private bool GoOn(Piece piece, ReadOnlySpan<char> text)
    {
        var start = text.Length - text.TrimStart(" -\u3000").Length;
        var end = start;
        while (end < text.Length && (IsDigit(text[end]) || (_length + end - start == 17 && text[end] is 'X' or 'x' or 'Ｘ' or 'ｘ')))
        {
            end++;
        }

        if (end == start || _length + end - start > 19 || (end < text.Length && char.IsAsciiLetterOrDigit(text[end])))
        {
            return false;
        }

        Add(piece, text, start, end);
        if (CodeOfWhole() is { } code)
        {
            findings.Add(code, _parts[0].Piece.Where);
            foreach (var (part, from, length) in _parts)
            {
                findings.Witness?.Invoke(part.Text, part.Where, new Hit(code, from, length));
            }

            return false;
        }

        return text[end..].Trim(" -\u3000").IsEmpty && _parts.Count < MostParts;
    }

    private string? CodeOfWhole()
    {
        var digits = _digits.AsSpan(0, _length);
        return _length == 18 && IdNumber.IsValid(digits) ? "pii.id-number"
            : _length == 11 && (_kinds & LabelKind.Phone) != 0 && MobileNumber.IsMobile(digits) ? "pii.mobile"
            : _length is >= 16 and <= 19 && (_kinds & LabelKind.Bank) != 0 && BankCard.IsValid(digits) ? "pii.bank-card"
            : null;
    }

    private void Add(Piece piece, ReadOnlySpan<char> text, int start, int end)
    {
        _parts.Add((piece, start, end - start));
        foreach (var c in text[start..end])
        {
            _digits[_length++] = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c is 'x' or 'Ｘ' or 'ｘ' ? 'X' : c;
        }
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';
}
