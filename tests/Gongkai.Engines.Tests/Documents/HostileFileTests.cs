using System.IO.Compression;
using System.Text;
using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Tests.Documents;

public sealed class HostileFileTests
{
    private static readonly DocumentLimits Small = new() { ExpandedBytes = 8 << 20, RatioFrom = 1 << 20, Ratio = 100, Nesting = 3, Time = TimeSpan.FromSeconds(20) };

    [Fact]
    public void A_bomb_goes_off_within_the_limits()
    {
        var file = new ZipBuilder().Add("bomb.txt", new byte[4 << 20]).Build();

        Assert.Equal("TooLarge", ProblemOf(file, "a.zip"));
    }

    [Fact]
    public void Archives_nested_too_deep_are_refused()
    {
        var bytes = "内"u8.ToArray();
        for (var i = 0; i < 6; i++)
        {
            bytes = new ZipBuilder().Add(i == 0 ? "a.txt" : "a.zip", bytes).Build().ToArray();
        }

        Assert.Equal("TooLarge", ProblemOf(new MemoryStream(bytes), "a.zip"));
    }

    [Fact]
    public void A_page_that_is_a_bomb_is_stopped_inside_the_page()
    {
        var blanks = new byte[4 << 20];
        blanks.AsSpan().Fill((byte)' ');

        Assert.Equal("TooLarge", ProblemOf(new MemoryStream(Samples.PackedPdf(blanks)), "a.pdf"));
    }

    [Fact]
    public void A_packed_page_within_the_limits_is_read()
    {
        var page = Samples.PackedPdf(Encoding.ASCII.GetBytes("BT /F1 12 Tf 72 700 Td (hello) Tj ET"));

        Assert.Contains(new DocumentReader(Small).Read(new MemoryStream(page), "a.pdf", TestContext.Current.CancellationToken).Pieces, p => p.Text.Contains("hello", StringComparison.Ordinal));
    }

    [Fact]
    public void An_archive_of_more_parts_than_allowed_is_refused()
    {
        var file = new ZipBuilder();
        foreach (var number in Enumerable.Range(0, 2000))
        {
            file.Add($"{number}.txt", "");
        }

        Assert.Equal("TooLarge", ProblemOf(file.Build(), "a.zip", Small with { Entries = 1000 }));
    }

    [Fact]
    public void Elements_nested_too_deep_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", 5000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 5000));

        Assert.Equal("TooLarge", ProblemOf(new Docx(deep).Build(), "a.docx"));
    }

    [Fact]
    public void Entities_are_never_expanded()
    {
        var file = new Docx("").Raw("word/styles.xml", "").Build();
        var hostile = new ZipBuilder();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Read))
        {
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                hostile.Add(entry.FullName, reader.ReadToEnd());
            }
        }

        hostile.Add("word/document.xml", """<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>""");

        Assert.Equal("Broken", ProblemOf(hostile.Build(), "a.docx"));
    }

    [Fact]
    public void A_web_page_of_nothing_but_opening_tags_is_refused()
    {
        var page = new MemoryStream(Encoding.ASCII.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000))));

        Assert.Equal("TooLarge", ProblemOf(page, "a.html"));
    }

    [Fact]
    public void Styles_based_on_each_other_in_a_circle_come_to_an_end()
    {
        var file = new Docx(Docx.Paragraph("文", "<w:pStyle w:val=\"A\"/>"))
            .Part("styles", "styles.xml", Docx.Wrap("styles", """<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>""")).Build();

        Assert.Contains(new DocumentReader().Read(file, "a.docx", TestContext.Current.CancellationToken).Pieces, p => p.Text == "文");
    }

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var source = new CancellationTokenSource();
        var pieces = new DocumentReader().Read(new MemoryStream(Encoding.UTF8.GetBytes("一\n二\n三")), "a.txt", source.Token).Pieces;
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => pieces.ToList());
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.xlsx")]
    [InlineData("a.zip")]
    [InlineData("a.html")]
    [InlineData("a.csv")]
    [InlineData("a.eml")]
    [InlineData("a.xls")]
    [InlineData("a.pdf")]
    [InlineData("a.jpg")]
    [InlineData("a.ofd")]
    [InlineData("a.txt")]
    [InlineData("a.png")]
    [InlineData("a.pptx")]
    public void No_damage_to_a_file_ends_in_anything_but_a_finding(string name)
    {
        var whole = Samples.Of(name);
        var random = new Random(20240917);
        for (var round = 0; round < 120; round++)
        {
            var bytes = Samples.Damaged(whole, random, round);
            var reading = new DocumentReader(Small).Read(new MemoryStream(bytes), name, TestContext.Current.CancellationToken);
            foreach (var piece in reading.Pieces)
            {
                Assert.NotNull(piece.Text);
            }
        }
    }

    [Fact]
    public void A_page_with_a_crowd_of_siblings_is_read_in_no_time()
    {
        var page = new MemoryStream(Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<!--x-->", 60_000))));

        Assert.Equal(60_000, new DocumentReader(Small).Read(page, "a.html", TestContext.Current.CancellationToken).Pieces.Count(p => p.Where.Layer == Layer.Comment));
    }

    [Fact]
    public void Pages_that_are_their_own_parents_come_to_an_end()
    {
        var file = Encoding.Latin1.GetString(Samples.Pdf("BT ET")).Replace("/Kids[3 0 R]", "/Kids[2 0 R]", StringComparison.Ordinal);
        var reading = new DocumentReader(Small).Read(new MemoryStream(Encoding.Latin1.GetBytes(file)), "a.pdf", TestContext.Current.CancellationToken);

        Assert.NotNull(reading.Pieces.ToList());
    }

    private static string ProblemOf(Stream file, string name, DocumentLimits? limits = null)
    {
        var reading = new DocumentReader(limits ?? Small).Read(file, name, TestContext.Current.CancellationToken);
        foreach (var piece in reading.Pieces)
        {
            Assert.NotNull(piece.Text);
        }

        return reading.Findings.Single(f => f.Code == "file.unreadable").Details["problem"];
    }
}
