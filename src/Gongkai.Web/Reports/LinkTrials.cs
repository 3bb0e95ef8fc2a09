using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Gongkai.Web.Platform.Time;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Gongkai.Web.Reports;

/// <summary>What an address answered when it was tried.</summary>
/// <param name="Code"><c>reports.link-works</c>, <c>reports.link-answers</c> (another status than success), <c>reports.link-silent</c> (no answer) or <c>reports.link-inside</c> (an address of this machine, which is not tried).</param>
/// <param name="Status">The status of the answer; 0 when there was none.</param>
/// <param name="At">When it was tried.</param>
public sealed record LinkTrial(string Code, int Status, DateTime At)
{
    /// <summary>Whether a reader who follows the link gets a page.</summary>
    public bool Works => Code == "reports.link-works";
}

/// <summary>Tries the addresses that a report names, as a reader would follow them, and remembers for a day what they answered. Addresses of this
/// machine are left alone, but for the site itself: what is written in a report must not make the program ask its neighbours.</summary>
public sealed class LinkTrials : IDisposable
{
    private const int Most = 100;
    private const int AtOnce = 8;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan All = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Uri, LinkTrial> _known = [];
    private readonly CampusClock _clock;
    private readonly IServer _server;
    private readonly HttpClient _http;

    /// <summary>Makes the trials.</summary>
    public LinkTrials(CampusClock clock, IServer server)
    {
        (_clock, _server) = (clock, server);
        _http = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectAsync, MaxAutomaticRedirections = 5, UseCookies = false, UseProxy = false }) { Timeout = Each };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Gongkai/1.0");
    }

    /// <summary>What an address answered within the last day; null when it was not tried.</summary>
    public LinkTrial? Of(Uri link) => _known.TryGetValue(link, out var trial) && _clock.UtcNow - trial.At < Remembered ? trial : null;

    /// <summary>Tries addresses, several at once and for half a minute at most; what could not be tried by then stays untried.</summary>
    public async Task TryAsync(IEnumerable<Uri> links, CancellationToken cancel = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(All);
        try
        {
            await Parallel.ForEachAsync(links.Distinct().Take(Most), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = limit.Token }, async (link, stop) => _known[link] = await AskAsync(link, stop));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    // Some servers do not know HEAD; of those the page is asked for, and its body left where it is.
    private async Task<LinkTrial> AskAsync(Uri link, CancellationToken cancel)
    {
        try
        {
            var status = await StatusAsync(HttpMethod.Head, link, cancel);
            if (status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
            {
                status = await StatusAsync(HttpMethod.Get, link, cancel);
            }

            return new LinkTrial((int)status is >= 200 and < 300 ? "reports.link-works" : "reports.link-answers", (int)status, _clock.UtcNow);
        }
        catch (HttpRequestException failed) when (failed.InnerException is InsideException)
        {
            return new LinkTrial("reports.link-inside", 0, _clock.UtcNow);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException || (failed is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new LinkTrial("reports.link-silent", 0, _clock.UtcNow);
        }
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, Uri link, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, link);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return answer.StatusCode;
    }

    // The address that was looked at is the address that is connected to, so that a name cannot change its mind in between.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var port = context.DnsEndPoint.Port;
        var allowed = (await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel)).Where(a => !IsInside(a) || (IPAddress.IsLoopback(a) && IsOwn(port))).ToArray();
        if (allowed.Length == 0)
        {
            throw new InsideException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsInside(IPAddress address)
    {
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6Multicast || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)
            || (address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes() is [0 or 127 or >= 224, ..] or [169, 254, ..]);
    }

    private bool IsOwn(int port) => _server.Features.Get<IServerAddressesFeature>()?.Addresses.Any(a => BindingAddress.Parse(a).Port == port) == true;

    private sealed class InsideException : Exception;
}
