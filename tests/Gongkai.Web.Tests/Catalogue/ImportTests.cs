using System.Text;
using System.Text.Json;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Ledger;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Gongkai.Web.Tests.Catalogue;

/// <summary>The office imports its catalogue from the table it already has.</summary>
public sealed class ImportTests(Site site) : IClassFixture<Site>
{
    private static readonly CatalogueSheet National = NationalCatalogue.Sheet(2026, "budget-law");

    [Theory]
    [InlineData("目录.json")]
    [InlineData("目录.csv")]
    [InlineData("目录.xlsx")]
    [InlineData("目录.html")]
    public async Task The_same_table_is_found_in_every_form_and_looked_at_before_it_is_saved(string name)
    {
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/catalogue");
        await office.SubmitAsync("form:has(input[name=sheet])", [("sheet", name, Table(name, National.Items.ToList()))]);

        Assert.StartsWith("/office/catalogue/import/", office.Path, StringComparison.Ordinal);
        Assert.Contains("读到 10 个类别、50 个事项、12 个单位", office.Text, StringComparison.Ordinal);
        Assert.Equal(50, office.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(["单位乙", "单位丙"], office.Page.QuerySelectorAll("tbody tr")[1].Children[2].TextContent.Split('、'));

        await office.SubmitAsync("form.verbs", ("unused", ""));
        await office.OpenAsync("/office/catalogue");
        Assert.DoesNotContain("草稿", office.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_sheet_becomes_a_draft_then_counts_and_records_stay_with_their_items()
    {
        var before = site.Items[28].LineageId;
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/catalogue");
        await office.SubmitAsync("form:has(input[name=sheet])", [("sheet", "新目录.csv", Table("新目录.csv", National.Items.ToList()))]);
        await office.SendAsync(new HttpRequestMessage(HttpMethod.Post, office.Path + "?handler=Keep") { Content = Token(office) });
        Assert.Contains("已保存为草稿", office.Text, StringComparison.Ordinal);
        await office.SendAsync(new HttpRequestMessage(HttpMethod.Post, office.Path.Split('?')[0] + "?handler=PutInForce") { Content = Token(office) });

        var ledger = await site.WithAsync(give => give.GetRequiredService<LedgerDesk>().OfAsync(give.GetRequiredService<LedgerDesk>().ThisYear));

        Assert.Equal("新目录", ledger!.Edition.Title);
        Assert.Equal(before, ledger.States.First(s => s.Item.Number == 28).Item.LineageId);
        Assert.Equal(Cadence.Yearly, ledger.States.First(s => s.Item.Number == 6).Item.Cadence);
    }

    [Fact]
    public async Task A_catalogue_of_49_items_is_told_but_may_be_kept()
    {
        using var office = await PreviewAsync(National.Items.Where(i => i.Number != 17).ToList());

        Assert.Contains("只有 49 项", office.Text, StringComparison.Ordinal);
        Assert.Contains("缺少序号 17", office.Text, StringComparison.Ordinal);
        Assert.NotNull(office.Page.QuerySelector("button[formaction*='Keep']"));
    }

    [Fact]
    public async Task A_repeated_number_stops_the_import_and_names_both()
    {
        using var office = await PreviewAsync([.. National.Items.Select(i => i.Number == 9 ? i with { Number = 8 } : i)]);

        Assert.Contains("序号 8 重复", office.Text, StringComparison.Ordinal);
        Assert.Null(office.Page.QuerySelector("button[formaction*='Keep']"));
    }

    [Fact]
    public async Task What_is_no_table_says_so()
    {
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/catalogue");
        await office.SubmitAsync("form:has(input[name=sheet])", [("sheet", "随笔.csv", Encoding.UTF8.GetBytes("今天天气很好\n明天也是"))]);

        Assert.Contains("没有找到目录表", office.Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> PreviewAsync(List<CatalogueRow> items)
    {
        var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/catalogue");
        await office.SubmitAsync("form:has(input[name=sheet])", [("sheet", "目录.csv", Table("目录.csv", items))]);
        return office;
    }

    private static MultipartFormDataContent Token(Visitor visitor) =>
        new() { { new StringContent(visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };

    // Item 1 has one unit; item 2 two of them; item 3 a blank cell that takes the one above; each category begins anew.
    private static byte[] Table(string name, List<CatalogueRow> items)
    {
        var rows = new List<string[]> { new[] { "序号", "类别", "公开事项", "负责部门", "公开网址" } };
        var number = 0;
        foreach (var category in National.Categories)
        {
            var first = true;
            foreach (var item in items.Where(i => category.Items.Any(c => c.Title == i.Title)))
            {
                number++;
                var units = number switch { 1 => "单位甲", 2 => "单位乙、单位丙", 3 => "", _ => first ? $"单位{category.Number}" : "" };
                rows.Add([$"{item.Number}", first ? category.Title : "", item.Title, units, ""]);
                first = false;
            }
        }

        return Path.GetExtension(name) switch
        {
            ".csv" => Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(r => string.Join(',', r.Select(c => $"\"{c}\""))))),
            ".xlsx" => Xlsx(rows),
            ".html" => Encoding.UTF8.GetBytes($"<html><meta charset=utf-8><table>{string.Concat(rows.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{c}</td>"))}</tr>"))}</table></html>"),
            _ => Json(rows),
        };
    }

    private static byte[] Xlsx(List<string[]> rows)
    {
        using var file = new MemoryStream();
        file.SaveAs(rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, object (c) => c.Second)));
        return file.ToArray();
    }

    private static byte[] Json(List<string[]> rows)
    {
        var (categories, units) = (new List<(string Title, List<object> Items)>(), "");
        foreach (var row in rows.Skip(1))
        {
            if (row[1].Length > 0)
            {
                categories.Add((row[1], []));
            }

            units = row[3].Length > 0 ? row[3] : units;
            categories[^1].Items.Add(new { no = int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture), title = row[2], units = units.Split('、') });
        }

        return JsonSerializer.SerializeToUtf8Bytes(new { institution = "测试大学", edition = "2026", categories = categories.Select((c, at) => new { no = at + 1, title = c.Title, items = c.Items }) });
    }
}
