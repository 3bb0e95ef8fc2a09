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
