namespace Gongkai.Engines.Documents;

/// <summary>How much one document may cost. What goes beyond ends in a <see cref="DocumentException"/>, so that a hostile file
/// costs time and memory that are known beforehand.</summary>
public sealed record DocumentLimits
{
    /// <summary>Bytes that all packed parts of a file may unfold to, files inside files included.</summary>
    public long ExpandedBytes { get; init; } = 3L << 30;

    /// <summary>How many times larger than its packed size a part may become, once it is past <see cref="RatioFrom"/>. Honest
    /// sheets stay below 100; deflate can reach 1030.</summary>
    public int Ratio { get; init; } = 300;

    /// <summary>Bytes below which a part's ratio is not looked at: small parts of blanks pack very well.</summary>
    public long RatioFrom { get; init; } = 64L << 20;

    /// <summary>Files within files within files.</summary>
    public int Nesting { get; init; } = 6;

    /// <summary>Parts of one archive, and of everything nested in it.</summary>
    public int Entries { get; init; } = 50_000;

    /// <summary>Elements within elements of an XML part, and of a web page.</summary>
    public int XmlDepth { get; init; } = 400;

    /// <summary>Characters of one paragraph or cell; the rest of a longer one goes on in the next piece.</summary>
    public int PieceCharacters { get; init; } = 1 << 20;

    /// <summary>Bytes of a file whose reading needs all of it in memory (web page, mail, old Office file inside another file).</summary>
    public long InMemoryBytes { get; init; } = 256L << 20;

    /// <summary>How long one file may take in all.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(3);
}
