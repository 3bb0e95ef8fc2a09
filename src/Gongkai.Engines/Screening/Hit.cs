namespace Gongkai.Engines.Screening;

/// <summary>A stretch of a text that must not be published, by its code.</summary>
internal readonly record struct Hit(string Code, int Start, int Length, string? Detail = null);
