namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Tells whether a report says of parts that one thing may be in several of them: 同一来件可归入多类.</summary>
internal static class Overlaps
{
    private const int Behind = 60;

    private static readonly string[] Words = Load();

    /// <summary>Whether the sentence of a list, or what follows it, says so.</summary>
    public static bool AreSaid(Reading reading, TextSpan list)
    {
        var start = reading.SentenceAt(list.Start).Start;
        var text = reading.Folded.AsSpan(start, Math.Min(reading.Folded.Length, list.End + Behind) - start);

        // What another paragraph says is of something else.
        var end = text[(list.End - start)..].IndexOf('\n');
        text = end < 0 ? text : text[..(list.End - start + end)];
        foreach (var word in Words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Load()
    {
        return DataFile.Read<Data>("overlaps.data.json").Words;
    }

    private sealed record Data(string[] Words);
}
