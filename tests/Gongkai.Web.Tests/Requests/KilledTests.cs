using System.Collections.Concurrent;
using System.Globalization;
using Gongkai.Web.Audit;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Requests;
using Gongkai.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Requests;

/// <summary>The power goes while many send at once.</summary>
public sealed class KilledTests(Site site) : IClassFixture<Site>
{
    private const int Senders = 20;
    private const int Answered = 5;

    [Fact]
    public async Task Whoever_was_given_a_number_has_a_whole_case_and_nobody_half_a_one()
    {
        await site.StopAsync();
        var told = new ConcurrentBag<string>();
        using (var program = await RunningProgram.ServeAsync(site.Settings))
        {
            var senders = new List<Visitor>();
            for (var n = 0; n < Senders; n++)
            {
                var sender = new Visitor(program.Address);
                sender.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.9.0.{n + 1}");
                await sender.FillInAsync($"断电时的申请{n}", "断电时发送的申请，内容完整。");
                senders.Add(sender);
            }

            // The first pays for the compiler; the others follow a little apart, so that some are received alone, some together, some not at all.
            var first = new TaskCompletionSource();
            var sending = Task.WhenAll(senders.Select((sender, n) => Task.Run(async () =>
            {
                await (n == 0 ? Task.CompletedTask : first.Task);
                await Task.Delay(n * 20);
                await sender.SendAsync();
                told.Add(sender.Page.QuerySelector("[data-number]")!.TextContent.Trim());
                first.TrySetResult();
            })));
            while (told.Count < Answered && !sending.IsCompleted)
            {
                await Task.Delay(1);
            }

            program.Kill();
            await Assert.ThrowsAnyAsync<Exception>(() => sending);
            senders.ForEach(s => s.Dispose());
        }

        await site.StartAsync();
        var kept = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<InformationRequest>().Include(r => r.Steps).Include(r => r.Letters).AsSplitQuery().ToListAsync());
        Assert.InRange(told.Count, Answered, Senders - 1);
        Assert.All(told, number => Assert.Contains(kept, r => r.Number == number));
        Assert.Equal(Enumerable.Range(1, kept.Count), kept.Select(r => int.Parse(r.Number[5..], CultureInfo.InvariantCulture)).Order());
        Assert.All(kept, r => Assert.Equal((1, 1), (r.Steps.Count, r.Letters.Count)));
        var mails = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Web.Notices.OutboxMail>().CountAsync(m => m.IsSealed));
        Assert.Equal(kept.Count, mails);
        Assert.Null(await site.WithAsync(give => AuditTrail.FirstBrokenAsync(give.GetRequiredService<GongkaiDb>())));
    }
}
