namespace Gongkai.Web.Platform.Web;

/// <summary>Which headers every answer carries.</summary>
internal static class Headers
{
    public static HeaderPolicyCollection Policy() => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCustomHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddScriptSrc().Self();

            // The editor sets styles on elements; it loads none from elsewhere.
            csp.AddStyleSrc().Self().UnsafeInline();
            csp.AddImgSrc().Self().Data();
            csp.AddObjectSrc().None();
            csp.AddFrameAncestors().None();
            csp.AddBaseUri().Self();
            csp.AddFormAction().Self();
        });
}
