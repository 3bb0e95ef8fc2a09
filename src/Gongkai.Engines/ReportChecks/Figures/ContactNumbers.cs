using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a telephone number that comes again with two digits that have changed places. Worth a look only.</summary>
internal static partial class ContactNumbers
{
    private const int Most = 100;

    /// <summary>Every pair, in the order of the text.</summary>
    public static IEnumerable<Retold> Slipped(Reading reading)
    {
        var numbers = Telephone().Matches(reading.Folded).Take(Most).Select(m => (m.Value, Digits: string.Concat(m.Value.Where(char.IsAsciiDigit)), Span: new TextSpan(m.Index, m.Index + m.Length))).ToList();
        return from second in numbers
               from first in numbers
               where first.Span.Start < second.Span.Start && IsSwap(first.Digits, second.Digits)
               select new Retold("电话", first.Value, second.Value, second.Span);
    }

    private static bool IsSwap(string a, string b)
    {
        var at = a.AsSpan().CommonPrefixLength(b);
        return a.Length == b.Length && at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at] && a.AsSpan(at + 2).SequenceEqual(b.AsSpan(at + 2));
    }

    [GeneratedRegex(@"(?<!\d)(?:0\d{2,3}\s*[-—–]\s*\d{7,8}|1[3-9]\d{9}|\(0\d{2,3}\)\s*\d{7,8})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Telephone();
}
