using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Gongkai.Web.Platform.Storage;

/// <summary>On SQLite, new rows of one table that follow each other in a save are written with one command, prepared once and given each row's values; anything else goes out
/// a statement a command, as the provider does it.</summary>
internal sealed class AlikeRowsFactory(ModificationCommandBatchFactoryDependencies of) : IModificationCommandBatchFactory
{
    public ModificationCommandBatch Create() => new AlikeRows(of);
}

/// <inheritdoc cref="AlikeRowsFactory"/>
internal sealed class AlikeRows(ModificationCommandBatchFactoryDependencies of) : ModificationCommandBatch
{
    // Pages that do not fit the connection's cache (2 MB unless told) go to the disk before the commit, and once more with it.
    private const int Many = 50;
    private const string WideCache = "PRAGMA cache_size = -8000";

    private readonly List<IReadOnlyModificationCommand> _rows = [];
    private SingularModificationCommandBatch? _other;
    private bool _moreExpected;

    public override IReadOnlyList<IReadOnlyModificationCommand> ModificationCommands => _other?.ModificationCommands ?? _rows;

    public override bool RequiresTransaction => _other?.RequiresTransaction ?? _rows.Count > 1;

    public override bool AreMoreBatchesExpected => _other?.AreMoreBatchesExpected ?? _moreExpected;

    public override bool TryAddCommand(IReadOnlyModificationCommand modificationCommand)
    {
        if (_other is null && IsNewRow(modificationCommand))
        {
            var fits = _rows.Count == 0 || IsAlike(modificationCommand, _rows[0]);
            if (fits)
            {
                _rows.Add(modificationCommand);
            }

            return fits;
        }

        return _rows.Count == 0 && (_other ??= new SingularModificationCommandBatch(of)).TryAddCommand(modificationCommand);
    }

    public override void Complete(bool moreBatchesExpected)
    {
        _moreExpected = moreBatchesExpected;
        _other?.Complete(moreBatchesExpected);
    }

    public override void Execute(IRelationalConnection connection) => throw new NotSupportedException("Saved asynchronously only.");

    public override async Task ExecuteAsync(IRelationalConnection connection, CancellationToken cancellationToken = default)
    {
        if (_other is not null)
        {
            await _other.ExecuteAsync(connection, cancellationToken);
            return;
        }

        try
        {
            await using var command = connection.DbConnection.CreateCommand();
            command.Transaction = connection.CurrentTransaction?.GetDbTransaction();
            command.CommandTimeout = connection.CommandTimeout ?? command.CommandTimeout;
            if (_rows.Count >= Many)
            {
                command.CommandText = WideCache;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            await WriteAsync(command, cancellationToken);
        }
        catch (DbException error)
        {
            throw new DbUpdateException("New rows could not be written.", error, [.. _rows.SelectMany(row => row.Entries)]);
        }
    }

    private static bool IsNewRow(IReadOnlyModificationCommand command) =>
        command is { EntityState: EntityState.Added, Table: not null, StoreStoredProcedure: null } && command.ColumnModifications.All(c => c is { IsWrite: true, IsRead: false, JsonPath: null, TypeMapping: not null });

    private static bool IsAlike(IReadOnlyModificationCommand one, IReadOnlyModificationCommand other) =>
        one.Table == other.Table && one.ColumnModifications.Select(c => c.ColumnName).SequenceEqual(other.ColumnModifications.Select(c => c.ColumnName));

    private async Task WriteAsync(DbCommand command, CancellationToken cancel)
    {
        var (names, table, columns) = (of.SqlGenerationHelper, _rows[0].TableName, _rows[0].ColumnModifications);
        command.CommandText =
            $"INSERT INTO {names.DelimitIdentifier(table)} ({string.Join(", ", columns.Select(c => names.DelimitIdentifier(c.ColumnName)))}) VALUES ({string.Join(", ", columns.Select((_, at) => $"@p{at}"))})";
        foreach (var row in _rows)
        {
            command.Parameters.Clear();
            for (var at = 0; at < columns.Count; at++)
            {
                var column = row.ColumnModifications[at];
                command.Parameters.Add(column.TypeMapping!.CreateParameter(command, $"@p{at}", column.Value, column.Property?.IsNullable));
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
