using Gongkai.Web.Catalogue;
using Gongkai.Web.Home;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Gongkai.Web.Tests;

/// <summary>A real site for one test class: real host, real sockets, real files, and the database the suite runs on: SQLite, or PostgreSQL
/// when <c>GONGKAI_TEST_POSTGRES</c> names a server. Time only moves when a test moves it.</summary>
public class Site : IAsyncLifetime
{
    public const string Password = "Correct-horse-7";
    public const string School = "测试大学";

    private readonly string _folder = Directory.CreateTempSubdirectory("gongkai-test-").FullName;
    private string? _postgres;
    private WebApplication? _app;

    /// <summary>Wednesday 4 March 2026, nine in the morning on campus.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 4, 1, 0, 0, TimeSpan.Zero));

    public static bool IsPostgres => Environment.GetEnvironmentVariable("GONGKAI_TEST_POSTGRES") is { Length: > 0 };

    public Uri Address => new(_app!.Urls.First());

    public IServiceProvider Services => _app!.Services;

    public HostSettings Settings { get; private set; } = null!;

    public Guid Institution { get; private set; }

    public Dictionary<string, Unit> Units { get; private set; } = [];

    public Dictionary<int, Item> Items { get; private set; } = [];

    /// <summary>What mail server the site uses; none by default.</summary>
    protected virtual string? Smtp => null;

    public async ValueTask InitializeAsync()
    {
        _postgres = await NewPostgresAsync();
        Settings = new HostSettings
        {
            Data = Path.Combine(_folder, "data"),
            Keys = Path.Combine(_folder, "keys"),
            Postgres = _postgres,
            Urls = "http://127.0.0.1:0",
            RunsAlarms = false,
            Smtp = Smtp,
            Time = Time,
        };
        await StartAsync();
        await SetUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_postgres is not null)
        {
            NpgsqlConnection.ClearAllPools();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    public async Task StartAsync()
    {
        _app = GongkaiHost.Build(Settings);
        await GongkaiHost.OpenAsync(_app.Services);
        await _app.StartAsync();
    }

    public async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }

    /// <summary>A unit of work with the institution chosen.</summary>
    public AsyncServiceScope Scope()
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(Institution);
        return scope;
    }

    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Scope();
        return await act(scope.ServiceProvider);
    }

    public async Task WithAsync(Func<IServiceProvider, Task> act)
    {
        await using var scope = Scope();
        await act(scope.ServiceProvider);
    }

    /// <summary>Who a person is today.</summary>
    public Task<Actor> ActorAsync(string userName) => WithAsync(async give =>
    {
        var person = give.GetRequiredService<GongkaiDb>().Set<Person>().First(p => p.UserName == userName);
        return (await give.GetRequiredService<PeopleDesk>().ActorAsync(person.Id))!;
    });

    /// <summary>A visitor without an account.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>A visitor who has signed in as a person.</summary>
    public async Task<Visitor> VisitAsAsync(string userName)
    {
        var visitor = Visit();
        await visitor.SignInAsync(userName, Password);
        return visitor;
    }

    private async Task SetUpAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var give = scope.ServiceProvider;
        await give.GetRequiredService<SetUpDesk>().SetUpAsync(new SetUpPlan { Code = "19998", Name = School, NameEn = "Test University", SuperiorBody = SuperiorBody.Ministry });
        Institution = give.GetRequiredService<InstitutionScope>().Id;
        var institutions = give.GetRequiredService<InstitutionDesk>();
        foreach (var (code, name) in new[] { ("01", "学校办公室"), ("04", "教务处"), ("07", "财务处") })
        {
            await institutions.AddUnitAsync(Actor.Program, name, code);
        }

        Units = (await institutions.UnitsAsync()).ToDictionary(u => u.Name);
        var people = give.GetRequiredService<PeopleDesk>();
        (string UserName, Role Role, string? Unit)[] staff =
        [
            ("system", Role.SystemAdmin, null), ("security", Role.SecurityAdmin, null), ("audit", Role.AuditAdmin, null), ("office", Role.DisclosureOffice, null), ("office2", Role.DisclosureOffice, null),
            ("secrecy", Role.SecrecyReviewer, null), ("supervisor", Role.Supervisor, null), ("reader", Role.Reader, null),
            ("liaison", Role.Liaison, "教务处"), ("liaison2", Role.Liaison, "教务处"), ("head", Role.UnitHead, "教务处"), ("stranger", Role.Liaison, "财务处"),
        ];
        foreach (var (userName, role, unit) in staff)
        {
            var person = await people.AddAsync(Actor.Program, userName, $"测试{userName}", Password, unit is null ? Units["学校办公室"].Id : Units[unit].Id, $"{userName}@test.example");
            await people.GrantAsync(Actor.Program, person.Id, role, unit is null ? null : Units[unit].Id);
        }

        var edition = (await give.GetRequiredService<CatalogueDesk>().InForceAsync())!;
        Items = edition.Categories.SelectMany(c => c.Items).ToDictionary(i => i.Number);
    }

    public static async Task<string?> NewPostgresAsync()
    {
        if (Environment.GetEnvironmentVariable("GONGKAI_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            return null;
        }

        var name = $"gongkai_{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 30 }.ToString();
    }
}
