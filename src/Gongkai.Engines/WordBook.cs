using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Gongkai.Engines;

/// <summary>The words of the program, by key and language. They stand in <c>*.words.json</c> files beside the code that uses them,
/// every language of a key side by side, so that a missing one is seen at once:
/// <c>{ "pii.mobile": { "zh": "手机号码", "en": "Mobile number" } }</c>. A <c>{name}</c> in a text takes a detail.</summary>
public sealed class WordBook
{
    /// <summary>The language used when none is asked for.</summary>
    public const string DefaultLanguage = "zh";

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _texts;

    private WordBook(FrozenDictionary<string, FrozenDictionary<string, string>> texts) => _texts = texts;

    /// <summary>The words of the engines' own findings.</summary>
    public static WordBook Engines { get; } = FromResources(typeof(WordBook).Assembly);

    /// <summary>Every key, in no particular order.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>Reads every <c>*.words.json</c> embedded in the assemblies.</summary>
    /// <exception cref="InvalidDataException">A key stands twice.</exception>
    public static WordBook FromResources(params Assembly[] assemblies)
    {
        var texts = new Dictionary<string, FrozenDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".words.json", StringComparison.Ordinal)))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var file = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;
                foreach (var (key, languages) in file)
                {
                    if (!texts.TryAdd(key, languages.ToFrozenDictionary(StringComparer.Ordinal)))
                    {
                        throw new InvalidDataException($"The word '{key}' in {name} stands in another file already.");
                    }
                }
            }
        }

        return new WordBook(texts.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The text of a key, or null when the key is unknown. A language that lacks it falls back to the default one.</summary>
    public string? Find(string key, string language) =>
        _texts.TryGetValue(key, out var languages)
            ? languages.GetValueOrDefault(language) ?? languages.GetValueOrDefault(DefaultLanguage)
            : null;

    /// <summary>The languages a key has a text in.</summary>
    public IReadOnlyCollection<string> LanguagesOf(string key) => _texts[key].Keys;

    /// <summary>What a finding says to a person. A detail that has words of its own, like <c>problem.Broken</c>, is said in
    /// them.</summary>
    public string Say(Finding finding, string language) => Fill(
        Find(finding.Code, language) ?? finding.Code,
        finding.Details.ToDictionary(detail => detail.Key, detail => Find($"{detail.Key}.{detail.Value}", language) ?? detail.Value));

    /// <summary>Puts details into the places of a text; a place without a detail stays as it is, so that the lack is seen.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> details)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = new StringBuilder(text);
        foreach (var (name, value) in details)
        {
            filled.Replace($"{{{name}}}", value);
        }

        return filled.ToString();
    }
}
