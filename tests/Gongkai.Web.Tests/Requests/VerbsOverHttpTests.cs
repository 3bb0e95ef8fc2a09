using System.Globalization;
using System.Net;
using Gongkai.Web.Requests;

namespace Gongkai.Web.Tests.Requests;

/// <summary>Over the wire, every verb is obeyed from the one who may and refused to one who may not, whatever button was forged.</summary>
public sealed class VerbsOverHttpTests(Site site) : IClassFixture<Site>
{
    // verb, where the case stands, who may, who may not
    public static TheoryData<RequestVerb, RequestStatus, string, string> Verbs => new()
    {
        { RequestVerb.Accept, RequestStatus.Registered, "office", "supervisor" },
        { RequestVerb.AskClarification, RequestStatus.Registered, "office", "secrecy" },
        { RequestVerb.Clarify, RequestStatus.Clarifying, "office", "supervisor" },
        { RequestVerb.Assign, RequestStatus.Accepted, "office", "chief" },
        { RequestVerb.Consult, RequestStatus.Assigned, "office", "liaison" },
        { RequestVerb.Hear, RequestStatus.Consulting, "office", "liaison" },
        { RequestVerb.Extend, RequestStatus.Assigned, "chief", "office" },
        { RequestVerb.AskFee, RequestStatus.Accepted, "office", "supervisor" },
        { RequestVerb.Pay, RequestStatus.AwaitingPayment, "office", "chief" },
        { RequestVerb.Draft, RequestStatus.Assigned, "office", "liaison" },
        { RequestVerb.Screen, RequestStatus.Drafted, "secrecy", "office" },
        { RequestVerb.Return, RequestStatus.Screened, "chief", "office" },
        { RequestVerb.Approve, RequestStatus.Screened, "office2", "office" },
        { RequestVerb.Answer, RequestStatus.Approved, "office", "secrecy" },
        { RequestVerb.Archive, RequestStatus.Answered, "office", "chief" },
        { RequestVerb.Withdraw, RequestStatus.Accepted, "office", "supervisor" },
        { RequestVerb.Abandon, RequestStatus.Clarifying, "office", "secrecy" },
        { RequestVerb.Transfer, RequestStatus.Registered, "office", "chief" },
        { RequestVerb.Retype, RequestStatus.Accepted, "office", "supervisor" },
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_verb_is_refused_to_one_and_obeyed_from_another(RequestVerb verb, RequestStatus stands, string allowed, string refused)
    {
        await site.ChiefAsync();
        await site.ChooseAsync(new RequestPolicy { RuleId = RequestPolicy.RegulationsRule, Fee = FeeMode.ByPage, Source = "校办〔2026〕3号" });
        var id = await site.StandingAsync(stands);
        if (verb == RequestVerb.Abandon)
        {
            site.Time.Advance(TimeSpan.FromDays(40));
        }

        using (var other = await site.VisitAsAsync(refused))
        {
            await ForgeAsync(other, id, verb);
            Assert.Equal(HttpStatusCode.Forbidden, other.Status);
            Assert.Equal(stands, (await site.CaseAsync(id)).Status);
        }

        using var right = await site.VisitAsAsync(allowed);
        await ForgeAsync(right, id, verb);

        var after = await site.CaseAsync(id);
        Assert.Equal((HttpStatusCode.OK, null), (right.Status, right.Page.QuerySelector(".problem")?.TextContent));
        Assert.Equal(verb, after.Steps.MaxBy(s => s.Number)!.Verb);
        Assert.Contains(after.Status, RequestLifecycle.Targets(stands, verb));
    }

    [Fact]
    public async Task A_unit_answers_its_part_over_the_wire_and_another_unit_finds_nothing()
    {
        var id = await site.StandingAsync(RequestStatus.Assigned);
        var part = (await site.CaseAsync(id)).Parts[0].Id;
        using var stranger = await site.VisitAsAsync("stranger");
        await PostAsync(stranger, $"/office/requests/{id}?handler=Part", new() { ["part"] = $"{part}", ["reply"] = "不该看到" });
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);

        using var unit = await site.VisitAsAsync("head");
        await unit.OpenAsync($"/office/requests/{id}");
        await unit.SubmitAsync("form[action*=Part]", ("reply", "教务处的回复"));

        Assert.Contains("教务处的回复", unit.Text, StringComparison.Ordinal);
        Assert.Equal("测试head", (await site.CaseAsync(id)).Parts[0].RepliedBy);
    }

    // As a browser would send it, with a token of the sender's own page and no button needed.
    private async Task ForgeAsync(Visitor visitor, Guid id, RequestVerb verb) => await PostAsync(visitor, $"/office/requests/{id}?handler=Move", new()
    {
        ["version"] = (await site.CaseAsync(id)).Version.ToString(CultureInfo.InvariantCulture),
        ["verb"] = verb.ToString(),
        ["Input.Text"] = "写明的内容",
        ["Input.Name"] = "某公司",
        ["Input.Unit"] = $"{site.Units["教务处"].Id}",
        ["Input.Number"] = verb == RequestVerb.AskFee ? "90" : "10",
        ["Input.View"] = "Agrees",
        ["Input.Reason"] = "3.1-given",
        ["Input.Facts"] = "查明的事实",
        ["Input.Matter"] = "Letter",
    });

    private static async Task PostAsync(Visitor visitor, string to, Dictionary<string, string> fields)
    {
        await visitor.OpenAsync("/office/me");
        fields["__RequestVerificationToken"] = visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, to) { Content = new FormUrlEncodedContent(fields) });
    }
}
