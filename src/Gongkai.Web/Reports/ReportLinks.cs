namespace Gongkai.Web.Reports;

/// <summary>The room's addresses.</summary>
public static class ReportLinks
{
    /// <summary>The office's list.</summary>
    public const string Office = "/office/reports";

    /// <summary>What was read out of older reports.</summary>
    public const string History = $"{Office}/history";

    /// <summary>Figures over the years, in the office.</summary>
    public const string OfficeTrends = $"{Office}/trends";

    /// <summary>Figures over the years, for everybody.</summary>
    public const string Trends = "/reports/trends";

    /// <summary>A report in the office.</summary>
    public static string Report(Guid id) => $"{Office}/{id}";

    /// <summary>A section to write in.</summary>
    public static string Section(Guid id, string key) => $"{Office}/{id}/{key}";

    /// <summary>What a unit is asked for.</summary>
    public static string Part(Guid id) => $"{Office}/parts/{id}";

    /// <summary>The public page of a figure of the report published in a year, or of one part of it.</summary>
    public static string Figure(int year, string code, string axis = "", string value = "") => $"/reports/{year}/figures/{code}{(axis.Length > 0 ? $"?axis={axis}&value={Uri.EscapeDataString(value)}" : "")}";

    /// <summary>The public page of the report published in a year.</summary>
    public static string Public(int year) => $"/reports/{year}";
}
