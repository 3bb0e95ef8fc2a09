using System.Globalization;
using System.Text.Encodings.Web;
using Gongkai.Engines;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Web.Reports.Cli;

/// <summary>The page a person sends to a colleague: the report's text with what was found in the margin. One file without scripts or
/// anything fetched; reads on a phone and prints.</summary>
internal static class AuditPage
{
    private const string Style = """
        :root{--ink:#1d2733;--soft:#5b6875;--line:#d9dee4;--error:#b42318;--error-soft:#fde7e4;--warning:#8a5a00;--warning-soft:#fff3d6}
        *{box-sizing:border-box}body{margin:0;color:var(--ink);background:#fff;font:16px/1.75 "Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
        main{max-width:1120px;margin:0 auto;padding:1.25rem}h1{font-size:1.4rem;line-height:1.4;margin:.2rem 0}h2{font-size:1.15rem}
        .facts,.none{color:var(--soft);margin:.2rem 0 1rem}.row{display:grid;grid-template-columns:minmax(0,1fr) minmax(15rem,22rem);gap:1.5rem}
        .row>p{margin:0 0 .6rem;white-space:pre-wrap;overflow-wrap:anywhere}mark{background:var(--warning-soft);color:inherit;padding:0 .1em;border-bottom:2px solid var(--warning)}
        mark.error{background:var(--error-soft);border-color:var(--error)}mark a{color:inherit;text-decoration:none;font-size:.7em;vertical-align:super}
        nav{font-size:.9rem;border:1px solid var(--line);padding:.2rem 1rem;margin-bottom:1.5rem}nav a{color:inherit}nav .error a{color:var(--error)}nav li{overflow-wrap:anywhere}
        aside{font-size:.875rem;line-height:1.55}aside p{margin:0 0 .6rem;padding:.4rem .6rem;border-left:4px solid var(--warning);background:#fafbfc;overflow-wrap:anywhere}
        aside p.error{border-color:var(--error)}aside b{display:block}.error b{color:var(--error)}.warning b{color:var(--warning)}aside p:target{outline:2px solid currentColor}
        section+section{border-top:2px solid var(--line);margin-top:2rem;padding-top:1rem}
        @media(max-width:760px){.row{display:block}aside{margin:.2rem 0 1rem}}
        @media print{body{font-size:11pt}main{max-width:none;padding:0}.row{grid-template-columns:minmax(0,1fr) 6cm;break-inside:auto}aside p{break-inside:avoid;background:none}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """;

    public static void Write(TextWriter writer, IReadOnlyList<Audit> audits, string language)
    {
        var title = Words(language, "年度报告检查结果", "Annual report audit");
        writer.Write($"<!DOCTYPE html>\n<html lang=\"{(language == "en" ? "en" : "zh-CN")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        writer.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        writer.Write($"<title>{Safe(title)}</title><style>{Style}</style></head><body><main>\n");
        for (var i = 0; i < audits.Count; i++)
        {
            WriteFile(writer, audits[i], i, language);
        }

        writer.Write("</main></body></html>\n");
    }

    private static void WriteFile(TextWriter writer, Audit audit, int file, string language)
    {
        writer.Write("<section>");
        if (audit.Report is not { } report)
        {
            writer.Write($"<h1>{Safe(Path.GetFileName(audit.Path))}</h1><aside><p class=\"error\"><b>{Safe(audit.WhyUnread.Code)}</b>{Safe(WordBook.Engines.Say(audit.WhyUnread, language))}</p></aside></section>\n");
            return;
        }

        var errors = report.Findings.Count(f => f.Severity == Severity.Error);
        var year = report.AcademicYear?.Print(language) ?? "";
        writer.Write($"<h1>{Safe(report.Institution ?? Path.GetFileName(audit.Path))} {Safe(year)}</h1><p class=\"facts\">{Safe(Path.GetFileName(audit.Path))} · ");
        writer.Write(Safe(Words(language, $"错误 {errors} 处，提示 {report.Findings.Count - errors} 处，数据 {report.Figures.Count} 个", $"errors: {errors}, to look at: {report.Findings.Count - errors}, figures read: {report.Figures.Count}")));
        writer.Write("</p>\n");
        foreach (var about in audit.AboutFile)
        {
            writer.Write($"<aside><p class=\"warning\"><b>{Safe(about.Code)}</b>{Safe(WordBook.Engines.Say(about, language))} {Safe(about.Where.ToString())}</p></aside>");
        }

        if (report.Findings.Count == 0)
        {
            writer.Write($"<p class=\"none\">{Safe(Words(language, "未发现问题。", "Nothing was found."))}</p>");
        }

        WriteList(writer, report, file, language);
        WriteParagraphs(writer, report, file, language);
        writer.Write("</section>\n");
    }

    // What was found, gravest first, each leading to its place: a reader in a hurry reads no further.
    private static void WriteList(TextWriter writer, Report report, int file, string language)
    {
        if (report.Findings.Count == 0)
        {
            return;
        }

        writer.Write($"<nav aria-label=\"{Safe(Words(language, "问题一览", "What was found"))}\"><ol>");
        foreach (var i in Enumerable.Range(0, report.Findings.Count).OrderByDescending(i => report.Findings[i].Severity).ThenBy(i => i))
        {
            var finding = report.Findings[i];
            writer.Write($"<li class=\"{AuditedFile.Name(finding.Severity)}\" value=\"{i + 1}\"><a href=\"#n{Number(file, i)}\">{Safe(finding.Message(language))}</a></li>");
        }

        writer.Write("</ol></nav>\n");
    }

    private static void WriteParagraphs(TextWriter writer, Report report, int file, string language)
    {
        var next = 0;
        for (var start = 0; start < report.Text.Length;)
        {
            var end = report.Text.IndexOf('\n', start);
            end = end < 0 ? report.Text.Length : end;
            var first = next;
            while (next < report.Findings.Count && report.Findings[next].Span.Start <= end)
            {
                next++;
            }

            if (next > first || !string.IsNullOrWhiteSpace(report.Text[start..end]))
            {
                writer.Write("<div class=\"row\"><p>");
                WriteMarked(writer, report, new TextSpan(start, end), first, next, file);
                writer.Write("</p><aside>");
                for (var i = first; i < next; i++)
                {
                    WriteNote(writer, report.Findings[i], Number(file, i), i + 1, language);
                }

                writer.Write("</aside></div>\n");
            }

            start = end + 1;
        }
    }

    // Findings may overlap; the text is cut at every edge, and a stretch is marked when any finding covers it.
    private static void WriteMarked(TextWriter writer, Report report, TextSpan paragraph, int first, int next, int file)
    {
        var findings = Enumerable.Range(0, next).Where(i => report.Findings[i].Span.End > paragraph.Start && report.Findings[i].Span.Start <= paragraph.End).ToList();
        var edges = findings.SelectMany(i => new[] { report.Findings[i].Span.Start, report.Findings[i].Span.End })
            .Select(edge => Math.Clamp(edge, paragraph.Start, paragraph.End))
            .Append(paragraph.Start).Append(paragraph.End).Distinct().Order().ToList();
        for (var k = 0; k < edges.Count; k++)
        {
            foreach (var i in findings.Where(i => i >= first && report.Findings[i].Span.Start == edges[k]))
            {
                writer.Write($"<mark class=\"{AuditedFile.Name(report.Findings[i].Severity)}\"><a href=\"#n{Number(file, i)}\">{i + 1}</a></mark>");
            }

            if (k + 1 == edges.Count)
            {
                break;
            }

            var stretch = new TextSpan(edges[k], edges[k + 1]);
            var covering = findings.FindAll(i => report.Findings[i].Span.Contains(stretch));
            var text = Safe(stretch.Of(report.Text));
            writer.Write(covering.Count == 0 ? text : $"<mark class=\"{AuditedFile.Name(covering.Max(i => report.Findings[i].Severity))}\">{text}</mark>");
        }
    }

    private static void WriteNote(TextWriter writer, ReportFinding finding, string id, int number, string language) => writer.Write(
        $"<p id=\"n{id}\" class=\"{AuditedFile.Name(finding.Severity)}\"><b>{number}. {Safe(Words(language, finding.Severity == Severity.Error ? "错误" : "提示", finding.Severity == Severity.Error ? "Error" : "Look"))} · {finding.Code}</b>{Safe(finding.Message(language))}</p>");

    private static string Number(int file, int finding) => string.Create(CultureInfo.InvariantCulture, $"{file + 1}-{finding + 1}");

    private static string Words(string language, string zh, string en) => language == "en" ? en : zh;

    private static string Safe(string text) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);
}
