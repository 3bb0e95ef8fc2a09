namespace Gongkai.Web.Search;

/// <summary>A stretch of a shown text, and whether it is what was searched for.</summary>
public readonly record struct Stretch(string Text, bool IsHit);

/// <summary>Shows where in a text the words searched for stand.</summary>
internal static class Highlights
{
    private const int MostSeen = 300;

    // A day is six units at most; one more tells where it ends.
    private const int LongestDay = 7;

    // What a snippet shows before its first hit.
    private const int Before = 30;

    /// <summary>A whole text with its hits.</summary>
    public static IReadOnlyList<Stretch> Whole(string text, IReadOnlyList<IndexQuery.Word> words) => Cut(text, 0, text.Length, Places(text, words));

    /// <summary>The stretch of a text in which most of the words stand; null when none does.</summary>
    public static IReadOnlyList<Stretch>? Snippet(string text, IReadOnlyList<IndexQuery.Word> words, int length)
    {
        var places = Places(text, words, length - Before);
        if (places.Count == 0)
        {
            return null;
        }

        var best = places[Densest(places, length - Before, words.Count)];
        var start = Math.Max(0, best.Start - Before);

        // Never between the two halves of one character.
        start -= start > 0 && char.IsLowSurrogate(text[start]) ? 1 : 0;
        var end = Math.Min(text.Length, start + length);
        end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return [.. start > 0 ? [new Stretch("…", false)] : (Stretch[])[], .. Cut(text, start, end, places), .. end < text.Length ? [new Stretch("…", false)] : (Stretch[])[]];
    }

    /// <summary>The beginning of a text.</summary>
    public static IReadOnlyList<Stretch> Beginning(string text, int length) =>
        text.Length <= length ? [new Stretch(text, false)] : [new Stretch(text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)], false), new Stretch("…", false)];

    // The first of the places from which most of the words stand within so many characters.
    private static int Densest(List<Found> places, int length, int words)
    {
        var (best, most) = (0, 0);
        var seen = new HashSet<int>();
        for (var from = 0; from < places.Count && most < words; from++)
        {
            seen.Clear();
            var end = places[from].Start + length;
            for (var at = from; at < places.Count && places[at].Start < end; at++)
            {
                if (places[at].End <= end)
                {
                    seen.Add(places[at].Word);
                }
            }

            if (seen.Count > most)
            {
                (best, most) = (from, seen.Count);
            }
        }

        return best;
    }

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

    // Reads no further than where all words have been seen within so many characters, if that is asked for: most snippets stand near the beginning.
    private static List<Found> Places(string text, IReadOnlyList<IndexQuery.Word> words, int within = 0)
    {
        var places = new List<Found>();
        var units = new List<TextUnit>(Math.Min(text.Length, 256));
        var (ahead, isDayWanted, stop) = (words.Select(w => w.Units.Count).Append(LongestDay).Max(), words.Any(w => w.Day is not null), int.MaxValue);
        var last = Enumerable.Repeat(int.MinValue, words.Count).ToArray();
        using var source = TextUnits.Of(text).GetEnumerator();
        for (var at = 0; places.Count < MostSeen; at++)
        {
            while (units.Count < at + ahead && source.MoveNext())
            {
                units.Add(source.Current);
            }

            if (at >= units.Count || units[at].Start >= stop)
            {
                break;
            }

            var day = isDayWanted ? TextUnits.DayAt(units, at, text) : null;
            for (var word = 0; word < words.Count; word++)
            {
                var count = words[word].Day is { } wanted
                    ? day is { } mention && (wanted.IsMonth ? (mention.Day.Year, mention.Day.Month) == (wanted.Day.Year, wanted.Day.Month) : !mention.IsMonth && mention.Day == wanted.Day) ? mention.Units : 0
                    : Stands(words[word].Units, units, at) ? words[word].Units.Count : 0;
                if (count > 0)
                {
                    places.Add(new Found(units[at].Start, units[at + count - 1].End, word));
                    last[word] = units[at].Start;
                    var first = last.Min();
                    stop = within > 0 && stop == int.MaxValue && first >= 0 && units[at + count - 1].End <= first + within ? first + within + Before : stop;
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
