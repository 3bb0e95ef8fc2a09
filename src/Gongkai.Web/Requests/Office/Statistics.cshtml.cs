using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Requests.Office;

internal sealed class StatisticsModel(RequestStatistics statistics, SuggestionDesk suggestions, CampusClock clock, PageWords words) : OurPage
{
    public StatisticsTable Table { get; private set; } = null!;

    public OwnSection Section { get; private set; } = null!;

    public (int Shown, int Opened, int Answered) Suggested { get; private set; }

    // A university counts school years (Measures Art. 25), the government's form calendar years; both are a click away and never mixed.
    public IEnumerable<(string Name, DateOnly From, DateOnly To)> Usual
    {
        get
        {
            var year = AcademicYear.Of(clock.Today);
            yield return (year.Print(PageWords.Language), year.From, year.To);
            var last = AcademicYear.Of(year.From.AddDays(-1));
            yield return (last.Print(PageWords.Language), last.From, last.To);
            yield return ($"{clock.Today.Year}", new DateOnly(clock.Today.Year, 1, 1), new DateOnly(clock.Today.Year, 12, 31));
            yield return ($"{clock.Today.Year - 1}", new DateOnly(clock.Today.Year - 1, 1, 1), new DateOnly(clock.Today.Year - 1, 12, 31));
        }
    }

    public async Task OnGetAsync(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        await LoadAsync(from, to, cancel);
        Section = await statistics.SectionAsync(Table.From, Table.To, cancel);
        Suggested = await suggestions.CountAsync(clock.StartOf(Table.From), clock.StartOf(Table.To.AddDays(1)), cancel);
    }

    public async Task<IActionResult> OnGetXlsxAsync(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        await LoadAsync(from, to, cancel);
        string[] heads = [words["requests.row"], .. Enum.GetValues<ApplicantKind>().Select(k => words.Of(k)), words["requests.total"]];
        var rows = Table.Rows.Select(r => new object?[] { $"{r.Code} {r.TextIn(PageWords.IsEnglish)}" }.Concat(r.Cells.Select(n => (object?)n)).Append(r.Total).ToArray());
        return File(Sheets.Xlsx(new Sheet(heads, rows)), Sheets.XlsxType, $"requests-{Table.From:yyyyMMdd}-{Table.To:yyyyMMdd}.xlsx");
    }

    private async Task LoadAsync(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.DisclosureOffice) || By.Holds(Role.Supervisor));
        var year = AcademicYear.Of(clock.Today);
        var (first, last) = (from ?? year.From, to ?? year.To);
        Table = await statistics.TableAsync(first, last < first ? first : last, cancel);
    }
}
