using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts.Schools;

/// <summary>Knows the end of a report, where the school that made it signs in a line of its own above the date.</summary>
internal static partial class Signature
{
    private const int Lines = 6;
    private const int LongestOffice = 14;

    /// <summary>Whether a school's name signs the report.</summary>
    public static bool Is(Reading reading, Block block, string name)
    {
        var text = block.Span.Of(reading.Folded).Trim();
        var at = reading.Blocks.IndexOf(block);
        return text.StartsWith(name, StringComparison.Ordinal) && text.Length <= name.Length + LongestOffice && Office().IsMatch(text[name.Length..]) && at >= reading.Blocks.Count - Lines
            && ((at + 1 < reading.Blocks.Count && Date().IsMatch(reading.Blocks[at + 1].Span.Of(reading.Folded))) || Date().IsMatch(text[name.Length..]));
    }

    [GeneratedRegex(@"^(?:[\u4e00-\u9fa5]{0,8}(?:办公室|办|处|部|委员会|党委|小组))?\s*(?:(?:19|20)\d\d年.*)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Office();

    [GeneratedRegex(@"^\s*(?:(?:19|20)\d\d\s*[年./-]\s*\d|[二〇○零一]{2}[〇○零一二三四五六七八九]{2}年)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();
}
