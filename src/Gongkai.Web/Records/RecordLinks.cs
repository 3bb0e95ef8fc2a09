namespace Gongkai.Web.Records;

/// <summary>The room's addresses, from the root of the site.</summary>
public static class RecordLinks
{
    /// <summary>A record's permanent public address.</summary>
    public static string Show(string indexNumber) => $"/records/{indexNumber}";

    /// <summary>Two editions of a record side by side.</summary>
    public static string Compare(string indexNumber, int edition) => $"/records/{indexNumber}/editions/{edition}";

    /// <summary>The form to say that a record is wrong, outdated or unclear.</summary>
    public static string Feedback(string indexNumber) => $"/records/{indexNumber}/feedback";

    /// <summary>A file's address, the same for everybody; who may have it is decided when it is asked for.</summary>
    public static string File(Guid id, string name) => $"/files/{id}/{Uri.EscapeDataString(name)}";

    /// <summary>The office's list of records.</summary>
    public const string Office = "/office/records";

    /// <summary>The editor of an edition.</summary>
    public static string Edit(Guid editionId) => $"/office/editions/{editionId}";

    /// <summary>The office's page of a record.</summary>
    public static string Manage(Guid recordId) => $"/office/records/{recordId}";
}
