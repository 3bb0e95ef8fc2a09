using System.Text.Json;
using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.Tests.Pages;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>Single sentences in a report of two lines: pairs of a right and a wrong one, and right ones that look wrong.</summary>
public sealed class SentencesTests
{
    private const string School = "岚山学院";
    private const string Year = "2021-2022";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "ReportChecks", "Corpus");

    // The files say the same kind of thing; where a pair names a school or a year, its report is of that.
    private static readonly string[] Files = ["pairs.json", "figures.json", "forms.json", "words.json", "readings.json"];

    // What is said of each pair, under the wrong sentence, in *.answer beside the files; a person has looked at it.
    private static readonly Lazy<Dictionary<string, string>> Answers = new(ReadAnswers);

    public static TheoryData<string, string, string, string, string> Pairs
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string>();
            foreach (var (code, right, wrong, school, year) in Files.SelectMany(PairsOf))
            {
                data.Add(code, right, wrong, school, year);
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
        var ofWrong = Audit(wrong, school, year);
        var ofRight = Audit(right, school, year);

        Assert.Contains(code, ofWrong.Findings.Select(f => f.Code));
        Assert.DoesNotContain(code, ofRight.Findings.Select(f => f.Code));
        Assert.Equal(Answers.Value[Key(code, wrong, school, year)], Said(ofWrong, ofRight));
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public void What_only_looks_wrong_is_left_alone(string sentence)
    {
        Assert.Empty(Audit(sentence, School, Year).Findings.Select(f => f.Code));
    }

    private static string Read(JsonElement pair, string name, string otherwise = "") => pair.TryGetProperty(name, out var value) ? value.GetString()! : otherwise;

    private static Report Audit(string sentence, string school, string year) => ReportAuditor.Audit(ReportText.FromText($"{Head(school, year)}{sentence}\n"));

    private static IEnumerable<(string Code, string Right, string Wrong, string School, string Year)> PairsOf(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file))).RootElement.EnumerateArray()
            .Select(p => (Read(p, "code"), Read(p, "right"), Read(p, "wrong"), Read(p, "school", School), Read(p, "year", Year)));

    private static Dictionary<string, string> ReadAnswers()
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files)
        {
            if (EnginePage.Regenerating)
            {
                var made = PairsOf(file).Select(p => $"{Key(p.Code, p.Wrong, p.School, p.Year)}\n{Said(Audit(p.Wrong, p.School, p.Year), Audit(p.Right, p.School, p.Year))}");
                EnginePage.MustBeFile(AnswerTo(file), string.Join('\n', made));
            }

            foreach (var answer in EnginePage.ReadFile(AnswerTo(file)).TrimEnd('\n').Split("\n\n"))
            {
                var end = answer.IndexOf('\n', StringComparison.Ordinal);
                answers[end < 0 ? answer : answer[..end]] = end < 0 ? "" : answer[(end + 1)..] + "\n";
            }
        }

        return answers;
    }

    private static string AnswerTo(string file) => $"tests/Gongkai.Engines.Tests/ReportChecks/Corpus/{Path.ChangeExtension(file, ".answer")}";

    private static string Key(string code, string wrong, string school, string year) => $"# {code}, {school} {year}: {Flat(wrong)}";

    private static string Said(Report ofWrong, Report ofRight) => string.Concat(ofWrong.Findings.Select(f => Line("wrong", f, ofWrong)).Concat(ofRight.Findings.Select(f => Line("right", f, ofRight))));

    private static string Line(string which, ReportFinding finding, Report report) =>
        Flat($"{which}: {finding.Severity} {finding.WordKey} \"{finding.Span.Of(report.Text)}\" {string.Join(", ", finding.Details.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {d.Value}"))}").TrimEnd() + "\n";

    private static string Flat(string text) => text.ReplaceLineEndings("↵").Replace('\t', '→');

    private static string Head(string school, string year)
    {
        var years = year.Split('-');
        return $"{school}{year}学年信息公开工作年度报告\n{school}编制本年度报告。统计时间为{years[0]}年9月1日至{years[1]}年8月31日。\n";
    }
}
