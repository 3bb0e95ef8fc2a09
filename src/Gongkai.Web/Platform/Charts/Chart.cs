using System.Globalization;

namespace Gongkai.Web.Platform.Charts;

/// <summary>How a chart is drawn.</summary>
public enum ChartShape
{
    /// <summary>Standing columns: years, months and other short names in an order of their own.</summary>
    Columns,

    /// <summary>Lying bars: units, categories and other long names.</summary>
    Bars,
}

/// <summary>One value of a chart.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">The value; null when nothing is known.</param>
/// <param name="Note">What the table says beside it; empty for nothing.</param>
/// <param name="Link">Where the table's number leads; empty for nowhere.</param>
/// <param name="IsSure">Whether nobody need look at it again; what is not sure is drawn hollow.</param>
public sealed record ChartValue(string Label, decimal? Value, string Note = "", string Link = "", bool IsSure = true);

/// <summary>Values of one kind as a picture and a table, on the page, in print and in Word.</summary>
/// <param name="Key">Tells it from the other charts of a page; letters, digits and dashes.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Axis">What its labels are: the head of the table's first column.</param>
/// <param name="Unit">The measure word of its values; may be empty.</param>
/// <param name="Values">Its values in order.</param>
/// <param name="Shape">How it is drawn.</param>
public sealed record Chart(string Key, string Title, string Axis, string Unit, IReadOnlyList<ChartValue> Values, ChartShape Shape = ChartShape.Columns)
{
    /// <summary>The language of its title and labels; null when it is the page's.</summary>
    public string? Language { get; init; }

    /// <summary>Whether its table is shown with it; not where the text has the table already.</summary>
    public bool HasTable { get; init; } = true;

    /// <summary>The same in words, for who does not see it: the first and last value, the least and the most.</summary>
    public IReadOnlyList<ChartValue> Marks
    {
        get
        {
            var known = Values.Where(v => v.Value is not null).ToList();
            return known.Count == 0 ? [] : [known[0], known[^1], known.MinBy(v => v.Value)!, known.MaxBy(v => v.Value)!];
        }
    }

    /// <summary>A month as charts write it, since a column has no room for its year: 2025-09 is 9月 or Sep; what is no month stays as it is.</summary>
    public static string MonthOf(string yearAndMonth, bool english) =>
        !DateOnly.TryParseExact(yearAndMonth, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? yearAndMonth
            : english ? month.ToString("MMM", CultureInfo.GetCultureInfo("en-GB")) : $"{month.Month}月";

    /// <summary>A value as charts write it.</summary>
    public static string Print(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
