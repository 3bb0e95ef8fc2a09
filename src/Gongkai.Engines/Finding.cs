namespace Gongkai.Engines;

/// <summary>One thing an engine noticed. Every engine answers with these, so one page can show them all.</summary>
/// <param name="Code">Stable and searchable, like <c>pii.id-number</c>. Never reused for another meaning.</param>
/// <param name="Severity">Whether it stops publication, asks a person to look, or only informs.</param>
/// <param name="Where">A place the reader can go to: a page, a cell, a paragraph.</param>
/// <param name="Details">What the words need (numbers, dates, names of columns), never the personal data that was found.
/// The words themselves come from a <see cref="WordBook"/>, by code, when shown.</param>
public sealed record Finding(string Code, Severity Severity, Place Where, IReadOnlyDictionary<string, string> Details);

/// <summary>An <see cref="Error"/> stops publication or approval; a <see cref="Warning"/> asks a person to look.</summary>
public enum Severity
{
    /// <summary>Worth knowing; asks for nothing.</summary>
    Info,

    /// <summary>A person must look before going on.</summary>
    Warning,

    /// <summary>Nothing goes on until it is mended.</summary>
    Error,
}
