namespace Gongkai.Engines.Screening;

/// <summary>Citizen identity numbers after GB 11643-1999: region, birth date, sequence, check character.</summary>
public static class IdNumber
{
    private const string CheckCharacters = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Whether eighteen characters are a number that could have been issued: region, date and check character agree.</summary>
    public static bool IsValid(ReadOnlySpan<char> number) => IsPlausible(number) && CheckCharacter(number) == number[17];

    /// <summary>Whether eighteen characters have a region and a birth date, whatever their check character.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> number) =>
        number.Length == 18 && IsDigits(number[..17]) && (char.IsAsciiDigit(number[17]) || number[17] == 'X') && IsRegion(number) && IsWholeRegion(number) && IsDate(number.Slice(6, 8));

    /// <summary>Whether fifteen digits are a number of the form used until 1999: region, a date with two digits for the year, sequence.</summary>
    public static bool IsOldForm(ReadOnlySpan<char> number) =>
        number.Length == 15 && IsDigits(number) && IsRegion(number) && IsMonthAndDay(Two(number[8..]), Two(number[10..]), 1900 + Two(number[6..]));

    /// <summary>The check character that belongs to the first seventeen digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (number[i] - '0') * Weights[i];
        }

        return CheckCharacters[sum % 11];
    }

    /// <summary>Whether the first digits are those of a province. 81 to 83 are residence permits of people from Hong Kong, Macao and
    /// Taiwan, 9 the permanent residence card of foreigners.</summary>
    public static bool IsRegion(ReadOnlySpan<char> number) =>
        Two(number) is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or (>= 81 and <= 83) or (>= 90 and <= 94);

    /// <summary>Whether eight digits are a day on which someone living could have been born.</summary>
    public static bool IsDate(ReadOnlySpan<char> day)
    {
        var year = (Two(day) * 100) + Two(day[2..]);
        return year is >= 1900 and <= 2039 && IsMonthAndDay(Two(day[4..]), Two(day[6..]), year);
    }

    // 810000, 820000 and 830000 are all there are of these.
    private static bool IsWholeRegion(ReadOnlySpan<char> number) => number[0] != '8' || number[2..6] is "0000";

    private static bool IsMonthAndDay(int month, int day, int year) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static int Two(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';
}
