namespace Gongkai.Engines.Documents;

/// <summary>Links that lead to a telephone or a mailbox rather than to a page.</summary>
internal static class PersonalLinks
{
    private static readonly string[] Schemes = ["tel:", "mailto:", "sms:", "callto:"];

    // An identity number, a telephone, a card: none is shorter.
    private const int ShortestNumber = 11;

    /// <summary>Whether an address hands a long number over by name, …?idcard=…; of what is no address, whether there is one at all.</summary>
    public static bool CarriesNumber(string target, bool isAddress = true)
    {
        var query = isAddress ? target.IndexOf('?', StringComparison.Ordinal) : 0;
        var run = 0;
        for (var at = isAddress ? query + 1 : 0; query >= 0 && at < target.Length; at++)
        {
            run = char.IsAsciiDigit(target[at]) ? run + 1 : 0;
            if (run == ShortestNumber)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a link leads to a telephone or a mailbox.</summary>
    public static bool Is(string target) => Array.Exists(Schemes, s => target.StartsWith(s, StringComparison.OrdinalIgnoreCase));
}
