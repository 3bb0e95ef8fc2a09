using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Web.Cases;
using Gongkai.Web.Requests;
using Gongkai.Web.Requests.Portal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bench;

/// <summary>The public's door, with forms filled in up to the summary: all that is left is to press the button. Each sender has an address of their own.</summary>
internal sealed partial class Door : IDisposable
{
    private const string Numerals = "零一二三四五六七八九";

    private readonly HttpClient _client;
    private readonly string _token;
    private readonly ConcurrentDictionary<int, Dictionary<string, string>> _forms;

    public Door(Running running)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = running.Address };
        _token = Token().Match(_client.GetStringAsync("/requests/new").GetAwaiter().GetResult()).Groups[1].Value;
        var give = running.App.Services;
        var (seal, guard) = (give.GetRequiredService<CaseSeal>().Passing("request-form"), give.GetRequiredService<BotGuard>());
        _forms = new(Enumerable.Range(0, 16_000).ToDictionary(n => n, n => Filled(n, seal, guard.New())));
    }

    public async Task SendAsync(int n)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, "/requests/new") { Content = new FormUrlEncodedContent(_forms[n]) };
        post.Headers.Add("X-Forwarded-For", $"10.{n / 62500}.{n / 250 % 250}.{n % 250}");
        using var answer = await _client.SendAsync(post);
        if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location?.OriginalString != RequestLinks.Receipt)
        {
            throw new InvalidOperationException($"A form was answered with {answer.StatusCode} {answer.Headers.Location}.");
        }
    }

    public void Dispose() => _client.Dispose();

    private Dictionary<string, string> Filled(int n, ITimeLimitedDataProtector seal, Challenge challenge) => new()
    {
        ["__RequestVerificationToken"] = _token,
        ["Kept"] = seal.Protect(JsonSerializer.Serialize(new NewForm
        {
            Key = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(-n - 1 + 400_000)),
            Name = "测某某",
            DocumentKind = "演示证件",
            DocumentNumber = $"DOOR-{n}",
            Email = "bench@yunting.example",
            Matter = $"同时发送的申请{n}",
            Description = "申请公开最近一个年度的有关数据和依据。",
        }), TimeSpan.FromHours(1)),
        ["step"] = "5",
        ["go"] = "send",
        ["Guard.Token"] = challenge.Token,
        ["Guard.Typed"] = $"{challenge.Question.Sum(c => Math.Max(0, Numerals.IndexOf(c, StringComparison.Ordinal)))}",
    };

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
