using Gongkai.Web.Platform.Work;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;

namespace Gongkai.Web.Platform.Storage;

/// <summary>Chooses the database, and brings it to the program's version.</summary>
internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, string dataFolder, string? postgres)
    {
        services.AddScoped<InstitutionScope>();
        services.AddScoped<Numbers>();
        services.AddSingleton<PublicMoments>();
        if (postgres is not null)
        {
            services.AddDbContext<GongkaiDb, PostgresGongkaiDb>(options => options.UseGongkaiPostgres(postgres), optionsLifetime: ServiceLifetime.Singleton);
        }
        else
        {
            var file = Path.Combine(dataFolder, "gongkai.db");
            var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();
            services.AddDbContext<GongkaiDb, SqliteGongkaiDb>(options => options.UseGongkaiSqlite(connection), optionsLifetime: ServiceLifetime.Singleton);
            services.AddSingleton(new Alarm(TimeSpan.FromMinutes(1), (provider, cancel) => LearnSizesAsync(provider.GetRequiredService<GongkaiDb>(), cancel)));
        }

        return services;
    }

    public static DbContextOptionsBuilder<T> UseGongkaiSqlite<T>(this DbContextOptionsBuilder<T> options, string connection)
        where T : DbContext
    {
        ((DbContextOptionsBuilder)options).UseGongkaiSqlite(connection);
        return options;
    }

    public static DbContextOptionsBuilder<T> UseGongkaiPostgres<T>(this DbContextOptionsBuilder<T> options, string connection)
        where T : DbContext
    {
        ((DbContextOptionsBuilder)options).UseGongkaiPostgres(connection);
        return options;
    }

    // The driver tries every parameter of a command on every statement in it, so a command holds one statement; rows that are alike share it.
    public static DbContextOptionsBuilder UseGongkaiSqlite(this DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection, o => o.MigrationsHistoryTable("__migrations").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).UseSnakeCaseNamingConvention()
            .ReplaceService<IModificationCommandBatchFactory, AlikeRowsFactory>();

    public static DbContextOptionsBuilder UseGongkaiPostgres(this DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection, o => o.MigrationsHistoryTable("__migrations").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).UseSnakeCaseNamingConvention();

    /// <summary>Applies what migrations are missing. A SQLite file that holds data is copied beside itself first.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        if (db.Database.IsSqlite())
        {
            var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
            if (!File.Exists(file))
            {
                await WidenPagesAsync(db, cancel);
            }

            var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
            if (pending.Count > 0 && File.Exists(file) && new FileInfo(file).Length > 0)
            {
                await BackUpAsync(file, $"{file}.before-{pending[0]}", cancel);
            }

            await db.Database.MigrateAsync(cancel);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
            await LearnSizesAsync(db, cancel);
            return;
        }

        await db.Database.MigrateAsync(cancel);
    }

    // Rows hold texts, and what is committed is written page by page: four times as wide, four times as few. Only a file that is not there yet can be given a width.
    private static async Task WidenPagesAsync(GongkaiDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL", cancel);
        await db.Database.CloseConnectionAsync();
    }

    // Every row bears its institution, and mostly there is one. SQLite takes an index that begins with it for a narrow one until it has counted, and then
    // reads a whole table to find a row; PostgreSQL counts by itself. A table is counted again when it has grown much. Connections read the counts when they
    // are opened, so those that wait in the pool are opened anew.
    private static async Task LearnSizesAsync(GongkaiDb db, CancellationToken cancel)
    {
        const string IfAny = "PRAGMA optimize(0x10003)";
        const string Now = "PRAGMA optimize(0x10002)";
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(cancel);
        using var ask = connection.CreateCommand();
        ask.CommandText = IfAny;
        if (await ask.ExecuteScalarAsync(cancel) is string)
        {
            await db.Database.ExecuteSqlRawAsync(Now, cancel);
            SqliteConnection.ClearPool(connection);
        }
    }

    private static async Task BackUpAsync(string from, string to, CancellationToken cancel)
    {
        await using var source = new SqliteConnection($"Data Source={from}");
        await using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        await source.OpenAsync(cancel);
        await target.OpenAsync(cancel);
        source.BackupDatabase(target);
    }
}
