using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>A word that is wrong where it stands, and the plain characters without which it cannot stand in a text.</summary>
internal sealed class WrongWord
{
    public WrongWord(string pattern, string right)
    {
        Form = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        Right = right;
        Signs = [.. Split(pattern).SelectMany(SignsOf)];
    }

    public Regex Form { get; }

    public string Right { get; }

    /// <summary>Every match holds one of these.</summary>
    public IReadOnlyList<string> Signs { get; }

    // The characters an alternative begins with, behind what only looks around; (?<w>加强|完善)\k<w> begins with 加强加强 or 完善完善.
    private static IEnumerable<string> SignsOf(string alternative)
    {
        while (alternative.StartsWith("(?!", StringComparison.Ordinal) || alternative.StartsWith("(?<!", StringComparison.Ordinal))
        {
            alternative = alternative[Closing(alternative)..];
        }

        if (alternative.StartsWith("(?<w>", StringComparison.Ordinal))
        {
            var end = Closing(alternative);
            return alternative.AsSpan(end).StartsWith(@"\k<w>")
                ? Split(alternative[5..(end - 1)]).Select(word => Leading(word) + Leading(word))
                : throw Unreadable(alternative);
        }

        return [Leading(alternative)];
    }

    private static string Leading(string pattern)
    {
        var length = 0;
        while (length < pattern.Length && Folding.IsHan(pattern[length]))
        {
            length++;
        }

        if (length < pattern.Length && (pattern[length] is '?' or '*' or '{'))
        {
            length--;
        }

        return length > 0 ? pattern[..length] : throw Unreadable(pattern);
    }

    private static IEnumerable<string> Split(string pattern)
    {
        var start = 0;
        for (var (at, depth) = (0, 0); at < pattern.Length; at++)
        {
            depth += pattern[at] is '(' or '[' ? 1 : pattern[at] is ')' or ']' ? -1 : 0;
            if (depth == 0 && pattern[at] == '|')
            {
                yield return pattern[start..at];
                start = at + 1;
            }
        }

        yield return pattern[start..];
    }

    private static int Closing(string pattern)
    {
        for (var (at, depth) = (0, 0); at < pattern.Length; at++)
        {
            depth += pattern[at] is '(' or '[' ? 1 : pattern[at] is ')' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        throw Unreadable(pattern);
    }

    private static InvalidOperationException Unreadable(string pattern) => new($"A wrong word must begin with the characters it is known by: {pattern}");
}
