using System.Buffers.Binary;
using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>Pictures of a document lose what their cameras and programs wrote into them and keep every byte that is seen.</summary>
public sealed class MaskedPictureTests
{
    private static readonly byte[] Scan = [0xFF, 0xDA, 0, 4, 1, 2, 0x10, 0x20, 0xFF, 0xE1, 0, 4, 9, 9, 0xFF, 0xD9];

    // JFIF, Exif, colours, Photoshop's notes, Adobe's colour mark, a comment, a table.
    [Fact]
    public void A_photograph_keeps_its_colours_and_loses_its_notes()
    {
        byte[] picture =
        [
            0xFF, 0xD8, .. Segment(0xE0, "JFIF"), .. Segment(0xE1, "Exif, someone"), .. Segment(0xE2, "ICC"), .. Segment(0xED, "Photoshop 3.0"), .. Segment(0xEE, "Adobe"),
            .. Segment(0xFE, "remark"), .. Segment(0xEF, "maker"), .. Segment(0xDB, "table"), .. Scan,
        ];

        Assert.Equal([0xFF, 0xD8, .. Segment(0xE0, "JFIF"), .. Segment(0xE2, "ICC"), .. Segment(0xEE, "Adobe"), .. Segment(0xDB, "table"), .. Scan], Cleaned(picture, "jpg"));
    }

    [Fact]
    public void A_photograph_that_ends_at_once_stays() => Assert.Equal([0xFF, 0xD8, 0xFF, 0xD9], Cleaned([0xFF, 0xD8, 0xFF, 0xD9], "jpeg"));

    [Fact]
    public void Behind_the_end_of_a_photograph_nothing_is_looked_at()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xD9, .. Segment(0xE0, "JFIF")];

        Assert.Equal(picture, Cleaned(picture, "jpg"));
    }

    [Fact]
    public void A_photograph_without_a_scan_loses_its_last_note_as_well() =>
        Assert.Equal([0xFF, 0xD8, .. Segment(0xE0, "JFIF")], Cleaned([0xFF, 0xD8, .. Segment(0xE0, "JFIF"), .. Segment(0xE1, "")], "jpg"));

    [Fact]
    public void A_photograph_that_breaks_off_stays_as_it_breaks_off()
    {
        byte[] picture = [0xFF, 0xD8, .. Segment(0xE0, "JFIF"), 0xFF, 0xDB, 0, 40, 1, 2, 3];

        Assert.Equal(picture, Cleaned(picture, "jpg"));
    }

    [Theory]
    [InlineData("tEXt")]
    [InlineData("iTXt")]
    [InlineData("zTXt")]
    [InlineData("eXIf")]
    [InlineData("tIME")]
    public void A_drawing_loses_its_notes(string kind)
    {
        byte[] Picture(byte[] note) => [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", 13), .. note, .. Chunk("IDAT", 40), .. Chunk("IEND", 0)];

        Assert.Equal(Picture([]), Cleaned(Picture(Chunk(kind, 9)), "png"));
        Assert.Equal(Picture([]), Cleaned(Picture([.. Chunk(kind, 0), .. Chunk(kind, 300)]), "png"));
    }

    [Fact]
    public void A_drawing_keeps_its_colours_and_ends_where_it_breaks_off()
    {
        byte[] whole = [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", 13), .. Chunk("iCCP", 20), .. Chunk("pHYs", 9)];

        Assert.Equal(whole, Cleaned([.. whole, .. Chunk("tEXt", 90)[..60]], "png"));
        Assert.Equal(whole, Cleaned([.. whole, .. Chunk("IDAT", 90)[..60]], "png"));
    }

    [Theory]
    [InlineData("gif", "GIF89a and the rest")]
    [InlineData("bmp", "BM and the rest of a bitmap")]
    [InlineData("tiff", "II*\0 and the rest")]
    [InlineData("tif", "II*\0 and the rest")]
    [InlineData("emf", "an enhanced metafile")]
    [InlineData("wmf", "a metafile")]
    public void Other_kinds_stay_as_they_are(string ending, string content)
    {
        var picture = System.Text.Encoding.Latin1.GetBytes(content);

        Assert.Equal(picture, Cleaned(picture, ending));
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("bin")]
    [InlineData("xml")]
    public void A_picture_of_an_unknown_kind_stays_behind(string ending)
    {
        var masked = Masked([1, 2, 3], ending);

        Assert.DoesNotContain(masked.Paths(), p => p.Contains("media", StringComparison.Ordinal));
        Assert.DoesNotContain("<w:drawing", masked.Part("word/document.xml"), StringComparison.Ordinal);
    }

    private static byte[] Cleaned(byte[] picture, string ending)
    {
        var masked = Masked(picture, ending);

        Assert.Contains("r:embed=\"rId1\"", masked.Part("word/document.xml"), StringComparison.Ordinal);
        Assert.Contains($"Target=\"/word/media/image1.{ending}\"", masked.Part("word/_rels/document.xml.rels"), StringComparison.Ordinal);
        return masked.PartBytes($"word/media/image1.{ending}");
    }

    private static MaskedFile Masked(byte[] picture, string ending) => MaskedFile.Of(
        new Docx("""<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>""")
            .Part($"word/media/image1.{ending}", picture)
            .Relation("rId1", "image", $"media/image1.{ending}")
            .Build(),
        "a.docx");

    private static byte[] Segment(byte kind, string content)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(content);
        return [0xFF, kind, 0, (byte)(bytes.Length + 2), .. bytes];
    }

    private static byte[] Chunk(string kind, int length)
    {
        var head = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(head, length);
        System.Text.Encoding.ASCII.GetBytes(kind).CopyTo(head, 4);
        return [.. head, .. Enumerable.Range(1, length).Select(i => (byte)i), 0xC0, 0xC1, 0xC2, 0xC3];
    }
}
