using System.Buffers.Binary;
using System.Text;
using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>What cannot be read is said; it never passes as nothing.</summary>
public sealed class DamagedFileTests
{
    private const string Line = "绝密★长期的材料由保卫处保管，不得外传。";

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.csv", "甲,乙\n")]
    [InlineData("a.html", "<html><head><meta charset=\"utf-8\"></head><body><p>")]
    public void A_byte_lost_from_a_text_does_not_turn_the_rest_into_other_characters(string name, string before)
    {
        var bytes = Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Repeat(Line + "\n", 4)));
        byte[][] damaged = [bytes[..^2], [.. bytes[..^30], 0xE4, .. bytes[^30..]], [.. bytes[..(before.Length + 13)], .. bytes[(before.Length + 14)..]]];

        foreach (var part in damaged)
        {
            Assert.Contains(Read(part, name).Pieces, p => p.Text.Contains("保卫处保管", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("big5")]
    public void Texts_of_the_code_pages_are_read_as_before(string encoding)
    {
        var text = encoding == "big5" ? "本校資訊公開的規定，由校長辦公室負責。" : Line;
        Assert.Contains(Read(Encoding.GetEncoding(encoding).GetBytes(text), "a.txt").Pieces, p => p.Text == text);
    }

    [Fact]
    public void An_archive_that_states_a_smaller_size_is_not_believed()
    {
        var zip = new ZipBuilder().Add("a.txt", string.Concat(Enumerable.Repeat(Line, 20))).Build().ToArray();
        for (var at = 0; at + 4 <= zip.Length; at++)
        {
            var field = zip.AsSpan(at, 4) switch { [0x50, 0x4B, 0x03, 0x04] => 22, [0x50, 0x4B, 0x01, 0x02] => 24, _ => 0 };
            if (field > 0)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + field), 6);
            }
        }

        Assert.Equal("file.unreadable a.zip/a.txt", Problems(zip, "a.zip"));
    }

    [Fact]
    public void A_sheet_that_is_named_and_not_there_is_told()
    {
        var file = new ZipBuilder()
            .Add("xl/workbook.xml", """<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="甲" r:id="rId1"/><sheet name="乙" r:id="rId2"/></sheets></workbook>""")
            .Add("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>""")
            .Add("xl/worksheets/sheet1.xml", """<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>一</t></is></c></row></sheetData></worksheet>""").Build().ToArray();

        Assert.Equal("file.unreadable Sheet 乙", Problems(file, "a.xlsx"));
        Assert.Contains(Read(file, "a.xlsx").Pieces, p => p.Text == "一");
    }

    [Fact]
    public void A_cell_whose_text_is_not_there_is_told()
    {
        var file = new ZipBuilder()
            .Add("xl/workbook.xml", """<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="甲" r:id="rId1"/></sheets></workbook>""")
            .Add("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""")
            .Add("xl/worksheets/sheet1.xml", """<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>3</v></c></row></sheetData></worksheet>""").Build().ToArray();

        Assert.Equal("file.unreadable ", Problems(file, "a.xlsx"));
    }

    [Fact]
    public void Sound_and_film_are_told_as_what_a_person_must_look_at() =>
        Assert.Equal("file.no-text ", Problems([0, 0, 0, 0x18, .. "ftypmp42"u8, 0, 0, 0, 0, .. "mp42isom"u8, .. new byte[64]], "a.mp4"));

    [Fact]
    public void A_page_in_a_font_that_names_no_characters_is_told_like_a_scan()
    {
        var codes = string.Concat(Enumerable.Range(1, 24).Select(i => $"{i % 9 + 1:X4}"));
        var font = "<</Type/Font/Subtype/CIDFontType2/BaseFont/None/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 7 0 R>>";
        var file = new PdfBuilder($"BT /F2 12 Tf 40 200 Td <{codes}> Tj ET").Page("/Resources<</Font<</F2 8 0 R>>>>")
            .Object(font).Object("<</Type/FontDescriptor/FontName/None/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>")
            .Object("<</Type/Font/Subtype/Type0/BaseFont/None/Encoding/Identity-H/DescendantFonts[6 0 R]>>");

        Assert.Equal("file.no-text page 1", Problems(file.Build().ToArray(), "a.pdf"));
    }

    [Fact]
    public void Forms_that_call_forms_over_and_over_are_stopped_before_they_are_drawn()
    {
        var file = new PdfBuilder("/X0 Do").Page("/Resources<</XObject<</X0 6 0 R>>>>");
        for (var i = 0; i < 9; i++)
        {
            file.Stream($"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X{i + 1} {i + 7} 0 R>>>>", string.Concat(Enumerable.Repeat($"/X{i + 1} Do ", 10)));
        }

        file.Stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 1 1 re f");
        var reading = Read(file.Build().ToArray(), "a.pdf");
        _ = reading.Pieces.Count();

        Assert.Contains(reading.Findings, f => f.Code == "file.unreadable" && f.Details["problem"] == nameof(DocumentProblem.TooLarge));
    }

    [Fact]
    public void Templates_units_and_remarks_of_an_ofd_are_read_and_a_missing_page_is_told()
    {
        const string space = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
        var file = new ZipBuilder()
            .Add("OFD.xml", $"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
            .Add("Doc_0/Document.xml", $"<ofd:Document {space}><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"P1.xml\"/><ofd:Page ID=\"2\" BaseLoc=\"P2.xml\"/></ofd:Pages></ofd:Document>")
            .Add("Doc_0/P1.xml", $"<ofd:Page {space}><ofd:TextObject Boundary=\"1 1 9 9\"><ofd:TextCode>页面</ofd:TextCode></ofd:TextObject></ofd:Page>")
            .Add("Doc_0/T.xml", $"<ofd:Page {space}><ofd:TextObject Boundary=\"1 1 9 9\"><ofd:TextCode>模板</ofd:TextCode></ofd:TextObject></ofd:Page>")
            .Add("Doc_0/Res.xml", $"<ofd:Res {space}><ofd:CompositeGraphicUnit><ofd:TextObject><ofd:TextCode>组合</ofd:TextCode></ofd:TextObject></ofd:CompositeGraphicUnit></ofd:Res>")
            .Add("Doc_0/Note.xml", $"<ofd:PageAnnot {space}><ofd:Annot><ofd:Remark>批注</ofd:Remark></ofd:Annot></ofd:PageAnnot>").Build().ToArray();

        Assert.Equal("Body 页面, Annotation 批注, Body 组合, Body 模板", string.Join(", ", Read(file, "a.ofd").Pieces.Where(p => p.Where.Layer != Layer.Name).Select(p => $"{p.Where.Layer} {p.Text}")));
        Assert.Equal("file.unreadable part Doc_0/P2.xml", Problems(file, "a.ofd"));
    }

    [Fact]
    public void Small_letters_above_a_word_are_read()
    {
        var file = new Docx("<w:p><w:r><w:ruby><w:rt><w:r><w:t>注音</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>正文</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>").Build();

        Assert.Equal("paragraph 1: 正文, paragraph 1 ruby: 注音", string.Join(", ", new DocumentReader().Read(file, "a.docx", TestContext.Current.CancellationToken).Pieces.Where(p => p.Where.Layer is Layer.Body or Layer.TextBox).Select(p => $"{p.Where}: {p.Text}")));
    }

    private static DocumentReading Read(byte[] bytes, string name) => new DocumentReader().Read(new MemoryStream(bytes), name, TestContext.Current.CancellationToken);

    private static string Problems(byte[] bytes, string name)
    {
        var reading = Read(bytes, name);
        _ = reading.Pieces.Count();
        return string.Join(", ", reading.Findings.Select(f => $"{f.Code} {f.Where}"));
    }
}
