namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>The characters that are typed for each other, since they sound or look alike.</summary>
internal static class Confusables
{
    private const int MostTwins = 3;

    private static readonly Data Loaded = LanguageData.Read<Data>("confusables.data.json");
    private static readonly Dictionary<char, string> Alike = Group(Loaded.Sounds.Concat(Loaded.Looks));
    private static readonly Dictionary<char, string> Twins = Group(Loaded.Looks.Where(g => g.Length <= MostTwins));

    /// <summary>The characters that a character may have been typed for.</summary>
    public static string Of(char c) => Alike.GetValueOrDefault(c, "");

    /// <summary>Whether two characters can hardly be told apart: 己 and 已.</summary>
    public static bool AreTwins(char a, char b) => Twins.TryGetValue(a, out var twins) && twins.Contains(b, StringComparison.Ordinal);

    private static Dictionary<char, string> Group(IEnumerable<string> groups) =>
        groups.SelectMany(group => group.Select(c => (c, group))).GroupBy(p => p.c, p => p.group)
            .ToDictionary(g => g.Key, g => string.Concat(string.Concat(g).Where(other => other != g.Key).Distinct()));

    private sealed record Data(List<string> Sounds, List<string> Looks);
}
