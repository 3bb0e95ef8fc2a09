using Gongkai.Engines.Documents;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>Reports out of files that mark their tables, piece by piece as a reader hands them over.</summary>
public sealed class MarkedTablesTests
{
    private const string Title = "岚山学院2021-2022学年信息公开工作年度报告";

    [Fact]
    public void Paragraphs_become_lines_and_the_cells_of_a_row_stand_between_tabs()
    {
        var read = ReportText.FromPieces([Line(Title), .. Table(1, ["渠道", "数量"], ["网站\n首页", "500\t条"]), Line("全文完。")]);

        Assert.Equal(Title + "\n渠道\t数量\n网站 首页\t500 条\n全文完。\n", read.Text);
        var table = Assert.Single(read.Tables);
        Assert.Equal("渠道\t数量\n网站 首页\t500 条", table.Span.Of(read.Text));
        Assert.Equal(["渠道", "数量", "网站 首页", "500 条"], table.Rows.SelectMany(r => r.Select(c => c.Span.Of(read.Text))));
        Assert.Equal([2, 2], table.Rows.Select(r => r.Count));
    }

    [Fact]
    public void A_table_ends_where_another_begins_and_at_the_end_of_the_file()
    {
        var read = ReportText.FromPieces([.. Table(1, ["甲", "1"]), .. Table(2, ["乙", "2"]), Line("其间。"), .. Table(3, [" 丙 ", "3"], ["丁", "4"])]);

        Assert.Equal("甲\t1\n乙\t2\n其间。\n 丙 \t3\n丁\t4\n", read.Text);
        Assert.Equal(["甲\t1", "乙\t2", " 丙 \t3\n丁\t4"], read.Tables.Select(t => t.Span.Of(read.Text)));
        Assert.Equal("丙", read.Tables[2].Rows[0][0].Text);
    }

    [Fact]
    public void Cells_that_a_reader_left_out_are_empty_ones()
    {
        var read = ReportText.FromPieces([Cell(1, 1, 1, "甲"), Cell(1, 1, 4, "乙"), Cell(1, 2, 2, "丙"), Cell(1, 2, 3, ""), Cell(1, 2, 4, "丁")]);

        Assert.Equal("甲\t\t\t乙\n\t丙\t\t丁\n", read.Text);
        Assert.Equal([["甲", "", "", "乙"], ["", "丙", "", "丁"]], read.Tables[0].Rows.Select(r => r.Select(c => c.Text).ToArray()));
        Assert.All(read.Tables[0].Rows.SelectMany(r => r), c => Assert.Equal(c.Text, c.Span.Of(read.Text)));
    }

    [Fact]
    public void Only_the_body_and_its_boxes_are_the_report()
    {
        var read = ReportText.FromPieces(
        [
            new Piece(new Place(Layer.Header, "header"), "内部资料"),
            Line("正文。"),
            new Piece(new Place(Layer.TextBox, "box"), "框内。"),
            new Piece(new Place(Layer.Body, "paragraph 1", "附件.docx"), "附件中。"),
            new Piece(new Place(Layer.Comment, "comment"), "批注。"),
        ]);

        Assert.Equal("正文。\n框内。\n", read.Text);
        Assert.Empty(read.Tables);
    }

    [Fact]
    public void A_column_a_row_and_a_rate_of_a_marked_table_are_checked()
    {
        var report = Audit(
            Line(Title),
            Table(1, ["渠道", "数量"], ["网站", "500"], ["微信", "300"], ["校报", "100"], ["合计", "920"]),
            Line("二、其他渠道"),
            Table(2, ["渠道", "上半年", "下半年", "合计"], ["网站", "20", "30", "50"], ["微信", "10", "15", "26"], ["校报", "20", "30", "50"]),
            Line("三、各类占比"),
            Table(3, ["类别", "数量", "占比"], ["招生", "60", "60%"], ["财务", "30", "30%"], ["人事", "6", "6%"], ["后勤", "4", "14%"]));

        Assert.Equal(
            [("500\n微信\t300\n校报\t100\n合计\t920", "900", "920"), ("微信\t10\t15\t26", "25", "26"), ("14%", "4%", "14%")],
            report.Findings.Where(f => f.Severity == Severity.Error).Select(f => (f.Span.Of(report.Text), f.Expected!, f.Found!)));
    }

    [Fact]
    public void A_marked_table_below_broken_lines_is_found_in_its_place()
    {
        var lines = string.Join('\n', SampleReport.Clean.Split('\n').Where(l => !l.Contains('\t')).SelectMany(l => l.Chunk(34).Select(c => new string(c)))).Split('\n').Select(Line).ToList();
        var report = Audit([.. lines[..^3], .. Table(1, ["渠道", "数量"], ["网站", "500"], ["微信", "300"], ["校报", "100"], ["合计", "920"]), .. lines[^3..]]);

        var finding = Assert.Single(report.Findings, f => f.WordKey == "sum-mismatch.table");
        Assert.Equal(("500\n微信\t300\n校报\t100\n合计\t920", "900", "920"), (finding.Span.Of(report.Text), finding.Expected, finding.Found));
    }

    [Theory]
    [InlineData(50, null, null)]
    [InlineData(47, "50", "47")]
    [InlineData(52, "50", "52")]
    public void The_rows_of_a_marked_catalogue_are_counted(int count, string? expected, string? found)
    {
        var rows = Enumerable.Range(1, count).Select(n => new[] { $"{n}", $"第{n}项公开事项", "党政办公室", $"http://xxgk.lanshan.example.cn/{n}.htm" });

        var report = Audit(Line(Title), Line("一、清单事项公开情况表"), Table(1, [["序号", "事项", "责任部门", "网址"], .. rows]));

        var finding = report.Findings.SingleOrDefault(f => f.Code == ReportCodes.CatalogueCount);
        Assert.Equal((expected, found), (finding?.Expected, finding?.Found));
        Assert.DoesNotContain(report.Findings, f => f.Code == ReportCodes.TableAnnouncedMissing);
    }

    [Fact]
    public void A_marked_table_is_the_one_that_was_announced()
    {
        Piece[] announced = [Line(Title), Line("一、主动公开情况"), Line("各类信息数量如下表所示。")];

        Assert.Single(Audit(announced).Findings, f => f.Code == ReportCodes.TableAnnouncedMissing);
        Assert.DoesNotContain(Audit([.. announced, .. Table(1, ["招生", "1"])]).Findings, f => f.Code == ReportCodes.TableAnnouncedMissing);
        Assert.Single(Audit([.. announced, Line("二、依申请公开情况"), .. Table(1, ["招生", "1"])]).Findings, f => f.Code == ReportCodes.TableAnnouncedMissing);
    }

    private static Report Audit(params object[] parts) =>
        ReportAuditor.Audit(ReportText.FromPieces(parts.SelectMany(p => p is Piece piece ? [piece] : (IEnumerable<Piece>)p)));

    private static Piece Line(string text) => new(Place.Paragraph(1), text);

    private static Piece Cell(int table, int row, int column, string text) => new(Place.Paragraph(1), text, row, column, table);

    private static Piece[] Table(int number, params string[][] rows) => [.. rows.SelectMany((row, r) => row.Select((cell, c) => Cell(number, r + 1, c + 1, cell)))];
}
