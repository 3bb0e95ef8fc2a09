using Gongkai.Engines.Documents.Text;

namespace Gongkai.Engines.Documents;

/// <summary>Reads documents of every kind a school publishes into text with places, hidden layers included. One reader serves any
/// number of files and threads.</summary>
/// <param name="limits">What one file may cost; the usual limits when null.</param>
/// <param name="converter">LibreOffice for doc, wps, rtf, ppt and OpenDocument; without it such files give <c>file.unreadable</c>.</param>
public sealed class DocumentReader(DocumentLimits? limits = null, LegacyConverter? converter = null)
{
    private readonly DocumentLimits _limits = limits ?? new DocumentLimits();

    /// <summary>Begins to read a file. Nothing is thrown for what the file contains: trouble becomes a finding of the reading.</summary>
    /// <param name="stream">Seekable; must stay open as long as the pieces are read. It is not closed.</param>
    /// <param name="name">The file's name, with its ending.</param>
    /// <param name="cancel">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    public DocumentReading Read(Stream stream, string name, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ArgumentException("The stream must be seekable.", nameof(stream));
        }

        TextEncodings.Register();
        var context = new ReadingContext(_limits, converter, cancel);
        var type = FileTypeDetector.Detect(stream, name);
        return new DocumentReading(type, FileReading.Outermost(stream, name, type, context), context);
    }
}
