using System.Text.Json;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>Single sentences in a report of two lines: pairs of a right and a wrong one, and right ones that look wrong.</summary>
public sealed class SentencesTests
{
    private const string Head = "岚山学院2021-2022学年信息公开工作年度报告\n统计时间为2021年9月1日至2022年8月31日。\n";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "ReportChecks", "Corpus");

    public static TheoryData<string, string, string> Pairs
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var pair in JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "pairs.json"))).RootElement.EnumerateArray())
            {
                data.Add(pair.GetProperty("code").GetString()!, pair.GetProperty("right").GetString()!, pair.GetProperty("wrong").GetString()!);
            }

            return data;
        }
    }

    public static TheoryData<string> Traps => [.. JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(Folder, "traps.json")))!];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_wrong_one_of_a_pair_is_found_and_the_right_one_is_not(string code, string right, string wrong)
    {
        Assert.Contains(code, Codes(wrong));
        Assert.DoesNotContain(code, Codes(right));
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public void What_only_looks_wrong_is_left_alone(string sentence)
    {
        Assert.Empty(Codes(sentence));
    }

    private static IEnumerable<string> Codes(string sentence) =>
        ReportAuditor.Audit(ReportText.FromText($"{Head}{sentence}\n")).Findings.Select(f => f.Code);
}
