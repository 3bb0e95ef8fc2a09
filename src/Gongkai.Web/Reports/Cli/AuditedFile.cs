using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Engines;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Web.Reports.Cli;

/// <summary>One file of <c>gongkai audit --format json</c>, in the shape it is printed.</summary>
internal sealed record AuditedFile(
    string Path,
    string? Institution,
    string? AcademicYear,
    AuditedPeriod? Period,
    string Text,
    IReadOnlyList<AuditedSection> Sections,
    IReadOnlyList<AuditedFigure> Figures,
    IReadOnlyList<AuditedFinding> Findings)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static AuditedFile Of(string path, Report report, IReadOnlyList<Finding> aboutFile, string language) => new(
        path,
        report.Institution,
        report.AcademicYear?.ToString(),
        report.Period is { } period ? new AuditedPeriod($"{period.From:yyyy-MM-dd}", $"{period.To:yyyy-MM-dd}") : null,
        report.Text,
        [.. report.Sections.Select(s => new AuditedSection(s.Kind is { } kind ? SectionKinds.Name(kind) : null, s.Title, [s.Span.Start, s.Span.End]))],
        [.. report.Figures.Select(f => new AuditedFigure(
            f.Label, f.Value, f.Unit, f.Approximate, f.Section is { } kind ? SectionKinds.Name(kind) : null, [f.Span.Start, f.Span.End]))],
        [.. report.Findings.Select(f => new AuditedFinding(
            f.Code, Name(f.Severity), f.Message(language), f.Excerpt(report.Text), [f.Span.Start, f.Span.End], f.Expected, f.Found)),
            .. aboutFile.Where(f => f.Severity != Severity.Info).Select(f => new AuditedFinding(
                f.Code, Name(Severity.Warning), WordBook.Engines.Say(f, language), f.Where.ToString(), [0, 0], null, null))]);

    /// <summary>A file that could not be read: nothing but the reason.</summary>
    public static AuditedFile Unreadable(string path, string code, string message) =>
        new(path, null, null, null, "", [], [], [new AuditedFinding(code, Name(Severity.Error), message, "", [0, 0], null, null)]);

    public static void Write(Stream output, IReadOnlyList<AuditedFile> files) =>
        JsonSerializer.Serialize(output, new Dictionary<string, IReadOnlyList<AuditedFile>> { ["files"] = files }, Json);

    public static string Name(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}

internal sealed record AuditedPeriod(string From, string To);

internal sealed record AuditedSection(string? Kind, string Title, int[] Span);

internal sealed record AuditedFigure(
    string Label,
    [property: JsonConverter(typeof(PlainNumber))] decimal Value,
    string Unit,
    bool Approximate,
    string? Section,
    int[] Span);

internal sealed record AuditedFinding(string Code, string Severity, string Message, string Excerpt, int[] Span, string? Expected, string? Found);

/// <summary>Writes 51000 rather than 51000.0.</summary>
internal sealed class PlainNumber : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture));
}
