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
        .AddSingleton(give => new OncePerMoment<CatalogueFrame>(
            give.GetRequiredService<PublicMoments>(), give.GetRequiredService<IServiceScopeFactory>(), async scope => new CatalogueFrame(
                await scope.GetRequiredService<InstitutionDesk>().UnitsAsync(), await scope.GetRequiredService<CatalogueDesk>().InForceAsync())))
        .AddSingleton<SheetReader>();
}
