using UglyToad.PdfPig.Content;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>Turns round what a program drew from the last letter to the first: the page shows it as any other text.</summary>
internal static class PdfOrder
{
    private const int LeastLetters = 3;

    public static IReadOnlyList<Letter> AsRead(IReadOnlyList<Letter> letters)
    {
        List<Letter>? turned = null;
        for (var first = 0; first < letters.Count;)
        {
            var end = first + 1;
            while (end < letters.Count && IsJustBefore(letters[end], letters[end - 1]))
            {
                end++;
            }

            if (end - first >= LeastLetters)
            {
                (turned ??= [.. letters]).Reverse(first, end - first);
            }

            first = end;
        }

        return turned ?? letters;
    }

    // Only figures and Latin letters: Arabic and Hebrew are drawn this way because they are read so.
    private static bool IsJustBefore(Letter letter, Letter drawnEarlier)
    {
        var size = Math.Max(1, letter.PointSize);
        return IsLatin(letter.Value) && IsLatin(drawnEarlier.Value)
            && Math.Abs(letter.StartBaseLine.Y - drawnEarlier.StartBaseLine.Y) < size * 0.1
            && letter.StartBaseLine.X < drawnEarlier.StartBaseLine.X
            && Math.Abs(letter.EndBaseLine.X - drawnEarlier.StartBaseLine.X) < size * 0.3;
    }

    private static bool IsLatin(string? value) => value is { Length: 1 } && char.IsAsciiLetterOrDigit(value[0]);
}
