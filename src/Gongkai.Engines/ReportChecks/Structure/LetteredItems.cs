using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Follows paragraphs that are counted by letters, a) b) c) or A. B. C., and finds leaps and repeats.</summary>
internal static partial class LetteredItems
{
    // A list does not go on behind so much else.
    private const int Farthest = 6;

    /// <summary>Each letter that does not follow the one before it, with the one that would.</summary>
    public static IEnumerable<(Block Block, string Found, string Expected)> Leaps(Reading reading)
    {
        var (last, seen) = ('\0', 0);
        for (var at = 0; at < reading.Blocks.Count; at++)
        {
            var block = reading.Blocks[at];
            if (block.Kind != BlockKind.Prose)
            {
                continue;
            }

            if (!char.IsAsciiLetter(reading.Folded[block.Span.Start]) && reading.Folded[block.Span.Start] != '(')
            {
                continue;
            }

            if (Letter().Match(reading.Folded.Substring(block.Span.Start, Math.Min(6, block.Span.Length))) is not { Success: true } match)
            {
                continue;
            }

            var letter = match.Groups["n"].Value[0];
            if (letter is not ('a' or 'A') && at - seen <= Farthest && last != '\0' && letter != last + 1 && char.IsAsciiLetterLower(letter) == char.IsAsciiLetterLower(last))
            {
                yield return (block, match.Value.Trim(), $"{(char)(last + 1)}");
            }

            (last, seen) = (letter, at);
        }
    }

    [GeneratedRegex(@"^\(?\s*(?<n>[A-Ha-h])\s*(?:[)、](?=\s*[\u4e00-\u9fa5“《\d])|\.(?=\s*[\u4e00-\u9fa5“《]))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Letter();
}
