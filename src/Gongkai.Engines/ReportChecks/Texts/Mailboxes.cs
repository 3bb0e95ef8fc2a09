using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>Finds mailboxes to which no mail can be sent as they are printed: gongkai#dongling.edu.cn, one without @, one cut off at its end.</summary>
internal static partial class Mailboxes
{
    /// <summary>The broken mailboxes of a paragraph.</summary>
    public static IEnumerable<Capture> Broken(string text)
    {
        if (!Sign().IsMatch(text))
        {
            return [];
        }

        return Announced().Matches(text).Select(m => m.Groups["box"]).Where(box => !Whole().IsMatch(box.Value) && Likely().IsMatch(box.Value))
            .Concat<Capture>(Beheaded().Matches(text)).DistinctBy(c => c.Index);
    }

    [GeneratedRegex(@"邮箱|信箱|邮件|[Ee]-?[Mm]ail|@|＠", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sign();

    // What stands behind 邮箱 and the like; an address of a page may do so too and has http or www.
    [GeneratedRegex(@"(?:邮箱|信箱|邮件|[Ee]-?[Mm]ail)(?:地址)?\s*(?:[:：为是至到（(])*\s*(?!https?|www)(?<box>[A-Za-z0-9][A-Za-z0-9_.\-#&*$%＠@]{3,60}[A-Za-z0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"^[A-Za-z0-9_.\-]+@(?:[A-Za-z0-9\-]+\.)+(?:[A-Za-z]{2,})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\.(?:edu|com|cn|net|org|gov)|@|＠", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Likely();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.@\-])[A-Za-z0-9_.\-]{1,40}@(?:[A-Za-z0-9\-]{1,40}(?![A-Za-z0-9_.@\-])(?![。，,．、]\s?(?:edu|com|cn|org|gov|net)\b)|[A-Za-z0-9.\-]{1,60}[。，,．、]\s?(?:(?:edu|com|org|gov|net)[.。]cn|cn|com|org|net)(?![A-Za-z0-9.])|[A-Za-z0-9.\-]{1,60}\.edu(?:\.c)?(?![A-Za-z0-9_.])|[A-Za-z0-9\-.]*\.\.[A-Za-z0-9\-.]+|@[A-Za-z0-9.\-]+)|(?<![\w.\-])[A-Za-z0-9_.\-]{1,40}#[A-Za-z0-9.\-]+\.(?:edu|com)\.cn", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beheaded();
}
