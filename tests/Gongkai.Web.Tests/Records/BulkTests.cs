using System.Net;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Records;

/// <summary>Many records at once, each under the rules of one alone.</summary>
public sealed class BulkTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_head_approves_what_was_chosen_and_hears_what_could_not_be_and_why()
    {
        var good = await SubmittedAsync("批量甲");
        var blocked = await SubmittedAsync("批量乙");
        var untouched = await SubmittedAsync("批量丙");
        await site.WithAsync(async give =>
        {
            // The unit's catalogue item is taken off behind the reviewer's back, as a change of the catalogue would do it.
            var db = give.GetRequiredService<GongkaiDb>();
            db.Set<Edition>().First(e => e.Id == blocked).Fulfil([]);
            db.RemoveRange(db.Set<EditionItem>().Where(i => i.EditionId == blocked));
            await db.SaveChangesAsync();
        });
        using var head = await site.VisitAsAsync("head");
        await head.OpenAsync("/office/records?status=UnitReview&q=批量");

        await head.SubmitAsync("#queue form", ("chosen", good.ToString()), ("chosen", blocked.ToString()), ("verb", "Approve"));

        Assert.Contains("审核通过：已办理 1 条。", head.Text, StringComparison.Ordinal);
        Assert.Contains("《批量乙》", head.Text, StringComparison.Ordinal);
        Assert.Equal("批量", head.Page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal(EditionStatus.SecrecyReview, (await site.OpenAsync(good)).Status);
        Assert.Equal(EditionStatus.UnitReview, (await site.OpenAsync(blocked)).Status);
        Assert.Equal(EditionStatus.UnitReview, (await site.OpenAsync(untouched)).Status);
    }

    [Fact]
    public async Task A_return_without_a_reason_moves_nothing_and_keeps_what_was_chosen()
    {
        var one = await SubmittedAsync("退回甲");
        using var head = await site.VisitAsAsync("head");
        await head.OpenAsync("/office/records?q=退回");

        await head.SubmitAsync("#queue form", ("chosen", one.ToString()), ("verb", "Return"), ("reason", " "));
        Assert.Equal(HttpStatusCode.BadRequest, head.Status);
        Assert.NotNull(head.Page.QuerySelector($"input[name=chosen][value='{one}'][checked]"));
        Assert.Equal("Return", head.Page.QuerySelector("#verb option[selected]")!.GetAttribute("value"));
        await head.SubmitAsync("#queue form", ("chosen", one.ToString()), ("verb", "Return"), ("reason", "请补充附件"));

        var open = await site.OpenAsync(one);
        Assert.Equal((EditionStatus.Draft, "请补充附件"), (open.Status, open.Steps.MaxBy(s => s.Number)!.Reason));
    }

    [Fact]
    public async Task What_a_person_may_not_move_or_see_is_not_moved_whatever_is_sent()
    {
        var one = await SubmittedAsync("别处的批量");
        var stranger = await site.ActorAsync("stranger");
        var liaison = await site.ActorAsync("liaison2");

        var unseen = await site.WithAsync(give => give.GetRequiredService<BulkDesk>().MoveAsync(stranger, [one], EditionVerb.Approve));
        var refused = await site.WithAsync(give => give.GetRequiredService<BulkDesk>().MoveAsync(liaison, [one], EditionVerb.Approve));

        Assert.Equal((0, 0), (unseen.Moved, unseen.Refused.Count));
        Assert.Equal((0, "别处的批量"), (refused.Moved, Assert.Single(refused.Refused).Title));
        Assert.IsType<RefusedException>(refused.Refused[0].Why);
        await Assert.ThrowsAsync<ProblemException>(() => site.WithAsync(give => give.GetRequiredService<BulkDesk>().MoveAsync(liaison, [], EditionVerb.Approve)));
        await Assert.ThrowsAsync<ProblemException>(() => site.WithAsync(give => give.GetRequiredService<BulkDesk>().MoveAsync(liaison, [one], EditionVerb.Override, "有理由")));
        Assert.Equal(EditionStatus.UnitReview, (await site.OpenAsync(one)).Status);
    }

    [Fact]
    public async Task The_office_publishes_many_at_one_minute()
    {
        var (one, two) = (await site.ReadyAsync(await site.DraftAsync("定时甲")), await site.ReadyAsync(await site.DraftAsync("定时乙")));
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/records?q=定时");

        await office.SubmitAsync("#queue form", ("chosen", one.ToString()), ("chosen", two.ToString()), ("verb", "Schedule"), ("at", "2026-03-09T09:00"));

        foreach (var edition in new[] { one, two })
        {
            var open = await site.OpenAsync(edition);
            Assert.Equal((EditionStatus.Scheduled, new DateTime(2026, 3, 9, 1, 0, 0, DateTimeKind.Utc)), (open.Status, open.PublishedAt!.Value));
        }
    }

    [Fact]
    public async Task Who_may_do_nothing_is_offered_no_boxes()
    {
        await SubmittedAsync("只看的批量");
        using var supervisor = await site.VisitAsAsync("supervisor");

        await supervisor.OpenAsync("/office/records?q=只看");

        Assert.Contains("只看的批量", supervisor.Text, StringComparison.Ordinal);
        Assert.Null(supervisor.Page.QuerySelector("#queue input[type=checkbox]"));
        Assert.Null(supervisor.Page.QuerySelector("#verb"));
    }

    [Fact]
    public async Task Of_two_reviewers_who_release_one_text_the_second_hears_who_was_first()
    {
        var edition = await site.DraftAsync("两人放行的通知", change: f => f with { BodyHtml = "<p>联系人手机13800138000。</p>" });
        await site.WithAsync(async give =>
        {
            var records = await give.GetRequiredService<RecordDesk>().OpenAsync(await site.ActorAsync("liaison"), edition);
            await give.GetRequiredService<Checklist>().ForAsync(records);
        });
        var secrecy = await site.ActorAsync("secrecy");
        async Task ReleaseAsync() => await site.WithAsync(give => give.GetRequiredService<FileDesk>().ReleaseAsync(secrecy, edition, edition, "办公电话，可以公开"));

        await ReleaseAsync();
        var second = await Assert.ThrowsAsync<ConflictException>(ReleaseAsync);

        Assert.Equal(("records.released-meanwhile", "测试secrecy"), (second.Message, second.Arguments[0]));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_hears_who_was_first()
    {
        var draft = await site.ReadyAsync(await site.DraftAsync("两人确定的纪要", change: f => f with { Attribute = DisclosureAttribute.Undecided }));
        var version = (await site.OpenAsync(draft)).Version;
        async Task DecideAsync(string who) => await site.WithAsync(async give =>
            await give.GetRequiredService<ReviewDesk>().DecideAsync(await site.ActorAsync(who), draft, version, DisclosureAttribute.Withheld, "工作秘密"));

        await DecideAsync("office");
        var second = await Assert.ThrowsAsync<ConflictException>(() => DecideAsync("office2"));

        Assert.Equal(("records.moved-meanwhile", "测试office", "enum.EditionVerb.Decide"), (second.Message, second.Arguments[0], second.Arguments[1]));
    }

    private async Task<Guid> SubmittedAsync(string title)
    {
        var edition = await site.DraftAsync(title);
        await site.MoveAsync(edition, "liaison", EditionVerb.Submit);
        return edition;
    }
}
