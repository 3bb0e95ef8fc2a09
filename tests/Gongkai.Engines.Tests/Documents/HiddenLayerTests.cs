using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Tests.Documents;

public sealed class HiddenLayerTests
{
    [Fact]
    public void A_word_document_tells_its_hidden_layers_apart()
    {
        var file = new Docx("""
            <w:p><w:r><w:t>正文</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏字</w:t></w:r></w:p>
            <w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>白字</w:t></w:r></w:p>
            <w:p><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>小字</w:t></w:r></w:p>
            <w:p><w:r><w:rPr><w:highlight w:val="black"/></w:rPr><w:t>涂黑</w:t></w:r></w:p>
            <w:p><w:ins><w:r><w:t>插入</w:t></w:r></w:ins><w:del><w:r><w:delText>删除</w:delText></w:r></w:del></w:p>
            <w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>暗行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """)
            .Part("comments", "comments.xml", Docx.Wrap("comments", """<w:comment w:id="0"><w:p><w:r><w:t>批注</w:t></w:r></w:p></w:comment>"""))
            .Part("header", "header1.xml", Docx.Wrap("hdr", "<w:p><w:r><w:t>页眉</w:t></w:r></w:p>"))
            .Raw("docProps/custom.xml", """<Properties><property name="经办"><lpwstr>某科</lpwstr></property></Properties>""")
            .Raw("customXml/item1.xml", "<root><a>数据</a></root>")
            .Build();

        Assert.Equal("""
            Name file name: 甲
            Body paragraph 1: 正文
            HiddenText paragraph 1: 隐藏字
            HiddenText paragraph 2: 白字
            HiddenText paragraph 3: 小字
            HiddenText paragraph 4: 涂黑
            Body paragraph 5: 插入
            TrackedChange paragraph 5 insertion: 插入
            TrackedChange paragraph 5 deletion: 删除
            HiddenRow table 1, row 1, column 1: 暗行
            Header header 1: 页眉
            Comment comment 1: 批注
            Property property custom 经办: 某科
            Property custom xml item1.xml: 数据
            """, Print(file, "甲.docx"), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void White_text_on_a_dark_cell_is_seen()
    {
        var file = new Docx("""<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F497D"/></w:tcPr><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>表头</w:t></w:r></w:p></w:tc></w:tr></w:tbl>""").Build();

        Assert.Contains("Body table 1, row 1, column 1: 表头", Print(file, "甲.docx"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_tells_its_hidden_layers_apart()
    {
        var file = new Xlsx()
            .Sheet("名单", """
                <cols><col min="2" max="2" hidden="1"/></cols>
                <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>见</t></is></c><c r="B1" t="inlineStr"><is><t>暗列</t></is></c><c r="C1" s="1" t="inlineStr"><is><t>白字</t></is></c></row>
                <row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>暗行</t></is></c></row></sheetData>
                """)
            .Sheet("底稿", """<sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData>""", "veryHidden")
            .Names("""<definedName name="库" hidden="1">底稿!A1</definedName><definedName name="_xlnm._FilterDatabase" hidden="1">名单!A1</definedName><definedName name="外">[1]表!A1</definedName>""")
            .Part("styles", "styles.xml", """<styleSheet><fonts><font><sz val="11"/></font><font><sz val="11"/><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf fontId="0"/><xf fontId="1" fillId="0"/></cellXfs></styleSheet>""")
            .Raw("xl/worksheets/_rels/sheet1.xml.rels", """<Relationships><Relationship Id="r1" Type="http://x/comments" Target="../comments1.xml"/></Relationships>""")
            .Raw("xl/comments1.xml", """<comments><commentList><comment ref="A1"><text><r><t>批注</t></r></text></comment></commentList></comments>""")
            .Raw("xl/pivotCache/pivotCacheDefinition1.xml", """<pivotCacheDefinition><cacheFields><cacheField><sharedItems><s v="缓存"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>""")
            .Raw("xl/externalLinks/externalLink1.xml", """<externalLink><externalBook><sheetDataSet><sheetData><row><cell><v>外缓存</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>""")
            .Build();

        Assert.Equal("""
            Name file name: 甲
            Name Sheet 名单: 名单
            Body Sheet 名单!A1: 见
            HiddenColumn Sheet 名单!B1: 暗列
            HiddenText Sheet 名单!C1: 白字
            HiddenRow Sheet 名单!A2: 暗行
            Comment Sheet 名单!A1 comment: 批注
            Name Sheet 底稿: 底稿
            HiddenSheet Sheet 底稿!A1: 5
            DefinedName name 库: 底稿!A1
            DefinedName name 外: [1]表!A1
            Cache pivot cache 1: 缓存
            Cache external cache 1: 外缓存
            """, Print(file, "甲.xlsx"), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Numbers_are_read_as_their_cell_shows_them()
    {
        var file = new Xlsx()
            .Sheet("表", """<sheetData><row r="1"><c r="A1" s="1"><v>44197</v></c><c r="B1"><v>1.10105199003071E+17</v></c><c r="C1" s="2"><v>7</v></c><c r="D1"><v>0.1</v></c></row></sheetData>""")
            .Part("styles", "styles.xml", """<styleSheet><numFmts><numFmt numFmtId="170" formatCode="000"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>""")
            .Build();

        Assert.EndsWith("Sheet 表!A1: 2021-01-01\nBody Sheet 表!B1: 110105199003071000\nBody Sheet 表!C1: 007\nBody Sheet 表!D1: 0.1", Print(file, "甲.xlsx"), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_inside_files_carry_the_path_that_leads_to_them()
    {
        var inner = new ZipBuilder().Add("说明.txt", "内文").Build();
        var file = new ZipBuilder().Add("里.zip", inner.ToArray()).Build();

        Assert.Contains("Body 外.zip/里.zip/说明.txt!line 1: 内文", Print(file, "外.zip"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_what_its_name_says_is_reported_and_still_read()
    {
        var reading = new DocumentReader().Read(new Xlsx().Sheet("表", "<sheetData/>").Build(), "甲.pdf", TestContext.Current.CancellationToken);

        Assert.NotEmpty(reading.Pieces.ToList());
        Assert.Equal(("file.type-mismatch", FileType.Xlsx), (reading.Findings.Single().Code, reading.Type));
    }

    private static string Print(MemoryStream file, string name) =>
        string.Join('\n', new DocumentReader().Read(file, name, TestContext.Current.CancellationToken).Pieces.Select(p => $"{p.Where.Layer} {p.Where}: {p.Text}"));
}
