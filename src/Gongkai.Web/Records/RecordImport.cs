using System.Net;
using System.Text.Json;
using Gongkai.Engines;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>Imports records from elsewhere as drafts: read and look, then a piece of long work, a record a step. Nothing is submitted or
/// published by it; the same thing is imported once.</summary>
public sealed class RecordImport(GongkaiDb db, RecordSheetReader reader, WorkDesk work, BlobStore blobs, SheetShelf shelf)
{
    private const string Kind = "records";

    /// <summary>Keeps the files, reads them and keeps what was found for looking at: a sheet with the files it names, or Word files alone.</summary>
    /// <exception cref="ProblemException"><c>records.import-no-files</c>, <c>records.import-two-sheets</c>, or the sheet cannot be read.</exception>
    public async Task<SheetImport> ReadAsync(Actor by, Guid unitId, IReadOnlyCollection<(string Name, Func<Stream> Open)> files, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        Permit.Require(RecordPermits.MayWrite(by, unitId));
        var kept = new List<ImportedFile>();
        foreach (var (name, open) in files)
        {
            await using var content = open();
            kept.Add(new ImportedFile(Path.GetFileName(name.Replace('\\', '/')), (await blobs.KeepAsync(content, FileDesk.LargestFile, cancel)).Hash));
        }

        var sheet = await ReadAsync(by, unitId, kept, cancel);
        return await shelf.KeepAsync(by, Kind, string.Join('、', kept.Take(3).Select(f => f.Name)) + (kept.Count > 3 ? " …" : ""), sheet, cancel);
    }

    /// <summary>What was read, for the one who read it.</summary>
    public async Task<SheetImport> FindAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var import = await shelf.FindAsync(Kind, id, cancel);
        return import.ById == by.Id ? import : throw new NotFoundException(nameof(SheetImport));
    }

    /// <summary>Asks for the work.</summary>
    /// <exception cref="ProblemException"><c>records.import-empty</c>.</exception>
    public async Task<LongJob> BeginAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var import = await FindAsync(by, id, cancel);
        var rows = import.Read<RecordSheet>().Rows;
        if (rows.Count == 0)
        {
            throw new ProblemException("records.import-empty");
        }

        db.Remove(import);
        return await work.AskAsync(by.Id, RecordImportWorker.Work, $"records.import-title|{rows.Count}", JsonSerializer.Serialize(rows), rows.Count, cancel);
    }

    /// <summary>Forgets what was read.</summary>
    public async Task ForgetAsync(Actor by, Guid id, CancellationToken cancel = default) => await shelf.ForgetAsync(await FindAsync(by, id, cancel), cancel);

    private async Task<RecordSheet> ReadAsync(Actor by, Guid unitId, List<ImportedFile> kept, CancellationToken cancel)
    {
        var sheets = kept.FindAll(f => RecordSheetReader.IsSheet(f.Name));
        if (kept.Count == 0)
        {
            throw new ProblemException("records.import-no-files");
        }

        // A workbook beside Word files may be an attachment; the sheet of records is the one that has its heads, so two that could be are asked about.
        if (sheets.Count > 1)
        {
            throw new ProblemException("records.import-two-sheets");
        }

        if (sheets.Count == 0)
        {
            return await reader.OfFilesAsync(by, unitId, kept, cancel);
        }

        await using var content = blobs.Open(sheets[0].Hash);
        return await reader.ReadAsync(by, content, sheets[0].Name, unitId, kept, cancel);
    }
}

/// <summary>Imports one record a step.</summary>
internal sealed class RecordImportWorker(IServiceScopeFactory scopes) : IJobWorker
{
    public const string Work = "records.import";

    public string Kind => Work;

    public async Task<string> StepAsync(LongJob job, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        var row = JsonSerializer.Deserialize<List<RecordRow>>(job.Input)![job.Cursor];
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(job.InstitutionId);

        // All or nothing: what a crash interrupts is begun again, and never found half done.
        await using var transaction = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().BeginOrJoinAsync(cancel);
        var line = await ImportAsync(scope.ServiceProvider, job.ById, row, cancel);
        await transaction!.CommitAsync(cancel);
        return line;
    }

    private static async Task<string> ImportAsync(IServiceProvider give, Guid byId, RecordRow row, CancellationToken cancel)
    {
        if (await give.GetRequiredService<GongkaiDb>().Set<Record>().AnyAsync(r => r.Origin == row.Origin, cancel))
        {
            return $"= {row.Title}";
        }

        var by = await give.GetRequiredService<PeopleDesk>().ActorAsync(byId, cancel) ?? throw new ProblemException("records.importer-gone");
        var records = give.GetRequiredService<RecordDesk>();
        var edition = await records.StartAsync(by, row.UnitId, row.Kind, cancel);
        edition.Record!.Origin = row.Origin;
        edition = await HangAsync(give, by, edition, row, cancel);
        var read = await records.FormOfAsync(edition, cancel);
        edition = await records.WriteAsync(by, edition.Id, edition.Version, read with
        {
            Title = read.Title.Length > 0 && row.Origin.StartsWith("docx:", StringComparison.Ordinal) ? read.Title : row.Title,
            DocumentNumber = row.DocumentNumber.Length > 0 ? row.DocumentNumber : read.DocumentNumber,
            ProducedOn = row.ProducedOn ?? read.ProducedOn,
            Issuer = row.Issuer.Length > 0 ? row.Issuer : read.Issuer,
            BodyHtml = row.Body.Length > 0 ? Html(row.Body) : read.BodyHtml,
            Kind = row.Kind,
            Items = [.. row.Items],
        }, cancel);
        await give.GetRequiredService<ItemSuggestion>().ApplyAsync(by, edition, cancel);
        var blocking = (await give.GetRequiredService<Checklist>().ForAsync(edition, cancel)).Count(f => f.Severity == Severity.Error);
        return blocking == 0 ? $"+ {edition.Title}" : $"? {edition.Title} ({blocking})";
    }

    // The first Word file gives the text when the sheet has none; everything else is attached.
    private static async Task<Edition> HangAsync(IServiceProvider give, Actor by, Edition edition, RecordRow row, CancellationToken cancel)
    {
        var (files, blobs) = (give.GetRequiredService<FileDesk>(), give.GetRequiredService<BlobStore>());
        var text = row.Body.Length == 0 ? row.Files.FirstOrDefault(f => RecordSheetReader.IsWord(f.Name)) : null;
        foreach (var file in row.Files)
        {
            await using var content = blobs.Open(file.Hash);
            if (file == text)
            {
                edition = await files.ReadWordAsync(by, edition.Id, content, file.Name, cancel);
            }
            else
            {
                await files.AttachAsync(by, edition.Id, content, file.Name, AttachmentUse.Attachment, cancel);
            }
        }

        return edition;
    }

    private static string Html(string body) => body.Contains('<', StringComparison.Ordinal) && body.Contains('>', StringComparison.Ordinal)
        ? body
        : string.Concat(body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));
}
