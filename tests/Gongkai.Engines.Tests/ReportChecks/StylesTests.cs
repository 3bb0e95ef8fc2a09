using System.Text.Json;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>Fourteen reports of schools that do not exist, each in a style of its own, by another hand than the checks: as they should be, and with mistakes as careless staff make them.</summary>
public sealed class StylesTests
{
    private const int Near = 25;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "ReportChecks", "Corpus", "Styles");

    public static TheoryData<string> Clean => [.. Directory.GetFiles(Folder, "*-clean.txt").Select(f => Path.GetFileName(f)!).Order()];

    [Theory]
    [MemberData(nameof(Clean))]
    public void A_report_as_it_should_be_holds_no_error(string name) =>
        Assert.Empty(Audit(name).Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Code} {f.Message("zh")}"));

    // Not all are found: what a check learns to find raises the first number, and neither may fall.
    [Fact]
    public void Most_mistakes_are_found_and_hardly_an_error_is_wrong()
    {
        var (planted, found, errors, right) = (0, 0, 0, 0);
        foreach (var file in Directory.GetFiles(Folder, "*-spoilt.txt"))
        {
            var report = Audit(Path.GetFileName(file));
            var mistakes = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json"))).RootElement.GetProperty("planted").EnumerateArray().ToList();
            var hits = mistakes.ConvertAll(m => report.Findings.Where(f => IsIt(report, f, m)).ToList());
            planted += mistakes.Count;
            found += hits.Count(h => h.Count > 0);
            errors += report.Findings.Count(f => f.Severity == Severity.Error);
            right += report.Findings.Count(f => f.Severity == Severity.Error && hits.Exists(h => h.Contains(f)));
        }

        Assert.True(found >= planted * 0.96, $"{found} of {planted}");
        Assert.True(right >= errors * 0.95, $"{right} of {errors}");
    }

    private static bool IsIt(Report report, ReportFinding finding, JsonElement mistake)
    {
        var places = mistake.GetProperty("at").EnumerateArray().Select(p => p.GetString()!).ToList();
        return mistake.GetProperty("codes").EnumerateArray().Any(c => c.GetString() == finding.Code)
            && (places.Count == 0 || places.Exists(p => AllOf(report.Text, p).Any(at => finding.Span.Start < at + p.Length + Near && finding.Span.End > at - Near)));
    }

    private static IEnumerable<int> AllOf(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static Report Audit(string name) => ReportAuditor.Audit(ReportText.FromText(File.ReadAllText(Path.Combine(Folder, name))));
}
