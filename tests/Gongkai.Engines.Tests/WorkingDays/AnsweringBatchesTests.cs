using System.Text;
using CsCheck;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.Tests.WorkingDays;

public sealed class AnsweringBatchesTests
{
    [Fact]
    public void Every_row_is_answered_in_its_place()
    {
        var (answers, faults) = Answer("from,days\n2026-09-24,15\n2026-12-21,15\n");

        Assert.Equal("from,days,due,provisional\n2026-09-24,15,2026-10-22,false\n2026-12-21,15,2027-01-11,true\n", answers);
        Assert.Empty(faults);
    }

    [Fact]
    public void A_bad_row_keeps_its_place_with_nothing_in_it_and_the_line_is_named()
    {
        var (answers, faults) = Answer("from,days\nsoon,15\n2026-02-30,5\n2026-09-24,\n2026-09-24,-3\n2026-09-24,5.5\n2026-09-24\n2026-09-24,2147483647\n2026-09-24,5\n");

        Assert.Equal(
            "from,days,due,provisional\nsoon,15,,\n2026-02-30,5,,\n2026-09-24,,,\n2026-09-24,-3,,\n2026-09-24,5.5,,\n2026-09-24,,,\n2026-09-24,2147483647,,\n2026-09-24,5,2026-10-09,false\n",
            answers);
        Assert.Equal([2L, 3, 4, 5, 6, 7, 8], faults.Select(fault => fault.Line));
        Assert.All(faults, fault => Assert.NotNull(WordBook.Engines.Find(fault.Code, "en")));
        Assert.Equal(new BatchFault(8, "calendar.batch.too-far", "2147483647"), faults[^1]);
    }

    [Theory]
    [InlineData("2026-00-24")]
    [InlineData("2026-13-24")]
    [InlineData("2026-09-00")]
    [InlineData("2026-09-31")]
    [InlineData("0000-09-24")]
    [InlineData("2026-0a-24")]
    [InlineData("2026-09/24")]
    public void A_day_that_is_in_no_calendar_is_not_a_date(string day)
    {
        var (answers, faults) = Answer($"from,days\n{day},5\n");

        Assert.Equal($"from,days,due,provisional\n{day},5,,\n", answers);
        Assert.Equal(new BatchFault(2, "calendar.batch.not-a-date", day), Assert.Single(faults));
    }

    [Theory]
    [InlineData("4294967301")]
    [InlineData("5x")]
    [InlineData("+5")]
    public void What_is_no_whole_number_of_days_is_refused(string days)
    {
        Assert.Equal(new BatchFault(1, "calendar.batch.not-a-number", days), Assert.Single(Answer($"2026-09-24,{days}").Faults));
    }

    [Theory]
    [InlineData("2026-9-24")]
    [InlineData("2026/9/24")]
    [InlineData("2026.9.24")]
    [InlineData("20260924")]
    [InlineData("2026年9月24日")]
    [InlineData("2026-9-24 8:30:00")]
    [InlineData("2026/9/24 8:30:00")]
    [InlineData("2026-09-24T08:30:00")]
    public void A_day_is_read_in_the_forms_that_spreadsheets_write(string day)
    {
        Assert.Equal("from,days,due,provisional\n2026-09-24,5,2026-10-09,false\n", Answer($"{day},5").Answers);
    }

    [Fact]
    public void A_field_with_quotes_comes_back_as_it_was()
    {
        var (answers, faults) = Answer("\"say \"\"hi\"\"\",5\n\"a,b\",5\n");

        Assert.Equal("from,days,due,provisional\n\"say \"\"hi\"\"\",5,,\n\"a,b\",5,,\n", answers);
        Assert.Equal(["say \"hi\"", "a,b"], faults.Select(fault => fault.Value));
    }

    [Theory]
    [InlineData("days,from\n15,2026-09-24\n")]
    [InlineData("from,room,days\n2026-09-24,5,15\n")]
    [InlineData("room,from,days\n1,2026-09-24,15\n")]
    [InlineData("\uFEFFfrom,days\n2026-09-24,15\n")]
    [InlineData("\uFEFF2026-09-24,15\n")]
    public void The_two_columns_stand_where_the_first_line_says(string csv)
    {
        Assert.Equal("from,days,due,provisional\n2026-09-24,15,2026-10-22,false\n", Answer(csv).Answers);
    }

    [Fact]
    public void A_row_longer_than_a_block_keeps_its_place()
    {
        var tale = new string('x', 3 << 20);

        var (answers, faults) = Answer($"2026-09-24,5\n{tale},5\n2026-09-24,15\n");

        Assert.Equal($"from,days,due,provisional\n2026-09-24,5,2026-10-09,false\n{tale},5,,\n2026-09-24,15,2026-10-22,false\n", answers);
        Assert.Equal(2, Assert.Single(faults).Line);
    }

    [Fact]
    public void The_answers_are_out_when_it_comes_back_and_the_faults_are_counted()
    {
        var output = new MemoryStream();

        var faults = new DeadlineBatch(WorkingDayCalendar.Shipped.After).Run(new MemoryStream("soon,5\n2026-09-24,5\nlater,5"u8.ToArray()), new BufferedStream(output), _ => { });

        Assert.Equal(2, faults);
        Assert.Equal("from,days,due,provisional\nsoon,5,,\n2026-09-24,5,2026-10-09,false\nlater,5,,\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void What_spreadsheets_do_to_a_file_is_understood()
    {
        var (answers, faults) = Answer("\uFEFFname,\"days\",From\r\n\"Li, invented\",\"15\",2026/9/24\r\n\r\nx, 5 ,2026年9月24日\r\n\"say \"\"hi\"\"\",\"a,b\",2026-09-24");

        Assert.Equal("from,days,due,provisional\n2026-09-24,15,2026-10-22,false\n2026-09-24,5,2026-10-09,false\n2026-09-24,\"a,b\",,\n", answers);
        Assert.Equal(5, Assert.Single(faults).Line);
    }

    [Fact]
    public void A_file_without_a_header_is_answered_from_its_first_line()
    {
        Assert.Equal("from,days,due,provisional\n2026-09-24,5,2026-10-09,false\n", Answer("2026-09-24,5").Answers);
    }

    [Fact]
    public void A_header_with_half_the_columns_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => Answer("from,until\n2026-09-24,5\n"));
        Assert.Throws<InvalidDataException>(() => Answer("days,since\n5,2026-09-24\n"));
    }

    [Fact]
    public void Rows_across_the_edges_of_blocks_are_whole() =>
        Gen.Int[1, 40].Sample(size =>
        {
            var rows = string.Concat(Enumerable.Repeat("2026-09-24,15\n", 50));
            var output = new MemoryStream();
            new DeadlineBatch(WorkingDayCalendar.Shipped.After).Run(new Drops(Encoding.UTF8.GetBytes("from,days\n" + rows), size), output, _ => { });
            return Encoding.UTF8.GetString(output.ToArray()) ==
                "from,days,due,provisional\n" + string.Concat(Enumerable.Repeat("2026-09-24,15,2026-10-22,false\n", 50));
        }, iter: 100);

    [Fact]
    public void Rubbish_never_breaks_it() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            var output = new MemoryStream();
            new DeadlineBatch(WorkingDayCalendar.Shipped.After).Run(new MemoryStream(bytes), output, _ => { });
            return output.Length > 0;
        });

    private static (string Answers, List<BatchFault> Faults) Answer(string csv)
    {
        var output = new MemoryStream();
        var faults = new List<BatchFault>();
        new DeadlineBatch(WorkingDayCalendar.Shipped.After).Run(new MemoryStream(Encoding.UTF8.GetBytes(csv)), output, faults.Add);
        return (Encoding.UTF8.GetString(output.ToArray()), faults);
    }

    // A stream that hands out a few bytes at a time, as a pipe does.
    private sealed class Drops(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));
    }
}
