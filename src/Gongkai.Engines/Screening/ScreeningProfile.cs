using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>What a kind of publication may show, and what a school adds of its own. Records are immutable: take one of
/// <see cref="Named"/> and change it with <c>with</c>.</summary>
public sealed record ScreeningProfile
{
    private static readonly Lazy<IReadOnlyDictionary<string, ScreeningProfile>> Known = new(Load);

    /// <summary>The profile for anything that no list is known of.</summary>
    public static ScreeningProfile General => Named("general");

    /// <summary>Names of all profiles: general, aid, admission, award, recruitment.</summary>
    public static IReadOnlyCollection<string> Names => [.. Known.Value.Keys];

    /// <summary>Its name, as on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>Codes that this kind of list may or must show, and that are therefore not reported.</summary>
    public IReadOnlySet<string> AllowedCodes { get; init; } = new HashSet<string>();

    /// <summary>Codes that this kind of list must not show at all, and that are therefore errors whatever they are elsewhere.</summary>
    public IReadOnlySet<string> ForbiddenCodes { get; init; } = new HashSet<string>();

    /// <summary>The school's own form of student and staff numbers; without it only numbers that are called so are found.</summary>
    public Regex? StudentNumber { get; init; }

    /// <summary>Wrong words with the right ones. A school extends or replaces the list.</summary>
    public IReadOnlyDictionary<string, string> WrongWords { get; init; } = new Dictionary<string, string>();

    /// <summary>Further marks that ask for discretion.</summary>
    public IReadOnlyList<string> SoftMarks { get; init; } = [];

    /// <summary>Texts that are published on purpose, such as the telephone numbers of the school's offices, written as they appear.</summary>
    public IReadOnlySet<string> AllowedTexts { get; init; } = new HashSet<string>();

    /// <summary>A profile by name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public static ScreeningProfile Named(string name) => Known.Value[name];

    private static Dictionary<string, ScreeningProfile> Load()
    {
        using var stream = typeof(ScreeningProfile).Assembly.GetManifestResourceStream("Screening.data.json")!;
        var data = JsonSerializer.Deserialize<Data>(stream, JsonSerializerOptions.Web)!;
        return data.Profiles.ToDictionary(
            p => p.Key,
            p => new ScreeningProfile
            {
                Name = p.Key,
                AllowedCodes = p.Value.Allowed.ToHashSet(),
                ForbiddenCodes = p.Value.Forbidden.ToHashSet(),
                WrongWords = data.WrongWords,
            });
    }

    private sealed record Data(Dictionary<string, Rule> Profiles, Dictionary<string, string> WrongWords);

    private sealed record Rule(string[] Allowed, string[] Forbidden);
}
