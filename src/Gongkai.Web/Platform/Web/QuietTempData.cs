using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Gongkai.Web.Platform.Web;

/// <summary>What one page tells the next, in a cookie; where there is none and nothing to tell, none is spoken of, so that public pages set no cookie.</summary>
internal sealed class QuietTempData(CookieTempDataProvider cookies) : ITempDataProvider
{
    public IDictionary<string, object> LoadTempData(HttpContext context) => cookies.LoadTempData(context);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (values is { Count: > 0 } || context.Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName))
        {
            cookies.SaveTempData(context, values);
        }
    }
}
