using Gongkai.Web.Catalogue;

namespace Gongkai.Web.Reports;

/// <summary>The catalogue item that annual reports stand under: 信息公开年度报告, number 6 of the national list (教办函〔2014〕23号).</summary>
internal static class ReportItem
{
    private const int Number = 6;

    /// <summary>Its lineage in the school's catalogue in force; null when there is no catalogue, or no such item in it.</summary>
    public static async Task<Guid?> LineageAsync(CatalogueDesk catalogue, CancellationToken cancel) =>
        (await catalogue.InForceAsync(cancel: cancel))?.Categories.SelectMany(c => c.Items).FirstOrDefault(i => i.Number == Number)?.LineageId;
}
