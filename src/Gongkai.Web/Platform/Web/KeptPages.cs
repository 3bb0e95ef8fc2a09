using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Platform.Web;

/// <summary>An address whose answer is the same for every anonymous reader, and is kept whole until what the public reads changes.</summary>
public sealed class KeptWhole;

/// <summary>A public page that is made anew for every reader: it holds a form with a token, or says what only this reader asked.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverKeptAttribute : Attribute;

/// <summary>Answers anonymous readers from what is kept, before anything else is done. What is kept belongs to one <see cref="PublicMoment"/>: a publication, a
/// withdrawal or the passing of an instant makes it another, and nothing kept before is given out again. Who has signed in neither gets nor fills it.</summary>
internal sealed class KeptPages(RequestDelegate next, PublicMoments moments, PageShelf shelf, CampusClock clock)
{
    private const int LongestQuery = 300;

    public async Task InvokeAsync(HttpContext context)
    {
        // A question for the head alone is answered as if all had been asked for; the server leaves the body out.
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        if (!MayBeKept(context.Request))
        {
            await next(context);
            return;
        }

        var key = KeyOf(context.Request);
        var moment = await moments.NowAsync(context.RequestAborted);
        if (shelf.Find(key, moment, clock.UtcNow) is { } page)
        {
            await page.AnswerAsync(context);
            return;
        }

        context.Features.Set(moment);
        await MakeAsync(context, key, moment);
    }

    // Whoever asks first makes the page; who asks meanwhile waits for it.
    private async Task MakeAsync(HttpContext context, string key, PublicMoment moment)
    {
        using var turn = shelf.Begin(key);
        if (!turn.IsFirst)
        {
            await turn.WaitAsync(context.RequestAborted);
            if (shelf.Find(key, await moments.NowAsync(context.RequestAborted), clock.UtcNow) is { } page)
            {
                await page.AnswerAsync(context);
                return;
            }
        }

        var making = new PageBeingMade(turn);
        context.Features.Set(making);

        // The callback set first runs last: the headers are as they leave.
        context.Response.OnStarting(() =>
        {
            making.Start(context.Response);
            return Task.CompletedTask;
        });
        await next(context);
        if (making.Finish(context.Response) is { } made)
        {
            shelf.Keep(key, made, moment);
        }
    }

    private static bool MayBeKept(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Headers.ContainsKey(HeaderNames.Authorization)
        && (request.Headers.Cookie.Count == 0 || !request.Cookies.ContainsKey("gongkai.session"))
        && request.QueryString.Value is not { Length: > LongestQuery };

    private static string KeyOf(HttpRequest request) =>
        $"{request.Scheme} {request.Host.Value} {(request.Headers.Cookie.Count > 0 && request.Cookies["gongkai.elder"] == "1" ? 'e' : '-')} {request.PathBase.Value}{request.Path.Value}{request.QueryString.Value}";
}

/// <summary>Catches the body of what may be kept, once it is known who asks and what answers.</summary>
internal sealed class KeepingPages(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var isKept = context.GetEndpoint()?.Metadata.GetMetadata<KeptWhole>() is not null;
        if (context.Features.Get<PageBeingMade>() is not { } making || !isKept || context.User.Identity?.IsAuthenticated == true)
        {
            context.Features.Get<PageBeingMade>()?.Release();
            if (isKept && context.User.Identity?.IsAuthenticated == true)
            {
                context.Response.Headers.CacheControl = "private, no-store";
            }

            await next(context);
            return;
        }

        var through = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = through;
        }

        if (context.Response.StatusCode == StatusCodes.Status200OK && !context.Response.HasStarted)
        {
            making.Caught(body.ToArray(), context.Response);
        }

        await through.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }
}

/// <summary>A page on its way to its first reader.</summary>
internal sealed class PageBeingMade(PageShelf.Turn turn)
{
    private byte[]? _body;
    private string? _tag;
    private List<KeyValuePair<string, StringValues>>? _headers;

    public void Release() => turn.Release();

    public void Caught(byte[] body, HttpResponse response)
    {
        var headers = response.Headers;
        if (headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        (_body, _tag) = (body, $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..24]}\"");
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "public, no-cache";
        }

        if (headers.ETag.Count == 0)
        {
            headers.ETag = $"W/{_tag}";
        }

        headers.Append(HeaderNames.Vary, "Accept-Encoding, Cookie");
    }

    public void Start(HttpResponse response)
    {
        if (_body is null || response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            Release();
            return;
        }

        _headers = [.. response.Headers.Where(h => h.Key is not ("Content-Encoding" or "Content-Length" or "Date" or "Transfer-Encoding" or "Vary"))];
    }

    public KeptPage? Finish(HttpResponse response) => _headers is not null && _body is not null && response.StatusCode == StatusCodes.Status200OK ? new KeptPage(_body, _headers) : null;
}

/// <summary>An answer as it is kept: its bytes, once for each encoding, and its headers.</summary>
internal sealed class KeptPage
{
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly string _tag;
    private readonly byte[] _plain;
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    public KeptPage(byte[] plain, IEnumerable<KeyValuePair<string, StringValues>> headers)
    {
        _plain = plain;
        _headers = [.. headers, new(HeaderNames.Vary, "Accept-Encoding, Cookie")];
        _tag = _headers.First(h => h.Key == HeaderNames.ETag).Value.ToString();
        _brotli = new(() => Packed(plain, to => new BrotliStream(to, CompressionLevel.Optimal)));
        _gzip = new(() => Packed(plain, to => new GZipStream(to, CompressionLevel.Optimal)));
    }

    public long Size => 2L * _plain.Length + 1000;

    public Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        if (IsKnown(context.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.Remove(HeaderNames.ContentType);
            return Task.CompletedTask;
        }

        var (encoding, bytes) = Choose(context.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    // A condition nobody can read is no condition.
    private bool IsKnown(HttpRequest request) =>
        request.Headers.IfNoneMatch is { Count: > 0 } given
        && EntityTagHeaderValue.TryParseList([.. given.OfType<string>()], out var tags)
        && tags.Any(t => t.Tag == "*" || t.Compare(EntityTagHeaderValue.Parse(_tag), useStrongComparison: false));

    private (string? Encoding, byte[] Bytes) Choose(string accepted) =>
        Accepts(accepted, "br") ? ("br", _brotli.Value) : Accepts(accepted, "gzip") ? ("gzip", _gzip.Value) : (null, _plain);

    private static bool Accepts(string accepted, string encoding) =>
        accepted.Contains(encoding, StringComparison.OrdinalIgnoreCase)
        && StringWithQualityHeaderValue.TryParseList([accepted], out var list) && list.Any(e => e.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && e.Quality is null or > 0);

    private static byte[] Packed(byte[] plain, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed))
        {
            stream.Write(plain);
        }

        return packed.ToArray();
    }
}

/// <summary>Where kept pages stand: so many bytes and no more; the least used go first.</summary>
internal sealed class PageShelf : IDisposable
{
    private const long Room = 48L * 1024 * 1024;
    private const long Largest = 2L * 1024 * 1024;

    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _turns = new(StringComparer.Ordinal);

    public KeptPage? Find(string key, PublicMoment moment, DateTime now) =>
        _pages.TryGetValue(key, out Kept? kept) && kept!.Moment.Version == moment.Version && now < kept.Moment.Until ? kept.Page : null;

    public void Keep(string key, KeptPage page, PublicMoment moment)
    {
        if (page.Size < Largest)
        {
            _pages.Set(key, new Kept(page, moment), new MemoryCacheEntryOptions { Size = page.Size + (2 * key.Length), SlidingExpiration = TimeSpan.FromMinutes(20) });
        }
    }

    public Turn Begin(string key)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new Turn(this, key, mine, _turns.GetOrAdd(key, mine));
    }

    public void Dispose() => _pages.Dispose();

    private sealed record Kept(KeptPage Page, PublicMoment Moment);

    /// <summary>Whose turn it is to make a page.</summary>
    internal sealed class Turn(PageShelf shelf, string key, TaskCompletionSource mine, TaskCompletionSource first) : IDisposable
    {
        public bool IsFirst => mine == first;

        public Task WaitAsync(CancellationToken cancel) => first.Task.WaitAsync(cancel);

        public void Release()
        {
            if (IsFirst && mine.TrySetResult())
            {
                shelf._turns.TryRemove(new(key, mine));
            }
        }

        public void Dispose() => Release();
    }
}
