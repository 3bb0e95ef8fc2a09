namespace Gongkai.Engines.Screening;

/// <summary>Mobile numbers of the mainland: eleven digits, the first 1, the second 3 to 9.</summary>
internal static class MobileNumber
{
    public static bool IsMobile(ReadOnlySpan<char> digits) =>
        digits[0] == '1' && digits[1] is >= '3' and <= '9' && digits[2..11].IndexOfAnyExcept(digits[2]) >= 0 && !digits[..11].Contains('X');
}
