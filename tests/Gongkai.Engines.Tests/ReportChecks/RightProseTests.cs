using System.Text.Json;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>What offices, halls and workshops write, none of it mistyped: doublings, words that meet, and words that few dictionaries have.</summary>
public sealed class RightProseTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "ReportChecks", "Corpus", "right-prose.json");

    public static TheoryData<string> Sentences => [.. JsonSerializer.Deserialize<string[]>(System.IO.File.ReadAllText(File))!];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void No_word_of_right_prose_is_told_as_mistyped(string sentence)
    {
        var report = ReportAuditor.Audit(ReportText.FromText($"岚山学院2021-2022学年信息公开工作年度报告\n{sentence}\n"));

        Assert.Empty(report.Findings.Where(f => f.Code == ReportCodes.WrongWord).Select(f => f.Found));
    }
}
