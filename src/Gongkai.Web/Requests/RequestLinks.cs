namespace Gongkai.Web.Requests;

/// <summary>The room's addresses, from the root of the site.</summary>
public static class RequestLinks
{
    /// <summary>The public's first page of requests.</summary>
    public const string Front = "/requests";

    /// <summary>The guided form.</summary>
    public const string New = "/requests/new";

    /// <summary>The receipt of what was just sent.</summary>
    public const string Receipt = "/requests/receipt";

    /// <summary>Where a number and a code open a case.</summary>
    public const string Track = "/requests/track";

    /// <summary>The case that was opened.</summary>
    public const string Case = "/requests/case";

    /// <summary>The disclosure log.</summary>
    public const string Log = "/requests/log";

    /// <summary>An answer in the log.</summary>
    public static string Logged(Guid id) => $"/requests/log/{id}";

    /// <summary>The office's list.</summary>
    public const string Office = "/office/requests";

    /// <summary>The office's page of a case.</summary>
    public static string Handle(Guid id) => $"/office/requests/{id}";

    /// <summary>The statistics.</summary>
    public const string Statistics = "/office/requests/statistics";
}
