using CsCheck;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>Text out of pages, whose lines end anywhere.</summary>
public sealed class WrappedTextTests
{
    [Fact]
    public void A_number_a_title_and_an_address_cut_in_two_by_a_line_end_are_read_as_one()
    {
        var report = Audit(Wrap(SampleReport.Clean, 37));

        Assert.Empty(report.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Message("en")));
        Assert.Equal(SectionKinds.All, report.Sections.Select(s => s.Kind!.Value));
    }

    [Theory]
    [InlineData(ReportCodes.SumMismatch)]
    [InlineData(ReportCodes.PercentMismatch)]
    [InlineData(ReportCodes.ConflictingFigure)]
    [InlineData(ReportCodes.Placeholder)]
    [InlineData(ReportCodes.MalformedDate)]
    [InlineData(ReportCodes.PeriodMismatch)]
    [InlineData(ReportCodes.CitationTitle)]
    [InlineData(ReportCodes.CitationForm)]
    [InlineData(ReportCodes.CitationOutdated)]
    [InlineData(ReportCodes.SectionCount)]
    [InlineData(ReportCodes.WrongWord)]
    public void Mistakes_are_found_wherever_the_lines_end(string code) => Gen.Int[28, 44].Sample(
        width => Audit(Wrap(SampleReport.Spoiled(code), width)).Findings.Any(f => f.Code == code), iter: 20);

    [Fact]
    public void Every_span_points_into_the_text_as_it_was() => Gen.Int[28, 44].Sample(
        width =>
        {
            var text = Wrap(SampleReport.Clean, width);
            var report = Audit(text);
            return report.Text == text && report.Figures.All(f => f.Span.Of(text).ReplaceLineEndings("") is { Length: > 0 } figure && char.IsLetterOrDigit(figure[0]) && !char.IsWhiteSpace(figure[^1]))
                && report.Figures.Any(f => f is { Value: 640, Unit: "条" } && f.Span.Of(text).ReplaceLineEndings("") == "640条");
        },
        iter: 20);

    [Fact]
    public void A_page_number_within_a_sentence_does_not_part_it()
    {
        var lines = Wrap(SampleReport.Clean, 37).Split('\n').ToList();
        lines.Insert(lines.FindIndex(l => l.Contains("学校网站发布信息", StringComparison.Ordinal)) + 1, "— 3 —");

        Assert.Empty(Audit(string.Join('\n', lines)).Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Message("en")));
    }

    private static Report Audit(string text) => ReportAuditor.Audit(ReportText.FromText(text));

    private static string Wrap(string text, int width) =>
        string.Join('\n', text.Split('\n').SelectMany(line => line.Contains('\t') ? [line] : Lines(line, width)));

    // As a page breaks them: anywhere but within a number or an address, and never before a closing mark.
    private static IEnumerable<string> Lines(string line, int width)
    {
        while (line.Length > width)
        {
            var end = width;
            while (end > 1 && ((char.IsAscii(line[end]) && char.IsAscii(line[end - 1])) || "，。、；：）》〉”〕％%".Contains(line[end])))
            {
                end--;
            }

            yield return line[..end];
            line = line[end..];
        }

        yield return line;
    }
}
