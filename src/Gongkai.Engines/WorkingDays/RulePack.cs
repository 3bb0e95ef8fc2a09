namespace Gongkai.Engines.WorkingDays;

/// <summary>A rule's limits as data, with the days it is in force, so that a revised text is a new pack and not new code.</summary>
/// <param name="Id">Stable name, like <c>measures-2010</c>.</param>
/// <param name="Version">Counted up when a pack's numbers are corrected; answers keep the version they were made with.</param>
/// <param name="Titles">What the rule is called, by language.</param>
/// <param name="InForceFrom">First day in force; null when that has not been established.</param>
/// <param name="InForceTo">Last day in force; null while it is.</param>
/// <param name="Limits">Its limits; the first is the one meant when none is named.</param>
public sealed record RulePack(
    string Id,
    int Version,
    IReadOnlyDictionary<string, string> Titles,
    DateOnly? InForceFrom,
    DateOnly? InForceTo,
    IReadOnlyList<RuleLimit> Limits)
{
    /// <summary>The limit meant when none is named: the reply for requests, publication otherwise.</summary>
    public RuleLimit Main => Limits[0];

    /// <summary>The limit of a kind, or null when the rule sets none.</summary>
    public RuleLimit? Find(LimitKind kind) => Limits.FirstOrDefault(limit => limit.Kind == kind);

    /// <summary>How many days an extension may give; 0 when the rule knows none.</summary>
    public int ExtensionDays => Find(LimitKind.Extension)?.Days ?? 0;

    /// <summary>What the rule is called in a language.</summary>
    public string Title(string language) => Titles.GetValueOrDefault(language) ?? Titles[WordBook.DefaultLanguage];

    /// <summary>Whether the rule was in force on a day. An unknown first day counts as long ago.</summary>
    public bool IsInForceOn(DateOnly day) => (InForceFrom is not { } from || day >= from) && (InForceTo is not { } to || day <= to);

    /// <summary>The same pack with one limit set to a school's own number of days (for example publication within 15).</summary>
    public RulePack With(LimitKind kind, int days, string source)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        var own = new RuleLimit(kind, days, Find(kind)?.Unit ?? DayUnit.Working, source, Confidence.SchoolRule);
        return this with { Limits = Find(kind) is null ? [.. Limits, own] : [.. Limits.Select(limit => limit.Kind == kind ? own : limit)] };
    }
}

/// <summary>One limit of a rule.</summary>
/// <param name="Kind">What must happen within it.</param>
/// <param name="Days">How many days.</param>
/// <param name="Unit">Working or calendar days.</param>
/// <param name="Source">The article that sets it, in Chinese as it is cited.</param>
/// <param name="Confidence">How sure we are of it.</param>
public sealed record RuleLimit(LimitKind Kind, int Days, DayUnit Unit, string Source, Confidence Confidence);

/// <summary>What must happen within a limit.</summary>
public enum LimitKind
{
    /// <summary>A request must be answered (答复).</summary>
    Reply,

    /// <summary>The most an extension may give (延期).</summary>
    Extension,

    /// <summary>An unclear request must be sent back for clarification (补正告知).</summary>
    ClarificationNotice,

    /// <summary>A third party must say what it thinks (征求第三方意见).</summary>
    ThirdParty,

    /// <summary>Information must be published after it is made or obtained, or after approval (公开).</summary>
    Publish,

    /// <summary>Published information must be brought up to date after it changed (更新).</summary>
    Update,
}

/// <summary>How sure a limit is.</summary>
public enum Confidence
{
    /// <summary>A published text says so.</summary>
    Confirmed,

    /// <summary>Known in the field, not yet checked against the official text: keep it configurable.</summary>
    Assumed,

    /// <summary>A suggestion for the office's own use, not law.</summary>
    Advice,

    /// <summary>The school's own rules set it.</summary>
    SchoolRule,
}
