using System.Text.Json;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>Whole reports of schools that do not exist, each as it should be and with mistakes planted in it; what was planted stands
/// beside each.</summary>
public sealed class CorpusTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "ReportChecks", "Corpus");

    public static TheoryData<string> Reports => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order()];

    [Theory]
    [MemberData(nameof(Reports))]
    public void What_was_planted_is_found_and_nothing_else_is_called_an_error(string name)
    {
        var planted = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.json"))).RootElement.GetProperty("planted")
            .EnumerateArray().Select(code => code.GetString()!).ToList();

        var report = ReportAuditor.Audit(ReportText.FromText(File.ReadAllText(Path.Combine(Folder, $"{name}.txt"))));

        Assert.Empty(planted.Except(report.Findings.Select(f => f.Code)));
        Assert.Empty(report.Findings.Where(f => f.Severity == Severity.Error && !planted.Contains(f.Code)).Select(f => $"{f.Code} {f.Message("en")}"));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Each_says_its_school_its_year_and_its_eight_parts(string name)
    {
        var report = ReportAuditor.Audit(ReportText.FromText(File.ReadAllText(Path.Combine(Folder, $"{name}.txt"))));

        Assert.StartsWith(report.Institution!, report.Text.Trim());
        Assert.NotNull(report.AcademicYear);
        Assert.InRange(report.Sections.Count, 7, 9);
        Assert.All(report.Sections, s => Assert.NotNull(s.Kind));
    }
}
