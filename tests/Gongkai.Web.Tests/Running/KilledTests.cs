using System.Net;
using Gongkai.Web.Audit;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;
using Gongkai.Web.Tests.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Running;

/// <summary>What happens when the power goes: nothing that was acknowledged is lost, nothing half done is seen.</summary>
public sealed class KilledTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Killed_in_mid_upload_the_draft_is_as_it_was_and_no_part_of_the_file_stays()
    {
        var draft = await site.DraftAsync("上传到一半的通知");
        await site.StopAsync();
        using (var program = await RunningProgram.ServeAsync(site.Settings))
        {
            using var liaison = new Visitor(program.Address);
            await liaison.SignInAsync("liaison", Site.Password);
            await liaison.OpenAsync($"/office/editions/{draft}");
            var token = liaison.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var slow = new StallingStream(3_000_000);
            using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StreamContent(slow), "upload", "大附件.csv" } };
            var upload = liaison.Client.PostAsync($"/office/editions/{draft}?handler=Attach", form);
            await slow.Stalled;

            program.Kill();
            slow.Cut();

            await Assert.ThrowsAnyAsync<Exception>(() => upload);
        }

        await site.StartAsync();
        var open = await site.OpenAsync(draft);
        Assert.Empty(open.Attachments);
        Assert.Equal(EditionStatus.Draft, open.Status);
        Assert.Contains("上传到一半的通知的正文", open.BodyHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_in_mid_publication_every_record_is_public_whole_or_not_at_all()
    {
        var drafts = new List<Guid>();
        for (var number = 1; number <= 12; number++)
        {
            drafts.Add(await site.ReadyAsync(await site.DraftAsync($"断电时公开的通知之{number}")));
        }

        await site.StopAsync();
        var acknowledged = new List<Guid>();
        using (var program = await RunningProgram.ServeAsync(site.Settings))
        {
            using var office = new Visitor(program.Address);
            await office.SignInAsync("office", Site.Password);
            var publishing = Task.Run(async () =>
            {
                foreach (var draft in drafts)
                {
                    await office.OpenAsync($"/office/editions/{draft}");
                    await office.SubmitAsync("form:has(input[name=verb][value=Publish])");
                    if (office.Status == HttpStatusCode.OK)
                    {
                        lock (acknowledged)
                        {
                            acknowledged.Add(draft);
                        }
                    }
                }
            });
            while (acknowledged.Count < 4 && !publishing.IsCompleted)
            {
                await Task.Delay(5);
            }

            program.Kill();
            await Assert.ThrowsAnyAsync<Exception>(() => publishing);
        }

        await site.StartAsync();
        Assert.InRange(acknowledged.Count, 4, 11);
        foreach (var draft in drafts)
        {
            var open = await site.OpenAsync(draft);
            var steps = open.Steps.Count(s => s.Verb == EditionVerb.Publish);
            var isPublic = open.Status == EditionStatus.Live;
            Assert.True(isPublic || !acknowledged.Contains(draft), $"{open.Title} was acknowledged and is lost.");
            Assert.Equal((isPublic, isPublic, isPublic ? 1 : 0), (open.PublishedAt is not null, open.Record!.IndexNumber is not null, steps));
        }

        Assert.Null(await site.WithAsync(give => AuditTrail.FirstBrokenAsync(give.GetRequiredService<GongkaiDb>())));
        var numbers = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<Web.Records.Record>().Where(r => r.IndexNumber != null).Select(r => r.IndexNumber).ToListAsync());
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public async Task A_clock_set_back_while_the_program_was_down_hides_nothing_that_was_public()
    {
        var (_, _, index) = await site.PublishedAsync("拨钟前公开的通知");
        var before = site.Time.GetUtcNow();
        await site.StopAsync();
        var machine = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(before.AddDays(-40));
        var app = GongkaiHost.Build(site.Settings with { Time = machine });
        try
        {
            var behind = await GongkaiHost.OpenAsync(app.Services);
            await app.StartAsync();
            using var reader = new Visitor(new Uri(app.Urls.First()));

            await reader.OpenAsync($"/records/{index}");

            Assert.Equal(HttpStatusCode.OK, reader.Status);
            Assert.Equal("拨钟前公开的通知", reader.Page.QuerySelector("h1")!.TextContent);
            Assert.True(behind >= TimeSpan.FromDays(40), $"{behind}");
        }
        finally
        {
            await app.DisposeAsync();
            await site.StartAsync();
        }
    }

    [Fact]
    public async Task On_a_full_disk_an_upload_is_refused_in_a_sentence_and_nothing_is_lost()
    {
        var draft = await site.DraftAsync("磁盘满时的通知");
        await site.StopAsync();

        // A small disk of its own under the files, seen by this one process only.
        var files = Directory.CreateDirectory(Path.Combine(site.Settings.Data, "files")).FullName;
        using (var program = await RunningProgram.ServeAsync(site.Settings, "unshare", "--user", "--map-root-user", "--mount", "sh", "-c", $"mount -t tmpfs -o size=1m tmpfs '{files}' && exec \"$0\" \"$@\""))
        {
            using var liaison = new Visitor(program.Address);
            await liaison.SignInAsync("liaison", Site.Password);
            await liaison.OpenAsync($"/office/editions/{draft}");

            await liaison.SubmitAsync("form[action*='handler=Attach']", [("upload", "大表.csv", A.Bytes("甲,乙\n" + string.Concat(Enumerable.Repeat("一二三四五六七八九十,1\n", 100_000))))]);

            Assert.Contains("磁盘已满", liaison.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
            await liaison.SubmitAsync("#edition", ("Input.BodyHtml", "<p>磁盘满时仍写下的文字</p>"));
        }

        await site.StartAsync();
        var open = await site.OpenAsync(draft);
        Assert.Empty(open.Attachments);
        Assert.Contains("磁盘满时仍写下的文字", open.BodyHtml, StringComparison.Ordinal);
    }

    /// <summary>Gives some bytes, then says so and gives no more, as a line does that went dead.</summary>
    private sealed class StallingStream(int length) : Stream
    {
        private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _given;

        public void Cut() => _cut.TrySetResult();

        public Task Stalled => _stalled.Task;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _given; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_given >= length)
            {
                _stalled.TrySetResult();
                await _cut.Task.WaitAsync(cancellationToken);
                throw new IOException("The line was cut.");
            }

            var given = Math.Min(buffer.Length, length - _given);
            buffer.Span[..given].Fill((byte)'x');
            _given += given;
            return given;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
