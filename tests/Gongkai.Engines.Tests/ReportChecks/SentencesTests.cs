using System.Text.Json;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>Single sentences in a report of two lines: pairs of a right and a wrong one, and right ones that look wrong.</summary>
public sealed class SentencesTests
{
    private const string School = "岚山学院";
    private const string Year = "2021-2022";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "ReportChecks", "Corpus");

    // The files say the same kind of thing; where a pair names a school or a year, its report is of that.
    private static readonly string[] Files = ["pairs.json", "figures.json", "forms.json", "words.json", "readings.json"];

    public static TheoryData<string, string, string, string, string> Pairs
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string>();
            foreach (var pair in Files.SelectMany(file => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file))).RootElement.EnumerateArray()))
            {
                data.Add(Read(pair, "code"), Read(pair, "right"), Read(pair, "wrong"), Read(pair, "school", School), Read(pair, "year", Year));
            }

            return data;
        }
    }

    private static readonly string[] TrapFiles = ["traps.json", "readings-traps.json"];

    public static TheoryData<string> Traps => [.. TrapFiles.SelectMany(file => JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(Folder, file)))!)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_wrong_one_of_a_pair_is_found_and_the_right_one_is_not(string code, string right, string wrong, string school, string year)
    {
        Assert.Contains(code, Codes(wrong, school, year));
        Assert.DoesNotContain(code, Codes(right, school, year));
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public void What_only_looks_wrong_is_left_alone(string sentence)
    {
        Assert.Empty(Codes(sentence, School, Year));
    }

    private static string Read(JsonElement pair, string name, string otherwise = "") => pair.TryGetProperty(name, out var value) ? value.GetString()! : otherwise;

    private static IEnumerable<string> Codes(string sentence, string school, string year) =>
        ReportAuditor.Audit(ReportText.FromText($"{Head(school, year)}{sentence}\n")).Findings.Select(f => f.Code);

    private static string Head(string school, string year)
    {
        var years = year.Split('-');
        return $"{school}{year}学年信息公开工作年度报告\n{school}编制本年度报告。统计时间为{years[0]}年9月1日至{years[1]}年8月31日。\n";
    }
}
