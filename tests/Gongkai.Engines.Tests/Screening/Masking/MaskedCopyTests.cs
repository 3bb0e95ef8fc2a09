using System.IO.Compression;
using System.Text;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Screening;
using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>What a masked copy keeps.</summary>
public sealed class MaskedCopyTests
{
    private static readonly People People = new(31);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void A_table_keeps_its_encoding_its_marks_and_its_quotes(string encoding, bool hasMark)
    {
        var (id, chosen) = (People.IdNumber(), Encoding.GetEncoding(encoding));
        byte[] mark = hasMark ? chosen.GetPreamble() : [];
        byte[] Bytes(string number) => [.. mark, .. chosen.GetBytes($"姓名;\"备注\";身份证号\r\n张试;\"一;二\";{number}\r\n")];

        var (copy, output) = Mask(new MemoryStream(Bytes(id)), "a.csv");

        Assert.Equal(Bytes(new string('*', 18)), output);
        Assert.Empty(copy.Remaining);
    }

    [Fact]
    public void A_page_keeps_its_encoding()
    {
        var chosen = Encoding.GetEncoding("GB18030");

        var (_, output) = Mask(new MemoryStream(chosen.GetBytes($"<html><head><meta charset=\"gb18030\"></head><body><p>身份证 {People.IdNumber()}</p></body></html>")), "a.html");

        Assert.Equal("<html><head><meta charset=\"gb18030\"></head><body><p>身份证 ******************</p></body></html>", chosen.GetString(output));
    }

    [Fact]
    public void A_workbook_keeps_its_look_and_the_kinds_of_its_cells()
    {
        var id = People.IdNumber();
        var file = new Xlsx()
            .Sheet("名单", """<cols><col min="1" max="1" width="30"/></cols><sheetData><row r="1" ht="20"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"><v>44197</v></c><c r="C1" t="b"><v>1</v></c></row><row r="2" hidden="1"><c r="A2" t="s"><v>2</v></c></row><row r="3"><c r="A3" s="1" t="s"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="D1:E1"/></mergeCells>""")
            .Part("sharedStrings", "sharedStrings.xml", $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>标题</t></si><si><t>{id}</t></si><si><t>暗行</t></si></sst>""")
            .Part("styles", "styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font><sz val="11"/></font></fonts><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>""")
            .Build();

        var (copy, output) = Mask(file, "a.xlsx");

        using var zip = new ZipArchive(new MemoryStream(output));
        var sheet = Part(zip, "xl/worksheets/sheet1.xml");
        Assert.Empty(copy.Remaining);
        Assert.Contains("""<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"><v>44197</v></c><c r="C1" t="b"><v>1</v></c>""", sheet.Replace(" xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("""<col min="1" max="1" width="30" />""", sheet, StringComparison.Ordinal);
        Assert.Contains("""<mergeCell ref="D1:E1" />""", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("暗行", Part(zip, "xl/sharedStrings.xml"), StringComparison.Ordinal);
        Assert.NotNull(zip.GetEntry("xl/styles.xml"));
    }

    [Trait("Cost", "high")]
    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.xlsx")]
    [InlineData("a.html")]
    [InlineData("a.csv")]
    public void Damage_ends_in_a_copy_or_in_a_reason(string name)
    {
        var whole = Samples.Of(name);
        var random = new Random(20250211);
        for (var round = 0; round < 80; round++)
        {
            var bytes = Samples.Damaged(whole, random, round);
            try
            {
                Mask(new MemoryStream(bytes), name);
            }
            catch (DocumentException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    private static string Part(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    private static (MaskedCopy Copy, byte[] Output) Mask(Stream file, string name)
    {
        var output = new MemoryStream();
        var copy = new Masker().Mask(file, name, output, TestContext.Current.CancellationToken);
        return (copy, output.ToArray());
    }
}
