using System.Globalization;

namespace Gongkai.Engines.ReportChecks;

/// <summary>Something wrong with a report, with the stretch of text it is about.</summary>
/// <param name="Code">One of <see cref="ReportCodes"/>.</param>
/// <param name="Severity">How sure and how grave it is.</param>
/// <param name="Span">Where in <see cref="Report.Text"/>.</param>
/// <param name="WordKey">The key of its words: the code, or a case of it such as <c>citation-form.brackets</c>.</param>
/// <param name="Details">What the words need, <c>expected</c> and <c>found</c> among them.</param>
/// <param name="ByConversion">Whether damage by conversion is likelier than a mistake of the author.</param>
public sealed record ReportFinding(
    string Code,
    Severity Severity,
    TextSpan Span,
    string WordKey,
    IReadOnlyDictionary<string, string> Details,
    bool ByConversion = false)
{
    /// <summary>What should stand there, when that can be said; otherwise null.</summary>
    public string? Expected => Details.GetValueOrDefault("expected");

    /// <summary>What stands there.</summary>
    public string? Found => Details.GetValueOrDefault("found");

    /// <summary>What it says to a person.</summary>
    public string Message(string language)
    {
        var said = WordBook.Fill(WordBook.Engines.Find(WordKey, language) ?? WordKey, Details);
        return ByConversion ? said + WordBook.Engines.Find("report.by-conversion", language) : said;
    }

    /// <summary>The stretch of text, shortened in the middle when it is long.</summary>
    public string Excerpt(string text)
    {
        const int Longest = 120;
        var whole = Span.Of(text).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        return whole.Length <= Longest ? whole : $"{whole[..80]} … {whole[^35..]}";
    }

    /// <summary>The same as the answer that every engine gives.</summary>
    public Finding ToFinding() => new(
        Code,
        Severity,
        new Place(Layer.Body, string.Create(CultureInfo.InvariantCulture, $"character {Span.Start + 1}"), "", Span.Start, Span.Length),
        Details);
}
