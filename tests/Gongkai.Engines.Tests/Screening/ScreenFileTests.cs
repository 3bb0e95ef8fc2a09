using System.Text;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Screening;
using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening;

public sealed class ScreenFileTests
{
    private static readonly People People = new(3);

    [Fact]
    public void A_sheet_is_understood_by_the_heads_of_its_columns()
    {
        var csv = $"姓名,证件号码,联系方式,卡号,出生年月,家庭住址,学号,项目编号\n张试,{People.OldIdNumber()},{People.Mobile()},{People.Card()},2003.05,云川省安宁市和平路1号,2021010101,13812345678\n";

        Assert.Equal(
            "row 2, column 2 pii.id-number; row 2, column 3 pii.mobile; row 2, column 4 pii.bank-card; row 2, column 5 pii.birth-date; row 2, column 6 pii.home-address; row 2, column 7 pii.student-number",
            Print(csv));
    }

    [Fact]
    public void Columns_that_give_a_number_away_together_are_reported()
    {
        const string Csv = "姓名,身份证前六位,出生日期,身份证后四位\n张试,110105,1990-03-07,002X\n李验,110105,,1234\n";

        Assert.Equal("row 2, column 3 pii.birth-date; row 2, column 4 pii.id-number-partial", Print(Csv));
    }

    [Fact]
    public void Sheets_that_give_a_number_away_together_are_reported()
    {
        var file = new Xlsx()
            .Sheet("一", Rows(["姓名", "身份证号"], ["张试", "110105********002X"], ["李验", "3301**********1234"]))
            .Sheet("二", Rows(["姓名", "出生日期"], ["张试", "1990-03-07"]))
            .Build();

        Assert.Equal("Sheet 二!B2 pii.birth-date; Sheet 一!B2 pii.id-number-partial", Print(file, "a.xlsx"));
    }

    [Fact]
    public void Where_a_link_of_a_sheet_leads_is_read()
    {
        var file = new Xlsx().Sheet("一", Rows(["姓名"], ["张试"]))
            .Raw("xl/worksheets/_rels/sheet1.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="tel:13800138000" TargetMode="External"/></Relationships>""")
            .Build();

        Assert.Equal("Sheet 一 link pii.mobile", Print(file, "a.xlsx"));
    }

    [Fact]
    public void A_cell_outside_a_table_keeps_what_it_carries()
    {
        Assert.Equal("attribute 1 data-tel pii.mobile", Print(Stream("<html><body><p>公示</p><td data-tel=\"13800138000\"></td></body></html>"), "a.html"));
    }

    [Theory]
    [InlineData("a.png", true)]
    [InlineData("a.jpg", false)]
    [InlineData("a.heic", false)]
    public void A_picture_of_another_kind_than_its_name_is_a_mismatch(string name, bool isOther)
    {
        Assert.Equal(isOther, FileTypeDetector.IsOtherPicture(new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46]), name));
    }

    [Fact]
    public void A_number_over_several_cells_is_put_together()
    {
        var id = People.IdNumber();
        var boxes = "证号," + string.Join(',', id.ToCharArray());

        Assert.Equal("row 1, column 2 pii.id-number", Print(boxes + "\n"));
        Assert.Equal("row 1, column 1 pii.id-number", Print($"{id[..6]},{id[6..14]},{id[14..]}\n"));
    }

    [Fact]
    public void Hardship_beside_a_name_is_sensitive()
    {
        Assert.Equal("row 2, column 2 pii.sensitive", Print("姓名,困难类型\n张试,单亲家庭\n李验,无\n"));
    }

    [Fact]
    public void A_cell_under_a_head_is_no_label_of_the_next()
    {
        Assert.Equal(
            "row 2, column 2 pii.sensitive; row 2, column 3 pii.birth-date",
            Ordered(Print("姓名,困难情况,出生日期\n张试,低保家庭，父亲肝癌,1978-06-18\n")));
    }

    [Theory]
    [InlineData("乙肝表面抗原阳性，需复查")]
    [InlineData("HIV初筛待复检")]
    [InlineData("重度抑郁，建议就诊精神科")]
    [InlineData("肺结节，疑似恶性")]
    [InlineData("因患抑郁症住院治疗")]
    public void Illness_beside_a_name_is_sensitive(string text) => Assert.Equal("row 2, column 3 pii.sensitive", Print($"姓名,部门,说明\n张试,外国语学院,{text}\n"));

    [Theory]
    [InlineData("乙肝表面抗原阳性患者的护理研究")]
    [InlineData("抑郁症住院治疗模式分析")]
    [InlineData("肿瘤学")]
    [InlineData("精神科主任")]
    public void Illness_as_the_subject_of_work_is_not(string text) => Assert.Equal("", Print($"姓名,部门,说明\n张试,医学院,{text}\n"));

    [Fact]
    public void Illness_under_a_head_of_work_is_not() => Assert.Equal("", Print("姓名,职称,研究方向\n王试,教授,肿瘤早期诊断与治疗\n李验,讲师,重度抑郁的认知行为治疗\n"));

    [Fact]
    public void A_passport_is_told_by_the_cell_to_its_left() =>
        Assert.Equal("row 2, column 3 pii.passport", Print("姓名,证件类型,证件号码\nNguyen,护照,C0357103\n"));

    [Theory]
    [InlineData("tel:+86", "点击拨打", "paragraph 1 link pii.mobile")]
    [InlineData("https://gk.example.edu.cn/cv?mobile=", "简历", "paragraph 1 link pii.mobile")]
    [InlineData("https://gk.example.edu.cn/cv/", "简历", "")]
    public void The_target_of_a_link_in_a_word_document_is_read(string target, string words, string found)
    {
        var file = new Docx($"""<w:p><w:hyperlink r:id="rId1"><w:r><w:t>{words}</w:t></w:r></w:hyperlink></w:p>""").Relation("rId1", "hyperlink", target + People.Mobile(), isOutside: true).Build();

        Assert.Equal(found, Print(file, "a.docx"));
    }

    [Fact]
    public void What_is_written_behind_a_picture_is_read()
    {
        var file = new Docx($"""<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="手机{People.Mobile()}" title="公示"/></wp:inline></w:drawing></w:r><w:r><w:t>正文</w:t></w:r></w:p>""").Build();

        Assert.Equal("paragraph 1 picture pii.mobile", Print(file, "a.docx"));
    }

    [Theory]
    [InlineData("<script>var d = {\"电话\":\"$\"};</script>", "attribute 1 script pii.mobile")]
    [InlineData("<style>/* 电话 $ */</style>", "attribute 1 style pii.mobile")]
    [InlineData("<template><p>电话 $</p></template>", "hidden element 1 hidden.text; hidden element 1 pii.mobile")]
    [InlineData("<p style=\"color:#FFFFFF;background:#ffffff\">正文</p>", "hidden element 1 hidden.text")]
    [InlineData("<p style=\"background-color: black; color: #000\">正文</p>", "hidden element 1 hidden.text")]
    [InlineData("<p style=\"font-size:0\">正文</p>", "hidden element 1 hidden.text")]
    [InlineData("<p style=\"position:absolute;left:-9999px\">正文</p>", "hidden element 1 hidden.text")]
    [InlineData("<p style=\"height:0; overflow:hidden\">正文</p>", "hidden element 1 hidden.text")]
    [InlineData("<p style=\"height:40px; overflow:hidden\">正文</p>", "")]
    [InlineData("<p style=\"color:#fff;background:#003366\">正文</p>", "")]
    [InlineData("<p style=\"color:#fff;background-image:url(banner.png)\">正文</p>", "")]
    [InlineData("<p style=\"text-indent:-2em;margin-left:-12px\">正文</p>", "")]
    [InlineData("<script>var build = '20240901.1';</script>", "")]
    public void What_a_page_keeps_from_its_readers_is_found(string hidden, string places) =>
        Assert.Equal(places, Print(Stream($"<html><body><p>公示</p>{hidden.Replace("$", People.Mobile(), StringComparison.Ordinal)}</body></html>"), "a.html"));

    [Fact]
    public void A_note_at_the_end_has_its_place()
    {
        var notes = Docx.Wrap("endnotes", $"""<w:endnote w:type="separator" w:id="0"><w:p/></w:endnote><w:endnote w:id="2"><w:p><w:r><w:t>手机{People.Mobile()}</w:t></w:r></w:p></w:endnote>""");
        var file = new Docx(Docx.Paragraph("正文")).Part("endnotes", "endnotes.xml", notes).Build();

        Assert.Equal("endnote 1 pii.mobile", Print(file, "a.docx"));
    }

    [Fact]
    public void Each_box_over_text_of_a_pdf_counts()
    {
        var file = Samples.Pdf("BT /F1 12 Tf 72 700 Td (one) Tj ET 1 1 1 rg 70 690 100 30 re f 0 g BT /F1 12 Tf 300 700 Td (open) Tj ET BT /F1 12 Tf 72 600 Td (two) Tj ET 70 590 100 30 re f BT /F1 12 Tf 3 Tr 72 500 Td (three) Tj ET");

        var finding = Assert.Single(new Screener().Screen(new MemoryStream(file), "a.pdf", TestContext.Current.CancellationToken).Findings);
        Assert.Equal(("hidden.text", "3"), (finding.Code, finding.Details["count"]));
    }

    [Fact]
    public void Attributes_that_hold_data_for_scripts_are_read() =>
        Assert.Equal("attribute 1 data-mobile pii.mobile", Print(Stream($"<html><body><p>公示</p><p data-mobile=\"{People.Mobile()}\">正文</p></body></html>"), "a.html"));

    [Fact]
    public void Every_hidden_layer_has_its_code_and_one_place()
    {
        var file = new Xlsx()
            .Sheet("名单", """
                <cols><col min="2" max="2" hidden="1"/></cols>
                <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>见</t></is></c><c r="B1" t="inlineStr"><is><t>列</t></is></c></row><row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>行</t></is></c><c r="B2" t="inlineStr"><is><t>行</t></is></c></row></sheetData>
                """)
            .Sheet("底稿", Rows(["甲", "乙"]), "hidden")
            .Names("""<definedName name="库" hidden="1">名单!A1</definedName>""")
            .Raw("xl/worksheets/_rels/sheet1.xml.rels", """<Relationships><Relationship Id="r1" Type="http://x/comments" Target="../comments1.xml"/></Relationships>""")
            .Raw("xl/comments1.xml", """<comments><commentList><comment ref="A1"><text><t>注</t></text></comment></commentList></comments>""")
            .Raw("xl/pivotCache/pivotCacheDefinition1.xml", """<pivotCacheDefinition><cacheFields><cacheField><sharedItems><s v="缓"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>""")
            .Raw("docProps/core.xml", """<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>张试甲</dc:creator><dc:title>名单</dc:title></cp:coreProperties>""")
            .Build();

        Assert.Equal(
            "Sheet 名单!column B hidden.column; Sheet 名单!row 2 hidden.row; Sheet 名单!A1 comment hidden.comment; Sheet 底稿 hidden.sheet; name 库 hidden.name; pivot cache 1 hidden.cache; property creator hidden.property",
            Print(file, "a.xlsx"));
    }

    [Theory]
    [InlineData("Microsoft Office User")]
    [InlineData("Administrator")]
    [InlineData("openpyxl")]
    [InlineData("云川大学")]
    [InlineData("lenovo")]
    public void An_ordinary_office_file_is_clean(string creator)
    {
        var file = new Docx(Docx.Paragraph("关于放假的通知")).Raw("docProps/core.xml", $"""<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>{creator}</dc:creator></cp:coreProperties>""")
            .Raw("docProps/custom.xml", """<Properties><property name="KSOProductBuildVer"><lpwstr>2052-12.1</lpwstr></property></Properties>""").Build();

        Assert.Equal("", Print(file, "a.docx"));
    }

    [Fact]
    public void Text_under_a_box_and_white_text_of_a_pdf_are_hidden()
    {
        var covered = Samples.Pdf("BT /F1 12 Tf 72 700 Td (secret) Tj ET 1 1 1 rg 70 690 100 30 re f 0 g BT /F1 12 Tf 72 600 Td (open) Tj ET");
        var white = Samples.Pdf("BT /F1 12 Tf 72 700 Td (open) Tj 1 1 1 rg 0 -30 Td (secret) Tj ET");
        var ground = Samples.Pdf("0.9 1 1 rg 70 690 100 30 re f 0 g BT /F1 12 Tf 72 700 Td (open) Tj ET");

        Assert.Equal("page 1 hidden.text", Print(new MemoryStream(covered), "a.pdf"));
        Assert.Equal("page 1 hidden.text", Print(new MemoryStream(white), "a.pdf"));
        Assert.Equal("", Print(new MemoryStream(ground), "a.pdf"));
    }

    [Fact]
    public void A_picture_asks_for_a_person_and_tells_its_metadata() =>
        Assert.Equal(" file.no-text; picture hidden.exif", Print(new MemoryStream(Samples.Jpeg("someone")), "a.jpg"));

    [Fact]
    public void A_list_that_may_show_student_numbers_does()
    {
        var screened = new Screener(ScreeningProfile.Named("award")).Screen(Stream("姓名,学号\n张试,2021010101\n"), "a.csv", TestContext.Current.CancellationToken);

        Assert.Empty(screened.Findings);
    }

    [Trait("Cost", "high")]
    [Theory]
    [InlineData(".docx")]
    [InlineData(".xlsx")]
    [InlineData(".html")]
    [InlineData(".csv")]
    public void Whatever_is_in_a_file_screening_comes_to_an_end(string ending)
    {
        var whole = Samples.Of("a" + ending);
        var random = new Random(5);
        for (var round = 0; round < 60; round++)
        {
            var bytes = (byte[])whole.Clone();
            for (var i = 0; i <= round / 4; i++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Assert.NotNull(new Screener().Screen(new MemoryStream(bytes), "a" + ending, TestContext.Current.CancellationToken).Findings);
        }
    }

    [Trait("Cost", "high")]
    [Theory]
    [InlineData("出生")]
    [InlineData("机密")]
    [InlineData("家庭住址")]
    [InlineData("2003年5")]
    [InlineData("*")]
    [InlineData("1 ")]
    [InlineData("张患有")]
    [InlineData("@qq.com")]
    [InlineData("云大〔2024〕")]
    public void A_text_made_to_keep_a_search_busy_does_not(string unit)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        foreach (var text in new[] { string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length)), unit + new string(' ', 200_000), string.Concat(Enumerable.Repeat(unit + new string(' ', 50), 4000)) })
        {
            Assert.NotNull(new Screener().Screen(Stream(text), "a.txt", TestContext.Current.CancellationToken));
            Assert.NotNull(Gongkai.Engines.Documents.DocumentFacts.Read([new Gongkai.Engines.Documents.Piece(Place.Paragraph(1), text)]));
        }

        Assert.True(started.Elapsed < TimeSpan.FromSeconds(20), $"It took {started.Elapsed}.");
    }

    private static string Rows(params string[][] rows) => "<sheetData>" + string.Concat(rows.Select((cells, r) =>
        $"<row r=\"{r + 1}\">" + string.Concat(cells.Select((text, c) => $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")) + "</row>")) + "</sheetData>";

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Ordered(string findings) => string.Join("; ", findings.Split("; ").Order(StringComparer.Ordinal));

    private static string Print(string csv) => Print(Stream(csv), "a.csv");

    private static string Print(MemoryStream file, string name) =>
        string.Join("; ", new Screener().Screen(file, name, TestContext.Current.CancellationToken).Findings.Select(f => $"{f.Where} {f.Code}"));
}
