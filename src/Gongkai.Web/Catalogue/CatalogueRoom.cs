using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Catalogue;

/// <summary>What must be disclosed, by whom, how often.</summary>
public static class CatalogueRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddScoped<CatalogueDesk>()
        .AddScoped<ItemDesk>()
        .AddScoped<ImportDesk>()
        .AddSingleton<CatalogueFrames.Shelf>()
        .AddScoped(give => new CatalogueFrames(
            give.GetRequiredService<CatalogueFrames.Shelf>(), give.GetRequiredService<PublicMoments>(), give.GetRequiredService<InstitutionScope>(), give.GetRequiredService<InstitutionDesk>(), give.GetRequiredService<CatalogueDesk>()))
        .AddSingleton<SheetReader>();
}
