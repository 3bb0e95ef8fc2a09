using System.Text.Json;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Things of which a report counts so many that two counts of them are seldom of the same ones: 学院, 问题, 活动.</summary>
internal static class CommonNouns
{
    private static readonly string[] Nouns = Load();

    /// <summary>Whether a noun holds one of them.</summary>
    public static bool AreIn(string noun) => Array.Exists(Nouns, n => noun.Contains(n, StringComparison.Ordinal));

    private static string[] Load()
    {
        using var stream = typeof(CommonNouns).Assembly.GetManifestResourceStream("common-nouns.data.json")!;
        return JsonSerializer.Deserialize<Data>(stream, JsonSerializerOptions.Web)!.Nouns;
    }

    private sealed record Data(string[] Nouns);
}
