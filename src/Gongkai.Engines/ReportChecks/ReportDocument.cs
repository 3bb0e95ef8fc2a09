using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Text;

namespace Gongkai.Engines.ReportChecks;

/// <summary>A report taken out of a file.</summary>
/// <param name="Text">Its text and tables; null when the file could not be read.</param>
/// <param name="Findings">What was noticed about the file: <c>file.unreadable</c>, <c>file.encrypted</c>, <c>file.no-text</c> …</param>
public sealed record ReportDocument(ReportText? Text, IReadOnlyList<Finding> Findings)
{
    private const long LargestText = 64L << 20;

    /// <summary>Reads a report from docx, pdf, html, txt or any other kind the reader knows. Plain text, in any Chinese encoding, is
    /// taken as it is, so that places in it are places in the file.</summary>
    /// <param name="stream">Seekable; not closed.</param>
    /// <param name="name">The file's name with its ending.</param>
    /// <param name="reader">Reads the other kinds.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static ReportDocument Read(Stream stream, string name, DocumentReader reader, CancellationToken cancel = default)
    {
        var reading = reader.Read(stream, name, cancel);
        var isText = reading.Type == FileType.Text || (reading.Type == FileType.Csv && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase));
        if (stream.Length > LargestText && isText)
        {
            return Unreadable(new Finding("file.unreadable", Severity.Error, Place.WholeFile, new Dictionary<string, string> { ["problem"] = nameof(DocumentProblem.TooLarge) }));
        }

        var text = isText ? ReportText.FromText(Decode(stream, cancel)) : ReportText.FromPieces(reading.Pieces);
        if (reading.IsIncomplete)
        {
            return new ReportDocument(null, reading.Findings);
        }

        // A scan must never pass as a clean report.
        return string.IsNullOrWhiteSpace(text.Text)
            ? Unreadable(new Finding("file.no-text", Severity.Error, Place.WholeFile, new Dictionary<string, string>()))
            : new ReportDocument(text, reading.Findings);
    }

    private static ReportDocument Unreadable(Finding why) => new(null, [why]);

    private static string Decode(Stream stream, CancellationToken cancel)
    {
        var encoding = TextEncodings.Guess(stream, new ReadingContext(new DocumentLimits(), null, cancel));
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        return reader.ReadToEnd();
    }
}
