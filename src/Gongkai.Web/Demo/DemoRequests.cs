using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Demo;

/// <summary>Something somebody does with a request on a day.</summary>
internal sealed record DemoAct(DateOnly On, Func<CancellationToken, Task> DoAsync);

/// <summary>Requests of two years, each received, handled and answered through the desks, day after day. Everybody in them is invented.</summary>
internal sealed class DemoRequests(Func<AsyncServiceScope> scopes, IReadOnlyDictionary<string, Guid> people, IReadOnlyDictionary<string, Unit> units)
{
    private const int DaysBetween = 19;

    private static readonly (string Matter, string Unit)[] Matters =
    [
        ("2024年本科专业转入转出人数", "04"), ("实验室危险化学品管理台账的填报办法", "08"), ("学生食堂招标评分办法", "08"), ("研究生奖学金评定细则", "05"), ("校园网络改造工程合同金额", "08"), ("教师岗位聘用条件", "03"),
        ("国际学生奖学金名额分配", "10"), ("图书馆闭馆安排的会议记录", "01"), ("学生宿舍维修经费使用情况", "07"), ("硕士研究生调剂规则", "05"), ("体育场馆对外开放收费标准", "07"), ("毕业生档案转递去向", "06"),
    ];

    private static readonly string[] Names = ["甲某某", "乙某某", "丙某某", "丁某某", "戊某某", "己某某", "庚某某", "辛某某"];

    private readonly Dictionary<int, RequestReceipt> _receipts = [];

    /// <summary>What happens to so many requests, or to one every nineteen days, and to those that lie on the desk today.</summary>
    public IReadOnlyList<DemoAct> Plan(DateOnly first, DateOnly today, int? requests = null)
    {
        var acts = new List<DemoAct>();
        var span = today.DayNumber - first.DayNumber - 60;
        var count = requests ?? span / DaysBetween;
        for (var n = 0; n < count; n++)
        {
            acts.AddRange(Life(n, first.AddDays(12 + (requests is null ? n * DaysBetween : (int)((long)n * span / count)))));
        }

        acts.AddRange(Unfinished(count, today));
        return [.. acts.OrderBy(a => a.On)];
    }

    // Nine ways a request may go, one after the other.
    private IEnumerable<DemoAct> Life(int n, DateOnly on)
    {
        var unit = units[Matters[n % Matters.Length].Unit].Id;
        yield return new(on, cancel => ReceiveAsync(n, on, cancel));
        var way = n % 9;
        if (way == 3)
        {
            yield return Handling(n, on.AddDays(2), "office", (desk, by, r, cancel) => desk.AskClarificationAsync(by, r.Id, r.Version, "请写明所需信息的年份和范围。", null, cancel));
            yield return new(on.AddDays(5), cancel => WithAsync((give, _) => give.GetRequiredService<RequestDesk>().ClarifyAsync(_receipts[n].Id, "需要2024年全年的情况。", [], cancel)));
        }
        else if (way == 5)
        {
            yield return new(on.AddDays(1), cancel => WithAsync((give, _) => give.GetRequiredService<RequestDesk>().WithdrawAsync(_receipts[n].Id, cancel)));
            yield break;
        }
        else if (way == 6)
        {
            yield return Handling(n, on.AddDays(2), "office", (desk, by, r, cancel) => desk.TransferAsync(by, r.Id, r.Version, "云汀市教育局（云汀市观澜路88号，0999-5550188）", cancel));
            yield break;
        }
        else if (way == 7)
        {
            yield return Handling(n, on.AddDays(1), "office", (desk, by, r, cancel) => desk.RetypeAsync(by, r.Id, r.Version, OtherMatter.Complaint, "所提内容为对食堂服务的意见，转后勤部门办理并回复", cancel));
            yield break;
        }
        else
        {
            yield return Handling(n, on.AddDays(1), "office", (desk, by, r, cancel) => desk.AcceptAsync(by, r.Id, r.Version, cancel));
        }

        yield return Handling(n, on.AddDays(6), "office", (desk, by, r, cancel) => desk.AssignAsync(by, r.Id, r.Version, unit, "请核对有关材料，并说明能否公开。", null, cancel));
        yield return Handling(n, on.AddDays(8), "liaison", (desk, by, r, cancel) => desk.AnswerPartAsync(by, r.Id, r.Parts[0].Id, "材料已整理，建议依规答复。", cancel));
        if (way is 1 or 4)
        {
            yield return Waiting(n, on.AddDays(9), (desk, by, r, cancel) => desk.ConsultAsync(by, r.Id, r.Version, "云汀虚拟工程有限公司，云汀市测试路9号", "拟公开合同价款和联系人，请提出意见。", cancel));
            yield return Waiting(n, on.AddDays(14), (desk, by, r, cancel) => desk.HearAsync(by, r.Id, r.Version, ThirdPartyView.Refuses, "分项报价属于商业秘密，公开将损害竞争地位。", cancel));
        }

        if (way == 2)
        {
            yield return Handling(n, on.AddDays(9), "office", (desk, by, r, cancel) => desk.NoteSearchAsync(by, r.Id, "学校档案馆目录、办公系统收发文", Matters[n % Matters.Length].Matter, "未检索到相关信息", cancel));
        }

        foreach (var act in Answer(n, way, on.AddDays(15)))
        {
            yield return act;
        }
    }

    private IEnumerable<DemoAct> Answer(int n, int way, DateOnly on)
    {
        var form = way switch
        {
            1 => new DecisionForm { Reason = "3.2-parted", Facts = "所申请的材料可以区分处理", Answer = "合同名称、总价和工期见附表。", TakenOut = "分项报价：涉及第三方商业秘密，第三方不同意公开且理由合理。" },
            2 => new DecisionForm { Reason = "3.4.1-none", Facts = "经检索档案目录和收发文登记，没有制作或者保存过该信息", Answer = "该信息不存在，特此告知。" },
            4 => new DecisionForm { Reason = "3.3.4-trade-secret", Facts = "所申请的分项报价由第三方提供，第三方书面不同意公开", Answer = "公开将损害第三方合法权益，不公开不影响公共利益。" },
            8 => new DecisionForm { Reason = "3.3.6-process", Facts = "所申请的会议记录为内部讨论过程中形成", Answer = "会议形成的决定已另行公开，可在本网站查阅。" },
            _ => new DecisionForm { Reason = "3.1-given", Facts = "所申请的信息由本校制作并保存，可以公开", Answer = "有关规定和数据整理如下：申请人数、通过人数和办理依据见附表。" },
        };
        yield return Deciding(n, on, "office", (desk, by, r, cancel) => desk.DraftAsync(by, r.Id, r.Version, form, cancel));
        yield return Deciding(n, on.AddDays(1), "secrecy", (desk, by, r, cancel) => desk.ScreenAsync(by, r.Id, r.Version, cancel));
        yield return Deciding(n, on.AddDays(1), "office2", (desk, by, r, cancel) => desk.ApproveAsync(by, r.Id, r.Version, cancel));
        yield return Deciding(n, on.AddDays(2), "office", (desk, by, r, cancel) => desk.AnswerAsync(by, r.Id, r.Version, cancel));
        yield return Deciding(n, on.AddDays(12), "office", (desk, by, r, cancel) => desk.ArchiveAsync(by, r.Id, r.Version, cancel));
        if (way == 0)
        {
            yield return new(on.AddDays(3), cancel => WithAsync((give, _) => give.GetRequiredService<RequestDesk>().RateAsync(_receipts[n].Id, 5 - (n % 2), "答复清楚。", cancel)));
            yield return new(on.AddDays(13), async cancel => await AsAsync("office", n, (give, by, r) => give.GetRequiredService<AfterDesk>().LogAsync(by, r.Id, r.Matter, r.AnswerText, cancel), cancel));
        }
        else if (way == 8)
        {
            yield return new(on.AddDays(14), async cancel => await AsAsync("office", n, (give, by, r) => give.GetRequiredService<AfterDesk>().FileRemedyAsync(by, r.Id, RemedyKind.Complaint, null, "省教育厅", cancel), cancel));
            yield return new(on.AddDays(30), async cancel => await AsAsync("office", n, (give, by, r) => give.GetRequiredService<AfterDesk>().EndRemedyAsync(by, r.Id, r.Remedies[0].Id, RemedyResult.Upheld, "维持答复", cancel), cancel));
        }
    }

    // What lies on the desk today: new, with units, waiting, nearly due, and one that is late.
    private IEnumerable<DemoAct> Unfinished(int from, DateOnly today)
    {
        for (var i = 0; i < 6; i++)
        {
            var (n, on) = (from + i, today.AddDays(i switch { 0 => -1, 1 => -4, 2 => -12, 3 => -18, 4 => -20, _ => -32 }));
            yield return new(on, cancel => ReceiveAsync(n, on, cancel));
            if (i > 0)
            {
                yield return Handling(n, on.AddDays(1), "office", (desk, by, r, cancel) => desk.AcceptAsync(by, r.Id, r.Version, cancel));
            }

            if (i == 1)
            {
                yield return Handling(n, on.AddDays(2), "office", (desk, by, r, cancel) => desk.AskClarificationAsync(by, r.Id, r.Version, "请写明所需信息的年份。", null, cancel));
            }
            else if (i is 2 or 5)
            {
                yield return Handling(n, on.AddDays(2), "office", (desk, by, r, cancel) => desk.AssignAsync(by, r.Id, r.Version, units["04"].Id, "请提供有关材料，并说明能否公开。", null, cancel));
            }
            else if (i == 3)
            {
                yield return Waiting(n, on.AddDays(3), (desk, by, r, cancel) => desk.ConsultAsync(by, r.Id, r.Version, "云汀虚拟餐饮有限公司，云汀市测试路12号", "拟公开评分明细，请提出意见。", cancel));
            }
            else if (i == 4)
            {
                yield return Deciding(n, on.AddDays(10), "office", (desk, by, r, cancel) => desk.DraftAsync(by, r.Id, r.Version, new DecisionForm { Reason = "3.1-public", Facts = "所申请的信息已经主动公开", Answer = "请在本网站“公开目录”查阅。" }, cancel));
            }
        }
    }

    private async Task ReceiveAsync(int n, DateOnly on, CancellationToken cancel)
    {
        var channel = (n % 5) switch { 1 => RequestChannel.PostSigned, 3 => RequestChannel.Counter, 4 => RequestChannel.Email, _ => RequestChannel.Web };
        var kind = (n % 6) switch { 2 => ApplicantKind.Business, 4 => ApplicantKind.Research, 5 => ApplicantKind.LegalService, _ => ApplicantKind.Citizen };
        await WithAsync(async (give, find) =>
        {
            var by = channel == RequestChannel.Web ? Actor.Nobody : await find("office");
            var matter = Matters[n % Matters.Length].Matter;
            _receipts[n] = (await give.GetRequiredService<RequestDesk>().ReceiveAsync(by, new RequestForm
            {
                Key = Guid.CreateVersion7(new DateTimeOffset(on, new TimeOnly(10, 0), TimeSpan.Zero)),
                Applicant = new Applicant
                {
                    Name = Names[n % Names.Length],
                    Organisation = kind == ApplicantKind.Citizen ? "" : "云汀虚拟咨询机构",
                    DocumentKind = "演示证件",
                    DocumentNumber = $"DEMO-{n % Names.Length:000}",
                    Email = $"applicant{n % Names.Length}@yunting.example",
                    Address = "云汀市演示路1号",
                },
                Kind = kind,
                Matter = matter,
                Description = $"申请公开{matter}，包括最近一个年度的有关数据和依据。",
                Channel = channel,
                Way = channel == RequestChannel.PostSigned ? DeliveryWay.Post : DeliveryWay.Online,
            }, cancel))!;
        });
    }

    private DemoAct Handling(int n, DateOnly on, string who, Func<HandlingDesk, Actor, InformationRequest, CancellationToken, Task> act) =>
        new(on, cancel => AsAsync(who, n, (give, by, r) => act(give.GetRequiredService<HandlingDesk>(), by, r, cancel), cancel));

    private DemoAct Waiting(int n, DateOnly on, Func<WaitingDesk, Actor, InformationRequest, CancellationToken, Task> act) =>
        new(on, cancel => AsAsync("office", n, (give, by, r) => act(give.GetRequiredService<WaitingDesk>(), by, r, cancel), cancel));

    private DemoAct Deciding(int n, DateOnly on, string who, Func<DecisionDesk, Actor, InformationRequest, CancellationToken, Task> act) =>
        new(on, cancel => AsAsync(who, n, (give, by, r) => act(give.GetRequiredService<DecisionDesk>(), by, r, cancel), cancel));

    private Task AsAsync(string who, int n, Func<IServiceProvider, Actor, InformationRequest, Task> act, CancellationToken cancel) => WithAsync(async (give, find) =>
    {
        var id = _receipts[n].Id;
        await act(give, await find(who), await give.GetRequiredService<GongkaiDb>().Set<InformationRequest>().AsNoTracking().FirstAsync(r => r.Id == id, cancel));
    });

    private async Task WithAsync(Func<IServiceProvider, Func<string, Task<Actor>>, Task> act)
    {
        await using var scope = scopes();
        await act(scope.ServiceProvider, async who => (await scope.ServiceProvider.GetRequiredService<PeopleDesk>().ActorAsync(people[who]))!);
    }
}
