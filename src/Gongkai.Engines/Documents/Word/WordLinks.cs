namespace Gongkai.Engines.Documents.Word;

/// <summary>Where the links of a paragraph lead: a telephone or mailbox behind 点击拨打 is read by whoever clicks.</summary>
internal static class WordLinks
{
    /// <summary>The telephones, mailboxes and long numbers in addresses that the paragraph's text does not show.</summary>
    public static IEnumerable<string> Unshown(WordParagraph paragraph)
    {
        List<string>? targets = null;
        foreach (var run in paragraph.Runs)
        {
            if (run.Link is { } link && PersonalLinks.Tells(link) && targets?.Contains(link) != true)
            {
                (targets ??= []).Add(link);
            }
        }

        return targets is null ? [] : targets.Where(t => !Shows(paragraph.Text, Address(t)));
    }

    private static string Address(string target) => !PersonalLinks.Is(target) ? target : target[(target.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('?')[0];

    private static bool Shows(string text, string address)
    {
        var digits = Digits(address);
        return text.Contains(address, StringComparison.OrdinalIgnoreCase)
            || (!address.Contains('@', StringComparison.Ordinal) && !address.Contains('?', StringComparison.Ordinal) && digits.Length > 0 && Digits(text).Contains(digits.Length > 11 ? digits[^11..] : digits, StringComparison.Ordinal));
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
