using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Gongkai.Web.Platform.Web;

/// <summary>Who may open which pages.</summary>
internal static class PageAudience
{
    /// <summary>The folder is the audience: pages in <c>Portal</c> are for everybody, all others need sign-in.</summary>
    public static void AddPages(this PageConventionCollection conventions) => conventions.AddFolderApplicationModelConvention("/", page =>
    {
        var isPortal = page.ViewEnginePath.Contains("/Portal/", StringComparison.Ordinal);
        if (isPortal && page.HandlerType.GetCustomAttributes(typeof(NeverKeptAttribute), inherit: true).Length == 0)
        {
            page.EndpointMetadata.Add(new KeptWhole());
        }

        page.EndpointMetadata.Add(isPortal
            ? new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute()
            : new Microsoft.AspNetCore.Authorization.AuthorizeAttribute());
    });
}
