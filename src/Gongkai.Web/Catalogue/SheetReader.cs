using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Engines.Documents;

namespace Gongkai.Web.Catalogue;

/// <summary>Reads a school's catalogue from the table it already has: XLSX, CSV, a Word or HTML table with merged cells, or JSON.</summary>
public sealed partial class SheetReader
{
    private static readonly string[] UnitHeads = ["负责部门", "责任部门", "责任单位", "公开单位", "部门", "单位", "unit", "units", "owner"];
    private static readonly string[] TitleHeads = ["公开事项", "事项", "清单事项", "公开内容", "内容", "item", "title"];
    private static readonly string[] NumberHeads = ["序号", "编号", "no", "number"];
    private static readonly string[] CategoryHeads = ["类别", "公开类别", "category"];
    private static readonly string[] UrlHeads = ["公开网址", "网址", "链接", "栏目链接", "网站链接", "url", "link"];

    /// <summary>Reads a sheet; what is odd about it is added to the list.</summary>
    public CatalogueSheet? Read(Stream file, string name, int year, ICollection<Oddity> oddities)
    {
        ArgumentNullException.ThrowIfNull(oddities);
        try
        {
            var sheet = Path.GetExtension(name).Equals(".json", StringComparison.OrdinalIgnoreCase) ? ReadJson(file, year) : ReadTables(file, name, year, oddities);
            if (sheet is null)
            {
                oddities.Add(new Oddity("catalogue.no-table", [name], IsError: true));
                return null;
            }

            Judge(sheet, oddities);
            return sheet;
        }
        catch (Exception error) when (error is JsonException or DocumentException or InvalidDataException or KeyNotFoundException or InvalidOperationException)
        {
            oddities.Add(new Oddity("catalogue.unreadable", [name], IsError: true));
            return null;
        }
    }

    /// <summary>The units a cell names: separated by 、 ， ; / or a line break.</summary>
    public static IReadOnlyList<string> UnitsIn(string cell) =>
        [.. UnitMarks().Split(cell.Normalize(NormalizationForm.FormKC)).Select(u => Spaces().Replace(u, "")).Where(u => u.Length > 0).Distinct()];

    private static CatalogueSheet ReadJson(Stream file, int year)
    {
        using var json = JsonDocument.Parse(file);
        var root = json.RootElement;
        var title = root.TryGetProperty("title", out var t) ? t.GetString()! : (root.TryGetProperty("institution", out var i) ? i.GetString() : "") + "信息公开目录";
        var categories = root.GetProperty("categories").EnumerateArray().Select(c => new CategoryRow(
            NumberOf(c),
            c.GetProperty("title").GetString()!,
            [.. c.GetProperty("items").EnumerateArray().Select(Row)],
            c.TryGetProperty("declared", out var declared) ? declared.GetInt32() : null));
        return new CatalogueSheet { Title = title, Year = root.TryGetProperty("edition", out var e) && int.TryParse(e.ToString(), out var edition) ? edition : year, Categories = [.. categories] };

        static int NumberOf(JsonElement of) => (of.TryGetProperty("no", out var no) ? no : of.GetProperty("number")).GetInt32();

        static CatalogueRow Row(JsonElement item) => Known(new CatalogueRow
        {
            Number = NumberOf(item),
            Title = item.GetProperty("title").GetString()!,
            Units = item.TryGetProperty("units", out var units) ? [.. units.EnumerateArray().SelectMany(u => UnitsIn(u.GetString() ?? ""))] : [],
            Url = item.TryGetProperty("url", out var url) ? url.GetString() ?? "" : "",
        });
    }

    private static CatalogueSheet? ReadTables(Stream file, string name, int year, ICollection<Oddity> oddities)
    {
        foreach (var table in TableReader.Read(file, name).OrderByDescending(t => t.Rows.Count))
        {
            var rows = table.Rows.Select(r => r.Select(c => c.Text.Trim()).ToArray()).ToList();
            if (Heads.In(rows) is { } heads && Categories(rows, heads, oddities) is { Count: > 0 } categories)
            {
                return new CatalogueSheet { Title = Path.GetFileNameWithoutExtension(name), Year = year, Categories = categories };
            }
        }

        return null;
    }

    // A blank cell takes the one above it: of a unit never across a category, since a merged cell ends where the next category begins.
    private static List<CategoryRow> Categories(List<string[]> rows, Heads heads, ICollection<Oddity> oddities)
    {
        var categories = new List<(string Title, List<CatalogueRow> Items)>();
        var units = "";
        foreach (var (line, row) in rows.Index().Skip(heads.Row + 1))
        {
            var title = Heads.Cell(row, heads.Title);
            var category = Heads.Cell(row, heads.Category);
            if (category.Length > 0 && (categories.Count == 0 || Likeness.Fold(CategoryName(category)) != Likeness.Fold(categories[^1].Title)))
            {
                categories.Add((CategoryName(category), []));
                units = "";
            }

            if (title.Length == 0)
            {
                continue;
            }

            if (categories.Count == 0)
            {
                categories.Add(("", []));
            }

            units = Heads.Cell(row, heads.Units) is { Length: > 0 } own ? own : units;
            var digits = Digits().Match(Heads.Cell(row, heads.Number).Normalize(NormalizationForm.FormKC));
            var number = digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : categories.Sum(c => c.Items.Count) + 1;
            if (!digits.Success && heads.Number >= 0)
            {
                oddities.Add(new Oddity("catalogue.number-missing", [(line + 1).ToString(CultureInfo.InvariantCulture), title]));
            }

            categories[^1].Items.Add(Known(new CatalogueRow
            {
                Number = number,
                Title = Spaces().Replace(LeadingNumber().Replace(title, ""), ""),
                Units = UnitsIn(units),
                Url = Heads.Cell(row, heads.Url),
            }));
        }

        return [.. categories.Where(c => c.Items.Count > 0).Select((c, at) => new CategoryRow(at + 1, c.Title, c.Items))];
    }

    private static string CategoryName(string cell) => CategoryDecoration().Replace(Spaces().Replace(cell, ""), "");

    // Cadence, rule and English title of a national item come from the national list; a school's own item stands until changed.
    private static CatalogueRow Known(CatalogueRow row) => NationalCatalogue.Like(row.Title, row.Number) is { } national
        ? national with { Number = row.Number, Title = row.Title, Units = row.Units, Url = row.Url }
        : row;

    private static void Judge(CatalogueSheet sheet, ICollection<Oddity> oddities)
    {
        var items = sheet.Items.ToList();
        foreach (var repeat in items.GroupBy(i => i.Number).Where(g => g.Count() > 1))
        {
            oddities.Add(new Oddity("catalogue.number-repeated", [repeat.Key.ToString(CultureInfo.InvariantCulture), string.Join("；", repeat.Select(i => i.Title))], IsError: true));
        }

        if (items.Count < NationalCatalogue.ItemCount)
        {
            oddities.Add(new Oddity("catalogue.too-few", [items.Count.ToString(CultureInfo.InvariantCulture)]));
        }

        foreach (var missing in Enumerable.Range(1, items.Select(i => i.Number).DefaultIfEmpty().Max()).Except(items.Select(i => i.Number)))
        {
            oddities.Add(new Oddity("catalogue.number-gap", [missing.ToString(CultureInfo.InvariantCulture)]));
        }

        if (sheet.Categories.Count != NationalCatalogue.CategoryCount)
        {
            oddities.Add(new Oddity("catalogue.category-count", [sheet.Categories.Count.ToString(CultureInfo.InvariantCulture)]));
        }

        foreach (var item in items.Where(i => i.Units.Count == 0))
        {
            oddities.Add(new Oddity("catalogue.owner-missing", [item.Number.ToString(CultureInfo.InvariantCulture), item.Title]));
        }

        foreach (var category in sheet.Categories.Where(c => c.Declared is { } said && said != c.Items.Count))
        {
            oddities.Add(new Oddity("catalogue.declared-differs", [category.Title, category.Declared!.Value.ToString(CultureInfo.InvariantCulture), category.Items.Count.ToString(CultureInfo.InvariantCulture)]));
        }
    }

    [GeneratedRegex(@"[、,，;；/\n\r]+")]
    private static partial Regex UnitMarks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\s*[\(（]?\d+[\)）.．、]\s*")]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"^[一二三四五六七八九十]+、|^\d+[.、．]?|[\(（]\d+项[\)）]$")]
    private static partial Regex CategoryDecoration();

    private sealed record Heads(int Row, int Number, int Category, int Title, int Units, int Url)
    {
        public static Heads? In(List<string[]> rows)
        {
            foreach (var (at, row) in rows.Index().Take(10))
            {
                var title = Find(row, TitleHeads);
                var units = Find(row, UnitHeads);
                if (title >= 0 && units >= 0)
                {
                    return new Heads(at, Find(row, NumberHeads), Find(row, CategoryHeads), title, units, Find(row, UrlHeads));
                }
            }

            return null;
        }

        public static string Cell(string[] row, int column) => column >= 0 && column < row.Length ? row[column] : "";

        private static int Find(string[] row, string[] names) =>
            Array.FindIndex(row, cell => names.Contains(Spaces().Replace(cell, "").ToLowerInvariant()));
    }
}
