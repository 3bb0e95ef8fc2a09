using System.Text;
using CsCheck;
using Gongkai.Engines.Documents;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

public sealed class HostileTextTests
{
    private static readonly string[] Bits =
    [
        "共", "其中", "包括", "分别为", "，", "。", "；", "、", "：", "（", "）", "《", "》", "“", "”", "〔", "〕", "12", "1,234", "5.1万", "条", "件", "人次", "%", "占", "率",
        "2020年9月1日", "至", "2021年8月31日", "2020-2021学年", "一、", "（二）", "3.", "\n", "\t", "|", "http://", "www.", "大学", "学院", "XX", "?份", "10大类50项", "国务院令第492号",
        "清单事项公开情况表", "等七个部分", "目录", "……", "\u0000", "\uFFFD", "\uD800", "十", "合计", "详见下表", " ", "　", "0", "99999999999999999999",
    ];

    [Trait("Cost", "high")]
    [Fact]
    public void Any_jumble_of_report_words_is_audited_and_every_span_lies_in_the_text() =>
        Gen.Int[0, Bits.Length - 1].Array[0, 200].Sample(picks => SpansHold(string.Concat(picks.Select(p => Bits[p]))), iter: 2000);

    [Trait("Cost", "high")]
    [Fact]
    public void Random_characters_are_audited() =>
        Gen.Char.Array[0, 500].Sample(chars => SpansHold(new string(chars)), iter: 2000);

    [Trait("Cost", "high")]
    [Fact]
    public void A_report_cut_off_anywhere_is_audited() =>
        Gen.Int[0, SampleReport.Clean.Length].Sample(length => SpansHold(SampleReport.Clean[..length]), iter: 300);

    [Trait("Cost", "high")]
    [Theory]
    [InlineData("1")]
    [InlineData("其中12条，")]
    [InlineData("（")]
    [InlineData("《")]
    [InlineData("2020年")]
    [InlineData("一、概述\n")]
    [InlineData("\t")]
    [InlineData("，、；：")]
    [InlineData("http://")]
    [InlineData("大学")]
    [InlineData("共1条（其中1条，")]
    [InlineData("_")]
    [InlineData("2020-2021学年")]
    public async Task Endless_repetition_ends(string bit)
    {
        var text = string.Concat(Enumerable.Repeat(bit, 300_000 / bit.Length));

        var holds = await Task.Run(() => SpansHold(text), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.True(holds);
    }

    [Fact]
    public void Text_in_any_chinese_encoding_is_read_the_same()
    {
        Encoding[] encodings = [new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!];
        foreach (var encoding in encodings)
        {
            using var stream = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(SampleReport.Clean)]);

            var document = ReportDocument.Read(stream, "report.txt", new DocumentReader(), TestContext.Current.CancellationToken);

            Assert.Equal(SampleReport.Clean, document.Text!.Text);
        }
    }

    [Fact]
    public void A_file_without_text_is_not_taken_for_a_clean_report()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(" \n \n"));

        var document = ReportDocument.Read(stream, "report.txt", new DocumentReader(), TestContext.Current.CancellationToken);

        Assert.Null(document.Text);
        Assert.Equal("file.no-text", Assert.Single(document.Findings).Code);
    }

    [Fact]
    public void A_damaged_file_says_so()
    {
        using var stream = new MemoryStream([0x50, 0x4B, 0x03, 0x04, 1, 2, 3, 4, 5, 6, 7, 8]);

        var document = ReportDocument.Read(stream, "report.docx", new DocumentReader(), TestContext.Current.CancellationToken);

        Assert.Null(document.Text);
        Assert.NotEmpty(document.Findings);
    }

    private static bool SpansHold(string text)
    {
        var report = ReportAuditor.Audit(ReportText.FromText(text));
        return report.Text == text
            && report.Findings.All(f => f.Span.Start >= 0 && f.Span.Start <= f.Span.End && f.Span.End <= text.Length && f.Excerpt(text).Length <= 130)
            && report.Figures.All(f => f.Span.Start < f.Span.End && f.Span.End <= text.Length)
            && report.Sections.All(s => s.Span.Start >= 0 && s.Span.End <= text.Length);
    }
}
