using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Citations;

/// <summary>Tells the number of a document however it is written: the digits and the agency's characters must agree; brackets, 第 and blanks are a matter of form.</summary>
internal static partial class DocumentNumber
{
    private static readonly Dictionary<string, string> Registered =
        CitationRegister.Documents.SelectMany(d => d.Numbers.Concat(d.Also)).Distinct().ToDictionary(n => n, Worked, StringComparer.Ordinal);

    /// <summary>Tells of numbers in the register whether they are the one that is cited.</summary>
    public static Func<string, bool> Like(string cited)
    {
        var plain = Essence(cited);
        return registered =>
        {
            var wanted = Essence(registered);
            return plain == wanted || plain.EndsWith(wanted, StringComparison.Ordinal) || (wanted.EndsWith(plain, StringComparison.Ordinal) && plain.Contains('令', StringComparison.Ordinal));
        };
    }

    /// <summary>A number without what may vary.</summary>
    public static string Essence(string number) => Registered.TryGetValue(number, out var known) ? known : Worked(number);

    private static string Worked(string number)
    {
        var order = Order().Match(number);
        return order.Success
            ? $"{order.Groups["who"].Value}令{order.Groups["n"].Value.TrimStart('0')}"
            : string.Concat(number.Where(c => Folding.IsHan(c) || char.IsAsciiDigit(c)).Where(c => c is not ('第' or '号' or '年')));
    }

    [GeneratedRegex(@"^(?:中华人民共和国)?(?<who>(?!令)[\u4e00-\u9fa5]{2,12}?)令?\s*第?\s*(?<n>\d{1,4})\s*号令?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Order();
}
