namespace Gongkai.Engines.Documents;

/// <summary>A file being read: its pieces come one after the other, and what was noticed about the file stands in
/// <see cref="Findings"/> once they have all been taken.</summary>
public sealed class DocumentReading
{
    private readonly ReadingContext _context;

    internal DocumentReading(FileType type, IEnumerable<Piece> pieces, ReadingContext context)
    {
        Type = type;
        Pieces = pieces;
        _context = context;
    }

    /// <summary>What the file is, told from its content.</summary>
    public FileType Type { get; }

    /// <summary>The text in reading order, read as it is asked for. To be gone through once.</summary>
    public IEnumerable<Piece> Pieces { get; }

    /// <summary>The <c>file.*</c> findings so far; complete when all pieces have been taken.</summary>
    public IReadOnlyList<Finding> Findings => _context.Findings;

    /// <summary>Whether the file, or a file in it, could not be read to its end.</summary>
    public bool IsIncomplete => Findings.Any(f => f.Code is "file.unreadable" or "file.encrypted");
}
