namespace Gongkai.Engines.Documents.Word;

/// <summary>What holds for a run by where it stands: the change it is part of, the link around it, whether it is a second way of
/// showing what was shown already, the ground behind it, its table, the style of its paragraph, whether what it stands in is not shown.</summary>
internal readonly record struct WordSurroundings(WordChange Change, string? Link, bool IsFallback, string? Background, bool IsPaintedTable, WordFormat? TableText, string? Style)
{
    /// <summary>Whether the shape around it is not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Where a paragraph begins.</summary>
    /// <param name="background">The ground behind it; null for the page.</param>
    /// <param name="paintedTable">Whether it stands in a table whose style paints cells.</param>
    /// <param name="tableText">What the style of its table says of the text.</param>
    public static WordSurroundings On(string? background, bool paintedTable = false, WordFormat? tableText = null) =>
        new(WordChange.None, null, false, background, paintedTable, tableText, null);

    /// <summary>Whether a reader would not see a run of this format here.</summary>
    public bool Hides(WordFormat format)
    {
        var looked = format.Vanish is null || format.Color is null ? format with { Vanish = format.Vanish ?? TableText?.Vanish, Color = format.Color ?? TableText?.Color } : format;
        return IsHidden || (looked.IsUnseen(Background) && !(IsPaintedTable && looked.Color == "FFFFFF" && looked.Vanish != true && looked.Size is not <= 4));
    }
}
