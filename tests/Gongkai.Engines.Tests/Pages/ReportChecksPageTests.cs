using System.Globalization;
using System.Text;
using Gongkai.Engines.ReportChecks;
using Gongkai.Engines.Tests.ReportChecks;

namespace Gongkai.Engines.Tests.Pages;

public sealed class ReportChecksPageTests
{
    [Fact]
    public void The_page_of_report_checks_says_what_the_code_does() => EnginePage.MustBe("report-checks.md", Page());

    private static string Page()
    {
        var page = new StringBuilder("""
            # Report checks

            Reads the annual disclosure report of any university (docx, pdf, html, txt; doc and wps where LibreOffice is installed), says what it
            contains and what is wrong with it. This page is made from the code by a test; to change it, change the code and run the engine
            tests with `GONGKAI_REGENERATE=1`.

            ```
            gongkai audit FILE… [--format text|json|html] [--today DATE] [--lang zh|en]
            ```

            Exit codes: 0 no errors, 1 errors found, 2 a file could not be read (the others are still reported). The HTML page is one file
            without scripts: the text with the findings in the margin.

            JSON: `{"files":[{"path","institution","academicYear","period":{"from","to"},"text","sections":[{"kind","title","span"}],
            "figures":[{"label","value","unit","approximate","section","span"}],
            "findings":[{"code","severity","message","excerpt","span","expected","found"}]}]}`. Spans are UTF-16 offsets into `text`.

            An **error** is certain and stops approval; a **warning** asks a person to look. A message ends with a hint where damage by
            conversion is likelier than a mistake of the author.

            ## Parts

            | kind | part asked for by 教办厅函〔2018〕80号 |
            |---|---|

            """);
        foreach (var kind in SectionKinds.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{SectionKinds.Name(kind)}` | {SectionKinds.Title(kind)} |\n");
        }

        page.Append("\n## Codes\n\nEach example is one change to a report that is otherwise in order, and what is said about it.\n");
        foreach (var code in ReportCodes.All)
        {
            var (right, wrong) = SampleReport.Faults[code];
            var finding = ReportAuditor.Audit(ReportText.FromText(SampleReport.Spoiled(code))).Findings.First(f => f.Code == code);
            page.Append(CultureInfo.InvariantCulture, $"\n### `{code}`\n\n{Severities(code)}\n\n");
            page.Append(CultureInfo.InvariantCulture, $"- instead of: {Line(right)}\n- written: {Line(wrong)}\n");
            page.Append(CultureInfo.InvariantCulture, $"- zh: {finding.Message("zh")}\n- en: {finding.Message("en")}\n");
            foreach (var key in WordBook.Engines.Keys.Where(k => k.StartsWith(code + ".", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                page.Append(CultureInfo.InvariantCulture, $"- case `{key[(code.Length + 1)..]}`: {WordBook.Engines.Find(key, "zh")} / {WordBook.Engines.Find(key, "en")}\n");
            }
        }

        return page.ToString();
    }

    private static string Severities(string code)
    {
        var severity = ReportAuditor.Audit(ReportText.FromText(SampleReport.Spoiled(code))).Findings.First(f => f.Code == code).Severity;
        return severity == Severity.Error ? "Error." : "Warning.";
    }

    private static string Line(string text)
    {
        var line = text.Trim().Split('\n')[0].Replace('\t', ' ');
        return line.Length == 0 ? "(nothing)" : $"`{line}`{(text.Trim().Contains('\n') ? " …" : "")}";
    }
}
