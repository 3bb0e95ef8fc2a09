using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds one event that is given two days: 实施细则……自2022年1月1日起施行 … 实施细则自2022年3月1日施行以来; a day in a table and another in the text. Worth a look only.</summary>
internal static partial class EventDates
{
    private const int Most = 200;
    private const int Before = 30;
    private const int Behind = 10;
    private const int ShortestName = 4;

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<Retold> Differing(Reading reading)
    {
        var events = reading.Dates.Where(d => d is { Exists: true, Day: > 0 }).Take(Most).Select(d => Read(reading, d)).OfType<Event>().ToList();
        for (var at = 1; at < events.Count; at++)
        {
            var second = events[at];
            if (events.Take(at).FirstOrDefault(first => first.Block != second.Block && first.Date.First != second.Date.First && IsOne(reading, first, second)) is { } first
                && !events.Exists(e => e != second && e.Date.First == second.Date.First && IsOne(reading, first, e)))
            {
                yield return new Retold(Common(first.Words, second.Words), Say(reading, first), Say(reading, second), second.Date.Span);
            }
        }
    }

    private static string Say(Reading reading, Event said) => said.Date.Span.Of(reading.Folded);

    private static Event? Read(Reading reading, DateMention date)
    {
        var block = reading.Blocks.FindLastIndex(b => b.Span.Start <= date.Span.Start);
        if (block < 0)
        {
            return null;
        }

        var (folded, span) = (reading.Folded, reading.Blocks[block].Span);
        var words = folded[Math.Max(span.Start, date.Span.Start - Before)..date.Span.Start];
        words = words[(words.LastIndexOfAny(['。', ';', '\n']) + 1)..];
        var verb = Verb().Match(folded[Math.Min(date.Span.End, span.End)..Math.Min(span.End, date.Span.End + Behind + Before)]);
        return verb.Success || reading.Blocks[block].Kind == BlockKind.Cell ? new Event(date, block, words, verb.Groups["verb"].Value, reading.Blocks[block].Kind == BlockKind.Cell) : null;
    }

    private static bool IsOne(Reading reading, Event a, Event b) =>
        (a.IsCell || b.IsCell ? !(a.IsCell && b.IsCell) : a.Verb == b.Verb) && Common(a.Words, b.Words) is { } name && name.Length >= (a.IsCell || b.IsCell ? ShortestName + 2 : ShortestName)
        && name != "信息公开" && reading.Institution?.Contains(name, StringComparison.Ordinal) != true && (Once().IsMatch(a.Verb) || !Often().IsMatch(a.Words + b.Words));

    // The longest stretch both say.
    private static string Common(string a, string b)
    {
        var best = "";
        for (var start = 0; start < a.Length; start++)
        {
            while (start + best.Length < a.Length && Folding.IsHan(a[start + best.Length]) | char.IsAsciiDigit(a[start + best.Length]) && b.Contains(a.AsSpan(start, best.Length + 1), StringComparison.Ordinal) && IsPlain(a.AsSpan(start, best.Length + 1)))
            {
                best = a.Substring(start, best.Length + 1);
            }
        }

        return best;
    }

    private static bool IsPlain(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (!Folding.IsHan(c) && !char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Event(DateMention Date, int Block, string Words, string Verb, bool IsCell);

    [GeneratedRegex(@"^[^。;，,]{0,10}?(?<verb>成立|施行|实施|发布|公布|上线|揭牌|印发|颁布|启用|开通|挂牌|通过)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"成立|施行|揭牌|挂牌", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Once();

    // What happens again and again has many days.
    [GeneratedRegex(@"每|第[一二三四五六七八九十\d]+[次批期轮届]|会议|通知|上一?学?年|修订前|原|旧|试行", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Often();
}
