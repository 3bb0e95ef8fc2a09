using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Home.Portal;

internal sealed class IndexModel(PublicRecords records, LedgerDesk ledger) : OurPage
{
    private const int Newly = 12;

    public LedgerPage? Ledger { get; private set; }

    public int? OnTimePercent { get; private set; }

    public IReadOnlyList<RecordLine> Newest { get; private set; } = [];

    public RecordLine? Report { get; private set; }

    public int PublishedThisYear { get; private set; }

    public IReadOnlyList<CategoryCard> Categories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var visible = records.For(By);
        Ledger = await ledger.OfAsync(ledger.ThisYear, cancel: cancel);
        var counts = await ledger.ThisYearAsync(cancel);
        (OnTimePercent, PublishedThisYear) = (counts.OnTimePercent, counts.Published);
        Newest = await visible.Lines().Take(Newly).ToListAsync(cancel);
        if (Ledger is null)
        {
            return;
        }

        Guid[] reportItem = [.. Ledger.States.Where(s => s.Item.Number == 6).Select(s => s.Item.LineageId)];
        Report = await records.Under(visible.Where(e => e.Kind == RecordKind.Report), reportItem).Lines().FirstOrDefaultAsync(cancel);
        Categories = [.. Ledger.Edition.Categories.Select(c =>
        {
            var states = Ledger.States.Where(s => s.Item.CategoryId == c.Id).ToList();
            return new CategoryCard(c.Number, c.TitleIn(PageWords.IsEnglish), states.Sum(s => s.Count), states.Max(s => s.LastOn));
        })];
    }

    internal sealed record CategoryCard(int Number, string Title, int Records, DateOnly? LastOn);
}
