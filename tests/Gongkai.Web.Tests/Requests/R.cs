using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Requests;
using Gongkai.Web.Requests.Office;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>A small vocabulary for making cases as people make them, through the desks.</summary>
internal static class R
{
    public const string Person = "甄有名";
    public const string Document = "DOC-7700-1";

    public static RequestForm Form(string matter) => new()
    {
        Key = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
        Applicant = new Applicant { Name = Person, DocumentKind = "护照", DocumentNumber = Document, Email = "asker@test.example", Telephone = "0999-5550001", Address = "测试市测试路1号" },
        Matter = matter,
        Description = $"{matter}的具体情况，包括日期和数额。",
    };

    public static async Task<RequestReceipt> ReceivedAsync(this Site site, string matter, Func<RequestForm, RequestForm>? change = null, string by = "")
    {
        var actor = by.Length == 0 ? Actor.Nobody : await site.ActorAsync(by);
        var form = Form(matter);
        return (await site.WithAsync(give => give.GetRequiredService<RequestDesk>().ReceiveAsync(actor, change?.Invoke(form) ?? form)))!;
    }

    public static Task<InformationRequest> CaseAsync(this Site site, Guid id) =>
        site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<InformationRequest>().AsNoTracking().FirstAsync(r => r.Id == id));

    /// <summary>The head of the office: a person of their own, since the site has none.</summary>
    public static Task ChiefAsync(this Site site) => site.WithAsync(async give =>
    {
        if (!await give.GetRequiredService<GongkaiDb>().Set<Person>().AnyAsync(p => p.UserName == "chief"))
        {
            var people = give.GetRequiredService<PeopleDesk>();
            var unit = site.Units["学校办公室"].Id;
            var chief = await people.AddAsync(Actor.Program, "chief", "测试chief", Site.Password, unit, "chief@test.example");
            await people.GrantAsync(Actor.Program, chief.Id, Role.UnitHead, unit);
        }
    });

    public static Task ChooseAsync(this Site site, RequestPolicy policy) => site.WithAsync(give => give.GetRequiredService<RequestPolicyDesk>().ChooseAsync(Actor.Program, policy));

    /// <summary>Makes a move as its button would.</summary>
    public static async Task DoAsync(this Site site, Guid id, string by, RequestVerb verb, MoveForm? form = null)
    {
        var actor = await site.ActorAsync(by);
        var version = (await site.CaseAsync(id)).Version;
        await site.WithAsync(give => give.GetRequiredService<MoveForms>().MoveAsync(actor, id, version, verb, form ?? new MoveForm { Text = "说明", Name = "某公司", Unit = site.Units["教务处"].Id, Reason = "3.1-given", Facts = "已查明" }, CancellationToken.None));
    }

    public static async Task AnswerPartAsync(this Site site, Guid id, string by = "liaison")
    {
        var (actor, part) = (await site.ActorAsync(by), (await site.CaseAsync(id)).Parts.First(p => p.RepliedAt is null));
        await site.WithAsync(give => give.GetRequiredService<HandlingDesk>().AnswerPartAsync(actor, id, part.Id, "材料见附件"));
    }

    public static async Task SearchAsync(this Site site, Guid id)
    {
        var office = await site.ActorAsync("office");
        await site.WithAsync(give => give.GetRequiredService<HandlingDesk>().NoteSearchAsync(office, id, "档案馆2025年目录", "实验楼 改造", "没有找到"));
    }

    /// <summary>A case that stands where it is said, reached by the moves people make. The draft is the office's.</summary>
    public static async Task<Guid> StandingAsync(this Site site, RequestStatus status, string matter = "")
    {
        var id = (await site.ReceivedAsync(matter.Length > 0 ? matter : $"停在{status}的事项")).Id;
        (string By, RequestVerb Verb)[] way = status switch
        {
            RequestStatus.Registered => [],
            RequestStatus.Accepted => [("office", RequestVerb.Accept)],
            RequestStatus.Clarifying => [("office", RequestVerb.AskClarification)],
            RequestStatus.Assigned => [("office", RequestVerb.Accept), ("office", RequestVerb.Assign)],
            RequestStatus.Consulting => [("office", RequestVerb.Accept), ("office", RequestVerb.Assign), ("office", RequestVerb.Consult)],
            RequestStatus.AwaitingPayment => [("office", RequestVerb.Accept), ("office", RequestVerb.AskFee)],
            RequestStatus.Withdrawn => [("office", RequestVerb.Withdraw)],
            RequestStatus.Transferred => [("office", RequestVerb.Transfer)],
            RequestStatus.Retyped => [("office", RequestVerb.Retype)],
            RequestStatus.Abandoned => [("office", RequestVerb.AskClarification)],
            _ => [("office", RequestVerb.Accept), ("office", RequestVerb.Assign), ("office", RequestVerb.Draft), ("secrecy", RequestVerb.Screen), ("office2", RequestVerb.Approve), ("office", RequestVerb.Answer), ("office", RequestVerb.Archive)],
        };
        foreach (var (by, verb) in way)
        {
            if ((await site.CaseAsync(id)).Status == status)
            {
                break;
            }

            await site.DoAsync(id, by, verb, verb == RequestVerb.AskFee ? new MoveForm { Number = 90 } : null);
        }

        if (status == RequestStatus.Abandoned)
        {
            site.Time.Advance(TimeSpan.FromDays(40));
            await site.DoAsync(id, "office", RequestVerb.Abandon);
        }

        return id;
    }

    /// <summary>Reads the plain question as a person does.</summary>
    public static string Reckon(string question)
    {
        const string Numerals = "零一二三四五六七八九";
        return $"{question.Where(c => Numerals.Contains(c, StringComparison.Ordinal)).Sum(c => Numerals.IndexOf(c, StringComparison.Ordinal))}";
    }

    /// <summary>Fills in the guided form step by step up to the summary.</summary>
    public static async Task FillInAsync(this Visitor visitor, string matter, string description, string email = "asker@test.example")
    {
        await visitor.OpenAsync("/requests/new");
        await visitor.SubmitAsync("main form", ("Input.Name", Person), ("go", "next"));
        await visitor.SubmitAsync("main form", ("Input.Email", email), ("Input.DocumentKind", "护照"), ("Input.DocumentNumber", Document), ("go", "next"));
        await visitor.SubmitAsync("main form", ("Input.Matter", matter), ("Input.Description", description), ("go", "next"));
        await visitor.SubmitAsync("main form", ("go", "next"));
    }

    /// <summary>Answers the question on the summary and sends.</summary>
    public static Task SendAsync(this Visitor visitor, params (string Name, string Value)[] more) =>
        visitor.SubmitAsync("main form", [("go", "send"), ("Guard.Typed", Reckon(visitor.Page.QuerySelector("[data-question] label")!.TextContent)), .. more]);

    public static async Task OpenCaseAsync(this Visitor visitor, string number, string code)
    {
        await visitor.OpenAsync("/requests/track");
        await visitor.SubmitAsync("main form", ("number", number), ("code", code));
    }
}
