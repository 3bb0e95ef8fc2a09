using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Web.Platform.Storage;

/// <summary>What a page turns into 404: a foreign, guessed or removed id.</summary>
public sealed class NotFoundException(string what) : Exception($"There is no such {what}.");

/// <summary>What a page turns into 409: somebody was first. <see cref="Exception.Message"/> is a key of the word book.</summary>
/// <param name="code">A key of the word book.</param>
/// <param name="arguments">What its text needs, for example who was first.</param>
public sealed class ConflictException(string code, params object[] arguments) : Exception(code)
{
    /// <summary>What the text needs.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;
}

/// <summary>What a page turns into 403: the person may not do this here.</summary>
public sealed class RefusedException(string code) : Exception(code);

/// <summary>Judgement that speaks against an act: shown beside it, nothing lost. <see cref="Code"/> is a key of the word book.</summary>
public sealed class ProblemException(string code, params object[] arguments) : Exception(code)
{
    /// <summary>A key of the word book.</summary>
    public string Code { get; } = code;

    /// <summary>What the text needs.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;
}

/// <summary>Finding and saving in the words desks use.</summary>
public static class Saving
{
    /// <summary>The row with this id, or "not found", never an error page.</summary>
    public static async Task<T> FirstOr404Async<T>(this IQueryable<T> rows, CancellationToken cancel = default)
        where T : class => await rows.FirstOrDefaultAsync(cancel) ?? throw new NotFoundException(typeof(T).Name);

    /// <summary>Begins a transaction, or joins the one that is open: then null is given, and whoever began it commits.</summary>
    public static async Task<IDbContextTransaction?> BeginOrJoinAsync(this GongkaiDb db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
    }
}
