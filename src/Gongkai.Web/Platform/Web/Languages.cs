using System.Globalization;

namespace Gongkai.Web.Platform.Web;

/// <summary>Chinese is at the root, English the same under <c>/en</c>.</summary>
internal static class Languages
{
    public static Task ChooseAsync(HttpContext context, RequestDelegate next)
    {
        var english = context.Request.Path.StartsWithSegments("/en", out var rest);
        if (english)
        {
            context.Request.PathBase += "/en";
            context.Request.Path = rest.HasValue ? rest : "/";
        }

        var culture = CultureInfo.GetCultureInfo(english ? "en" : "zh-CN");
        CultureInfo.CurrentUICulture = culture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return next(context);
    }
}
