using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Notices;

public sealed class MailSettingsTests(SiteWithMail site) : IClassFixture<SiteWithMail>
{
    [Fact]
    public async Task The_schools_own_server_takes_the_place_of_the_programs_and_is_tried_before_it_is_saved()
    {
        using var server = site.StartMailServer();
        var port = new Uri(site.Settings.Smtp!).Port;
        using var system = await site.VisitAsAsync("system");
        await system.OpenAsync("/office/settings/mail");
        (string, string)[] typed = [("Input.Host", "127.0.0.1"), ("Input.Port", $"{port}"), ("Input.Sender", "office@test.example"), ("Input.To", "someone@test.example")];
        await SendAsync(system, "Test", typed);
        Assert.Contains("邮件服务器已接收测试邮件", system.Text, StringComparison.Ordinal);
        Assert.Equal("office@test.example", system.Page.QuerySelector("#Input_Sender")!.GetAttribute("value"));
        Assert.Null(await OwnAsync());

        await SendAsync(system, "Test", [.. typed[..1], ("Input.Port", "1"), .. typed[2..]]);
        Assert.Contains("邮件没有发出", system.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        await SendAsync(system, "Save", [.. typed, ("Input.UserName", "me"), ("Input.Password", "very-secret")]);
        var own = (await OwnAsync())!;
        await SendAsync(system, "Save", [.. typed, ("Input.UserName", "me"), ("Input.Password", "")]);
        var route = await site.WithAsync(give => give.GetRequiredService<MailServerDesk>().RouteAsync());

        Assert.DoesNotContain("very-secret", own.SealedPassword, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", system.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(("me", "very-secret", "office@test.example"), (route!.UserName, route.Password, route.Sender));
        await SendAsync(system, "Forget");
        Assert.Equal("gongkai@test.example", (await site.WithAsync(give => give.GetRequiredService<MailServerDesk>().RouteAsync()))!.Sender);
        server.Kill();
    }

    [Theory]
    [InlineData("", "25", "a@test.example", "请填写邮件服务器")]
    [InlineData("mail.test.example", "abc", "a@test.example", "端口须为")]
    [InlineData("mail.test.example", "25", "nobody", "发件地址不完整")]
    public async Task What_cannot_be_a_server_comes_back_as_typed(string host, string port, string sender, string sentence)
    {
        using var system = await site.VisitAsAsync("system");
        await system.OpenAsync("/office/settings/mail");

        await SendAsync(system, "Save", ("Input.Host", host), ("Input.Port", port), ("Input.Sender", sender));

        Assert.Contains(sentence, system.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(port, system.Page.QuerySelector("#Input_Port")!.GetAttribute("value"));
        Assert.Null(await OwnAsync());
    }

    [Fact]
    public async Task Only_the_system_administrator_sets_it()
    {
        var office = await site.ActorAsync("office");

        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<MailServerDesk>().ChangeAsync(office, new MailRoute("h.example", 25, MailSecurity.None, "", "", "a@test.example"))));
    }

    private static Task SendAsync(Visitor system, string handler, params (string Name, string Value)[] values) => system.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/office/settings/mail?handler={handler}")
    {
        Content = new FormUrlEncodedContent([.. values.Select(v => KeyValuePair.Create(v.Name, v.Value)), new("__RequestVerificationToken", system.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]),
    });

    private Task<MailServer?> OwnAsync() => site.WithAsync(give => give.GetRequiredService<GongkaiDb>().Set<MailServer>().AsNoTracking().FirstOrDefaultAsync());
}
