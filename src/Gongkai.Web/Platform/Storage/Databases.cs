using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gongkai.Web.Platform.Storage;

/// <summary>On SQLite: the default, one file in the data folder.</summary>
internal sealed class SqliteGongkaiDb(DbContextOptions<SqliteGongkaiDb> options, InstitutionScope scope, IEnumerable<ISavedWith> savedWith) : GongkaiDb(options, scope, savedWith);

/// <summary>On PostgreSQL, for several processes.</summary>
internal sealed class PostgresGongkaiDb(DbContextOptions<PostgresGongkaiDb> options, InstitutionScope scope, IEnumerable<ISavedWith> savedWith) : GongkaiDb(options, scope, savedWith)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // SQLite compares text by code unit. The same here, so that lists come in the same order on both.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            if ((property.GetProviderClrType() ?? property.ClrType) == typeof(string) || property.ClrType.IsEnum)
            {
                property.SetCollation("C");
            }
        }
    }
}

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteGongkaiDb>
{
    public SqliteGongkaiDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteGongkaiDb>().UseGongkaiSqlite("Data Source=design.db").Options, new InstitutionScope(), []);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresGongkaiDb>
{
    public PostgresGongkaiDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresGongkaiDb>().UseGongkaiPostgres("Host=localhost").Options, new InstitutionScope(), []);
}
