namespace Gongkai.Engines.Documents.Pdf;

/// <summary>Texts that lie off their pages. What another page shows is no secret: a chart that several pages share is drawn whole on each.</summary>
internal sealed class PdfOffPage
{
    private const int MostShown = 200_000;
    private const int LongestShown = 100;

    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly List<Piece> _held = [];

    /// <summary>Notes what a page shows.</summary>
    public void Show(string text)
    {
        foreach (var part in PartsOf(text).Where(p => p.Length <= LongestShown))
        {
            if (_shown.Count >= MostShown)
            {
                return;
            }

            _shown.Add(part);
        }
    }

    /// <summary>Keeps a text off a page until every page was seen.</summary>
    public void Hold(Piece piece) => _held.Add(piece);

    /// <summary>The texts that no page shows.</summary>
    public IEnumerable<Piece> Untold() => _held.Where(h => PartsOf(h.Text).Any(p => !_shown.Contains(p)));

    private static string[] PartsOf(string text) => text.Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
