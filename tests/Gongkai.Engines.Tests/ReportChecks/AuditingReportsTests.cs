using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.Tests.ReportChecks;

public sealed class AuditingReportsTests
{
    private static readonly string[] Languages = ["zh", "en"];

    public static TheoryData<string> Codes => [.. ReportCodes.All];

    [Fact]
    public void A_report_with_nothing_wrong_gives_nothing()
    {
        Assert.Empty(Audit(SampleReport.Clean).Findings.Select(f => $"{f.Code} {f.Message("en")}"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_is_found_when_its_mistake_is_made(string code)
    {
        var report = Audit(SampleReport.Spoiled(code));

        Assert.NotEqual(SampleReport.Clean, report.Text);
        Assert.Contains(report.Findings, f => f.Code == code);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void One_mistake_is_not_taken_for_another_grave_one(string code)
    {
        var others = Audit(SampleReport.Spoiled(code)).Findings.Where(f => f.Code != code && f.Severity == Severity.Error);

        // Taking a part away makes the announced number of parts wrong as well.
        Assert.Empty(others.Where(f => f.Code != ReportCodes.SectionCount || code != ReportCodes.SectionMissing).Select(f => $"{f.Code} {f.Message("en")}"));
    }

    [Theory]
    [InlineData(ReportCodes.SumMismatch, Severity.Error)]
    [InlineData(ReportCodes.Placeholder, Severity.Error)]
    [InlineData(ReportCodes.MalformedDate, Severity.Error)]
    [InlineData(ReportCodes.PeriodMismatch, Severity.Error)]
    [InlineData(ReportCodes.ConflictingFigure, Severity.Error)]
    [InlineData(ReportCodes.CitationTitle, Severity.Error)]
    [InlineData(ReportCodes.SectionCount, Severity.Error)]
    [InlineData(ReportCodes.TableAnnouncedMissing, Severity.Error)]
    [InlineData(ReportCodes.SectionMissing, Severity.Warning)]
    [InlineData(ReportCodes.DateOutsidePeriod, Severity.Warning)]
    [InlineData(ReportCodes.UnpairedMark, Severity.Warning)]
    [InlineData(ReportCodes.MixedWidth, Severity.Warning)]
    [InlineData(ReportCodes.WrongWord, Severity.Warning)]
    public void What_is_certain_and_grave_is_an_error(string code, Severity severity)
    {
        Assert.Equal(severity, Audit(SampleReport.Spoiled(code)).Findings.First(f => f.Code == code).Severity);
    }

    [Fact]
    public void It_says_whose_report_it_is_and_for_which_year()
    {
        var report = Audit(SampleReport.Clean);

        Assert.Equal("东岭理工大学", report.Institution);
        Assert.Equal(new AcademicYear(2020), report.AcademicYear);
        Assert.Equal(new Period(new DateOnly(2020, 9, 1), new DateOnly(2021, 8, 31)), report.Period);
        Assert.Equal(SectionKinds.All, report.Sections.Select(s => s.Kind!.Value));
    }

    [Fact]
    public void Every_span_points_at_what_it_is_about()
    {
        var report = Audit(SampleReport.Spoiled(ReportCodes.Placeholder));

        Assert.All(report.Sections, s => Assert.StartsWith(s.Title, s.Span.Of(report.Text)));
        Assert.Equal("XX期", Assert.Single(report.Findings).Span.Of(report.Text));
        Assert.Contains(report.Figures, f => f is { Label: "新闻动态", Value: 640, Unit: "条", Section: SectionKind.Proactive } && f.Span.Of(report.Text) == "640条");
    }

    [Fact]
    public void A_sum_says_what_was_expected_and_found()
    {
        var finding = Assert.Single(Audit(SampleReport.Spoiled(ReportCodes.SumMismatch)).Findings);

        Assert.Equal("1270", finding.Expected);
        Assert.Equal("1250", finding.Found);
        Assert.Contains("660 + 410 + 200", finding.Message("zh"));
    }

    [Fact]
    public void Every_word_of_a_finding_is_filled_in_both_languages()
    {
        var unfilled = from code in ReportCodes.All
                       from finding in Audit(SampleReport.Spoiled(code)).Findings
                       from language in Languages
                       let said = finding.Message(language)
                       where said.Contains('{') || said == finding.WordKey
                       select said;

        Assert.Empty(unfilled);
    }

    [Fact]
    public void A_finding_becomes_the_answer_every_engine_gives()
    {
        var report = Audit(SampleReport.Spoiled(ReportCodes.WrongWord));

        var finding = report.Findings[0].ToFinding();

        Assert.Equal(ReportCodes.WrongWord, finding.Code);
        Assert.Equal("截止", report.Text.Substring(finding.Where.Start, finding.Where.Length));
        Assert.NotEqual(finding.Code, WordBook.Engines.Say(finding, "zh"));
    }

    private static Report Audit(string text) => ReportAuditor.Audit(ReportText.FromText(text));
}
