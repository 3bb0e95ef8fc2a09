using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Portal;

internal sealed class ShowModel(PublicRecords records, CatalogueDesk catalogue, ItemDesk colleges) : OurPage
{
    public Edition? Edition { get; private set; }

    public Ending? Ending { get; private set; }

    public IReadOnlyList<Item> Items { get; private set; } = [];

    /// <summary>What it fulfils of a college's own catalogue.</summary>
    public IReadOnlyList<Item> CollegeItems { get; private set; } = [];

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public IReadOnlyList<Edition> History { get; private set; } = [];

    public RecordLine? Successor { get; private set; }

    public RecordLine? Interprets { get; private set; }

    public IReadOnlyList<RecordLine> Interpretations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string indexNumber, CancellationToken cancel)
    {
        var visible = records.For(By);
        Edition = await visible.Include(e => e.Items).Include(e => e.Record!.Unit).AsSplitQuery()
            .FirstOrDefaultAsync(e => e.Record!.IndexNumber == indexNumber, cancel);
        if (Edition is null)
        {
            Ending = await records.EndingAsync(indexNumber, cancel) ?? throw new NotFoundException(nameof(Record));
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        var record = Edition.Record!;
        var lineages = Edition.Items.Select(i => i.LineageId).ToList();
        Items = [.. (await catalogue.InForceAsync(cancel: cancel))?.Categories.SelectMany(c => c.Items).Where(i => lineages.Contains(i.LineageId)) ?? []];
        CollegeItems = [.. (await colleges.OfUnitAsync(record.UnitId, cancel)).Where(i => lineages.Contains(i.LineageId))];
        Files = await records.Files(By).Where(a => a.EditionId == Edition.Id && a.Use == AttachmentUse.Attachment).OrderBy(a => a.Order).ToListAsync(cancel);
        History = await records.History(By, record.Id).ToListAsync(cancel);
        Successor = record.SupersededById is { } next ? await visible.Where(e => e.RecordId == next).Lines().FirstOrDefaultAsync(cancel) : null;
        Interprets = Edition.InterpretsId is { } about ? await visible.Where(e => e.RecordId == about).Lines().FirstOrDefaultAsync(cancel) : null;
        Interpretations = await visible.Where(e => e.InterpretsId == record.Id).Lines().ToListAsync(cancel);
        return Page();
    }

    public static string SizeOf(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => $"{bytes / 1024.0:0.#} KB",
        _ => $"{bytes / (1024.0 * 1024):0.#} MB",
    };
}
