using System.Globalization;
using System.Text;
using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.Tests.Pages;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>All that is read in a report and all that is said of it, beside every text of the corpus in a file <c>*.answer</c> that a person has looked at. A new text needs no
/// more than to lie in the folder or one below; with GONGKAI_REGENERATE=1 the answers are written anew, and what changed is to be looked at.</summary>
public sealed class WholeReportsTests
{
    private const string Corpus = "ReportChecks/Corpus";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, Corpus);

    // Paragraphs of many reports, there for their words only.
    private static readonly string[] Loose = ["Prose/affairs.txt", "Prose/organisation.txt", "Prose/procedures.txt"];

    public static TheoryData<string> Reports =>
        [.. Directory.GetFiles(Folder, "*.txt", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Except(Loose).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Everything_read_and_said_is_as_it_was_looked_at(string name)
    {
        var report = ReportAuditor.Audit(ReportText.FromText(File.ReadAllText(Path.Combine(Folder, name))));

        EnginePage.MustBeFile($"tests/Gongkai.Engines.Tests/{Corpus}/{Path.ChangeExtension(name, ".answer")}", Said(report));
    }

    private static string Said(Report report)
    {
        var said = new StringBuilder();
        Line(said, $"{report.Institution ?? "-"}, {report.AcademicYear?.ToString() ?? "-"}, {(report.Period is { } days ? $"{days.From:yyyy-MM-dd} to {days.To:yyyy-MM-dd}" : "-")}");

        Line(said, $"\n{report.Findings.Count} findings");
        foreach (var finding in report.Findings)
        {
            Line(said, $"{Place(report, finding.Span.Start)} {finding.Severity} {finding.WordKey}: {finding.Excerpt(report.Text)}");
            Line(said, $"    expected {finding.Expected ?? "-"}, found {finding.Found ?? "-"}: {finding.Message("zh")}");
        }

        Line(said, $"\n{report.Sections.Count} parts");
        foreach (var section in report.Sections)
        {
            Line(said, $"{Place(report, section.Span.Start)} to {Place(report, section.Span.End)} {KindOf(section.Kind)}: {section.Title}");
        }

        Line(said, $"\n{report.Figures.Count} figures");
        foreach (var figure in report.Figures)
        {
            Line(said, $"{Place(report, figure.Span.Start)} {KindOf(figure.Section)}: {figure.Label} = {(figure.Approximate ? "about " : "")}{figure.Value:0.####} {figure.Unit} ({Flat(figure.Span.Of(report.Text))})");
        }

        return said.ToString();
    }

    // Blanks at the end of a line would be lost to editors.
    private static void Line(StringBuilder said, FormattableString line) => said.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd(' ')).Append('\n');

    private static string KindOf(SectionKind? kind) => kind is { } known ? SectionKinds.Name(known) : "-";

    private static string Flat(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');

    private static string Place(Report report, int at)
    {
        var before = report.Text.AsSpan(0, at);
        return string.Create(CultureInfo.InvariantCulture, $"{before.Count('\n') + 1}:{at - (before.LastIndexOf('\n') + 1) + 1}");
    }
}
