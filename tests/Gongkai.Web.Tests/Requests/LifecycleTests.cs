using System.Text;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Requests;
using Microsoft.Extensions.DependencyInjection;
using static Gongkai.Web.Requests.RequestVerb;

namespace Gongkai.Web.Tests.Requests;

/// <summary>The table of moves, and who may make which.</summary>
public sealed class LifecycleTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] People = ["office", "office2", "chief", "secrecy", "supervisor", "liaison", "head", "stranger", "reader", "system", "security", "audit"];

    [Fact]
    public void The_whole_table_reads_as_agreed_with_the_disclosure_office()
    {
        var table = new StringBuilder();
        foreach (var from in Enum.GetValues<RequestStatus>())
        {
            var moves = RequestLifecycle.VerbsFrom(from).Select(v => $"{v} -> {string.Join(" or ", RequestLifecycle.Targets(from, v))}");
            table.AppendLine($"{from}  {string.Join(", ", moves)}".TrimEnd());
        }

        var agreed = File.ReadAllText(Path.Combine(Repository.Root, "docs", "states.md"));

        Assert.Contains(table.ToString().ReplaceLineEndings("\n").Trim(), agreed.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_role_makes_its_moves_in_every_state_and_no_others()
    {
        await site.ChiefAsync();
        await site.ChooseAsync(new RequestPolicy { Fee = FeeMode.ByPage, Source = "校办〔2026〕1号" });
        var actors = new Dictionary<string, Actor>();
        foreach (var name in People)
        {
            actors[name] = await site.ActorAsync(name);
        }

        var wrong = new List<string>();
        foreach (var status in Enum.GetValues<RequestStatus>())
        {
            var id = await site.StandingAsync(status);
            var request = await site.CaseAsync(id);
            Assert.Equal(status, request.Status);
            await site.WithAsync(async give =>
            {
                var moves = give.GetRequiredService<RequestMoves>();
                foreach (var (name, by) in actors)
                {
                    foreach (var verb in Enum.GetValues<RequestVerb>())
                    {
                        var expected = RequestLifecycle.VerbsFrom(status).Contains(verb) && MayBy(name, verb, request.Reason.Length > 0 && request.DraftedBy.Length > 0);
                        var allowed = await AllowedAsync(moves, by, request, verb);
                        if (expected != allowed)
                        {
                            wrong.Add($"{name} {verb} {status}: {(allowed ? "allowed" : "refused")}");
                        }
                    }
                }
            });
        }

        Assert.Empty(wrong);
    }

    // Written out on its own, so that a change of the permits has to be made twice. The office wrote the draft.
    private static bool MayBy(string name, RequestVerb verb, bool isDrafted) => name switch
    {
        "office" => verb is not (Extend or Screen or AnswerPart) && !(isDrafted && verb is Approve or Return),
        "office2" => verb is not (Extend or Screen or AnswerPart),
        "chief" => verb is Extend or Approve or Return,
        "secrecy" => verb is Screen or Return,
        "liaison" or "head" => verb is AnswerPart,
        _ => false,
    };

    private static async Task<bool> AllowedAsync(RequestMoves moves, Actor by, InformationRequest request, RequestVerb verb)
    {
        try
        {
            await moves.TakeAsync(by, request.Id, request.Version, verb, CancellationToken.None);
            return true;
        }
        catch (Exception no) when (no is ConflictException or RefusedException or NotFoundException)
        {
            return false;
        }
    }
}
