using System.Text;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Images;
using Gongkai.Engines.Documents.Legacy;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>Layers of pages, pictures, old Office files and flat XML files.</summary>
public sealed class OtherLayerTests
{
    [Theory]
    [InlineData("@media screen{#q span{visibility:hidden}}", "HiddenText")]
    [InlineData("@media all { p { color: red } } #q span{display:none}", "HiddenText")]
    [InlineData("@media screen{p{color:red}} @media print{#q span{display:none}}", "Body")]
    [InlineData("@media screen and (max-width:600px){#q span{display:none}}", "Body")]
    public void Rules_for_every_screen_hold_always(string rules, string layer) =>
        Assert.StartsWith(layer, Layers.Print(Utf8($"<html><head><style>{rules}</style></head><body><div id=\"q\"><span>字</span></div></body></html>"), "a.html"), StringComparison.Ordinal);

    [Fact]
    public void A_hidden_sheet_of_a_workbook_in_one_xml_file_is_told() => Assert.Equal(
        "HiddenSheet Sheet B!A1: 暗字",
        Layers.Print(Utf8("""<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="B"><Table><Row><Cell><Data>暗字</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"""), "a.xml"));

    [Fact]
    public void A_flat_document_of_libreoffice_is_known() => Assert.Equal(
        FileType.OpenDocument,
        FileTypeDetector.Detect(Utf8("""<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>"""), "a.fodt"));

    [Fact]
    public void A_webp_picture_tells_where_it_was_taken()
    {
        byte[] gps = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26];
        byte[] picture = [.. "RIFF\0\0\0\0WEBP"u8, .. "VP8 "u8, 1, 0, 0, 0, 9, 0, .. "EXIF"u8, .. BitConverter.GetBytes(gps.Length), .. gps];

        Assert.Equal(["GPS: position"], PictureMetadata.Texts(picture));
    }

    [Fact]
    public void A_compound_file_is_what_its_root_says()
    {
        var file = new Compound().Stream("WordDocument", new byte[16]).Stream("Workbook", new byte[16]).Inside(1).Build();

        Assert.Equal(FileType.Doc, CompoundFile.Detect(file));
    }

    [Fact]
    public void The_table_behind_a_pivot_table_of_an_old_workbook_is_a_cache()
    {
        byte[] cache = [.. Xls.Record(0xC7, [.. new byte[14], .. Xls.Text("列")]), .. Xls.Record(0xCD, Xls.Text("暗字")), .. Xls.Record(0xC9, BitConverter.GetBytes(5d))];
        var file = new Compound().Stream("Workbook", new Xls().Bytes()).Stream("_SX_DB_CUR", []).Stream("0001", cache).Build();

        Assert.Equal("Cache pivot cache 1: 列\t暗字\t5", Layers.Print(file, "a.xls"));
    }

    [Fact]
    public void Words_to_be_spoken_that_the_page_does_not_show_are_read()
    {
        const string content = "BT /F1 12 Tf 72 700 Td /Span <</ActualText (hidden words)>> BDC (open) Tj EMC /Span <</ActualText (open door)>> BDC ( door) Tj EMC ET ";

        Assert.Equal("Body page 1: open door\nProperty page 1 spoken: hidden words", Layers.Print(new PdfBuilder(content).Build(), "a.pdf"));
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}
