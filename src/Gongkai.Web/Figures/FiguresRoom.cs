using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;

namespace Gongkai.Web.Figures;

/// <summary>The addresses of figures.</summary>
public static class FigureLinks
{
    /// <summary>The list.</summary>
    public const string Office = "/office/figures";

    /// <summary>The year so far, in the office.</summary>
    public const string OfficeYear = $"{Office}/year";

    /// <summary>The year so far, for everybody.</summary>
    public const string Year = "/figures";

    /// <summary>The rows that a figure counts.</summary>
    public static string Rows(string code, Period period, string axis = "", string value = "") =>
        $"{Office}/{code}?from={period.From:yyyy-MM-dd}&to={period.To:yyyy-MM-dd}{(axis.Length > 0 ? $"&axis={axis}&value={Uri.EscapeDataString(value)}" : "")}";
}

/// <summary>Figures: what is counted, once, for reports, dashboards and files.</summary>
public static class FiguresRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddFigures(this IServiceCollection services) => services
        .AddScoped<RecordRows>()
        .AddScoped<RequestRows>()
        .AddScoped<HandDesk>()
        .AddScoped<YearDesk>()
        .AddScoped(provider => new FigureDesk(
            provider.GetRequiredService<GongkaiDb>(), provider.GetRequiredService<CampusClock>(), provider.GetRequiredService<PageWords>(), provider.GetRequiredService<RecordRows>(), provider.GetRequiredService<RequestRows>()));
}
