namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>The characters that are typed for each other, since they sound or look alike.</summary>
internal static class Confusables
{
    // Of more that look alike each is easily told from most others.
    private const int MostTwins = 3;

    private static readonly Dictionary<char, Confusable[]> Alike = Group(DataFile.Read<Data>("confusables.data.json"));

    /// <summary>The characters that a character may have been typed for.</summary>
    public static ReadOnlySpan<Confusable> Of(char c) => Alike.GetValueOrDefault(c);

    private static Dictionary<char, Confusable[]> Group(Data data)
    {
        var twins = data.Looks.Where(g => g.Length <= MostTwins).SelectMany(Pairs).ToHashSet();
        return data.Sounds.Concat(data.Looks).SelectMany(Pairs).Distinct().GroupBy(p => p.Written, p => p.Meant)
            .ToDictionary(g => g.Key, g => g.Select(meant => new Confusable(meant, twins.Contains((g.Key, meant)))).ToArray());
    }

    private static IEnumerable<(char Written, char Meant)> Pairs(string group) =>
        group.SelectMany(_ => group, (written, meant) => (written, meant)).Where(p => p.written != p.meant);

    private sealed record Data(List<string> Sounds, List<string> Looks);
}
