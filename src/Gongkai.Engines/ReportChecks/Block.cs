namespace Gongkai.Engines.ReportChecks;

/// <summary>What a stretch of text is for.</summary>
internal enum BlockKind
{
    /// <summary>Running text.</summary>
    Prose,

    /// <summary>A heading standing alone.</summary>
    Heading,

    /// <summary>A cell or row of a table.</summary>
    Cell,

    /// <summary>A line of a table of contents.</summary>
    Contents,
}

/// <summary>A paragraph, heading or table line; wrapped lines of one paragraph are one block.</summary>
internal sealed record Block(TextSpan Span, BlockKind Kind);

/// <summary>A numbered heading.</summary>
/// <param name="Rank">1 for 一、, 2 for （一）, 3 for 1.</param>
/// <param name="Number">Its number; 0 when it has none.</param>
/// <param name="Title">Its words without the number.</param>
/// <param name="Span">Number and words.</param>
internal sealed record Heading(int Rank, int Number, string Title, TextSpan Span);

/// <summary>A sentence, up to and including its full stop.</summary>
/// <param name="Span">The sentence.</param>
/// <param name="Block">Index of its block.</param>
internal sealed record Sentence(TextSpan Span, int Block);
