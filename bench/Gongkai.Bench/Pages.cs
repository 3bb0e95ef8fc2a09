using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gongkai.Web.Institutions;
using Gongkai.Web.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Bench;

/// <summary>Warm pages against a bare Kestrel that returns the same bytes from memory, 16 and 64 connections, in turns.</summary>
internal static class Pages
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public static IEnumerable<Ratio> Measure()
    {
        var (settings, _) = Searching.Prepare();
        using var running = new Running(settings);
        using var client = new HttpClient { BaseAddress = running.Address };
        string index;
        using (var scope = running.Scope())
        {
            index = scope.ServiceProvider.GetRequiredService<PublicRecords>().For(Actor.Nobody).Select(e => e.Record!.IndexNumber!).First();
        }

        foreach (var (what, path) in new[] { ("home", "/"), ("an item", "/catalogue/28"), ("a record", $"/records/{index}") })
        {
            var bytes = client.GetByteArrayAsync(path).GetAwaiter().GetResult();
            using var bare = Bare(bytes);
            var address = new Uri(bare.Urls.First());
            foreach (var connections in new[] { 16, 64 })
            {
                var (own, other) = (new List<double>(), new List<double>());
                var (ownRate, otherRate) = (0.0, 0.0);
                for (var round = -1; round < 3; round++)
                {
                    var (first, second) = (Load(running.Address, path, connections), Load(address, "/", connections));
                    if (round >= 0)
                    {
                        (ownRate, otherRate) = (Math.Max(ownRate, first.Rate), Math.Max(otherRate, second.Rate));
                        own.Add(first.P99);
                        other.Add(second.P99);
                    }
                }

                yield return new Ratio(string.Create(CultureInfo.InvariantCulture, $"{what}, {connections} connections: bare Kestrel {otherRate:0}/s / {ownRate:0}/s"), otherRate / ownRate, 1 / 0.7);
                yield return new Ratio(string.Create(CultureInfo.InvariantCulture, $"{what}, {connections} connections: p99 {own.Min():0.00} ms / bare Kestrel {other.Min():0.00} ms"), own.Min() / other.Min(), 3);
            }

            bare.StopAsync().GetAwaiter().GetResult();
        }
    }

    private static WebApplication Bare(byte[] bytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", (HttpContext context) =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes).AsTask();
        });
        app.StartAsync().GetAwaiter().GetResult();
        return app;
    }

    // As little of a client as can be: it shares the machine with what it measures.
    private static (double Rate, double P99) Load(Uri address, string path, int connections)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n");
        var times = new ConcurrentBag<List<double>>();
        var until = Stopwatch.GetTimestamp() + (long)(Round.TotalSeconds * Stopwatch.Frequency);
        Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>();
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, address.Port);
            var buffer = new byte[256 * 1024];
            while (Stopwatch.GetTimestamp() < until)
            {
                var from = Stopwatch.GetTimestamp();
                await socket.SendAsync(request);
                await AnswerAsync(socket, buffer);
                own.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }

            times.Add(own);
        }))).GetAwaiter().GetResult();
        var all = times.SelectMany(t => t).Order().ToList();
        return (all.Count / Round.TotalSeconds, all[(int)(all.Count * 0.99)]);
    }

    private static async Task AnswerAsync(Socket socket, byte[] buffer)
    {
        var (read, end, length) = (0, -1, 0);
        while (end < 0 || read < end + length)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (got == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            read += got;
            if (end < 0 && buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) is var head and >= 0)
            {
                end = head + 4;
                var headers = Encoding.ASCII.GetString(buffer, 0, head);
                var at = headers.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
                if (!headers.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) || at < 0)
                {
                    throw new IOException(headers);
                }

                length = int.Parse(headers.AsSpan(at + 15, headers.IndexOf('\r', at) < 0 ? headers.Length - at - 15 : headers.IndexOf('\r', at) - at - 15), CultureInfo.InvariantCulture);
            }
        }
    }
}
