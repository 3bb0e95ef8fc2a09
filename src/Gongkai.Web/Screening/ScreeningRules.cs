using System.Text.RegularExpressions;
using Gongkai.Engines;
using Gongkai.Engines.Screening;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Screening;

/// <summary>What a school adds to screening (本校检测规则): the form of its student numbers, wrong words, further marks, texts that are meant to be
/// public. Everything a line each.</summary>
public sealed class ScreeningRules : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Regular expressions of student and staff numbers.</summary>
    public string StudentNumbers { get; set; } = "";

    /// <summary>Wrong words with the right ones, like 截止目前=截至目前.</summary>
    public string WrongWords { get; set; } = "";

    /// <summary>Further marks that ask for discretion.</summary>
    public string SoftMarks { get; set; } = "";

    /// <summary>Texts published on purpose, such as the offices' telephone numbers.</summary>
    public string AllowedTexts { get; set; } = "";

    /// <summary>When it was changed last.</summary>
    public DateTime At { get; set; }

    /// <summary>Guards against two people changing it at once.</summary>
    public int Version { get; set; }
}

/// <summary>Keeps a school's screening rules and makes the screener that follows them.</summary>
public sealed partial class ScreeningRulesDesk(GongkaiDb db, AuditTrail audit, CampusClock clock)
{
    private const int LongestPattern = 200;

    private static readonly string[] Common = ["2026", "100", "信息公开"];

    private Screener? _screener;

    /// <summary>The school's rules; empty ones when it has added none.</summary>
    public async Task<ScreeningRules> OfAsync(CancellationToken cancel = default) =>
        await db.Set<ScreeningRules>().AsNoTracking().FirstOrDefaultAsync(cancel) ?? new ScreeningRules();

    /// <summary>A screener that knows the general rules and the school's own.</summary>
    public async Task<Screener> ScreenerAsync(CancellationToken cancel = default) => _screener ??= new Screener(Profile(await OfAsync(cancel)));

    /// <summary>Changes the rules. Texts are screened by them from now on; what is public already is looked at by a rescan.</summary>
    /// <exception cref="ProblemException"><c>screening.pattern-broken</c>, <c>screening.pattern-too-wide</c>, <c>screening.word-malformed</c>.</exception>
    public async Task ChangeAsync(Actor by, string studentNumbers, string wrongWords, string softMarks, string allowedTexts, CancellationToken cancel = default)
    {
        Permit.Require(by.Holds(Role.SystemAdmin) || by.Holds(Role.DisclosureOffice) || by == Actor.Program);
        Check(studentNumbers, wrongWords, softMarks);
        var rules = await db.Set<ScreeningRules>().FirstOrDefaultAsync(cancel);
        if (rules is null)
        {
            rules = new ScreeningRules { Id = Guid.CreateVersion7(clock.UtcNow) };
            db.Add(rules);
        }

        string Kept(string lines) => string.Join('\n', Lines(lines));
        (rules.StudentNumbers, rules.WrongWords, rules.SoftMarks, rules.AllowedTexts) = (Kept(studentNumbers), Kept(wrongWords), Kept(softMarks), Kept(allowedTexts));
        (rules.At, rules.Version) = (clock.UtcNow, rules.Version + 1);
        audit.Note(by, "screening.rules-changed", rules.Id, $"{Lines(studentNumbers).Count} + {Lines(wrongWords).Count} + {Lines(softMarks).Count} + {Lines(allowedTexts).Count}");
        await db.SaveChangesAsync(cancel);
        _screener = null;
    }

    /// <summary>What rules that are not saved yet find in a text.</summary>
    /// <exception cref="ProblemException">As for <see cref="ChangeAsync"/>.</exception>
    public static IReadOnlyList<Finding> Try(string studentNumbers, string wrongWords, string softMarks, string allowedTexts, string sample)
    {
        Check(studentNumbers, wrongWords, softMarks);
        return new Screener(Profile(new ScreeningRules { StudentNumbers = studentNumbers, WrongWords = wrongWords, SoftMarks = softMarks, AllowedTexts = allowedTexts })).ScreenText(sample);
    }

    private static void Check(string studentNumbers, string wrongWords, string softMarks)
    {
        foreach (var pattern in Lines(studentNumbers))
        {
            Check(pattern);
        }

        if (Lines(wrongWords).Find(l => Pair(l) is not ({ Length: > 1 }, { Length: > 0 })) is { } line)
        {
            throw new ProblemException("screening.word-malformed", line);
        }

        if (Lines(softMarks).Find(m => m.Length < 2) is { } mark)
        {
            throw new ProblemException("screening.mark-too-short", mark);
        }
    }

    private static ScreeningProfile Profile(ScreeningRules rules)
    {
        var general = ScreeningProfile.General;
        var words = new Dictionary<string, string>(general.WrongWords);
        foreach (var (wrong, right) in Lines(rules.WrongWords).Select(Pair))
        {
            words[wrong] = right;
        }

        var patterns = Lines(rules.StudentNumbers);
        return general with
        {
            StudentNumber = patterns.Count == 0 ? null : Compile(string.Join('|', patterns.Select(p => $"(?:{p})"))),
            WrongWords = words,
            SoftMarks = Lines(rules.SoftMarks),
            AllowedTexts = Lines(rules.AllowedTexts).ToHashSet(),
        };
    }

    // Without backtracking: a pattern somebody typed can be wrong, but never slow.
    private static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static void Check(string pattern)
    {
        Regex read;
        try
        {
            read = pattern.Length > LongestPattern ? throw new ProblemException("screening.pattern-broken", pattern[..40]) : Compile(pattern);
        }
        catch (Exception broken) when (broken is ArgumentException or NotSupportedException)
        {
            throw new ProblemException("screening.pattern-broken", pattern);
        }

        // What also finds a year or a word would hold every text.
        if (read.IsMatch("") || Array.Exists(Common, common => read.Match(common) is { Success: true, Index: 0 } match && match.Length == common.Length))
        {
            throw new ProblemException("screening.pattern-too-wide", pattern);
        }
    }

    private static List<string> Lines(string lines) => [.. lines.Normalize().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static (string Wrong, string Right) Pair(string line) => Arrow().Split(line, 2) is [var wrong, var right] ? (wrong.Trim(), right.Trim()) : (line, "");

    [GeneratedRegex("=|＝|→|->")]
    private static partial Regex Arrow();
}

internal sealed class ScreeningRulesMap : IEntityTypeConfiguration<ScreeningRules>
{
    public void Configure(EntityTypeBuilder<ScreeningRules> builder)
    {
        builder.ToTable("screening_rules");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
    }
}
