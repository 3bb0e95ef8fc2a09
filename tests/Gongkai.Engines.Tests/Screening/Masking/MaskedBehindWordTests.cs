using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>What a Word document keeps behind its text: names, tips, captions, settings, controls. It stays where it does no harm, and is masked.</summary>
public sealed class MaskedBehindWordTests
{
    private const string Mobile = "13800138000";
    private const string Masked = "138****8000";

    [Theory]
    [InlineData("""<w:p><w:hyperlink w:anchor="a" w:tooltip="手机N"><w:r><w:t>文</w:t></w:r></w:hyperlink></w:p>""")]
    [InlineData("""<w:p><w:fldSimple w:instr=" QUOTE &quot;手机N&quot; "><w:r><w:t>文</w:t></w:r></w:fldSimple></w:p>""")]
    [InlineData("""<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:type="text" w:val="手机N" /><w:textInput><w:default w:val="手机N" /></w:textInput></w:ffData></w:fldChar></w:r></w:p>""")]
    [InlineData("""<w:tbl><w:tblPr><w:tblCaption w:val="手机N" /><w:tblDescription w:val="手机N" /></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>文</w:t></w:r></w:p></w:tc></w:tr></w:tbl>""")]
    [InlineData("""<w:p><w:r><w:drawing><wp:docPr id="1" name="图片N.jpg" title="手机N" /></w:drawing></w:r></w:p>""")]
    [InlineData("""<m:oMathPara xmlns:m="m"><m:oMath><m:r><m:t>手机N</m:t></m:r></m:oMath></m:oMathPara>""")]
    [InlineData("""<w:p><w:r><w:pict><v:shape id="图片N" alt="手机N" style="width:10pt" /></w:pict></w:r></w:p>""")]
    public void Words_that_no_line_shows_are_masked(string xml) =>
        Assert.Contains(xml.Replace("N", Masked, StringComparison.Ordinal), Body(xml.Replace("N", Mobile, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void A_formula_that_stands_by_itself_is_read() => Assert.Contains(
        "pii.mobile",
        new Gongkai.Engines.Screening.Screener().Screen(new Docx("""<m:oMathPara xmlns:m="m"><m:oMath><m:r><m:t>手机13800138000</m:t></m:r></m:oMath></m:oMathPara>""").Build(), "a.docx", TestContext.Current.CancellationToken).Findings.Select(f => f.Code));

    [Fact]
    public void A_bookmark_gets_another_name_wherever_it_is_named()
    {
        var xml = Body("""<w:p><w:bookmarkStart w:id="1" w:name="N13800138000"/><w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="2" w:name="好书签"/><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF N138001</w:instrText></w:r><w:r><w:instrText>38000 \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:hyperlink w:anchor="N13800138000"/><w:fldSimple w:instr=" PAGEREF N13800138000 \h "/></w:p>""");

        Assert.Contains("""<w:bookmarkStart w:id="1" w:name="name1" />""", xml, StringComparison.Ordinal);
        Assert.Contains("""w:name="好书签" """, xml, StringComparison.Ordinal);
        Assert.Contains("""<w:instrText> REF name1 \h </w:instrText></w:r><w:r><w:instrText></w:instrText>""", xml, StringComparison.Ordinal);
        Assert.Contains("""<w:hyperlink w:anchor="name1" /><w:fldSimple w:instr=" PAGEREF name1 \h " />""", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_gets_another_name_wherever_it_is_named()
    {
        var masked = MaskedFile.Of(
            new Docx("""<w:p><w:pPr><w:pStyle w:val="s13800138000"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p>""")
                .Part("styles", "styles.xml", Docx.Wrap("styles", """<w:style w:styleId="s13800138000"><w:name w:val="某人13900139000"/></w:style><w:style w:styleId="b"><w:name w:val="heading 1"/><w:basedOn w:val="s13800138000"/></w:style>"""))
                .Part("numbering", "numbering.xml", Docx.Wrap("numbering", """<w:abstractNum><w:lvl><w:lvlText w:val="手机13800138000第%1条"/></w:lvl></w:abstractNum>""")).Build(),
            "a.docx");

        var id = System.Text.RegularExpressions.Regex.Match(masked.Part("word/document.xml"), "pStyle w:val=\"(name\\d)\"").Groups[1].Value;
        Assert.Matches($"""<w:style w:styleId="{id}"><w:name w:val="name\d" /></w:style><w:style w:styleId="b"><w:name w:val="heading 1" /><w:basedOn w:val="{id}" /></w:style>""", masked.Part("word/styles.xml"));
        Assert.Contains("手机138****8000第%1条", masked.Part("word/numbering.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_shape_the_pages_stay_and_no_others() => Assert.EndsWith(
        """><w:defaultTabStop w:val="420" /><w:evenAndOddHeaders /><w:compat><w:compatSetting w:name="compatibilityMode" w:val="15" /></w:compat></w:settings>""",
        MaskedFile.Of(
            new Docx(Docx.Paragraph("正文")).Part("settings", "settings.xml", Docx.Wrap("settings", """<w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars><w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat><w:rsids/>""")).Build(),
            "a.docx").Part("word/settings.xml"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""<w14:checkbox xmlns:w14="w14"><w14:checked w14:val="1" /></w14:checkbox>""", """<w14:checkbox xmlns:w14="w14"><w14:checked w14:val="1" /></w14:checkbox>""")]
    [InlineData("""<w:alias w:val="手机13800138000" /><w:tag w:val="a" /><w:dataBinding w:xpath="/a" /><w:placeholder /><w:text />""", """<w:alias w:val="手机138****8000" /><w:text />""")]
    [InlineData("""<w:dropDownList><w:listItem w:value="手机13800138000" /><w:listItem w:value="是" /></w:dropDownList>""", """<w:dropDownList><w:listItem w:value="是" /></w:dropDownList>""")]
    [InlineData("""<w:date w:fullDate="1974-12-21T00:00:00Z"><w:dateFormat w:val="yyyy" /></w:date>""", """<w:date><w:dateFormat w:val="yyyy" /></w:date>""")]
    public void A_control_stays_and_is_bound_to_nothing(string properties, string left) => Assert.Contains(
        $"<w:sdt><w:sdtPr>{left}</w:sdtPr><w:sdtContent><w:p><w:r><w:t>文</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        Body($"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtEndPr /><w:sdtContent><w:p><w:r><w:t>文</w:t></w:r></w:p></w:sdtContent></w:sdt>"),
        StringComparison.Ordinal);

    [Fact]
    public void A_control_without_properties_or_content_is_none() => Assert.Contains(
        "<w:body><w:p><w:r><w:t>文</w:t></w:r></w:p></w:body>",
        Body("<w:sdt><w:sdtPr><w:tag w:val=\"a\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>文</w:t></w:r></w:p></w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent/></w:sdt>"),
        StringComparison.Ordinal);

    [Fact]
    public void Charts_and_diagrams_stay_without_the_workbook_behind_them()
    {
        var masked = MaskedFile.Of(
            new Docx("""<w:p><w:r><w:drawing><a:chart r:id="rId1"/></w:drawing></w:r><w:r><w:drawing><a:relIds r:dm="rId2" r:lo="rId3"/></w:drawing></w:r></w:p>""")
                .Relation("rId1", "chart", "charts/chart1.xml").Relation("rId2", "diagramData", "diagrams/data1.xml").Relation("rId3", "diagramLayout", "diagrams/layout1.xml")
                .Raw("word/charts/chart1.xml", """<c:chart xmlns:c="c" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:numCache><c:v>13800138000</c:v><c:v>5</c:v></c:numCache><c:v>手机13800138000</c:v><c:externalData r:id="rId1"/></c:chart>""")
                .Raw("word/charts/_rels/chart1.xml.rels", """<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/a.xlsx"/></Relationships>""")
                .Raw("word/embeddings/a.xlsx", "x").Raw("word/diagrams/data1.xml", """<d><p><r><t>手机138001</t></r><r><t>38000</t></r></p><prSet phldrT="手机13800138000"/></d>""").Raw("word/diagrams/layout1.xml", "<l/>").Build(),
            "a.docx");

        Assert.EndsWith("><c:numCache><c:v>0</c:v><c:v>5</c:v></c:numCache><c:v>手机138****8000</c:v></c:chart>", masked.Part("word/charts/chart1.xml"), StringComparison.Ordinal);
        Assert.EndsWith("""<d><p><r><t>手机138***</t></r><r><t>*8000</t></r></p><prSet phldrT="手机138****8000" /></d>""", masked.Part("word/diagrams/data1.xml"), StringComparison.Ordinal);
        Assert.Contains("""<w:r><w:drawing><a:chart r:id="rId1" /></w:drawing></w:r><w:r><w:drawing><a:relIds r:dm="rId2" r:lo="rId3" /></w:drawing></w:r>""", masked.Part("word/document.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain(masked.Paths(), p => p.Contains("embeddings", StringComparison.Ordinal) || p.Contains("chart1.xml.rels", StringComparison.Ordinal));
    }

    [Fact]
    public void Line_ends_around_a_part_change_nothing() => Assert.Equal(
        ["paragraph 1: 手机 138****8000"],
        MaskedFile.Of(new Docx("").Build(), "a.docx").Pieces().Concat(MaskedFile.Of(
            new ZipBuilder().Add("[Content_Types].xml", "<?xml version=\"1.0\"?>\r\n<Types/>\r\n").Add("word/document.xml", "<?xml version=\"1.0\"?>\r\n" + Docx.Wrap("document", $"<w:body>{Docx.Paragraph("手机 13800138000")}</w:body>").Split("?>")[1] + "\r\n").Build(), "a.docx").Pieces()));

    private static string Body(string body) => MaskedFile.Of(new Docx(body).Build(), "a.docx").Part("word/document.xml");
}
