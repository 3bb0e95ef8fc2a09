using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Web.Catalogue;

/// <summary>《高等学校信息公开事项清单》 (教办函〔2014〕23号): 10 categories and 50 items, the floor for every school, as data.</summary>
public static class NationalCatalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>How many items the national list has.</summary>
    public const int ItemCount = 50;

    /// <summary>How many categories it has.</summary>
    public const int CategoryCount = 10;

    /// <summary>The national list as a sheet for a year. Budgets follow the superior body: 10 working days for ministry schools, 20 days
    /// by the Budget Law for others.</summary>
    public static CatalogueSheet Sheet(int year, string budgetRule)
    {
        using var stream = typeof(NationalCatalogue).Assembly.GetManifestResourceStream("national-2014.data.json")!;
        var file = JsonSerializer.Deserialize<NationalFile>(stream, Json)!;
        return new CatalogueSheet
        {
            Title = $"{file.Title}（{year}年）",
            Year = year,
            Categories = [.. file.Categories.Select(c => new CategoryRow(c.Number, c.Title, [.. c.Items.Select(i => i with { Rule = i.Rule == "budget" ? budgetRule : i.Rule, LegalBasis = file.Basis })], c.Items.Count, c.TitleEn))],
        };
    }

    /// <summary>The national item a title stands for, by its words; null when none is like it.</summary>
    public static CatalogueRow? Like(string title, int number)
    {
        var items = Sheet(2014, "budget-law").Items.ToList();
        return items.Find(i => Likeness.Fold(i.Title) == Likeness.Fold(title)) ?? items.Find(i => i.Number == number && Likeness.Of(i.Title, title) > 0.6);
    }

    private sealed record NationalFile(string Title, string Basis, IReadOnlyList<NationalCategory> Categories);

    private sealed record NationalCategory(int Number, string Title, string TitleEn, IReadOnlyList<CatalogueRow> Items);
}
