using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Screening;

/// <summary>Screens tables: a cell is understood by the head of its column or the field name to its left, and a row as a whole gives
/// away what its cells do not.</summary>
internal sealed class TableScreening(ScreeningProfile profile, FindingList findings, IdentityUnion union)
{
    private const int RowsOfHeads = 8;
    private const int MostColumns = 4096;
    private const LabelKind Circumstance = LabelKind.Sensitive | LabelKind.Reason;

    private const LabelKind OfNumbers = LabelKind.IdNumber | LabelKind.Phone | LabelKind.Bank | LabelKind.Student | LabelKind.Serial | LabelKind.Amount;

    private readonly List<LabelKind> _columns = [];
    private readonly HashSet<int> _works = [];
    private readonly HashSet<int> _titled = [];
    private readonly List<(int Column, LabelKind Kind)> _labels = [];
    private readonly List<(Piece Piece, LabelKind Kind)> _digits = [];
    private readonly Dictionary<int, TornNumbers> _torn = [];
    private readonly List<Piece> _sensitive = [];
    private (string Inside, int Table) _current;
    private int _row;
    private LabelKind _left;
    private LabelKind _rowHead;
    private int _leftColumn;
    private string? _name;
    private string? _nameOfForm;
    private int _catalogue = int.MaxValue;
    private int _cells;
    private bool _isForm;
    private bool _isOfHeads;
    private Shown _shown;
    private Piece? _telling;
    private bool _isReported;

    public void Take(Piece piece, TextScanner scanner, int line)
    {
        if (_current != (piece.Where.Inside, piece.Table))
        {
            Finish();
            _columns.Clear();
            _works.Clear();
            _titled.Clear();
            _torn.Clear();
            (_catalogue, _nameOfForm) = (int.MaxValue, null);
            _current = (piece.Where.Inside, piece.Table);
        }
        else if (piece.Row != _row)
        {
            FinishRow();
        }

        _row = piece.Row;
        var text = piece.Text;
        var label = Labels.OfHead(text.AsSpan().Trim());
        if ((label & Circumstance) != 0 && !TableWords.IsFieldOfCircumstance(text.AsSpan().Trim()))
        {
            label &= ~Circumstance;
        }

        if (TableWords.IsHeadOfCatalogue(text.AsSpan().Trim()))
        {
            _catalogue = Math.Min(_catalogue, piece.Row);
        }

        // 姓名 | 性别: a name's field would hold a name.
        _isOfHeads |= _left == LabelKind.Name && TableWords.IsHeadBesideName(text.AsSpan().Trim());
        _cells++;
        var head = piece.Column < _columns.Count ? _columns[piece.Column] : LabelKind.None;
        var isField = _left != LabelKind.None && _leftColumn >= piece.Column - 3 && label == LabelKind.None;

        // 低保家庭 to the left of a birth date is what somebody is, and 2019 what somebody paid: not the name of a field.
        var column = isField && !(_left is LabelKind.Sensitive or LabelKind.Reason or LabelKind.Amount && head != LabelKind.None) ? _left : head != LabelKind.None ? head : _rowHead;

        // 经办：何某 150… under 序号: a sentence in a column of numbers is not of its kind.
        if ((column & (LabelKind.Serial | LabelKind.Amount)) != 0 && TableWords.HasWords(text))
        {
            column &= ~(LabelKind.Serial | LabelKind.Amount);
        }

        if (label != LabelKind.None)
        {
            _labels.Add((piece.Column, label));
        }

        // A table laid on its side has its heads in the first column; another word ends what the first says.
        _rowHead = piece.Column == 1 ? label & OfNumbers : TableWords.HasWords(text) || label != LabelKind.None ? LabelKind.None : _rowHead;

        // 姓名 | 张某, and below it 健康状况 | 患有哮喘: a form speaks of one person.
        _isForm |= isField;
        if (isField && (_left & LabelKind.Name) != 0 && PersonalWords.IsName(text.AsSpan().Trim()))
        {
            _nameOfForm = text.Trim();
        }

        (_left, _leftColumn) = (Labels.IsYear(text.AsSpan().Trim()) ? LabelKind.None : label, piece.Column);
        var hits = scanner.Scan(text, column, line);
        foreach (var hit in hits)
        {
            // 依申请公开 under 公开方式 says it of an item, not of this file.
            if (hit.Code != "secrecy.soft-mark" || piece.Row <= _catalogue || hit.Length < text.AsSpan().Trim().Length)
            {
                findings.Add(hit, piece.Where, text);
            }
        }

        Note(piece, scanner.Simple.AsSpan().Trim(), column, label, hits, scanner.Shown);
    }

    public void Finish()
    {
        FinishRow();
        _current = default;
    }

    private void Note(Piece piece, ReadOnlySpan<char> text, LabelKind column, LabelKind label, List<Hit> hits, Shown shown)
    {
        if (_row == 1 && text.Length > 0 && !TableWords.IsDigitsOnly(text))
        {
            _titled.Add(piece.Column);
        }

        if (_row <= RowsOfHeads && Illness.IsHeadOfWork(text))
        {
            _works.Add(piece.Column);
        }

        if (text.Length <= 17 && TableWords.IsDigitsOnly(text))
        {
            _digits.Add((piece, column));
        }

        if ((column & LabelKind.IdNumber) != 0 && piece.Column < _columns.Count && (_columns[piece.Column] & LabelKind.IdNumber) != 0)
        {
            TakeTorn(piece, hits);
        }

        if (label == LabelKind.None && ((column & LabelKind.Name) != 0 || (_name is null && PersonalWords.IsName(text))))
        {
            _name = text.Length <= 12 ? text.ToString() : _name;
        }

        var isSensitive = ((column & LabelKind.Sensitive) != 0 && !TableWords.IsEmptyAnswer(text)) || ((column & LabelKind.Reason) != 0 && Illness.IsReason(text))
            || (!_works.Contains(piece.Column) && (Illness.IsToldBy(text) || Illness.IsBlow(text)));
        if (isSensitive && (label & ~Circumstance) == LabelKind.None)
        {
            _sensitive.Add(piece);
        }

        shown |= (column & LabelKind.IdPrefix) != 0 && text.Length == 6 && TableWords.IsDigitsOnly(text) && IdNumber.IsRegion(text) ? Shown.Region : 0;
        shown |= (column & (LabelKind.IdSuffix | LabelKind.IdNumber)) != 0 && text.Length is >= 3 and <= 6 && TableWords.IsDigitsOnly(text) ? Shown.Tail : 0;
        shown |= (column & LabelKind.IdNumber) != 0 && text.Length == 6 && TableWords.IsDigitsOnly(text) && IdNumber.IsRegion(text) ? Shown.Region : 0;
        shown |= (column & LabelKind.Birth) != 0 && TableWords.IsFullDate(text) ? Shown.Birth : 0;
        _shown |= shown;
        _telling = (shown & (Shown.Region | Shown.Tail)) != 0 ? piece : _telling;
        _isReported |= hits.Exists(h => h.Code is "pii.id-number" or "pii.id-number-partial");
    }

    // A number that was broken over the cells of one column.
    private void TakeTorn(Piece piece, List<Hit> hits)
    {
        if (!_torn.TryGetValue(piece.Column, out var torn))
        {
            _torn[piece.Column] = torn = new TornNumbers(findings);
        }

        if (hits.Count > 0)
        {
            torn.Forget();
        }
        else
        {
            torn.Take(piece, LabelKind.IdNumber, hits);
        }
    }

    private void FinishRow()
    {
        JoinCells();
        if (_row <= RowsOfHeads || _labels.Count >= 3)
        {
            foreach (var (column, kind) in _labels)
            {
                while (_columns.Count <= column && _columns.Count < MostColumns)
                {
                    _columns.Add(LabelKind.None);
                }

                if (column < _columns.Count)
                {
                    _columns[column] = kind;
                }
            }
        }

        // A row of heads speaks of nobody.
        _isOfHeads |= _labels.Count * 2 > _cells && _labels.Count >= 3 && _labels.Exists(l => (l.Kind & LabelKind.Name) != 0);
        if ((_name ?? (_isForm ? _nameOfForm : null)) is not null && !_isOfHeads && !profile.AllowedCodes.Contains("pii.sensitive"))
        {
            foreach (var piece in _sensitive)
            {
                findings.Add(new Hit("pii.sensitive", 0, piece.Text.Length), piece.Where, piece.Text);
            }
        }

        if (_shown != Shown.Nothing && !_isReported)
        {
            union.TakeRow(_name, _shown, _telling);
        }

        _labels.Clear();
        _digits.Clear();
        _sensitive.Clear();
        (_left, _rowHead, _leftColumn, _name, _shown, _telling, _isReported) = (LabelKind.None, LabelKind.None, 0, null, Shown.Nothing, null, false);
        (_cells, _isForm, _isOfHeads) = (0, false, false);
    }

    // A number over several cells: one box for each digit, or region, birth date and rest side by side.
    private void JoinCells()
    {
        Span<char> number = stackalloc char[64];
        var taken = -1;
        for (var first = 0; first < _digits.Count; first++)
        {
            var length = 0;
            for (var next = first; next < _digits.Count && length < 19; next++)
            {
                if (next > first && _digits[next].Piece.Column > _digits[next - 1].Piece.Column + 1)
                {
                    break;
                }

                var text = _digits[next].Piece.Text.AsSpan().Trim();
                Normalise(text, number[length..]);
                length += text.Length;
                if (next > first && CodeOfJoined(number[..length], first, next, taken) is { } code)
                {
                    findings.Add(code, _digits[first].Piece.Where);
                    Witness(code, first, next);
                    _isReported |= code == "pii.id-number";
                    (first, taken) = (next, next);
                    break;
                }
            }
        }
    }

    private string? CodeOfJoined(ReadOnlySpan<char> number, int first, int last, int taken)
    {
        var cells = last - first + 1;
        var kind = _digits[first].Kind;
        if (number.Length == 18 && cells is <= 5 or 18 && IdNumber.IsValid(number) && !_digits[first..(last + 1)].TrueForAll(d => (d.Kind & LabelKind.Amount) != 0))
        {
            return "pii.id-number";
        }

        // What stands beside it belongs to another number, or to another column's kind.
        var isAlone = (last + 1 == _digits.Count || _digits[last + 1].Piece.Column > _digits[last].Piece.Column + 1 || (kind != LabelKind.None && _digits[last + 1].Kind != LabelKind.None && (_digits[last + 1].Kind & kind) == 0))
            && (first == 0 || first - 1 == taken || _digits[first].Piece.Column > _digits[first - 1].Piece.Column + 1);
        return !isAlone ? null
            : number.Length == 11 && ((cells == 11 && ((kind & LabelKind.Phone) != 0 || !IsTitled(first, last))) || (cells <= 4 && (kind & LabelKind.Phone) != 0)) && MobileNumber.IsMobile(number) ? "pii.mobile"
            : number.Length is >= 16 and <= 19 && (kind & LabelKind.Bank) != 0 && BankCard.IsValid(number) ? "pii.bank-card"
            : null;
    }

    // 题1, 题2, …: columns that each have a head of their own are no boxes of one number.
    private bool IsTitled(int first, int last) => _row > 1 && _digits[first..(last + 1)].TrueForAll(d => _titled.Contains(d.Piece.Column));

    private void Witness(string code, int first, int last)
    {
        foreach (var (piece, _) in _digits[first..(last + 1)])
        {
            findings.Witness?.Invoke(piece.Text, piece.Where, new Hit(code, 0, piece.Text.Length));
        }
    }

    private static void Normalise(ReadOnlySpan<char> text, Span<char> into)
    {
        for (var i = 0; i < text.Length; i++)
        {
            into[i] = text[i] is >= '０' and <= '９' ? (char)(text[i] - '０' + '0') : text[i] is 'x' or 'Ｘ' or 'ｘ' ? 'X' : text[i];
        }
    }
}
