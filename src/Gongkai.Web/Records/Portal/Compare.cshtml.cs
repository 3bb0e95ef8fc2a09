using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Portal;

internal sealed class CompareModel(PublicRecords records) : OurPage
{
    public string IndexNumber { get; private set; } = "";

    public Edition Earlier { get; private set; } = null!;

    public Edition Later { get; private set; } = null!;

    public IReadOnlyList<DiffPiece> Lines { get; private set; } = [];

    public async Task OnGetAsync(string indexNumber, int number, CancellationToken cancel)
    {
        var live = await records.For(By).Include(e => e.Record).Where(e => e.Record!.IndexNumber == indexNumber).FirstOr404Async(cancel);
        var history = await records.History(By, live.RecordId).ToListAsync(cancel);
        IndexNumber = indexNumber;
        Later = history.Find(e => e.Number == number) ?? throw new NotFoundException(nameof(Edition));
        Earlier = history.Find(e => e.Number == number - 1) ?? throw new NotFoundException(nameof(Edition));
        Lines = [.. InlineDiffBuilder.Diff(TextOf(Earlier), TextOf(Later)).Lines.Where(l => l.Text.Trim().Length > 0)];
    }

    private static string TextOf(Edition edition) => $"{edition.Title}\n{BodyCleaner.TextOf(edition.BodyHtml)}";
}
