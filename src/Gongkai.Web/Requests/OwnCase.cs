using System.Security.Cryptography;
using Gongkai.Web.Cases;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Requests;

/// <summary>Remembers for half an hour, in a cookie of this site alone, that a visitor opened a case with its number and code.</summary>
internal sealed class OwnCase(CaseSeal seal)
{
    private const string Cookie = "gongkai.case";
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    public void Remember(HttpContext context, Guid id) =>
        context.Response.Cookies.Append(Cookie, seal.Passing("own-case").Protect(id.ToString("N"), GoodFor), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/" });

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/" });

    public Guid? Of(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { Length: > 0 } kept && Guid.TryParse(seal.Passing("own-case").Unprotect(kept), out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
