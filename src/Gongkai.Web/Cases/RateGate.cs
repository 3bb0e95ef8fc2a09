using System.Collections.Concurrent;
using System.Net;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Cases;

/// <summary>Lets so many through in a while and no more, counted for one key. Kept in memory: each process counts for itself, and a restart forgets.</summary>
public sealed class RateGate(TimeProvider time)
{
    private const int MostKeys = 100_000;

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _passed = new();

    /// <summary>Takes note of one passing.</summary>
    /// <exception cref="ProblemException"><c>cases.too-often</c>: as many as allowed have passed.</exception>
    public void Pass(string purpose, string key, int most, TimeSpan within)
    {
        if (!TryPass($"{purpose}:{key}", most, within))
        {
            throw new ProblemException("cases.too-often", Math.Max(1, (int)within.TotalMinutes));
        }
    }

    /// <summary>Whether so many have passed already that no more may.</summary>
    public bool IsShut(string purpose, string key, int most, TimeSpan within)
    {
        if (!_passed.TryGetValue($"{purpose}:{key}", out var passed))
        {
            return false;
        }

        lock (passed)
        {
            return passed.Count(at => time.GetUtcNow() - at < within) >= most;
        }
    }

    /// <summary>The address a visitor comes from. A proxy on the same machine is believed when it names one; nobody else is.</summary>
    public static string AddressOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var remote = context.Connection.RemoteIpAddress ?? IPAddress.None;
        var named = context.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries)[^1];
        var from = IPAddress.IsLoopback(remote) && IPAddress.TryParse(named, out var address) ? address : remote;

        // One household or one attacker holds a whole /64 of IPv6 addresses.
        return from.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && !from.IsIPv4MappedToIPv6 ? Convert.ToHexStringLower(from.GetAddressBytes()[..8]) : from.MapToIPv4().ToString();
    }

    private bool TryPass(string key, int most, TimeSpan within)
    {
        var now = time.GetUtcNow();
        if (_passed.Count > MostKeys)
        {
            _passed.Clear();
        }

        var passed = _passed.GetOrAdd(key, _ => new());
        lock (passed)
        {
            while (passed.TryPeek(out var first) && now - first >= within)
            {
                passed.Dequeue();
            }

            if (passed.Count >= most)
            {
                return false;
            }

            passed.Enqueue(now);
            return true;
        }
    }
}
