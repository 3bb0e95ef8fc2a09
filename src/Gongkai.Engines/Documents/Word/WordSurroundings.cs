namespace Gongkai.Engines.Documents.Word;

/// <summary>What holds for a run by where it stands: the change it is part of, the link around it, whether it is a second way of
/// showing what was shown already, the ground behind it, its table, the style of its paragraph.</summary>
internal readonly record struct WordSurroundings(WordChange Change, string? Link, bool IsFallback, string? Background, bool IsPaintedTable, bool IsHidingTable, string? Style);
