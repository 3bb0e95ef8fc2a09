namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>What was counted in some body of texts, as it stands in the files beside the code.</summary>
/// <param name="Source">What the texts are.</param>
/// <param name="Words">The words by how often each stands there; missing where that is not used.</param>
/// <param name="Pairs">Rows of a word, how often anything follows it, then what follows and how often.</param>
internal sealed record LanguageCounts(string Source, Dictionary<string, string> Words, List<string> Pairs)
{
    public Dictionary<string, string> Words { get; init; } = Words ?? [];
}
