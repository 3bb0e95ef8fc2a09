using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Web.Platform.Storage;

/// <summary>Numbers that people see, such as 2026-0042, and counters whose order is commit order: a row incremented in the
/// transaction that uses the number, so that none is given twice and none is lost to a failed save.</summary>
public sealed class Numbers(GongkaiDb db)
{
    /// <summary>The next number of a series, counted from 1. Must be called inside a transaction.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public Task<int> NextAsync(string series, CancellationToken cancel = default) => NextAsync(series, 1, cancel);

    /// <summary>The first of the next numbers of a series, as many as are wanted. Must be called inside the transaction that uses all of them.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public async Task<int> NextAsync(string series, int count, CancellationToken cancel = default)
    {
        var transaction = db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("A number is only given inside the transaction that uses it.");
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = """
            INSERT INTO numbers (institution_id, series, value) VALUES (@institution, @series, @count)
            ON CONFLICT (institution_id, series) DO UPDATE SET value = numbers.value + @count
            RETURNING value
            """;
        Add(command, "@institution", db.Database.IsSqlite() ? db.CurrentInstitution.ToString().ToUpperInvariant() : db.CurrentInstitution);
        Add(command, "@series", series);
        Add(command, "@count", count);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture) - count + 1;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}

/// <summary>How far a series of numbers has come.</summary>
internal sealed class NumberSeries : IBelongsToInstitution
{
    public Guid InstitutionId { get; set; }

    public required string Series { get; init; }

    public int Value { get; set; }
}

internal sealed class NumberSeriesMap : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("numbers");
        builder.HasKey(n => new { n.InstitutionId, n.Series });
        builder.Property(n => n.Series).HasMaxLength(80);
    }
}
