using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gongkai.Web.Audit;

/// <summary>The append-only chain of who did what.</summary>
public static class AuditRoom
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddScoped<AuditTrail>()
        .AddScoped<ISaveChangesInterceptor>(provider => provider.GetRequiredService<AuditTrail>());
}
