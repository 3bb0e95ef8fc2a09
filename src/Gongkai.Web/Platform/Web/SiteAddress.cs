namespace Gongkai.Web.Platform.Web;

/// <summary>The address of the site as a request names it.</summary>
public static class SiteAddress
{
    /// <summary>Scheme and host, without a slash at the end.</summary>
    public static string Site(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return $"{request.Scheme}://{request.Host}";
    }
}
