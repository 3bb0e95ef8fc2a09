namespace Gongkai.Engines.WorkingDays;

/// <summary>What can happen to a statutory clock.</summary>
public enum ClockEventKind
{
    /// <summary>The request was received, or the information was made. The day is not counted.</summary>
    Started,

    /// <summary>The clock stands still from the day after: a third party or another body was asked, clarification was asked for.</summary>
    Paused,

    /// <summary>The answer came; the clock goes on from the day after.</summary>
    Resumed,

    /// <summary>The clarified request came in; the count begins anew from the day after (Regulations 2019, Article 30).</summary>
    Restarted,

    /// <summary>More days were granted, once and within the rule's limit.</summary>
    Extended,

    /// <summary>The answer went out.</summary>
    Stopped,
}

/// <summary>One thing that happened to a statutory clock.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="On">The campus day on which it happened.</param>
/// <param name="Days">For an extension, the days granted; otherwise 0.</param>
public sealed record ClockEvent(ClockEventKind Kind, DateOnly On, int Days = 0);

/// <summary>Why a clock does not accept an event.</summary>
public enum ClockRefusal
{
    /// <summary>The clock has not started.</summary>
    NotStarted,

    /// <summary>It runs already.</summary>
    AlreadyStarted,

    /// <summary>The matter is closed.</summary>
    AlreadyStopped,

    /// <summary>It stands still already.</summary>
    AlreadyPaused,

    /// <summary>It does not stand still.</summary>
    NotPaused,

    /// <summary>The day lies before the last event.</summary>
    OutOfOrder,

    /// <summary>The rule knows no extension.</summary>
    NoExtension,

    /// <summary>It was extended before.</summary>
    AlreadyExtended,

    /// <summary>More days than the rule allows, or none.</summary>
    ExtensionTooLong,

    /// <summary>The limit had passed before the extension was granted.</summary>
    PastDue,
}

/// <summary>An event that the clock cannot accept: a mistake of the caller, who should have asked <see cref="StatutoryClock.Refuses"/>.</summary>
public sealed class ClockException(ClockRefusal refusal, ClockEvent refused)
    : InvalidOperationException($"The clock refuses '{refused.Kind}' on {refused.On:yyyy-MM-dd}: {refusal}.")
{
    /// <summary>Why.</summary>
    public ClockRefusal Refusal { get; } = refusal;
}
