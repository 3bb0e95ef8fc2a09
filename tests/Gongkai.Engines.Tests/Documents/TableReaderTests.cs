using System.Text;
using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Tests.Documents;

public sealed class TableReaderTests
{
    [Fact]
    public void A_word_table_is_a_full_grid_with_its_merged_places_marked()
    {
        var file = new Docx("""
            <w:tbl>
              <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>类别</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr>
              <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>丁</w:t></w:r></w:p></w:tc></w:tr>
            </w:tbl>
            """).Build();

        Assert.Equal("类别|甲\\n乙|←\n↑|丙|丁", Print(TableReader.Read(file, "表.docx", cancel: TestContext.Current.CancellationToken).Single()));
    }

    [Fact]
    public void A_web_table_is_the_same_grid()
    {
        var file = Text("<table><tr><td rowspan=2>类别</td><td colspan=2>甲<br>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>");

        Assert.Equal("类别|甲\\n乙|←\n↑|丙|丁", Print(TableReader.Read(file, "表.html", cancel: TestContext.Current.CancellationToken).Single()));
    }

    [Fact]
    public void Quotes_keep_commas_and_line_breaks_of_a_csv_together()
    {
        var file = Text("序号,事项\n1,\"学费,\n住宿费\"\n");

        Assert.Equal("序号|事项\n1|学费,\\n住宿费", Print(TableReader.Read(file, "表.csv", cancel: TestContext.Current.CancellationToken).Single()));
    }

    [Fact]
    public void A_sheet_gives_its_merged_ranges()
    {
        var file = new Xlsx().Sheet("清单", """
            <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>类别</t></is></c><c r="B1"><v>3</v></c></row><row r="2"><c r="B2"><v>4</v></c></row></sheetData>
            <mergeCells><mergeCell ref="A1:A2"/></mergeCells>
            """).Build();

        var table = TableReader.Read(file, "清单.xlsx", cancel: TestContext.Current.CancellationToken).Single();

        Assert.Equal("清单", table.Name);
        Assert.Equal("类别|3\n↑|4", Print(table));
    }

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Print(DocumentTable table) => string.Join('\n', table.Rows.Select(row =>
        string.Join('|', row.Select(c => c.ContinuesAbove ? "↑" : c.ContinuesLeft ? "←" : c.Text.Replace("\n", "\\n", StringComparison.Ordinal)))));
}
