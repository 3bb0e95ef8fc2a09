using Gongkai.Web.Catalogue;
using Gongkai.Web.Home;
using Gongkai.Web.Institutions;
using Gongkai.Web.Institutions.Portal;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Demo;

/// <summary>Builds the demo university through the same desks that people use, day after day on a steered clock: no direct inserts.</summary>
internal sealed class DemoBuilder(IServiceProvider services, SteeredTime time, DateOnly today)
{
    private readonly Random _random = new(20261122);
    private readonly Dictionary<string, Guid> _people = [];
    private Dictionary<string, Unit> _units = [];
    private Dictionary<int, Guid> _items = [];
    private Dictionary<int, string> _ownerOf = [];
    private Dictionary<int, (int Month, int Day)> _dues = [];
    private Guid _institution;

    /// <summary>Builds it all; says after every so many records how far it is.</summary>
    public async Task BuildAsync(Action<int, int> progress, CancellationToken cancel = default)
    {
        var first = new DateOnly(today.Month >= 9 ? today.Year - 2 : today.Year - 3, 9, 1);
        GoTo(first, 9);
        await FoundAsync(cancel);
        var plan = Plan(first).OrderBy(p => p.On).ToList();
        var requests = new DemoRequests(Scope, _people, _units);
        var acts = new Queue<DemoAct>(requests.Plan(first, today).Concat(new DemoReports(Scope, _people).Plan(today)).OrderBy(a => a.On));
        foreach (var (at, piece) in plan.Index())
        {
            await DoUntilAsync(acts, piece.On, cancel);
            GoTo(piece.On, 9 + (at % 8));
            await PublishAsync(piece, cancel);
            if (at % 10 == 0)
            {
                progress(at, plan.Count);
            }
        }

        await DoUntilAsync(acts, today.AddDays(-2), cancel);
        foreach (var who in _people.Keys)
        {
            await WithAsync(async give =>
            {
                var by = (await give.GetRequiredService<PeopleDesk>().ActorAsync(_people[who], cancel))!;
                await give.GetRequiredService<Notices.NoticeBoard>().SeenAsync(by, cancel);
                return 0;
            });
        }

        GoTo(today.AddDays(-2), 9);
        await UnfinishedAsync(cancel);
        await DoUntilAsync(acts, today.AddDays(-1), cancel);
        progress(plan.Count, plan.Count);
    }

    /// <summary>Founds the university and lets so many requests pass through the desks over some years, and nothing else.</summary>
    public async Task BuildRequestsAsync(int count, int years, Action<int, int> progress, CancellationToken cancel = default)
    {
        var first = today.AddYears(-years);
        GoTo(first, 9);
        await FoundAsync(cancel);
        var acts = new DemoRequests(Scope, _people, _units).Plan(first, today, count);
        foreach (var (at, act) in acts.Index())
        {
            GoTo(act.On, 10);
            await act.DoAsync(cancel);
            progress(at + 1, acts.Count);
        }
    }

    // What people do with requests happens between the days on which records are published: one clock for both.
    private async Task DoUntilAsync(Queue<DemoAct> acts, DateOnly day, CancellationToken cancel)
    {
        while (acts.TryPeek(out var act) && act.On <= day)
        {
            acts.Dequeue();
            GoTo(act.On, 10);
            await act.DoAsync(cancel);
        }
    }

    private IEnumerable<DemoPiece> Plan(DateOnly first)
    {
        foreach (var (unit, items) in DemoPlan.Owners)
        {
            foreach (var item in items)
            {
                // One obligation is left undone, so that the ledger has something to say.
                if (item is 17 or 34)
                {
                    continue;
                }

                foreach (var title in DemoPlan.StandingTitlesOf(item))
                {
                    yield return new(item, unit, title, first.AddDays(_random.Next(2, today.DayNumber - first.DayNumber - 10)), RecordKind.Regulation);
                }

                for (var year = first.Year; year <= today.Year; year++)
                {
                    var (dueMonth, dueDay) = _dues.GetValueOrDefault(item, (6, 28));
                    var on = new DateOnly(year, dueMonth, Math.Min(dueDay, 28)).AddDays(-_random.Next(2, 25));
                    if (DemoPlan.YearlyTitle(item, year) is { } yearly && on > first && on < today.AddDays(-3))
                    {
                        yield return new(item, unit, yearly, on, item is 6 or 33 or 34 or 35 ? RecordKind.Report : RecordKind.Data);
                    }

                    for (var serial = 1; serial <= 12 && DemoPlan.EventTitle(item, year, serial) is { } title; serial++)
                    {
                        var day = new DateOnly(year, serial, _random.Next(1, 28));
                        if (day > first && day < today.AddDays(-3))
                        {
                            yield return new(item, unit, title, day, RecordKind.Notice);
                        }
                    }
                }
            }
        }
    }

    private async Task FoundAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var give = scope.ServiceProvider;
        await give.GetRequiredService<SetUpDesk>().SetUpAsync(new SetUpPlan
        {
            Code = DemoPlan.Code,
            Name = DemoPlan.School,
            NameEn = DemoPlan.SchoolEn,
            SuperiorBody = SuperiorBody.Ministry,
            IcpNumber = "演ICP备00000000号",
            PoliceNumber = "演公网安备 00000000000000号",
        }, cancel);
        _institution = give.GetRequiredService<InstitutionScope>().Id;
        var institutions = give.GetRequiredService<InstitutionDesk>();
        var people = give.GetRequiredService<PeopleDesk>();
        await institutions.ChangeAsync(Actor.Program, school => school.Contact = new OfficeContact
        {
            Office = "云汀大学信息公开办公室（党政办公室）",
            Head = "公开办小文",
            Address = "云汀市观澜路1号行政楼201室",
            Hours = "工作日 8:30—11:30，14:00—17:00",
            Telephone = "0999-5550100",
            Email = "gongkai@yunting.example",
        }, cancel);
        foreach (var unit in DemoPlan.Units)
        {
            await institutions.AddUnitAsync(Actor.Program, unit.Name, unit.Code, unit.En, isCollege: unit.IsCollege, cancel: cancel);
        }

        _units = (await institutions.UnitsAsync(cancel)).ToDictionary(u => u.Code);
        foreach (var given in DemoPlan.People)
        {
            var person = await people.AddAsync(Actor.Program, given.UserName, given.Name, SignInModel.DemoPassword, _units[given.Unit].Id, $"{given.UserName}@yunting.example", given.Pinyin);
            await people.GrantAsync(Actor.Program, person.Id, given.Role, given.ForUnit ? _units[given.Unit].Id : null, cancel: cancel);
            _people[given.UserName] = person.Id;
        }

        var office = (await people.ActorAsync(_people["office"], cancel))!;
        await give.GetRequiredService<TopicDesk>().SetAsync(office, "yusuan", "预决算公开", "Budgets and accounts", "学校历年预算、决算及其说明。", isListed: true, cancel);
        await give.GetRequiredService<TopicDesk>().SetAsync(office, "zhaosheng", "招生信息", "Admissions", "本科和研究生招生章程、计划、录取结果与咨询渠道。", isListed: true, cancel);
        var catalogue = give.GetRequiredService<CatalogueDesk>();
        var edition = (await catalogue.InForceAsync(cancel: cancel))!;
        _items = edition.Categories.SelectMany(c => c.Items).ToDictionary(i => i.Number, i => i.LineageId);
        _dues = edition.Categories.SelectMany(c => c.Items).Where(i => i.Cadence == Cadence.Yearly).ToDictionary(i => i.Number, i => (i.DueMonth, i.DueDay));
        _ownerOf = DemoPlan.Owners.SelectMany(o => o.Items, (o, item) => (item, o.Unit)).ToDictionary(p => p.item, p => p.Unit);
        foreach (var item in edition.Categories.SelectMany(c => c.Items))
        {
            await catalogue.ChangeItemAsync(Actor.Program, item.Id, i => i.OwnedBy([_units[_ownerOf[item.Number]].Id]), cancel);
        }
    }

    private async Task PublishAsync(DemoPiece piece, CancellationToken cancel)
    {
        var edition = await DraftAsync(piece, cancel);
        await MoveAsync("liaison", edition, EditionVerb.Submit, cancel);
        await MoveAsync("head", edition, EditionVerb.Approve, cancel);
        await MoveAsync("secrecy", edition, EditionVerb.Sign, cancel);
        await AsAsync("office", (give, by, open) => give.GetRequiredService<ReviewDesk>().PublishAsync(by, edition, open.Version, cancel), edition, cancel);
    }

    private async Task<Guid> DraftAsync(DemoPiece piece, CancellationToken cancel)
    {
        await using var scope = Scope();
        var give = scope.ServiceProvider;
        var by = (await give.GetRequiredService<PeopleDesk>().ActorAsync(_people["liaison"], cancel))!;
        var unit = _units[piece.Unit];
        var edition = await give.GetRequiredService<RecordDesk>().StartAsync(by, unit.Id, piece.Kind, cancel);
        var number = piece.Kind == RecordKind.Regulation ? $"云大{(unit.Code == "01" ? "" : unit.Name[..1])}发〔{piece.On.Year}〕{_random.Next(1, 99)}号" : "";
        edition = await give.GetRequiredService<RecordDesk>().WriteAsync(by, edition.Id, edition.Version, new EditionForm
        {
            Title = piece.Title,
            DocumentNumber = number,
            ProducedOn = piece.On.AddDays(-_random.Next(0, 8)),
            Issuer = unit.Name,
            BodyHtml = DemoText.Body(piece.Title, _random, piece.Kind == RecordKind.Data),
            Kind = piece.Kind,
            Audience = piece.Item == 23 && _random.Next(3) == 0 ? Audience.Campus : Audience.Public,
            AttributeBasis = piece.Item == 23 ? "涉及校内人员行程安排，限校内公开" : "",
            PublicityUntilOn = piece.Until,
            TopicSlug = piece.Item switch { 19 or 20 => "yusuan", >= 7 and <= 14 => "zhaosheng", _ => "" },
            Items = [_items[piece.Item]],
        }, cancel);
        await AttachAsync(give, by, edition, piece, number, cancel);
        return edition.Id;
    }

    private async Task AttachAsync(IServiceProvider give, Actor by, Edition edition, DemoPiece piece, string number, CancellationToken cancel)
    {
        var files = give.GetRequiredService<FileDesk>();
        if (piece.Kind == RecordKind.Data)
        {
            await files.AttachAsync(by, edition.Id, DemoFiles.Xlsx(_random), "附表.xlsx", cancel: cancel);
        }
        else if (piece.Kind == RecordKind.Regulation)
        {
            await files.AttachAsync(by, edition.Id, DemoFiles.Docx(piece.Title, number, DemoPlan.School, piece.On), $"{piece.Title}.docx", cancel: cancel);
        }
        else if (piece.Kind == RecordKind.Report)
        {
            await files.AttachAsync(by, edition.Id, DemoFiles.Pdf($"{piece.Item}-{piece.On.Year}", piece.On), "附件.pdf", cancel: cancel);
        }
    }

    private async Task UnfinishedAsync(CancellationToken cancel)
    {
        DemoPiece Piece(int item, string title, RecordKind kind = RecordKind.Notice, DateOnly? until = null) => new(item, _ownerOf[item], title, today.AddDays(-3), kind, until);

        await DraftAsync(Piece(28, "关于调整部分本科专业培养方案的通知"), cancel);
        await MoveAsync("liaison", await DraftAsync(Piece(37, "关于评选新学年奖学金的通知"), cancel), EditionVerb.Submit, cancel);
        var signed = await DraftAsync(Piece(21, "关于公布住宿费标准的通知"), cancel);
        await MoveAsync("liaison", signed, EditionVerb.Submit, cancel);
        await MoveAsync("head", signed, EditionVerb.Approve, cancel);
        var ready = await DraftAsync(Piece(25, "公开招聘教学科研人员公告"), cancel);
        await MoveAsync("liaison", ready, EditionVerb.Submit, cancel);
        await MoveAsync("head", ready, EditionVerb.Approve, cancel);
        await MoveAsync("secrecy", ready, EditionVerb.Sign, cancel);
        var timed = await DraftAsync(Piece(7, "新学年招生计划说明"), cancel);
        await MoveAsync("liaison", timed, EditionVerb.Submit, cancel);
        await MoveAsync("head", timed, EditionVerb.Approve, cancel);
        await MoveAsync("secrecy", timed, EditionVerb.Sign, cancel);
        await AsAsync("office", (give, by, open) => give.GetRequiredService<ReviewDesk>().ScheduleAsync(by, timed, open.Version, new DateTime(today.AddDays(5), new TimeOnly(1, 0), DateTimeKind.Utc), cancel), timed, cancel);
        await PublishAsync(Piece(8, "运动训练类考生资格公示说明", RecordKind.PublicityNotice, today.AddDays(9)), cancel);
        await PublishAsync(Piece(13, "拟录取工作公示说明", RecordKind.PublicityNotice, today.AddDays(-1)), cancel);
        var returned = await DraftAsync(Piece(47, "中外合作办学项目情况说明"), cancel);
        await MoveAsync("liaison", returned, EditionVerb.Submit, cancel);
        await MoveAsync("head", returned, EditionVerb.Return, cancel, "请补充合作期限和招生人数。");
        var skipped = await DraftAsync(Piece(50, "暴雨红色预警期间教学安排"), cancel);
        await MoveAsync("liaison", skipped, EditionVerb.Submit, cancel);
        await MoveAsync("office", skipped, EditionVerb.Override, cancel, "单位负责人出差，预警信息须即时公开。");
        await EndsAndEditionsAsync(cancel);
    }

    private async Task EndsAndEditionsAsync(CancellationToken cancel)
    {
        var live = await WithAsync(async give => await give.GetRequiredService<PublicRecords>().For(Actor.Nobody).Where(e => e.Kind == RecordKind.Regulation)
            .OrderBy(e => e.PublishedAt).Select(e => new { e.RecordId, e.Record!.IndexNumber, e.Title }).Take(6).ToListAsync(cancel));
        await WithAsync(async give =>
        {
            var by = (await give.GetRequiredService<PeopleDesk>().ActorAsync(_people["office"], cancel))!;
            await give.GetRequiredService<EndingDesk>().WithdrawAsync(by, live[0].RecordId, "该文件与上位规定不一致，现予撤回，修订后重新公开。", cancel);
            await give.GetRequiredService<EndingDesk>().SupersedeAsync(by, live[1].RecordId, live[2].IndexNumber!, cancel);
            return 0;
        });
        foreach (var record in live.Skip(3))
        {
            var next = await WithAsync(async give =>
            {
                var by = (await give.GetRequiredService<PeopleDesk>().ActorAsync(_people["liaison"], cancel))!;
                var desk = give.GetRequiredService<RecordDesk>();
                var edition = await desk.BeginNextAsync(by, record.RecordId, cancel);
                var form = await desk.FormOfAsync(edition, cancel);
                await desk.WriteAsync(by, edition.Id, edition.Version, form with { BodyHtml = form.BodyHtml + "<p>本次修订明确了办理时限。</p>", ChangeNote = "明确办理时限，其余内容不变。" }, cancel);
                return edition.Id;
            });
            await MoveAsync("liaison", next, EditionVerb.Submit, cancel);
            await MoveAsync("head", next, EditionVerb.Approve, cancel);
            await MoveAsync("secrecy", next, EditionVerb.Sign, cancel);
            await AsAsync("office", (give, by, open) => give.GetRequiredService<ReviewDesk>().PublishAsync(by, next, open.Version, cancel), next, cancel);
        }

        await WithAsync(async give => await give.GetRequiredService<FeedbackDesk>().SayAsync(Actor.Nobody, live[3].IndexNumber!, FeedbackKind.Unclear, "第二部分没有写清楚由哪个科室办理。", "", cancel));
    }

    private Task MoveAsync(string who, Guid edition, EditionVerb verb, CancellationToken cancel, string? reason = null) =>
        AsAsync(who, (give, by, open) => give.GetRequiredService<ReviewDesk>().MoveAsync(by, edition, open.Version, verb, reason, cancel), edition, cancel);

    private async Task AsAsync(string who, Func<IServiceProvider, Actor, Edition, Task> act, Guid editionId, CancellationToken cancel)
    {
        await using var scope = Scope();
        var by = (await scope.ServiceProvider.GetRequiredService<PeopleDesk>().ActorAsync(_people[who], cancel))!;
        var open = await scope.ServiceProvider.GetRequiredService<RecordDesk>().OpenAsync(by, editionId, cancel);
        await act(scope.ServiceProvider, by, open);
    }

    private async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Scope();
        return await act(scope.ServiceProvider);
    }

    private AsyncServiceScope Scope()
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(_institution);
        return scope;
    }

    private void GoTo(DateOnly day, int hour) => time.GoTo(new DateTimeOffset(day.Year, day.Month, day.Day, hour, 0, 0, TimeSpan.FromHours(8)));
}

/// <summary>A piece of information the demo publishes.</summary>
internal sealed record DemoPiece(int Item, string Unit, string Title, DateOnly On, RecordKind Kind, DateOnly? Until = null);
