namespace Gongkai.Web.Search;

/// <summary>A stretch of a shown text, and whether it is what was searched for.</summary>
public readonly record struct Stretch(string Text, bool IsHit);

/// <summary>Shows where in a text the words searched for stand.</summary>
internal static class Highlights
{
    private const int MostSeen = 300;

    /// <summary>A whole text with its hits.</summary>
    public static IReadOnlyList<Stretch> Whole(string text, IReadOnlyList<IndexQuery.Word> words) => Cut(text, 0, text.Length, Places(text, words));

    /// <summary>The stretch of a text in which most of the words stand; null when none does.</summary>
    public static IReadOnlyList<Stretch>? Snippet(string text, IReadOnlyList<IndexQuery.Word> words, int length)
    {
        var places = Places(text, words);
        if (places.Count == 0)
        {
            return null;
        }

        var best = places[0];
        var most = 0;
        foreach (var from in places)
        {
            var seen = places.Where(p => p.Start >= from.Start && p.End <= from.Start + length - 30).Select(p => p.Word).Distinct().Count();
            if (seen > most)
            {
                (best, most) = (from, seen);
            }
        }

        var start = Math.Max(0, best.Start - 30);

        // Never between the two halves of one character.
        start -= start > 0 && char.IsLowSurrogate(text[start]) ? 1 : 0;
        var end = Math.Min(text.Length, start + length);
        end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return [.. start > 0 ? [new Stretch("…", false)] : (Stretch[])[], .. Cut(text, start, end, places), .. end < text.Length ? [new Stretch("…", false)] : (Stretch[])[]];
    }

    /// <summary>The beginning of a text.</summary>
    public static IReadOnlyList<Stretch> Beginning(string text, int length) =>
        text.Length <= length ? [new Stretch(text, false)] : [new Stretch(text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)], false), new Stretch("…", false)];

    private static List<Stretch> Cut(string text, int start, int end, List<Found> places)
    {
        var stretches = new List<Stretch>();
        var at = start;
        foreach (var place in places.Where(p => p.End > start && p.Start < end).OrderBy(p => p.Start))
        {
            var (from, to) = (Math.Max(at, place.Start), Math.Min(end, place.End));
            if (to <= from)
            {
                continue;
            }

            if (from > at)
            {
                stretches.Add(new Stretch(text[at..from], false));
            }

            stretches.Add(new Stretch(text[from..to], true));
            at = to;
        }

        if (at < end)
        {
            stretches.Add(new Stretch(text[at..end], false));
        }

        return stretches;
    }

    private static List<Found> Places(string text, IReadOnlyList<IndexQuery.Word> words)
    {
        List<TextUnit> units = [.. TextUnits.Of(text)];
        var places = new List<Found>();
        for (var at = 0; at < units.Count && places.Count < MostSeen; at++)
        {
            var day = new Lazy<DayMention?>(() => TextUnits.DayAt(units, at, text));
            for (var word = 0; word < words.Count; word++)
            {
                var count = words[word].Day is { } wanted
                    ? day.Value is { } mention && (wanted.IsMonth ? (mention.Day.Year, mention.Day.Month) == (wanted.Day.Year, wanted.Day.Month) : !mention.IsMonth && mention.Day == wanted.Day) ? mention.Units : 0
                    : Stands(words[word].Units, units, at) ? words[word].Units.Count : 0;
                if (count > 0)
                {
                    places.Add(new Found(units[at].Start, units[at + count - 1].End, word));
                }
            }
        }

        return places;
    }

    private static bool Stands(IReadOnlyList<TextUnit> word, List<TextUnit> units, int at)
    {
        if (at + word.Count > units.Count)
        {
            return false;
        }

        for (var i = 0; i < word.Count; i++)
        {
            if (word[i].Text != units[at + i].Text)
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Found(int Start, int End, int Word);
}
