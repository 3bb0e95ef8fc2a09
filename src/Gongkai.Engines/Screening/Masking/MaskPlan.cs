using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>What must be masked in one file: by place where the copy keeps its places, and by the very words where it does not.</summary>
internal sealed class MaskPlan
{
    private readonly Dictionary<string, List<Hit>> _byPlace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly TextScanner _scanner;
    private WordIndex? _index;

    private MaskPlan(TextScanner scanner) => _scanner = scanner;

    /// <summary>Whether the file hides anything but properties and caches.</summary>
    public bool IsAnythingHidden { get; private set; }

    /// <summary>Whether there is anything to mask in what the copy takes over; caches stay behind as a whole.</summary>
    public bool IsAnythingPersonal { get; private set; }

    /// <summary>How many stretches were masked so far.</summary>
    public int Count { get; private set; }

    /// <exception cref="DocumentException">The file cannot be read, so nobody knows what is in it.</exception>
    public static MaskPlan Of(Stream input, string name, ScreeningProfile profile, CancellationToken cancel)
    {
        var marks = new Marks(profile);
        var plan = new MaskPlan(new TextScanner(profile, marks));
        var reading = new DocumentReader().Read(input, name, cancel);
        var screening = new DocumentScreening(profile, marks, plan.Note);
        foreach (var piece in reading.Pieces)
        {
            plan.IsAnythingHidden |= piece.Where.IsHidden && piece.Where.Layer is not (Layer.Property or Layer.Cache);
            screening.Take(piece);
        }

        screening.Finish();
        if (reading.IsIncomplete)
        {
            throw new DocumentException(DocumentProblem.Broken, "The file cannot be read to its end, so it cannot be masked.");
        }

        plan._index = plan._words.Count > 0 ? new WordIndex(plan._words.Keys) : null;
        return plan;
    }

    /// <summary>The text of a place, masked.</summary>
    public string AtPlace(string locator, string text)
    {
        if (!_byPlace.TryGetValue(locator, out var hits))
        {
            return text;
        }

        var masked = text.ToCharArray();
        foreach (var hit in hits.Where(h => h.Start + h.Length <= text.Length))
        {
            Cover(text, masked, hit.Start, hit.Length, hit.Code);
        }

        return new string(masked);
    }

    /// <summary>A text whose place is not known, masked by what is found in it and by what was found anywhere in the file.</summary>
    public string ByWords(string text, LabelKind column = LabelKind.None)
    {
        var masked = text.ToCharArray();
        for (var next = _index?.Next(text, 0); next is var (at, word); next = _index!.Next(text, at + word.Length))
        {
            Cover(text, masked, at, word.Length, _words[word]);
        }

        foreach (var hit in _scanner.Scan(text, column, int.MaxValue).Where(h => IsPersonal(h.Code)))
        {
            Cover(text, masked, hit.Start, hit.Length, hit.Code);
        }

        return new string(masked);
    }

    private static bool IsPersonal(string code) => code.StartsWith("pii.", StringComparison.Ordinal);

    private void Note(string text, Place where, Hit hit)
    {
        if (!IsPersonal(hit.Code) || where.Inside.Length > 0)
        {
            return;
        }

        IsAnythingPersonal |= where.Layer != Layer.Cache;
        if (!_byPlace.TryGetValue(where.Locator, out var hits))
        {
            _byPlace[where.Locator] = hits = [];
        }

        hits.Add(hit);
        foreach (var part in text.Substring(hit.Start, hit.Length).Split('\n', StringSplitOptions.TrimEntries).Where(p => p.Length >= 4))
        {
            _words.TryAdd(part, hit.Code);
        }
    }

    // A telephone keeps its first three and last four digits, a card its last four; of the rest nothing is kept.
    private void Cover(string text, char[] masked, int start, int length, string code)
    {
        Count++;
        var digits = 0;

        // A digit of two characters is found where it begins.
        var end = start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]) ? start + length + 1 : start + length;
        for (var i = start; i < end; i++)
        {
            digits += IsDigit(text[i]) ? 1 : 0;
        }

        var (keepFirst, keepLast) = code switch
        {
            "pii.mobile" when digits >= 11 => (digits - 8, 4),
            "pii.bank-card" when digits >= 13 => (0, 4),
            _ => (0, 0),
        };
        var at = 0;
        for (var i = start; i < end; i++)
        {
            if (IsDigit(text[i]))
            {
                at++;
                masked[i] = at <= keepFirst || at > digits - keepLast ? masked[i] : '*';
            }
            else if (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || char.IsNumber(text[i]) || (code is not ("pii.mobile" or "pii.bank-card") && !char.IsWhiteSpace(text[i])))
            {
                masked[i] = '*';
            }
        }
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';
}
