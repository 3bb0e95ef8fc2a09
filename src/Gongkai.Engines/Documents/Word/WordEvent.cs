namespace Gongkai.Engines.Documents.Word;

/// <summary>What a Word document is made of, in reading order.</summary>
internal enum WordEventKind
{
    Paragraph,
    TableStart,
    RowStart,
    CellStart,
    CellEnd,
    RowEnd,
    TableEnd,
    NoteStart,
    NoteEnd,
    Chunk,
}

/// <summary>One step through a Word document. A table of any length passes row by row.</summary>
internal readonly record struct WordEvent(WordEventKind Kind, WordParagraph? Paragraph = null, WordCell? Cell = null, string? Id = null, bool IsHidden = false, bool IsDeleted = false);

/// <summary>Where a cell lies in the grid of its table.</summary>
internal sealed class WordCell
{
    public int Column { get; set; }

    public int Span { get; set; } = 1;

    /// <summary>It is the lower part of a cell that began above.</summary>
    public bool ContinuesAbove { get; set; }

    /// <summary>It begins a cell that goes on below.</summary>
    public bool StartsMerge { get; set; }

    /// <summary>It is the right part of a cell that began to the left (the old way of merging sideways).</summary>
    public bool ContinuesLeft { get; set; }

    public string? Shade { get; set; }

    /// <summary>Whether the cell itself was put in or taken out under tracking.</summary>
    public WordChange Change { get; set; }
}
