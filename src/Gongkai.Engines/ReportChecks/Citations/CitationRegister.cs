namespace Gongkai.Engines.ReportChecks.Citations;

/// <summary>A document that reports cite.</summary>
/// <param name="Title">Its full title.</param>
/// <param name="Short">Other titles it rightly goes by.</param>
/// <param name="Numbers">Its numbers, those of earlier versions included.</param>
/// <param name="Also">Numbers of other documents that share the title.</param>
/// <param name="From">First day in force or day of issue.</param>
/// <param name="Since">For every number the first day on which it was the one in force; empty when that does not matter.</param>
internal sealed record CitedDocument(
    string Title, IReadOnlyList<string> Short, IReadOnlyList<string> Numbers, IReadOnlyList<string> Also, DateOnly From, IReadOnlyList<DateOnly> Since)
{
    /// <summary>For every number the day on which it was issued; empty when that does not matter.</summary>
    public IReadOnlyList<DateOnly> Issued { get; init; } = [];

    /// <summary>The first day on which another document had taken its place; null while it is in force.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The document that took its place.</summary>
    public string By { get; init; } = "";

    /// <summary>The years in which it was revised, and since when it has been in force as it then was.</summary>
    public IReadOnlyDictionary<int, DateOnly> Revised { get; init; } = new Dictionary<int, DateOnly>();

    /// <summary>Every title it rightly goes by.</summary>
    public IEnumerable<string> Titles => [Title, .. Short];
}

/// <summary>The documents whose titles and numbers are known.</summary>
internal static class CitationRegister
{
    private const int ShortestNear = 6;
    private const int LongestNear = 60;
    private const int MostLonger = 6;

    private static readonly HashSet<char> Marks = ['《', '》', '〈', '〉', '<', '>', ' ', '\n', '\r', '\t', '“', '”'];

    public static IReadOnlyList<CitedDocument> Documents { get; } = Load();

    private static readonly List<KnownTitle> Titles = [.. Documents.SelectMany(d => d.Titles, (d, t) => new KnownTitle(d, t, Plain(t)))];
    private static readonly Dictionary<string, CitedDocument> ByTitle = Titles.DistinctBy(t => t.Plain).ToDictionary(t => t.Plain, t => t.Document, StringComparer.Ordinal);

    /// <summary>The day on which the document of a number was issued, where that is known.</summary>
    public static DateOnly? IssuedOn(Func<string, bool> isItsNumber) =>
        Documents.SelectMany(d => d.Numbers.Zip(d.Issued)).Where(n => isItsNumber(n.First)).Select(n => (DateOnly?)n.Second).FirstOrDefault();

    /// <summary>The document of exactly that title, marks within it disregarded.</summary>
    public static CitedDocument? Find(string title) => ByTitle.GetValueOrDefault(Plain(title));

    /// <summary>The document whose title this one nearly is, and that title.</summary>
    public static (CitedDocument Document, string Title)? FindNear(string title)
    {
        var plain = Plain(title);
        if (plain.Length is < ShortestNear or > LongestNear)
        {
            return null;
        }

        if (Titles.Find(t => SameCharacters(t.Plain, plain)) is { } anagram)
        {
            return (anagram.Document, anagram.Title);
        }

        var (best, distance) = ((KnownTitle?)null, int.MaxValue);
        foreach (var known in Titles.Where(t => t.Title.Length >= ShortestNear))
        {
            if (Distance(known.Plain, plain) is > 0 and var found && found < distance)
            {
                (best, distance) = (known, found);
            }
        }

        return best is not null && distance <= Math.Max(1, Math.Min(4, best.Title.Length / 5)) ? (best.Document, best.Title) : null;
    }

    /// <summary>The document of a number whose title this one is like.</summary>
    public static (CitedDocument Document, string Title)? FindNear(string title, Func<string, bool> isItsNumber)
    {
        var plain = Plain(title);
        return Titles.Where(t => t.Document.Numbers.Any(isItsNumber)).Select(t => (Known: t, Distance: Distance(t.Plain, plain))).Where(t => t.Distance <= Math.Max(2, plain.Length / 3))
            .OrderBy(t => t.Distance).Select(t => ((CitedDocument, string)?)(t.Known.Document, t.Known.Title)).FirstOrDefault();
    }

    /// <summary>A title without the marks and blanks that vary.</summary>
    public static string Plain(string title) => string.Concat(Folding.Fold(title).Where(c => !Marks.Contains(c)));

    // 信息公开清单事项 for 信息公开事项清单: words that changed places.
    private static bool SameCharacters(string a, string b) => a.Length == b.Length && a.Order().SequenceEqual(b.Order());

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostLonger)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[b.Length];
    }

    private static List<CitedDocument> Load()
    {
        var rows = DataFile.Read<List<Row>>("citations.data.json");
        return rows.ConvertAll(r => new CitedDocument(r.Title, r.Short ?? [], r.Numbers, r.Also ?? [], r.From, r.Since ?? []) { Issued = r.Issued ?? [], Until = r.Until, By = r.By ?? "", Revised = r.Revised ?? [] });
    }

    private sealed record KnownTitle(CitedDocument Document, string Title, string Plain);

    private sealed record Row(string Title, List<string>? Short, List<string> Numbers, List<string>? Also, DateOnly From, List<DateOnly>? Since, List<DateOnly>? Issued, DateOnly? Until, string? By, Dictionary<int, DateOnly>? Revised);
}
