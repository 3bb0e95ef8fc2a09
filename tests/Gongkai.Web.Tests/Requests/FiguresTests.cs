using System.Globalization;
using System.Text;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Audit;
using Gongkai.Web.Calendar;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Requests;
using Gongkai.Web.Requests.Office;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace Gongkai.Web.Tests.Requests;

/// <summary>Clocks, fees and figures.</summary>
public sealed class FiguresTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 100)]
    [InlineData(30, 2000)]
    [InlineData(31, 2200)]
    [InlineData(40, 4000)]
    [InlineData(41, 4300)]
    [InlineData(50, 7000)]
    [InlineData(51, 7400)]
    public void The_fee_by_item_is_the_scale_of_the_notice(int items, int yuan) => Assert.Equal(yuan, InformationFee.ForItems(items));

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 10)]
    [InlineData(100, 700)]
    [InlineData(101, 720)]
    [InlineData(200, 2700)]
    [InlineData(201, 2740)]
    [InlineData(250, 4700)]
    public void The_fee_by_page_is_the_scale_of_the_notice(int pages, int yuan) => Assert.Equal(yuan, InformationFee.ForPages(pages));

    [Fact]
    public void There_are_the_21_outcomes_of_the_table_and_each_names_a_letter_and_an_outcome_of_the_measures()
    {
        Assert.Equal(21, Outcomes.All.Count);
        Assert.Equal((8, 3, 5, 3), (Of("3.3."), Of("3.4."), Of("3.5."), Of("3.6.")));
        Assert.All(Outcomes.All, o => Assert.InRange(o.Measures, 1, 7));
        Assert.All(Outcomes.All.SelectMany(o => o.Reasons), r => Assert.NotEmpty(r.Ground));

        static int Of(string prefix) => Outcomes.All.Count(o => o.Code.StartsWith(prefix, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_holiday_schedule_moves_twelve_open_cases_and_leaves_a_note_on_each()
    {
        await using var own = new Alone();
        var mine = await own.StartAsync();
        mine.Time.Advance(new DateTimeOffset(2026, 12, 21, 1, 0, 0, TimeSpan.Zero) - mine.Time.GetUtcNow());
        var ids = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            ids.Add((await mine.ReceivedAsync($"跨年的申请{i}")).Id);
        }

        var before = (await mine.CaseAsync(ids[0])).Clock;
        Assert.True(before.IsProvisional);
        using var office = await mine.VisitAsAsync("office");
        await office.OpenAsync($"/office/requests/{ids[0]}");
        Assert.Contains("2027 年的放假安排尚未公布", office.Text, StringComparison.Ordinal);

        var actor = await mine.ActorAsync("office");
        await mine.WithAsync(give => give.GetRequiredService<CalendarDesk>().TypeAsync(actor, 2027, "1月1日至1月3日", ""));

        foreach (var id in ids)
        {
            var after = await mine.CaseAsync(id);
            Assert.Equal((before.DueOn.AddDays(1), false), (after.Clock.DueOn, after.Clock.IsProvisional));
            Assert.Contains(after.Steps, s => s.Told == "requests.told-recomputed" && s.Reason.Contains('→', StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_day_of_receipt_follows_the_channel_and_a_future_one_is_refused()
    {
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/requests/new");
        await office.SubmitAsync("main form", ("Input.Channel", "PostSigned"), ("Input.ReceivedOn", "2026-09-01"), ("Input.Applicant.Name", "写信人"), ("Input.Applicant.Address", "测试市"), ("Input.Matter", "邮寄的申请"), ("Input.Description", "邮寄来的申请的内容"));
        Assert.Contains("收到日期不能晚于今天", office.Text, StringComparison.Ordinal);
        Assert.Equal("写信人", office.Page.QuerySelector("#Name")!.GetAttribute("value"));

        await office.SubmitAsync("main form", ("Input.ReceivedOn", "2026-03-02"));

        Assert.Contains("2026年3月23日", office.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paused_days_do_not_count_and_an_unpaid_fee_ends_the_case()
    {
        await using var own = new Alone();
        var mine = await own.StartAsync();
        await mine.ChooseAsync(new RequestPolicy { Fee = FeeMode.ByPage, Source = "校财〔2026〕5号" });
        var id = await mine.StandingAsync(RequestStatus.AwaitingPayment, "不缴费的申请");
        var asked = await mine.CaseAsync(id);
        Assert.Equal((60_000, ClockState.Paused), (asked.FeeCents, asked.Clock.State));
        mine.Time.Advance(TimeSpan.FromDays(40));
        await mine.DoAsync(id, "office", RequestVerb.Abandon);
        Assert.Equal("3.6.2", (await mine.CaseAsync(id)).Outcome);

        var consulted = await mine.StandingAsync(RequestStatus.Accepted, "征求意见的申请");
        var due = (await mine.CaseAsync(consulted)).Clock.DueOn;
        await mine.DoAsync(consulted, "office", RequestVerb.Consult);
        mine.Time.Advance(TimeSpan.FromDays(7));
        await mine.DoAsync(consulted, "office", RequestVerb.Hear, new MoveForm { View = ThirdPartyView.Agrees });
        var clock = (await mine.CaseAsync(consulted)).Clock;
        var (askedOn, heardOn) = (DateOnly.FromDateTime(mine.Time.GetUtcNow().AddHours(8).AddDays(-7).DateTime), DateOnly.FromDateTime(mine.Time.GetUtcNow().AddHours(8).DateTime));
        Assert.Equal(WorkingDayCalendar.Shipped.After(due, WorkingDayCalendar.Shipped.WorkingDaysBetween(askedOn, heardOn)).Date, clock.DueOn);
        Assert.True(clock.DueOn > due);
    }

    [Fact]
    public async Task The_table_adds_up_and_every_cell_opens_the_cases_it_counts()
    {
        await using var own = new Alone();
        var mine = await own.StartAsync();
        await mine.StandingAsync(RequestStatus.Registered, "结转的申请");
        await mine.ReceivedAsync("企业的申请", f => f with { Kind = ApplicantKind.Business, Applicant = f.Applicant with { Organisation = "某企业" } });
        mine.Time.Advance(TimeSpan.FromDays(200));
        await mine.StandingAsync(RequestStatus.Archived, "公开的申请");
        await mine.StandingAsync(RequestStatus.Withdrawn, "撤回的申请");
        await mine.StandingAsync(RequestStatus.Transferred, "非本校的申请");
        await mine.StandingAsync(RequestStatus.Registered, "在办的申请");

        var table = await mine.WithAsync(give => give.GetRequiredService<RequestStatistics>().TableAsync(new DateOnly(2026, 9, 1), new DateOnly(2027, 8, 31)));
        Assert.Equal(25, table.Rows.Count);
        Assert.Equal((4, 2, 3, 3), (table["1"].Total, table["2"].Total, table["3.7"].Total, table["4"].Total));
        Assert.Equal((1, 1, 1), (table["3.1"].Total, table["3.6.3"].Total, table["3.4.1"].Total));
        Assert.Equal(table["3.7"].Total, table.Rows.Where(r => r.Code.StartsWith("3.", StringComparison.Ordinal) && r.Code != "3.7").Sum(r => r.Total));
        Assert.Equal(1, table["2"].Cells[(int)ApplicantKind.Business]);
        Assert.True(table.AddsUp);

        using var office = await mine.VisitAsAsync("office");
        await office.OpenAsync("/office/requests/statistics?from=2026-09-01&to=2027-08-31");
        Assert.Contains("合计平衡", office.Text, StringComparison.Ordinal);
        foreach (var link in office.Page.QuerySelectorAll("td.cell a").Select(a => (Href: a.GetAttribute("href")!, Count: a.TextContent)).ToList())
        {
            await office.OpenAsync(link.Href);
            Assert.Equal(link.Count, $"{office.Page.QuerySelectorAll("#queue tbody tr").Length}");
        }

        var bytes = await office.Client.GetByteArrayAsync("/office/requests/statistics?handler=Xlsx&from=2026-09-01&to=2027-08-31");
        var sheet = new MemoryStream(bytes).Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(25, sheet.Count);
        Assert.Equal(4.0, Convert.ToDouble(sheet[0]["总计"], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_register_is_taken_away_as_csv_without_the_person()
    {
        await site.ReceivedAsync("导出的申请");
        using var office = await site.VisitAsAsync("office");

        var csv = Encoding.UTF8.GetString(await office.Client.GetByteArrayAsync("/office/requests?handler=Csv"));

        Assert.Contains("导出的申请", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(R.Person, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_people_who_send_at_once_are_all_kept_whoever_is_among_them()
    {
        var twice = R.Form("同时发送两次的申请");
        var stray = R.Form("同时发送的错误登记") with { Channel = RequestChannel.PostUnsigned, TakenByUnitId = Guid.AllBitsSet };
        RequestForm[] forms = [.. Enumerable.Range(0, 198).Select(n => R.Form($"同时发送的申请{n}")), twice, twice];
        var before = await site.ReceivedAsync("在他们之前的申请");

        var senders = forms.Select(form => Task.Run(() => SendAsync(Actor.Nobody, form))).ToList();
        await Assert.ThrowsAsync<ConflictException>(() => Task.Run(() => SendAsync(Actor.Program, stray)));
        var receipts = (await Task.WhenAll(senders)).OfType<RequestReceipt>().ToList();

        // No number is given twice and none is lost, and the chain of the audit holds.
        var first = int.Parse(before.Number[5..], CultureInfo.InvariantCulture);
        Assert.Equal(Enumerable.Range(first + 1, 199), receipts.Select(r => int.Parse(r.Number[5..], CultureInfo.InvariantCulture)).Order());
        var kept = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<InformationRequest>().Where(r => r.Matter.StartsWith("同时发送")).Select(r => r.Id).ToListAsync());
        Assert.Equal(receipts.Select(r => r.Id).Order(), kept.Order());
        Assert.Null(await site.WithAsync(give => AuditTrail.FirstBrokenAsync(give.GetRequiredService<GongkaiDb>())));

        Task<RequestReceipt?> SendAsync(Actor by, RequestForm form) => site.WithAsync(give => give.GetRequiredService<RequestDesk>().ReceiveAsync(by, form));
    }

    [Fact]
    public async Task The_office_is_told_once_of_all_that_came_together()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(n => Task.Run(() => site.ReceivedAsync($"一起到来的申请{n}"))));

        var told = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Notice>().Where(n => n.Code == "notices.requests-new").ToListAsync());
        Assert.InRange(told.Count, 1, 30);
        Assert.All(told, n => Assert.Matches(@"^\S+ – \S+$", n.About));
    }

    private sealed class Alone : IAsyncDisposable
    {
        private readonly Site _site = new();

        public async Task<Site> StartAsync()
        {
            await _site.InitializeAsync();
            return _site;
        }

        public ValueTask DisposeAsync() => _site.DisposeAsync();
    }
}
