using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using MiniExcelLibs;

namespace Gongkai.Web.OpenData;

/// <summary>All public records in one file: NDJSON, CSV, XLSX. Made every night, and made anew before it is given out when anything public has changed since:
/// a file of last night would hold what was withdrawn this morning.</summary>
public sealed class BulkDesk(DataDesk data, PublicMoments moments, InstitutionScope scope, HostSettings settings, CampusClock clock, BulkGate gate)
{
    /// <summary>From which hour of the campus day the nightly files are made.</summary>
    public const int FromHour = 2;

    // A cell of a workbook holds no more.
    private const int LongestCell = 32_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Heads = ["index_number", "title", "document_number", "issuer", "produced_on", "published_at", "updated_at", "edition", "kind", "validity", "unit", "items", "is_superseded", "url", "attachments", "text"];

    /// <summary>The forms there are, with their types.</summary>
    public static IReadOnlyDictionary<string, string> Forms { get; } = new Dictionary<string, string>
    {
        ["ndjson"] = "application/x-ndjson",
        ["csv"] = "text/csv; charset=utf-8",
        ["xlsx"] = Sheets.XlsxType,
    };

    /// <summary>The file in a form, as it is true now; its version is a validator.</summary>
    public async Task<BulkFile> OpenAsync(string form, string site, CancellationToken cancel = default)
    {
        await gate.Of(scope.Id).WaitAsync(cancel);
        try
        {
            var moment = await moments.NowAsync(cancel);
            if (Read() is not { } made || made.Version != moment.Version || made.Until <= clock.UtcNow || made.Site != site || !File.Exists(PathOf(form)))
            {
                made = await MakeAsync(moment, site, cancel);
            }

            // Opened before the gate is left: who makes it anew meanwhile writes another file.
            return new BulkFile(new FileStream(PathOf(form), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), $"{made.Version}-{made.MadeAt.Ticks:x}", made.MadeAt);
        }
        finally
        {
            gate.Of(scope.Id).Release();
        }
    }

    /// <summary>When the files were last made, and how large they are; null before the first time.</summary>
    public (DateTime MadeAt, IReadOnlyDictionary<string, long> Sizes)? Made() => Read() is { } made && Forms.Keys.All(f => File.Exists(PathOf(f)))
        ? (made.MadeAt, Forms.Keys.ToDictionary(f => f, f => new FileInfo(PathOf(f)).Length)) : null;

    /// <summary>Makes the files of the night, once a night, for the address they were last asked for at.</summary>
    public async Task MakeIfDueAsync(CancellationToken cancel = default)
    {
        var due = clock.StartOf(clock.Today).AddHours(FromHour);
        if (clock.UtcNow >= due && Read() is { } made && made.MadeAt < due)
        {
            await gate.Of(scope.Id).WaitAsync(cancel);
            try
            {
                await MakeAsync(await moments.NowAsync(cancel), made.Site, cancel);
            }
            finally
            {
                gate.Of(scope.Id).Release();
            }
        }
    }

    private async Task<Manifest> MakeAsync(PublicMoment moment, string site, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Folder()).FullName;
        var unfinished = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            await WriteAsync(unfinished, site, cancel);
            foreach (var form in Forms.Keys)
            {
                File.Move($"{unfinished}.{form}", PathOf(form), overwrite: true);
            }

            var made = new Manifest(moment.Version, moment.Until, clock.UtcNow, site);
            await File.WriteAllBytesAsync(Path.Combine(folder, "made.json"), JsonSerializer.SerializeToUtf8Bytes(made, Json), cancel);
            return made;
        }
        finally
        {
            foreach (var form in Forms.Keys)
            {
                File.Delete($"{unfinished}.{form}");
            }
        }
    }

    private async Task WriteAsync(string unfinished, string site, CancellationToken cancel)
    {
        await using (var lines = File.Create($"{unfinished}.ndjson"))
        await using (var csv = CsvHelper.CsvWriter.Create(File.Create($"{unfinished}.csv"), CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true }))
        {
            Write(csv, Heads);
            await foreach (var record in data.EverythingAsync(site, cancel))
            {
                await lines.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(record, Json), cancel);
                await lines.WriteAsync("\n"u8.ToArray(), cancel);
                Write(csv, Cells(record, int.MaxValue));
            }
        }

        var rows = File.ReadLines($"{unfinished}.ndjson").Select(line => Cells(JsonSerializer.Deserialize<RecordData>(line, Json)!, LongestCell))
            .Select(cells => Heads.Zip(cells).ToDictionary(c => c.First, object? (c) => c.Second));
        await MiniExcel.SaveAsAsync($"{unfinished}.xlsx", rows, cancellationToken: cancel);
    }

    private static string[] Cells(RecordData data, int longest)
    {
        var r = data.Record;
        return
        [
            r.IndexNumber, r.Title, r.DocumentNumber, r.Issuer, $"{r.ProducedOn:yyyy-MM-dd}", Instant(r.PublishedAt), Instant(r.UpdatedAt), r.Edition.ToString(CultureInfo.InvariantCulture), r.Kind.ToString(), r.Validity.ToString(), r.Unit,
            string.Join(' ', r.Items), r.IsSuperseded ? "true" : "false", r.Url, string.Join(' ', data.Attachments.Select(a => a.Url)), Cell(data.Text, longest),
        ];

        static string Instant(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }

    private static string Cell(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private static void Write(CsvHelper.CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.EndRecord();
    }

    private Manifest? Read()
    {
        var path = Path.Combine(Folder(), "made.json");
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(path), Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Folder() => Path.Combine(settings.Data, "bulk", scope.Id.ToString("N"));

    private string PathOf(string form) => Path.Combine(Folder(), $"records.{form}");

    private sealed record Manifest(long Version, DateTime Until, DateTime MadeAt, string Site);
}

/// <summary>A file with all public records, open for reading.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Version">Another one when its content may be another.</param>
/// <param name="MadeAt">When it was made.</param>
public sealed record BulkFile(Stream Content, string Version, DateTime MadeAt);

/// <summary>Lets one at a time make the files of an institution.</summary>
public sealed class BulkGate
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, SemaphoreSlim> _gates = [];

    internal SemaphoreSlim Of(Guid institution) => _gates.GetOrAdd(institution, _ => new SemaphoreSlim(1, 1));
}
