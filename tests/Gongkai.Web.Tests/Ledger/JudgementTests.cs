using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Ledger;

namespace Gongkai.Web.Tests.Ledger;

/// <summary>How an obligation stands: pure arithmetic on days.</summary>
public sealed class JudgementTests
{
    private static readonly AcademicYear Year = new(2025);

    [Theory]
    [InlineData("2025-09-15", null, Coverage.DueNext)]
    [InlineData("2025-10-31", null, Coverage.DueNext)]
    [InlineData("2025-11-01", null, Coverage.Overdue)]
    [InlineData("2025-11-01", "2025-10-30", Coverage.Covered)]
    [InlineData("2025-11-01", "2024-10-30", Coverage.Overdue)]
    [InlineData("2025-08-31", null, Coverage.NotCounted)]
    public void A_yearly_item_is_due_by_its_day(string asOf, string? published, Coverage expected)
    {
        var item = Item(Cadence.Yearly, month: 10, day: 31);

        var state = Judge(item, asOf, published);

        Assert.Equal(expected, state.Coverage);
        if (expected != Coverage.NotCounted)
        {
            Assert.Equal(new DateOnly(2025, 10, 31), state.DueOn);
        }
    }

    [Theory]
    [InlineData("2025-09-10", null, Coverage.DueNext)]
    [InlineData("2025-12-01", null, Coverage.Overdue)]
    [InlineData("2025-12-01", "2025-09-10", Coverage.Covered)]
    [InlineData("2026-08-01", "2025-05-01", Coverage.Stale)]
    public void A_standing_item_is_first_due_twenty_working_days_after_the_catalogue_and_goes_stale(string asOf, string? published, Coverage expected)
    {
        Assert.Equal(expected, Judge(Item(Cadence.Standing), asOf, published).Coverage);
    }

    [Theory]
    [InlineData(null, Coverage.NoneThisYear)]
    [InlineData("2025-03-01", Coverage.NoneThisYear)]
    [InlineData("2025-10-01", Coverage.Covered)]
    public void An_item_per_event_owes_nothing_in_a_year_without_events(string? published, Coverage expected)
    {
        Assert.Equal(expected, Judge(Item(Cadence.PerEvent), "2026-01-10", published).Coverage);
    }

    [Fact]
    public void A_last_day_that_a_month_lacks_is_its_last_day()
    {
        Assert.Equal(new DateOnly(2026, 2, 28), Judgement.DueOn(Item(Cadence.Yearly, month: 2, day: 31), Year));
    }

    private static ItemState Judge(Item item, string asOf, string? published)
    {
        var day = published is null ? (DateOnly?)null : DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture);
        var fulfilment = day is { } on ? new Fulfilment(1, Year.Contains(on) ? 1 : 0, on) : Fulfilment.None;
        return Judgement.Of(item, new DateOnly(2025, 9, 1), fulfilment, Year, DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture), WorkingDayCalendar.Shipped);
    }

    private static Item Item(Cadence cadence, int month = 0, int day = 0) => new() { Title = "某事项", Cadence = cadence, DueMonth = month, DueDay = day };
}
