using System.Globalization;
using Gongkai.Engines;
using Microsoft.Extensions.Localization;

namespace Gongkai.Web.Platform.Words;

/// <summary>The words of the pages, in the language of the reader. Keys are <c>room.what</c>; texts stand in each room's
/// <c>*.words.json</c>, both languages side by side.</summary>
public sealed class PageWords : IStringLocalizer
{
    private static readonly WordBook Book = WordBook.FromResources(typeof(PageWords).Assembly, typeof(WordBook).Assembly);

    /// <summary>The reader's language: <c>zh</c> or <c>en</c>.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : WordBook.DefaultLanguage;

    /// <summary>Whether the reader reads English.</summary>
    public static bool IsEnglish => Language == "en";

    /// <summary>Every key there is.</summary>
    public static IEnumerable<string> Keys => Book.Keys;

    /// <summary>The languages a key has a text in.</summary>
    public static IReadOnlyCollection<string> LanguagesOf(string key) => Book.LanguagesOf(key);

    /// <inheritdoc/>
    public LocalizedString this[string name] => new(name, Book.Find(name, Language) ?? name, Book.Find(name, Language) is null);

    /// <inheritdoc/>
    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = Book.Find(name, Language);
            return new(name, text is null ? name : string.Format(CultureInfo.CurrentCulture, text, arguments), text is null);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => Book.Keys.Select(key => this[key]);

    /// <summary>The text in a given language, for what is not shown on a page: mail, files.</summary>
    public static string In(string language, string key, params object[] arguments) =>
        Book.Find(key, language) is { } text ? string.Format(CultureInfo.InvariantCulture, text, arguments) : key;

    /// <summary>What a finding says in a given language.</summary>
    public static string Say(Finding finding, string language) => Book.Say(finding, language);

    /// <summary>What a finding says, days in it as people write them.</summary>
    public string Say(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var details = finding.Details.ToDictionary(d => d.Key, d => DateOnly.TryParseExact(d.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day) : d.Value);
        return Book.Say(finding with { Details = details }, Language);
    }

    /// <summary>The word for a value of an enum, by the key <c>enum.Type.Value</c>.</summary>
    public string Of<T>(T value)
        where T : struct, Enum => this[$"enum.{typeof(T).Name}.{value}"];

    /// <summary>A day as people write it: 2026年10月31日, 31 October 2026.</summary>
    public string Day(DateOnly? day) => day switch
    {
        null => this["shared.none"],
        { } d when IsEnglish => d.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
        { } d => string.Create(CultureInfo.InvariantCulture, $"{d.Year}年{d.Month}月{d.Day}日"),
    };

    /// <summary>A day with its weekday, where a deadline is meant.</summary>
    public string Deadline(DateOnly? day) => day is { } d
        ? $"{Day(d)}{(IsEnglish ? ", " : "　")}{d.ToString("dddd", CultureInfo.GetCultureInfo(IsEnglish ? "en-GB" : "zh-CN"))}"
        : Day(day);
}

/// <summary>Hands the same words to everything of the framework that asks for a localizer: validation messages, view localizers.</summary>
internal sealed class PageWordsFactory(PageWords words) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => words;

    public IStringLocalizer Create(string baseName, string location) => words;
}
