namespace Gongkai.Engines.Screening;

/// <summary>Bank card numbers: 13 to 19 digits whose last one is the check digit after Luhn.</summary>
public static class BankCard
{
    /// <summary>Whether the check digit agrees.</summary>
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 13 or > 19 || digits.ContainsAnyExceptInRange('0', '9') || digits.IndexOfAnyExcept(digits[0]) < 0)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += (i & 1) == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }
}
