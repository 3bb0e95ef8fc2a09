using MiniExcelLibs;

namespace Gongkai.Web.Tests.Ledger;

/// <summary>The table of the fifty items, as it is taken away.</summary>
public sealed class CoverageTableTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("", "清单事项公开情况表")]
    [InlineData("/en", "Items")]
    public async Task The_workbook_opens_in_both_languages_with_a_row_for_every_item(string language, string sheet)
    {
        using var stranger = site.Visit();

        using var file = new MemoryStream(await stranger.Client.GetByteArrayAsync($"{language}/catalogue/table.xlsx"));

        Assert.Equal([sheet], file.GetSheetNames());
        Assert.Equal(50, file.Query(useHeaderRow: true).Count());
    }
}
