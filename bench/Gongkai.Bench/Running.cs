using System.Globalization;
using Gongkai.Web;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bench;

/// <summary>The site, running on a data folder.</summary>
internal sealed class Running : IDisposable
{
    private Guid? _institution;

    public Running(HostSettings settings)
    {
        App = GongkaiHost.Build(settings);
        GongkaiHost.OpenAsync(App.Services).GetAwaiter().GetResult();
        App.StartAsync().GetAwaiter().GetResult();
    }

    public WebApplication App { get; }

    public Uri Address => new(App.Urls.First());

    /// <summary>A unit of work of the only institution.</summary>
    public IServiceScope Scope()
    {
        var scope = App.Services.CreateScope();
        _institution ??= scope.ServiceProvider.GetRequiredService<GongkaiDb>().Set<Institution>().Select(i => i.Id).Single();
        scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(_institution.Value);
        return scope;
    }

    /// <summary>What the process holds of its own, files mapped into it not counted.</summary>
    public static double PrivateMegabytes()
    {
        GC.Collect();
        var lines = File.ReadAllLines("/proc/self/status").Select(l => l.Split(':', 2)).ToDictionary(l => l[0], l => l[1].Trim().Split(' ')[0]);
        return (double.Parse(lines["VmRSS"], CultureInfo.InvariantCulture) - double.Parse(lines["RssFile"], CultureInfo.InvariantCulture)) / 1024;
    }

    public void Dispose()
    {
        App.StopAsync().GetAwaiter().GetResult();
        App.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
