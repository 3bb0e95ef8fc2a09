namespace Gongkai.Web;

/// <summary>Where this program keeps its data and what it answers to.</summary>
public sealed record HostSettings
{
    /// <summary>The data folder: database and files.</summary>
    public required string Data { get; init; }

    /// <summary>The folder of keys, kept apart from the data.</summary>
    public required string Keys { get; init; }

    /// <summary>The folder of this node's search indexes; in the data folder when none is said. Nodes that share a data folder each need one of their own.</summary>
    public string? Index { get; init; }

    /// <summary>A PostgreSQL connection string; none is SQLite in the data folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>Addresses to listen on.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>Whether the alarm clocks ring; off in tests, where time only moves when the test moves it.</summary>
    public bool RunsAlarms { get; init; } = true;

    /// <summary>Whether the demo's sign-in page shows who may sign in.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Mail server, like smtp://user:password@host:25; none keeps mail in the outbox.</summary>
    public string? Smtp { get; init; }

    /// <summary>The time everything goes by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The settings the environment and options give.</summary>
    public static HostSettings Of(string? data, string? keys, string? urls, string defaultData = "./data") => new()
    {
        Data = Path.GetFullPath(data ?? Variable("GONGKAI_DATA") ?? defaultData),
        Keys = Path.GetFullPath(keys ?? Variable("GONGKAI_KEYS") ?? "./keys"),
        Index = Variable("GONGKAI_INDEX"),
        Postgres = Variable("GONGKAI_DATABASE"),
        Urls = urls ?? Variable("GONGKAI_URLS") ?? "http://localhost:5080",
        Smtp = Variable("GONGKAI_SMTP"),
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
