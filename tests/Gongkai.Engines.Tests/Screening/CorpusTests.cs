using System.Text.Json;
using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>Invented documents of every kind, written by office programs, with what must be found in each and nothing else.</summary>
public sealed class CorpusTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Screening", "Corpus");

    public static TheoryData<string> Files => [.. Expected().Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_document_gives_what_stands_beside_it(string name)
    {
        using var file = File.OpenRead(Path.Combine(Folder, name));

        var found = new Screener().Screen(file, name, TestContext.Current.CancellationToken).Findings.Select(f => $"{f.Code} {f.Where}");

        Assert.Equal(Expected()[name].Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_document_has_its_findings_beside_it() =>
        Assert.Equal(Expected().Keys.Append("expected.json").Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    private static Dictionary<string, string[]> Expected() => JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(Path.Combine(Folder, "expected.json")))!;
}
