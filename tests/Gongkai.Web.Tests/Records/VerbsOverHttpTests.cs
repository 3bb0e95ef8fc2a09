using System.Net;
using Gongkai.Web.Records;

namespace Gongkai.Web.Tests.Records;

/// <summary>Over the wire, every verb is obeyed from the one who may and refused to one who may not, whatever button was forged.</summary>
public sealed class VerbsOverHttpTests(Site site) : IClassFixture<Site>
{
    // verb, where the edition stands, who may, who may not
    public static TheoryData<EditionVerb, string, string, string> Verbs => new()
    {
        { EditionVerb.Submit, "draft", "liaison", "head" },
        { EditionVerb.Recall, "unit", "liaison", "liaison2" },
        { EditionVerb.Approve, "unit", "head", "office" },
        { EditionVerb.Return, "unit", "head", "secrecy" },
        { EditionVerb.Override, "unit", "office", "head" },
        { EditionVerb.Recall, "secrecy", "liaison", "office" },
        { EditionVerb.Sign, "secrecy", "secrecy", "office" },
        { EditionVerb.Return, "secrecy", "secrecy", "head" },
        { EditionVerb.Override, "secrecy", "office", "liaison" },
        { EditionVerb.Return, "office", "office", "liaison" },
        { EditionVerb.Publish, "office", "office", "secrecy" },
        { EditionVerb.Schedule, "office", "office", "head" },
        { EditionVerb.Publish, "scheduled", "office", "liaison" },
        { EditionVerb.Unschedule, "scheduled", "office", "supervisor" },
        { EditionVerb.Register, "withheld", "office", "supervisor" },
        { EditionVerb.Decide, "undecided", "office", "liaison2" },
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_verb_is_refused_to_one_and_obeyed_from_another(EditionVerb verb, string stands, string allowed, string refused)
    {
        var edition = await StandingAsync(stands);
        var before = (await site.OpenAsync(edition)).Status;

        using (var other = await site.VisitAsAsync(refused))
        {
            await ForgeAsync(other, edition, verb);
            Assert.Equal(HttpStatusCode.Forbidden, other.Status);
            Assert.Equal(before, (await site.OpenAsync(edition)).Status);
        }

        using var right = await site.VisitAsAsync(allowed);
        await ForgeAsync(right, edition, verb);

        var after = await site.OpenAsync(edition);
        Assert.Equal(HttpStatusCode.OK, right.Status);
        Assert.True(before != after.Status || verb == EditionVerb.Decide);
        Assert.Equal(verb, after.Steps.MaxBy(s => s.Number)!.Verb);
    }

    // As a browser would send it, with a token of the sender's own page and no button needed.
    private async Task ForgeAsync(Visitor visitor, Guid edition, EditionVerb verb)
    {
        await visitor.OpenAsync("/office/me");
        var token = visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["version"] = (await site.OpenAsync(edition)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["verb"] = verb.ToString(),
            ["reason"] = "有理由",
            ["at"] = "2026-12-01T09:00",
            ["attribute"] = "Withheld",
            ["basis"] = "工作秘密",
        };
        await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/office/editions/{edition}?handler={(verb == EditionVerb.Decide ? "Decide" : "Move")}") { Content = new FormUrlEncodedContent(fields) });
    }

    private async Task<Guid> StandingAsync(string stands)
    {
        var edition = await site.DraftAsync($"在{stands}的通知", change: f => stands switch
        {
            "withheld" => f with { Attribute = DisclosureAttribute.Withheld, AttributeBasis = "工作秘密" },
            "undecided" => f with { Attribute = DisclosureAttribute.Undecided },
            _ => f,
        });
        if (stands == "draft")
        {
            return edition;
        }

        await site.MoveAsync(edition, "liaison", EditionVerb.Submit);
        if (stands == "unit")
        {
            return edition;
        }

        await site.MoveAsync(edition, "head", EditionVerb.Approve);
        if (stands == "secrecy")
        {
            return edition;
        }

        await site.MoveAsync(edition, "secrecy", EditionVerb.Sign);
        if (stands == "scheduled")
        {
            using var office = await site.VisitAsAsync("office");
            await ForgeAsync(office, edition, EditionVerb.Schedule);
        }

        return edition;
    }
}
