using System.Globalization;
using System.Text;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Catalogue.Office;

internal sealed class EditionModel(CatalogueDesk catalogue, PageWords words) : OurPage
{
    public CatalogueEdition Edition { get; private set; } = null!;

    /// <summary>What it can be compared with.</summary>
    public IReadOnlyList<CatalogueEdition> Others { get; private set; } = [];

    public string CopyYear { get; private set; } = "";

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        Edition = await catalogue.FindAsync(id, cancel);
        Permit.Require(CatalogueDesk.MayKeep(By, Edition.UnitId));
        Others = [.. (await catalogue.AllAsync(cancel)).Where(e => e.Id != id && e.UnitId == Edition.UnitId)];
        CopyYear = CopyYear.Length > 0 ? CopyYear : $"{Edition.Year + 1}";
    }

    public async Task<IActionResult> OnGetXlsxAsync(Guid id, CancellationToken cancel)
    {
        await OnGetAsync(id, cancel);
        return File(Sheets.Xlsx(CatalogueExport.Sheet(Edition)), Sheets.XlsxType, $"{Edition.Title}.xlsx");
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken cancel)
    {
        await OnGetAsync(id, cancel);
        return File(Sheets.Csv(CatalogueExport.Sheet(Edition)), "text/csv", $"{Edition.Title}.csv");
    }

    public Task<IActionResult> OnPostPutInForceAsync(Guid id, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await catalogue.PutInForceAsync(By, id, cancel);
        return Go($"/office/catalogue/{id}", words["catalogue.in-force-said"]);
    }, cancel);

    public Task<IActionResult> OnPostRetireAsync(Guid id, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await catalogue.RetireAsync(By, id, cancel);
        return Go($"/office/catalogue/{id}", words["catalogue.retired-said"]);
    }, cancel);

    public Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await catalogue.DiscardAsync(By, id, cancel);
        return Go("/office/catalogue", words["catalogue.discarded-said"]);
    }, cancel);

    public Task<IActionResult> OnPostCopyAsync(Guid id, string? year, CancellationToken cancel) => DoAsync(id, async () =>
    {
        CopyYear = year ?? "";
        var copy = await catalogue.CopyAsync(By, id, int.TryParse(CopyYear.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var to) ? to : 0, cancel);
        return Go($"/office/catalogue/{copy.Id}", words["catalogue.copied-said", copy.Year]);
    }, cancel);

    private Task<IActionResult> DoAsync(Guid id, Func<Task<IActionResult>> act, CancellationToken cancel) => TryAsync(act, async () =>
    {
        await OnGetAsync(id, cancel);
        return Page();
    });
}
