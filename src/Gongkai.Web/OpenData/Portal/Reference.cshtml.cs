using Gongkai.Web.Institutions;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.OpenData.Portal;

internal sealed class ReferenceModel(PublicRecords records, BulkDesk bulk) : OurPage
{
    /// <summary>Addresses that can be opened as they stand, with a record that there is.</summary>
    public IReadOnlyList<(string Address, string Word)> Examples { get; private set; } = [];

    public (DateTime MadeAt, IReadOnlyDictionary<string, long> Sizes)? Made { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Made = bulk.Made();
        var newest = await records.For(Actor.Nobody).OrderByDescending(e => e.PublishedAt).Select(e => e.Record!.IndexNumber).FirstOrDefaultAsync(cancel);
        List<(string, string)> examples =
        [
            ("/api/v1/catalogue", "open-data.catalogue"), ("/api/v1/items?category=1", "open-data.items"), ("/api/v1/coverage", "open-data.coverage"), ("/api/v1/units", "open-data.units"),
            ("/api/v1/records?kind=Regulation&size=5", "open-data.records"), ("/api/v1/attachments?type=pdf&size=5", "open-data.attachments"),
        ];
        if (newest is not null)
        {
            examples.InsertRange(5, [($"/api/v1/records/{newest}", "open-data.record"), ($"/api/v1/records/{newest}/editions/1", "open-data.edition")]);
        }

        Examples = examples;
    }

    public static string SizeOf(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : $"{bytes / (1024.0 * 1024):0.#} MB";
}
