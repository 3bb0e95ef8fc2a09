using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Audit;

/// <summary>The append-only chain of who did what.</summary>
public static class AuditRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddScoped<AuditTrail>()
        .AddScoped<ISavedWith>(provider => provider.GetRequiredService<AuditTrail>());
}
