using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Cases;

/// <summary>Gives cases their number (受理编号), like 2026-0042: counted anew each year, one series a kind of case.</summary>
public sealed class CaseNumbers(Numbers numbers)
{
    /// <summary>The next numbers of a kind of case. Must be called inside the transaction that uses all of them.</summary>
    public async Task<Queue<string>> NextAsync(string kind, int year, int count, CancellationToken cancel = default)
    {
        var first = await numbers.NextAsync($"{kind}:{year}", count, cancel);
        return new Queue<string>(Enumerable.Range(first, count).Select(number => Show(year, number)));
    }

    /// <summary>A number as a person typed it: full-width digits, spaces and other dashes are read as meant.</summary>
    public static string Tidy(string? typed) =>
        new([.. (typed ?? "").Normalize(NormalizationForm.FormKC).Trim().Select(c => c is '—' or '–' or '－' or '−' ? '-' : c).Where(c => char.IsAsciiDigit(c) || c == '-')]);

    private static string Show(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{year}-{number:0000}");
}

/// <summary>The query code (查询码) that opens a case to whoever wrote it: told once, kept as a hash.</summary>
public static class QueryCode
{
    // No letter or digit that is read as another: 0 O, 1 I L, and no vowels that spell words.
    private const string Letters = "23456789BCDFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;

    /// <summary>A new code.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>A code as a person typed it: case, width, spaces and dashes do not matter.</summary>
    public static string Tidy(string? typed) =>
        new([.. (typed ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(Letters.Contains)]);

    /// <summary>A code as it is shown, in two groups.</summary>
    public static string Show(string code) => code.Length == Length ? $"{code[..5]} {code[5..]}" : code;

    /// <summary>What is kept of a code. The case's own key goes into it, so that equal codes are not seen to be equal.</summary>
    public static string Hash(Guid caseId, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId:N}:{Tidy(code)}")));

    /// <summary>Whether a typed code is the one that was hashed; takes as long for a wrong one as for a right one.</summary>
    public static bool Fits(Guid caseId, string typed, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(caseId, typed)), Encoding.ASCII.GetBytes(hash));
}
