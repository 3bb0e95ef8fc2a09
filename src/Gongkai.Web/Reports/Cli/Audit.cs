using Gongkai.Engines;
using Gongkai.Engines.Documents;
using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Platform.Commands;

namespace Gongkai.Web.Reports.Cli;

/// <summary>One audited file, or why it could not be read.</summary>
internal sealed record Audit(string Path, Report? Report, IReadOnlyList<Finding> AboutFile)
{
    public static Audit Of(string path, DocumentReader reader, DateOnly? today)
    {
        try
        {
            using var stream = InputFile.Open(path);
            var document = ReportDocument.Read(stream, System.IO.Path.GetFileName(path), reader);
            return new Audit(path, document.Text is { } text ? ReportAuditor.Audit(text, today) : null, document.Findings);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new Audit(path, null, [new Finding("file.unreadable", Severity.Error, Place.WholeFile, new Dictionary<string, string> { ["problem"] = unreadable.GetType().Name })]);
        }
    }

    public Finding WhyUnread => AboutFile.FirstOrDefault(f => f.Code == "file.encrypted") ?? AboutFile.First(f => f.Severity == Severity.Error);

    public AuditedFile ToFile(string language) => Report is null
        ? AuditedFile.Unreadable(Path, WhyUnread.Code, WordBook.Engines.Say(WhyUnread, language))
        : AuditedFile.Of(Path, Report, AboutFile, language);

    public void WriteText(TextWriter writer, string language)
    {
        if (Report is null)
        {
            return;
        }

        var errors = Report.Findings.Count(f => f.Severity == Severity.Error);
        writer.WriteLine(language == "en"
            ? $"{Path}: {Report.Institution ?? "?"} {Report.AcademicYear} - errors: {errors}, to look at: {Report.Findings.Count - errors}"
            : $"{Path}：{Report.Institution ?? "？"} {Report.AcademicYear} 错误 {errors} 处，提示 {Report.Findings.Count - errors} 处");
        foreach (var finding in Report.Findings)
        {
            writer.WriteLine($"  {Line(finding.Span.Start)}: {AuditedFile.Name(finding.Severity)} {finding.Code}: {finding.Message(language)}");
            writer.WriteLine($"      {finding.Excerpt(Report.Text)}");
        }

        foreach (var finding in AboutFile)
        {
            writer.WriteLine($"  {AuditedFile.Name(finding.Severity)} {finding.Code}: {WordBook.Engines.Say(finding, language)} {finding.Where}");
        }
    }

    private int Line(int at) => Report!.Text.AsSpan(0, at).Count('\n') + 1;
}
