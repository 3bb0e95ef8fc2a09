using System.Xml.Linq;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>Which parts of a Word document are taken over, and how the copy holds together.</summary>
public sealed class MaskedWordPartsTests
{
    private const string OfWord = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    [Theory]
    [InlineData("styles", "styles")]
    [InlineData("numbering", "numbering")]
    [InlineData("fontTable", "fonts")]
    [InlineData("header", "hdr")]
    [InlineData("footer", "ftr")]
    [InlineData("footnotes", "footnotes")]
    [InlineData("endnotes", "endnotes")]
    public void A_part_that_prints_is_taken_over_and_masked(string type, string root)
    {
        var masked = MaskedFile.Of(Whole(type, Docx.Wrap(root, "<!-- 留言 --><w:p><w:r><w:t>手机 13800138000</w:t></w:r></w:p>")), "a.docx");

        Assert.Contains("<w:p><w:r><w:t>手机 138****8000</w:t></w:r></w:p>", masked.Part("word/part.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("留言", masked.Everything(), StringComparison.Ordinal);
        Assert.Equal(
            """<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/TYPE" Target="/word/part.xml" />""".Replace("TYPE", type, StringComparison.Ordinal),
            Assert.Single(Relations(masked, "word/_rels/document.xml.rels")));
        Assert.Contains($"/word/part.xml {OfWord}.{type}+xml", Types(masked));
        Assert.Empty(masked.Copy.Remaining);
    }

    [Fact]
    public void The_theme_is_taken_over() =>
        Assert.Contains("word/part.xml", MaskedFile.Of(Whole("theme", """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"/>"""), "a.docx").Paths());

    [Theory]
    [InlineData("comments", "comments")]
    [InlineData("commentsExtended", "commentsEx")]
    [InlineData("people", "people")]
    [InlineData("webSettings", "webSettings")]
    [InlineData("glossaryDocument", "glossaryDocument")]
    [InlineData("customXml", "item")]
    public void A_part_that_does_not_print_stays_behind(string type, string root)
    {
        var masked = MaskedFile.Of(Whole(type, Docx.Wrap(root, "<w:p><w:r><w:t>手机 13800138000</w:t></w:r></w:p>")), "a.docx");

        Assert.Equal(["word/document.xml", "_rels/.rels", "[Content_Types].xml"], masked.Paths());
        Assert.Empty(masked.Copy.Remaining);
    }

    [Fact]
    public void Properties_macros_and_files_put_in_stay_behind()
    {
        var masked = MaskedFile.Of(
            new Docx(Docx.Paragraph("正文"))
                .Raw("docProps/core.xml", "<a>张试</a>").Raw("customXml/item1.xml", "<a>张试</a>").Raw("word/embeddings/a.txt", "张试").Raw("word/media/image1.png", "张试").Raw("word/stray.xml", "<a>张试</a>")
                .Build(),
            "a.docx");

        Assert.Equal(["word/document.xml", "_rels/.rels", "[Content_Types].xml"], masked.Paths());
    }

    [Fact]
    public void The_copy_says_what_its_parts_are()
    {
        var masked = MaskedFile.Of(Whole("header", Docx.Wrap("hdr", "<w:p/>")), "a.docx");

        Assert.Equal(["/word/document.xml application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", $"/word/part.xml {OfWord}.header+xml"], Types(masked).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["""<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document.xml" />"""],
            Relations(masked, "_rels/.rels"));
        Assert.Equal(
            ["bmp image/bmp", "emf image/x-emf", "gif image/gif", "jpeg image/jpeg", "jpg image/jpeg", "png image/png", "rels application/vnd.openxmlformats-package.relationships+xml", "tif image/tiff", "tiff image/tiff", "wmf image/x-wmf", "xml application/xml"],
            XDocument.Parse(masked.Part("[Content_Types].xml")).Root!.Elements().Where(e => e.Name.LocalName == "Default").Select(e => $"{e.Attribute("Extension")!.Value} {e.Attribute("ContentType")!.Value}").Order(StringComparer.Ordinal));
        Assert.All(masked.Paths(), p => Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"", masked.Part(p), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_link_out_of_the_document_stays_and_is_masked()
    {
        var masked = MaskedFile.Of(
            new Docx("""<w:p><w:hyperlink r:id="rId1"><w:r><w:t>拨打</w:t></w:r></w:hyperlink><w:hyperlink r:id="rId2"><w:r><w:t>网站</w:t></w:r></w:hyperlink></w:p>""")
                .Relation("rId1", "hyperlink", "tel:13800138000", isOutside: true).Relation("rId2", "hyperlink", "https://example.edu.cn/?a=1&amp;mobile=13800138000", isOutside: true).Build(),
            "a.docx");

        Assert.Equal(
            [
                """<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="tel:138****8000" TargetMode="External" />""",
                """<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.edu.cn/?a=1&amp;mobile=138****8000" TargetMode="External" />""",
            ],
            Relations(masked, "word/_rels/document.xml.rels"));
        Assert.Contains("""<w:hyperlink r:id="rId1"><w:r><w:t>拨打</w:t></w:r></w:hyperlink>""", masked.Part("word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_refers_to_a_part_that_stays_behind_goes()
    {
        const string Picture = """<w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r><w:r><w:pict><v:imagedata r:id="rId1"/></w:pict></w:r><w:r><w:object><v:shape r:id="rId1"/></w:object></w:r>""";
        var masked = MaskedFile.Of(
            new Docx($"""<w:p>{Picture}<w:r><w:drawing><a:blip r:embed=""/></w:drawing></w:r><w:hyperlink r:id="rId2"><w:r><w:t>附件</w:t></w:r></w:hyperlink><w:hyperlink w:anchor="a"><w:r><w:t>书签</w:t></w:r></w:hyperlink></w:p>""")
                .Relation("rId1", "image", "https://example.org/a.png", isOutside: true).Relation("rId2", "oleObject", "embeddings/a.bin").Build(),
            "a.docx");

        Assert.Contains(
            """<w:p><w:r /><w:r /><w:r /><w:r><w:drawing><a:blip r:embed="" /></w:drawing></w:r><w:r><w:t>附件</w:t></w:r><w:hyperlink w:anchor="a"><w:r><w:t>书签</w:t></w:r></w:hyperlink></w:p>""",
            masked.Part("word/document.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("word/_rels/document.xml.rels", masked.Paths());
    }

    [Fact]
    public void A_picture_that_several_parts_show_is_taken_over_once()
    {
        var header = Docx.Wrap("hdr", """<w:p><w:r><w:drawing><a:blip r:embed="rId7"/></w:drawing></w:r></w:p>""");
        var masked = MaskedFile.Of(
            new Docx("""<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>""")
                .Part("word/media/image1.png", [1, 2, 3]).Relation("rId1", "image", "media/image1.png").Relation("rId2", "image", "media/missing.png")
                .Part("header", "header1.xml", header)
                .Raw("word/_rels/header1.xml.rels", """<Relationships><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>""")
                .Build(),
            "a.docx");

        Assert.Equal(["word/media/image1.png"], masked.Paths().Where(p => p.Contains("media", StringComparison.Ordinal)));
        Assert.Contains("r:embed=\"rId7\"", masked.Part("word/header1.xml"), StringComparison.Ordinal);
        Assert.Equal(["rId7"], Relations(masked, "word/_rels/header1.xml.rels").Select(r => r.Split('"')[1]));
        Assert.Equal(["rId1", "rId12"], Relations(masked, "word/_rels/document.xml.rels").Select(r => r.Split('"')[1]));
    }

    [Fact]
    public void Parts_that_refer_to_one_another_in_a_circle_are_taken_over_once()
    {
        var masked = MaskedFile.Of(
            new Docx(Docx.Paragraph("正文"))
                .Part("header", "header1.xml", Docx.Wrap("hdr", "<w:p/>")).Relation("rId2", "footer", "missing.xml")
                .Raw("word/_rels/header1.xml.rels", """<Relationships><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>""")
                .Build(),
            "a.docx");

        Assert.Equal(["word/_rels/header1.xml.rels", "word/document.xml", "word/header1.xml"], masked.Paths().Where(p => p.StartsWith("word/", StringComparison.Ordinal) && !p.Contains("document.xml.rels", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(["rId10"], Relations(masked, "word/_rels/document.xml.rels").Select(r => r.Split('"')[1]));
    }

    [Fact]
    public void A_style_that_hides_is_found_through_the_relation_of_the_document() => Assert.Equal(
        ["paragraph 1: 明"],
        MaskedFile.Of(
            new Docx("""<w:p><w:r><w:t>明</w:t></w:r><w:r><w:rPr><w:rStyle w:val="A"/></w:rPr><w:t>暗</w:t></w:r></w:p>""")
                .Part("styles", "other.xml", Docx.Wrap("styles", """<w:style w:type="character" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>""")).Build(),
            "a.docx").Pieces());

    [Fact]
    public void A_document_whose_main_part_lies_elsewhere_is_copied_there()
    {
        var masked = MaskedFile.Of(
            new ZipBuilder()
                .Add("[Content_Types].xml", "<Types/>")
                .Add("_rels/.rels", """<Relationships><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>""")
                .Add("word/document2.xml", Docx.Wrap("document", $"<w:body>{Docx.Paragraph("手机 13800138000")}</w:body>"))
                .Build(),
            "a.docx");

        Assert.Equal(["word/document2.xml", "_rels/.rels", "[Content_Types].xml"], masked.Paths());
        Assert.Equal(
            ["""<Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml" />"""],
            Relations(masked, "_rels/.rels"));
        Assert.Equal(["paragraph 1: 手机 138****8000"], masked.Pieces());
    }

    [Fact]
    public void A_part_that_only_the_copy_needs_and_that_is_damaged_ends_it() => Assert.Equal(
        DocumentProblem.Broken,
        Assert.Throws<DocumentException>(() => MaskedFile.Of(Whole("theme", "<a:theme"), "a.docx")).Problem);

    [Fact]
    public void A_document_without_its_main_part_is_refused() => Assert.Equal(
        DocumentProblem.Broken,
        Assert.Throws<DocumentException>(() => MaskedFile.Of(new ZipBuilder().Add("[Content_Types].xml", "<Types/>").Add("word/document2.xml", "<a/>").Build(), "a.docx")).Problem);

    private static MemoryStream Whole(string type, string part) => new Docx(Docx.Paragraph("正文")).Raw("word/part.xml", part).Relation("rId1", type, "part.xml")
        .Build($"""<Override PartName="/word/part.xml" ContentType="{OfWord}.{type}+xml"/><Override PartName="/word/document.xml" ContentType="{OfWord}.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="x"/>""");

    private static IEnumerable<string> Relations(MaskedFile masked, string path) =>
        XDocument.Parse(masked.Part(path)).Root!.Elements().Select(e => e.ToString().Replace(" xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"", "", StringComparison.Ordinal));

    private static IEnumerable<string> Types(MaskedFile masked) =>
        XDocument.Parse(masked.Part("[Content_Types].xml")).Root!.Elements(XName.Get("Override", "http://schemas.openxmlformats.org/package/2006/content-types"))
            .Select(e => $"{e.Attribute("PartName")!.Value} {e.Attribute("ContentType")!.Value}");
}
