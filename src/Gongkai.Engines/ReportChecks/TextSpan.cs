namespace Gongkai.Engines.ReportChecks;

/// <summary>A stretch of a report's text, in UTF-16 units.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>How many characters.</summary>
    public int Length => End - Start;

    /// <summary>Whether another stretch lies within it.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether a character lies within it.</summary>
    public bool Contains(int at) => at >= Start && at < End;

    /// <summary>The text of the stretch.</summary>
    public string Of(string text) => text[Start..End];

    /// <summary>The text of the stretch, not copied.</summary>
    internal ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}
