using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Engines;
using Gongkai.Engines.Documents;
using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Work;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Reports;

/// <summary>Brings in earlier annual reports as records under the catalogue item that asks for them: many files at once, a step a file,
/// going on after a restart. Each is read into figures, becomes a draft and is submitted where nothing stands against it; nothing is public before it was reviewed.</summary>
public sealed class ReportImport(CatalogueDesk catalogue, WorkDesk work, BlobStore blobs)
{
    /// <summary>Keeps the files and asks for the work.</summary>
    /// <exception cref="ProblemException"><c>reports.no-files</c>, <c>reports.no-item</c>, <c>files.too-large</c>.</exception>
    public async Task<LongJob> AskAsync(Actor by, Guid unitId, IReadOnlyCollection<(string Name, Func<Stream> Open)> files, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        Permit.Require(RecordPermits.MayWrite(by, unitId));
        if (files.Count == 0)
        {
            throw new ProblemException("reports.no-files");
        }

        var lineage = await ReportItem.LineageAsync(catalogue, cancel) ?? throw new ProblemException("reports.no-item");
        var kept = new List<StagedFile>();
        foreach (var (name, open) in files)
        {
            await using var content = open();
            kept.Add(new StagedFile(name, (await blobs.KeepAsync(content, FileDesk.LargestFile, cancel)).Hash));
        }

        var input = JsonSerializer.Serialize(new Input(unitId, lineage, kept));
        return await work.AskAsync(by.Id, ReportImportWorker.Work, $"reports.import-title|{kept.Count}", input, kept.Count, cancel);
    }
}

/// <summary>What an import works through.</summary>
internal sealed record Input(Guid UnitId, Guid LineageId, IReadOnlyList<StagedFile> Files);

/// <summary>A file kept for the import.</summary>
internal sealed record StagedFile(string Name, string Hash);

/// <summary>Imports one report a step.</summary>
internal sealed class ReportImportWorker(IServiceScopeFactory scopes) : IJobWorker
{
    public const string Work = "reports.import";

    public string Kind => Work;

    public async Task<string> StepAsync(LongJob job, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        var input = JsonSerializer.Deserialize<Input>(job.Input)!;
        var file = input.Files[job.Cursor];

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(job.InstitutionId);

        // All or nothing: what a crash interrupts is begun again, and never found half done.
        await using var transaction = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().BeginOrJoinAsync(cancel);
        var line = await ImportAsync(scope.ServiceProvider, job.ById, input, file, cancel);
        await transaction!.CommitAsync(cancel);
        return line;
    }

    private static async Task<string> ImportAsync(IServiceProvider services, Guid byId, Input input, StagedFile file, CancellationToken cancel)
    {
        var origin = $"report:{file.Hash}";
        var db = services.GetRequiredService<GongkaiDb>();
        if (await db.Set<Record>().AnyAsync(r => r.Origin == origin, cancel))
        {
            return $"= {file.Name}";
        }

        var by = await services.GetRequiredService<PeopleDesk>().ActorAsync(byId, cancel) ?? throw new ProblemException("reports.importer-gone");
        var report = Read(services.GetRequiredService<BlobStore>(), file);
        var records = services.GetRequiredService<RecordDesk>();
        var edition = await records.StartAsync(by, input.UnitId, RecordKind.Report, cancel);
        edition.Record!.Origin = origin;
        await using (var content = services.GetRequiredService<BlobStore>().Open(file.Hash))
        {
            await services.GetRequiredService<FileDesk>().AttachAsync(by, edition.Id, content, file.Name, AttachmentUse.Attachment, cancel);
        }

        edition = await records.WriteAsync(by, edition.Id, edition.Version, new EditionForm
        {
            Title = report.Title,
            ProducedOn = report.ProducedOn,
            Issuer = edition.Issuer,
            BodyHtml = report.BodyHtml,
            Kind = RecordKind.Report,
            Attribute = DisclosureAttribute.Proactive,
            Items = [input.LineageId],
        }, cancel);

        await services.GetRequiredService<HistoryReader>().ReadAsync(edition, cancel);
        var blocking = (await services.GetRequiredService<Checklist>().ForAsync(edition, cancel)).Count(f => f.Severity == Severity.Error);
        if (blocking > 0)
        {
            return $"? {file.Name}: {report.Title} ({blocking})";
        }

        await services.GetRequiredService<ReviewDesk>().MoveAsync(by, edition.Id, edition.Version, EditionVerb.Submit, cancel: cancel);
        return $"+ {file.Name}: {report.Title}";
    }

    private static ReportDraft Read(BlobStore blobs, StagedFile file)
    {
        using var content = blobs.Open(file.Hash);
        var read = ReportDocument.Read(content, file.Name, new DocumentReader());
        return read.Text is { } text
            ? ReportDraft.Of(ReportAuditor.Audit(text), file.Name)
            : throw new ProblemException(read.Findings.Any(f => f.Code == "file.encrypted") ? "files.Encrypted" : "files.Broken", file.Name);
    }
}

/// <summary>An earlier report as a draft: title, date and text with its headings.</summary>
internal sealed partial record ReportDraft(string Title, DateOnly? ProducedOn, string BodyHtml)
{
    private const int HeadLines = 40;

    public static ReportDraft Of(Report report, string fileName)
    {
        var lines = report.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(lines, 0, Math.Min(lines.Length, HeadLines), l => IsTitle(l) && Year().IsMatch(l));
        var title = at >= 0 ? lines[at] : TitleOf(report, lines, fileName);
        var body = string.Concat(lines.Skip(at + 1).Take(20_000).Select(Html));
        var produced = lines.Reverse().Take(10).Concat(lines.Take(15)).Select(l => Date().Match(l.Normalize(System.Text.NormalizationForm.FormKC))).FirstOrDefault(m => m.Success);
        return new ReportDraft(title, produced is null ? null : ToDay(produced), body);
    }

    private static bool IsTitle(string line) => line.Length is > 6 and < 60 && line.Contains("报告", StringComparison.Ordinal) && line.IndexOfAny(['>', '。', '，', '《']) < 0;

    // A title over two lines, a report without one, or one that names neither school nor year: what the auditor read says both.
    private static string TitleOf(Report report, string[] lines, string fileName) =>
        report is { Institution: { } school, AcademicYear: { } year } ? $"{school}{year.Print("zh")}信息公开工作年度报告"
        : lines.Take(HeadLines).FirstOrDefault(IsTitle) ?? Path.GetFileNameWithoutExtension(fileName);

    private static string Html(string line)
    {
        var text = HtmlEncoder.Default.Encode(line);
        return line.Length < 50 && Level2().IsMatch(line) ? $"<h2>{text}</h2>"
            : line.Length < 60 && Level3().IsMatch(line) ? $"<h3>{text}</h3>"
            : $"<p>{text}</p>";
    }

    private static DateOnly? ToDay(Match match)
    {
        var parts = Enumerable.Range(1, 3).Select(i => int.Parse(match.Groups[i].Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return parts[1] is >= 1 and <= 12 && parts[2] >= 1 && parts[2] <= DateTime.DaysInMonth(parts[0], parts[1]) ? new DateOnly(parts[0], parts[1], parts[2]) : null;
    }

    [GeneratedRegex(@"20\d\d")]
    private static partial Regex Year();

    [GeneratedRegex(@"^[一二三四五六七八九十]+、")]
    private static partial Regex Level2();

    [GeneratedRegex(@"^[（(][一二三四五六七八九十]+[）)]")]
    private static partial Regex Level3();

    [GeneratedRegex(@"(20\d\d)\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?$")]
    private static partial Regex Date();
}
