namespace Gongkai.Web.Catalogue;

/// <summary>What must be disclosed, by whom, how often.</summary>
public static class CatalogueRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddScoped<CatalogueDesk>()
        .AddScoped<ItemDesk>()
        .AddScoped<ImportDesk>()
        .AddSingleton<SheetReader>();
}
