using System.Text;
using UglyToad.PdfPig.Content;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>Puts the letters of a page together in the order they were written: what stood in one cell stays together even where
/// it broke over two lines, and a tab stands between neighbouring cells, however narrow the gap.</summary>
internal static class PdfText
{
    // Lines that a cell may have before the next cell of its row begins.
    private const double HighestCell = 12;

    /// <param name="letters">Letters of a page.</param>
    /// <param name="columns">Where its columns begin and end; null when nobody knows.</param>
    public static string Compose(IReadOnlyList<Letter> letters, PdfColumns? columns = null)
    {
        var text = new StringBuilder();
        Letter? last = null;
        var lineStart = 0d;
        foreach (var letter in PdfOrder.AsRead(letters))
        {
            if (last is not null && AppendGap(text, last, letter, lineStart, columns))
            {
                lineStart = letter.StartBaseLine.X;
            }

            lineStart = last is null ? letter.StartBaseLine.X : lineStart;
            if (!string.IsNullOrEmpty(letter.Value) && letter.Value[0] != '\0')
            {
                text.Append(letter.Value);
            }

            last = letter;
        }

        return text.Replace("\u00A0", " ").ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    // Whether a new line or cell begins.
    private static bool AppendGap(StringBuilder text, Letter last, Letter letter, double lineStart, PdfColumns? columns)
    {
        var size = Math.Max(1, Math.Max(last.PointSize, letter.PointSize));
        var isTurned = letter.TextOrientation is TextOrientation.Rotate90 or TextOrientation.Rotate270;
        var down = last.EndBaseLine.Y - letter.StartBaseLine.Y;
        var right = letter.StartBaseLine.X - last.EndBaseLine.X;
        if (isTurned)
        {
            (down, right) = (Math.Abs(letter.StartBaseLine.X - last.EndBaseLine.X), Math.Abs(letter.StartBaseLine.Y - last.EndBaseLine.Y));
        }

        // Up again and to the right: the next cell of a row whose last cell had several lines.
        if (down < -size * 0.6 && down > -size * HighestCell && letter.StartBaseLine.X > lineStart + size)
        {
            text.Append('\t');
            return true;
        }

        if (Math.Abs(down) > size * 0.6 || right < -size * 2)
        {
            text.Append('\n');
            return true;
        }

        if (right > size * 1.8 || (!isTurned && columns?.IsBetween(last, letter) == true))
        {
            text.Append('\t');
            return true;
        }

        if (right > size * 0.35 && text.Length > 0 && !char.IsWhiteSpace(text[^1]))
        {
            text.Append(' ');
        }

        return false;
    }
}
