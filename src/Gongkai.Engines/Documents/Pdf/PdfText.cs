using System.Text;
using UglyToad.PdfPig.Content;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>Puts the letters of a page together in the order they were written: what stood in one cell stays together even where
/// it broke over two lines.</summary>
internal static class PdfText
{
    public static string Compose(IEnumerable<Letter> letters)
    {
        var text = new StringBuilder();
        Letter? last = null;
        foreach (var letter in letters)
        {
            if (last is not null)
            {
                AppendGap(text, last, letter);
            }

            if (!string.IsNullOrEmpty(letter.Value) && letter.Value[0] != '\0')
            {
                text.Append(letter.Value);
            }

            last = letter;
        }

        return text.Replace("\u00A0", " ").ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    private static void AppendGap(StringBuilder text, Letter last, Letter letter)
    {
        var size = Math.Max(1, Math.Max(last.PointSize, letter.PointSize));
        var down = Math.Abs(letter.StartBaseLine.Y - last.EndBaseLine.Y);
        var right = letter.StartBaseLine.X - last.EndBaseLine.X;
        if (letter.TextOrientation is TextOrientation.Rotate90 or TextOrientation.Rotate270)
        {
            (down, right) = (Math.Abs(letter.StartBaseLine.X - last.EndBaseLine.X), Math.Abs(letter.StartBaseLine.Y - last.EndBaseLine.Y));
        }

        if (down > size * 0.6 || right < -size * 2)
        {
            text.Append('\n');
        }
        else if (right > size * 1.8)
        {
            text.Append('\t');
        }
        else if (right > size * 0.35 && text.Length > 0 && !char.IsWhiteSpace(text[^1]))
        {
            text.Append(' ');
        }
    }
}
