using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>Old workbooks whose list of sheets is broken are read as far as they go.</summary>
public sealed class BrokenWorkbookTests
{
    // BOUNDSHEET, the record that names a sheet.
    private static readonly byte[] Record = [0x85, 0x00];

    [Fact]
    public void A_book_whose_sheets_have_no_names_is_read()
    {
        var book = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Screening", "Corpus", "roster.xls"));
        for (var at = book.AsSpan().IndexOf(Record); at >= 0 && at < book.Length; at = Next(book, at))
        {
            foreach (var part in (ReadOnlySpan<int>)[0, 2, 4, 6, 10, 11, 12])
            {
                var broken = book.ToArray();
                broken[Math.Min(broken.Length - 1, at + part)] ^= 0x7F;
                var screened = new Screener().Screen(new MemoryStream(broken), "roster.xls", TestContext.Current.CancellationToken);

                Assert.NotNull(screened.Findings);
            }
        }
    }

    private static int Next(byte[] book, int at) => book.AsSpan(at + 1).IndexOf(Record) is >= 0 and var next ? at + 1 + next : book.Length;
}
