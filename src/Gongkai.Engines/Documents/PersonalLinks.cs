namespace Gongkai.Engines.Documents;

/// <summary>Links that tell of a person by themselves: they lead to a telephone or a mailbox rather than to a page, or hand a long number over.</summary>
internal static class PersonalLinks
{
    // An identity number, a telephone, a card: none is shorter.
    private const int ShortestNumber = 11;

    private static readonly string[] Schemes = ["tel:", "mailto:", "sms:", "callto:"];

    /// <summary>Whether a link leads to a telephone or a mailbox.</summary>
    public static bool Is(string target) => Array.Exists(Schemes, s => target.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a link is worth reading: it leads to a telephone or a mailbox, or its parameters hold a long number, …?idcard=….</summary>
    public static bool Tells(string target) =>
        Is(target) || (target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query && HoldsNumber(target.AsSpan(query)));

    /// <summary>Whether a text holds as many digits in a row as a number of a person has.</summary>
    public static bool HoldsNumber(ReadOnlySpan<char> text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run == ShortestNumber)
            {
                return true;
            }
        }

        return false;
    }
}
