using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Tests.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Gongkai.Web.Tests.Requests;

/// <summary>What an applicant gets by mail, taken by a real mail server.</summary>
public sealed partial class RequestMailTests(SiteWithMail site) : IClassFixture<SiteWithMail>
{
    [Fact]
    public async Task The_receipt_reaches_the_applicant_after_the_server_was_down_and_opens_the_case()
    {
        var receipt = await site.ReceivedAsync("邮寄回执的申请", f => f with { Applicant = f.Applicant with { Email = "letterbox@test.example" } });
        Assert.Equal(0, await SendAsync());
        site.Time.Advance(TimeSpan.FromHours(1));

        using var server = site.StartMailServer();
        Assert.True(await SendAsync() > 0);
        server.Kill();
        var mail = Mails(await server.StandardOutput.ReadToEndAsync()).Single(m => m.To.Mailboxes.Any(to => to.Address == "letterbox@test.example"));

        Assert.Contains(receipt.Number, mail.TextBody, StringComparison.Ordinal);
        var code = mail.TextBody!.Split('\n').Single(l => l.StartsWith("查询码：", StringComparison.Ordinal)).Split('：')[1].Trim();
        Assert.Equal(receipt.Code, code.Replace(" ", "", StringComparison.Ordinal));
        Assert.DoesNotContain(R.Document, mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("邮寄回执的申请", mail.Subject, StringComparison.Ordinal);
        var kept = await site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<OutboxMail>().AsNoTracking().ToListAsync());
        Assert.Contains(kept, m => mail.MessageId == $"{m.Id:N}@gongkai" && m.SentAt is not null && m.Attempts == 2);

        using var applicant = site.Visit();
        await applicant.OpenCaseAsync(receipt.Number, code);
        Assert.Contains("邮寄回执的申请", applicant.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<MimeMessage> Mails(string printed) => Printed().Matches(printed).Select(m => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(m.Groups[1].Value))));

    private Task<int> SendAsync() => site.WithAsync(give => give.GetRequiredService<MailDesk>().SendDueAsync());

    [GeneratedRegex("-+ MESSAGE FOLLOWS -+\n(?:mail options:.*?\n\n)?(.*?)-+ END MESSAGE -+", RegexOptions.Singleline)]
    private static partial Regex Printed();
}
