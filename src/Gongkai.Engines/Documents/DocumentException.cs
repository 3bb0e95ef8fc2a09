namespace Gongkai.Engines.Documents;

/// <summary>Why a document could not be read.</summary>
public enum DocumentProblem
{
    /// <summary>It is damaged or not what it claims to be.</summary>
    Broken,

    /// <summary>It is closed with a password.</summary>
    Encrypted,

    /// <summary>It is of a kind that cannot be read here.</summary>
    Unsupported,

    /// <summary>It is larger, deeper or slower than <see cref="DocumentLimits"/> allow.</summary>
    TooLarge,
}

/// <summary>A document that could not be read, and why. The message is for logs and holds nothing of the document's text.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>Says why reading ended.</summary>
    public DocumentException(DocumentProblem problem, string message, Exception? inner = null)
        : base(message, inner) => Problem = problem;

    /// <summary>Why reading ended.</summary>
    public DocumentProblem Problem { get; }
}
