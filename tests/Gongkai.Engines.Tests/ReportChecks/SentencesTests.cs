using System.Text.Json;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>Single sentences in a report of two lines: pairs of a right and a wrong one, and right ones that look wrong.</summary>
public sealed class SentencesTests
{
    private const string School = "岚山学院";
    private const string Year = "2021-2022";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "ReportChecks", "Corpus");

    public static TheoryData<string, string, string, string> Pairs
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var pair in new[] { "pairs.json", "forms.json" }.SelectMany(Read))
            {
                data.Add(Of(pair, "code") ?? "", Head(Of(pair, "school"), Of(pair, "year")), Of(pair, "right") ?? "", Of(pair, "wrong") ?? "");
            }

            return data;
        }
    }

    public static TheoryData<string> Traps => [.. JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(Folder, "traps.json")))!];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_wrong_one_of_a_pair_is_found_and_the_right_one_is_not(string code, string head, string right, string wrong)
    {
        Assert.Contains(code, Codes(head, wrong));
        Assert.DoesNotContain(code, Codes(head, right));
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public void What_only_looks_wrong_is_left_alone(string sentence)
    {
        Assert.Empty(Codes(Head(null, null), sentence));
    }

    private static IEnumerable<string> Codes(string head, string sentence) =>
        ReportAuditor.Audit(ReportText.FromText($"{head}{sentence}\n")).Findings.Select(f => f.Code);

    private static string Head(string? school, string? year)
    {
        var years = (year ?? Year).Split('-');
        return $"{school ?? School}{year ?? Year}学年信息公开工作年度报告\n{school ?? School}编制本年度报告。统计时间为{years[0]}年9月1日至{years[1]}年8月31日。\n";
    }

    private static IEnumerable<JsonElement> Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file))).RootElement.EnumerateArray();

    private static string? Of(JsonElement pair, string name) => pair.TryGetProperty(name, out var value) ? value.GetString() : null;
}
