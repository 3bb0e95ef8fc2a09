namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Things of which a report counts so many that two counts of them are seldom of the same ones: 学院, 问题, 活动.</summary>
internal static class CommonNouns
{
    private static readonly string[] Nouns = Load();

    /// <summary>Whether a noun holds one of them.</summary>
    public static bool AreIn(string noun) => Array.Exists(Nouns, n => noun.Contains(n, StringComparison.Ordinal));

    private static string[] Load()
    {
        return DataFile.Read<Data>("common-nouns.data.json").Nouns;
    }

    private sealed record Data(string[] Nouns);
}
