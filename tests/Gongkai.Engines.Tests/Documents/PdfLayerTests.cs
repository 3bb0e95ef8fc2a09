using System.Text;
using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>What a PDF holds besides what its pages show.</summary>
public sealed class PdfLayerTests
{
    private const string Open = "BT /F1 12 Tf 72 700 Td (open) Tj ET ";

    [Fact]
    public void A_file_behind_a_paper_clip_is_read()
    {
        var file = new PdfBuilder(Open).Page("/Annots[6 0 R]")
            .Object("<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 7 0 R>>")
            .Object("<</Type/Filespec/F(a.txt)/EF<</F 8 0 R>>>>")
            .Stream("/Type/EmbeddedFile", "inner words");

        Assert.Equal("Body page 1: open\nEmbedded embedded a.txt: a.txt\nBody a.pdf/a.txt!line 1: inner words", Print(file));
    }

    [Fact]
    public void A_file_that_is_listed_and_clipped_is_told_once()
    {
        var file = new PdfBuilder(Open).Page("/Annots[6 0 R]").Catalog("/Names<</EmbeddedFiles<</Names[(a.txt) 7 0 R]>>>>")
            .Object("<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 7 0 R>>")
            .Object("<</Type/Filespec/F(a.txt)/EF<</F 8 0 R>>>>")
            .Stream("/Type/EmbeddedFile", "inner words");

        Assert.Equal("Body page 1: open\nEmbedded embedded a.txt: a.txt\nBody a.pdf/a.txt!line 1: inner words", Print(file));
    }

    [Fact]
    public void The_source_that_a_hybrid_file_carries_is_read()
    {
        var file = new PdfBuilder(Open).Trailer("/AdditionalStreams [/application#2Fvnd#2Eoasis#2Eopendocument#2Etext 6 0 R\n]").Stream("", "not an odt");

        Assert.Contains("\nEmbedded embedded source.odt: source.odt\n", Print(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_that_stand_only_in_the_packet_are_told()
    {
        const string Packet = """
            <?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" pdf:Keywords="key" pdf:Producer="maker">
            <dc:title><rdf:Alt><rdf:li>notice</rdf:li></rdf:Alt></dc:title><dc:subject><rdf:Bag><rdf:li>one</rdf:li><rdf:li>two</rdf:li></rdf:Bag></dc:subject>
            <dc:description><rdf:Alt><rdf:li>words</rdf:li></rdf:Alt></dc:description><pdfx:Handler>someone</pdfx:Handler></rdf:Description></rdf:RDF></x:xmpmeta>
            """;
        var file = new PdfBuilder(Open).Catalog("/Metadata 6 0 R").Trailer("/Info 7 0 R").Stream("/Type/Metadata/Subtype/XML", Packet).Object("<</Title(notice)>>");

        Assert.Equal("""
            Body page 1: open
            Property property title: notice
            Property property keywords: key
            Property property keywords: one; two
            Property property description: words
            Property property custom Handler: someone
            """, Print(file), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_damaged_packet_leaves_the_pages_readable()
    {
        var file = new PdfBuilder(Open).Catalog("/Metadata 6 0 R").Stream("/Type/Metadata/Subtype/XML", "<x><y>");

        Assert.Equal("Body page 1: open", Print(file));
    }

    [Theory]
    [InlineData("/Filter/DCTDecode", false)]
    [InlineData("/Filter[/ASCII85Decode/DCTDecode]", true)]
    [InlineData("/Filter/FlateDecode", false)]
    [InlineData("/Filter[/ASCII85Decode/FlateDecode]", true)]
    public void The_words_behind_a_scan_are_no_secret(string filter, bool isText)
    {
        var file = new PdfBuilder("q 595 0 0 842 0 0 cm /X Do Q BT /F1 12 Tf 3 Tr 72 600 Td (recognised) Tj ET")
            .Page("/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>")
            .Stream($"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray{filter}", isText ? "zz~>" : "....");

        Assert.Equal("Body page 1: recognised", Print(file));
    }

    [Fact]
    public void Words_without_ink_over_a_small_picture_are_hidden()
    {
        var file = new PdfBuilder(Open + "q 200 0 0 50 60 580 cm /X Do Q BT /F1 12 Tf 3 Tr 72 600 Td (secret) Tj ET")
            .Page("/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>")
            .Stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", ".");

        Assert.Equal("Body page 1: open\nHiddenText page 1: secret", Print(file));
    }

    [Fact]
    public void What_a_program_writes_of_its_links_is_no_remark()
    {
        var file = new PdfBuilder(Open).Page("/Annots[6 0 R 7 0 R]")
            .Object("<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(1)/Dest[3 0 R/XYZ 0 0 0]>>").Object("<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(remark)>>");

        Assert.Equal("Body page 1: open\nProperty page 1 link: 1\nAnnotation page 1 annotation: remark", Print(file));
    }

    [Theory]
    [InlineData("", "900 600")]
    [InlineData("", "72 -50")]
    [InlineData("", "-300 600")]
    [InlineData("", "72 900")]
    [InlineData("/CropBox[0 300 595 842]", "72 100")]
    [InlineData("/MediaBox[0 0 595 842]/Rotate 90", "72 -50")]
    [InlineData("/MediaBox[100 100 695 942]", "72 50")]
    public void Words_off_the_page_are_hidden(string page, string place) =>
        Assert.Equal("Body page 1: open\nHiddenText page 1: secret", Print(new PdfBuilder($"BT /F1 12 Tf 150 500 Td (open) Tj ET BT /F1 12 Tf {place} Td (secret) Tj ET").Page(page)));

    [Theory]
    [InlineData("/Rotate 90")]
    [InlineData("/Rotate 180")]
    [InlineData("/Rotate 270")]
    [InlineData("/CropBox[0 300 595 842]")]
    [InlineData("/CropBox[0 300 595 842]/Rotate 90")]
    [InlineData("/MediaBox[100 100 695 942]/Rotate 270")]
    public void However_a_page_is_cut_and_turned_its_words_are_seen(string page)
    {
        var words = Print(new PdfBuilder("BT /F1 12 Tf 110 310 Td (low) Tj ET BT /F1 12 Tf 500 820 Td (high) Tj ET").Page(page));

        Assert.DoesNotContain("HiddenText", words, StringComparison.Ordinal);
        Assert.Contains("low", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/OC/M BDC", "/D<</OFF[6 0 R]>>", true)]
    [InlineData("/OC/M BDC", "/D<</BaseState/OFF>>", true)]
    [InlineData("/OC/M BDC", "/D<</BaseState/OFF/ON[6 0 R]>>", false)]
    [InlineData("/OC/M BDC", "/D<</ON[6 0 R]>>", false)]
    [InlineData("/OC/N BDC", "/D<</OFF[6 0 R]>>", false)]
    [InlineData("/OC/N BDC", "/D<</OFF[6 0 R 7 0 R]>>", true)]
    public void Words_in_a_layer_that_is_off_are_hidden(string mark, string start, bool isHidden)
    {
        var file = new PdfBuilder($"{Open}{mark} BT /F1 12 Tf 72 600 Td (layer) Tj ET EMC")
            .Page("/Resources<</Font<</F1 5 0 R>>/Properties<</M 6 0 R/N 8 0 R>>>>").Catalog($"/OCProperties<</OCGs[6 0 R 7 0 R]{start}>>")
            .Object("<</Type/OCG/Name(one)>>").Object("<</Type/OCG/Name(two)>>").Object("<</Type/OCMD/OCGs[6 0 R 7 0 R]>>");

        Assert.Equal(isHidden ? "Body page 1: open\nHiddenText page 1: layer" : "Body page 1: open\nlayer", Print(file));
    }

    [Theory]
    [InlineData("/F 2", "Annotation")]
    [InlineData("/F 32", "Annotation")]
    [InlineData("/F 4", "Body")]
    [InlineData("", "Body")]
    public void A_field_that_no_page_shows_is_hidden(string flags, string layer)
    {
        var file = new PdfBuilder(Open).Page("/Annots[6 0 R]").Catalog("/AcroForm<</Fields[6 0 R]>>")
            .Object($"<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V(value)/Rect[0 0 9 9]{flags}>>");

        Assert.Equal($"Body page 1: open\n{layer} page 1 field: value", Print(file));
    }

    [Fact]
    public void Fields_within_fields_are_read()
    {
        var file = new PdfBuilder(Open).Page("/Annots[7 0 R]").Catalog("/AcroForm<</Fields[6 0 R]>>")
            .Object("<</T(person)/Kids[7 0 R]>>").Object("<</Type/Annot/Subtype/Widget/Parent 6 0 R/FT/Tx/T(f)/V(value)/Rect[0 0 9 9]/F 2>>");

        Assert.Equal("Body page 1: open\nAnnotation page 1 field: value", Print(file));
    }

    [Theory]
    [InlineData("/DCTDecode", false)]
    [InlineData("[/ASCIIHexDecode/DCTDecode]", true)]
    public void A_picture_tells_its_metadata_however_it_is_packed(string filter, bool isHex)
    {
        var bytes = Samples.Jpeg("someone");
        var file = new PdfBuilder(Open + "q 50 0 0 50 60 80 cm /X Do Q").Page("/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>")
            .Stream($"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Filter{filter}", isHex ? Encoding.ASCII.GetBytes(Convert.ToHexString(bytes) + ">") : bytes);

        Assert.StartsWith("Body page 1: open\nExif page 1 picture: artist: ", Print(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tel:01000000001", true)]
    [InlineData("mailto:someone@example.edu.cn", true)]
    [InlineData("https://www.example.edu.cn/q?idcard=100000000000000001", true)]
    [InlineData("https://www.example.edu.cn/2024/list.html", false)]
    public void Links_that_lead_to_a_person_or_carry_a_number_are_told(string target, bool isTold)
    {
        var file = new PdfBuilder(Open).Page("/Annots[6 0 R]").Object($"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI({target})>>>>");

        Assert.Equal(isTold ? $"Body page 1: open\nProperty page 1 link: {target}" : "Body page 1: open", Print(file));
    }

    [Fact]
    public void Titles_of_the_outline_that_hold_figures_are_told()
    {
        var file = new PdfBuilder(Open).Catalog("/Outlines 6 0 R")
            .Object("<</Type/Outlines/First 7 0 R/Last 8 0 R/Count 2>>")
            .Object("<</Title(person 1001)/Parent 6 0 R/Next 8 0 R/Dest[3 0 R/XYZ 0 0 0]>>")
            .Object("<</Title(chapter)/Parent 6 0 R/Prev 7 0 R/Dest[3 0 R/XYZ 0 0 0]>>");

        Assert.Equal("Body page 1: open\nProperty outline: person 1001", Print(file));
    }

    private static string Print(PdfBuilder file) => string.Join(
        '\n', new DocumentReader().Read(file.Build(), "a.pdf", TestContext.Current.CancellationToken).Pieces.Where(p => p.Where.Layer != Layer.Name).Select(p => $"{p.Where.Layer} {p.Where}: {p.Text}"));
}
