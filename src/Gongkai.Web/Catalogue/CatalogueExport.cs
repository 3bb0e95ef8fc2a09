using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;

namespace Gongkai.Web.Catalogue;

/// <summary>Gives a catalogue out: as a sheet that can be imported again, and as JSON.</summary>
public static class CatalogueExport
{
    /// <summary>Items that are owed, as a sheet.</summary>
    public static Sheet Sheet(CatalogueEdition edition) => new(
        ["类别", "序号", "公开事项", "英文名称", "责任单位", "公开周期", "每年截止", "依据", "网址"],
        Owed(edition).Select(p => new object?[]
        {
            p.Category.Title, p.Item.Number, p.Item.Title, p.Item.TitleEn, string.Join('、', Owners(p.Item)), PageWords.In("zh", $"enum.Cadence.{p.Item.Cadence}"),
            p.Item.Cadence == Cadence.Yearly ? $"{p.Item.DueMonth}-{p.Item.DueDay}" : "", p.Item.LegalBasis, p.Item.Url,
        }));

    /// <summary>The edition in the shape the import reads.</summary>
    public static object Json(CatalogueEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return new
        {
            title = edition.Title,
            edition = edition.Year,
            categories = edition.Categories.Select(c => new
            {
                no = c.Number,
                title = c.Title,
                items = c.Items.Where(i => i.RetiredOn is null).Select(i => new { no = i.Number, title = i.Title, units = Owners(i), url = i.Url }),
            }),
        };
    }

    private static IEnumerable<(Category Category, Item Item)> Owed(CatalogueEdition edition) =>
        edition.Categories.SelectMany(c => c.Items, (c, i) => (c, i)).Where(p => p.i.RetiredOn is null);

    private static IEnumerable<string> Owners(Item item) => item.Owners.OrderBy(o => o.Order).Select(o => o.Unit?.Name ?? "");
}
