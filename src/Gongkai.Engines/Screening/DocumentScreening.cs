using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Screening;

/// <summary>The screening of one document, piece by piece.</summary>
internal sealed class DocumentScreening
{
    private readonly FindingList _findings;
    private readonly TextScanner _scanner;
    private readonly TableScreening _table;
    private readonly IdentityUnion _union;
    private readonly TornNumbers _torn;
    private readonly TabbedRows _rows;
    private int _lines;
    private string _inside = "";

    public DocumentScreening(ScreeningProfile profile, Marks marks, Action<string, Place, Hit>? witness = null)
    {
        _findings = new FindingList(profile) { Witness = witness };
        _scanner = new TextScanner(profile, marks);
        _union = new IdentityUnion(_findings);
        _table = new TableScreening(profile, _findings, _union);
        _torn = new TornNumbers(_findings);
        _rows = new TabbedRows(_findings, new TextScanner(profile, marks));
    }

    public void Take(Piece piece)
    {
        if (piece.Where.Inside != _inside)
        {
            _inside = piece.Where.Inside;
            _lines = 0;
            _torn.Forget();
            _rows.Forget();
        }

        if (HiddenLayers.CodeOf(piece) is { } code)
        {
            _findings.Add(code, HiddenLayers.PlaceOf(piece));
        }

        // An insertion also stands in the text itself, where it is looked at.
        if (piece.Where.Layer == Layer.TrackedChange && piece.Where.Locator.EndsWith(" insertion", StringComparison.Ordinal))
        {
            return;
        }

        if (piece.Table > 0)
        {
            _table.Take(piece, _scanner, _lines);
            _torn.Forget();
        }
        else
        {
            _table.Finish();
            var hits = _scanner.Scan(piece.Text, LabelKind.None, piece.Where.Layer == Layer.Body ? _lines : 0);
            foreach (var hit in hits)
            {
                _findings.Add(hit, piece.Where, piece.Text);
            }

            _union.TakeText(piece, _scanner.Shown, hits);
            _rows.Take(piece, hits);
            if (piece.Where.Layer == Layer.Body)
            {
                _torn.Take(piece, LabelKind.None, hits);
            }
        }

        if (piece.Where.Layer == Layer.Body)
        {
            _lines += piece.Table > 0 && piece.Column > 1 ? 0 : 1 + piece.Text.AsSpan().Count('\n');
        }
    }

    public IReadOnlyList<Finding> Finish()
    {
        _table.Finish();
        _union.Finish();
        return _findings.Finish();
    }
}
