namespace Gongkai.Engines.Documents;

/// <summary>Links that lead to a telephone or a mailbox rather than to a page.</summary>
internal static class PersonalLinks
{
    private static readonly string[] Schemes = ["tel:", "mailto:", "sms:", "callto:"];

    public static bool Is(string target) => Array.Exists(Schemes, s => target.StartsWith(s, StringComparison.OrdinalIgnoreCase));
}
