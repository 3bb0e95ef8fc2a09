using Gongkai.Engines.Documents.Archives;
using Gongkai.Engines.Documents.Images;
using Gongkai.Engines.Documents.Legacy;
using Gongkai.Engines.Documents.Ofd;
using Gongkai.Engines.Documents.Packages;
using Gongkai.Engines.Documents.Pdf;
using Gongkai.Engines.Documents.Sheets;
using Gongkai.Engines.Documents.Text;
using Gongkai.Engines.Documents.Word;

namespace Gongkai.Engines.Documents;

/// <summary>Leads a file to the reader of its kind, and stands guard: whatever goes wrong inside becomes a finding about that file,
/// and the files beside it are still read.</summary>
internal static class FileReading
{
    public static IEnumerable<Piece> Outermost(Stream stream, string name, FileType type, ReadingContext context)
    {
        if (Path.GetFileNameWithoutExtension(name) is { Length: > 0 } own)
        {
            yield return new Piece(new Place(Layer.Name, "file name"), own);
        }

        foreach (var piece in Read(stream, name, "", type, context))
        {
            yield return piece;
        }
    }

    /// <summary>Reads a file that lies inside another; <c>outer</c> is the path of files that leads to the one it lies in.</summary>
    public static IEnumerable<Piece> Inner(Stream stream, string name, string outer, ReadingContext context)
    {
        context.Enter();
        try
        {
            var type = FileTypeDetector.Detect(stream, name);
            foreach (var piece in Read(stream, name, $"{outer}/{name}", type, context))
            {
                yield return piece;
            }
        }
        finally
        {
            context.Leave();
        }
    }

    private static IEnumerable<Piece> Read(Stream stream, string name, string inside, FileType type, ReadingContext context)
    {
        var whole = new Place(Layer.Body, "", inside);
        if ((FileTypeDetector.IsMismatch(name, type) && type is not FileType.Unknown) || (type == FileType.Image && FileTypeDetector.IsOtherPicture(stream, name)))
        {
            context.Report("file.type-mismatch", Severity.Error, whole, ("ending", Path.GetExtension(name)), ("type", type.ToString()));
        }

        using var pieces = Guarded(() => Choose(stream, name, inside, type, context), whole, context).GetEnumerator();
        while (pieces.MoveNext())
        {
            yield return pieces.Current;
        }
    }

    private static IEnumerable<Piece> Choose(Stream stream, string name, string inside, FileType type, ReadingContext context)
    {
        stream.Position = 0;
        return type switch
        {
            FileType.Docx => WordPieces.Read(stream, name, inside, context),
            FileType.Xlsx => WorkbookPieces.Read(stream, name, inside, context),
            FileType.Xls => OldWorkbookPieces.Read(stream, inside, context),
            FileType.Pptx => SlidePieces.Read(stream, name, inside, context),
            FileType.Doc or FileType.Wps or FileType.Ppt or FileType.Rtf or FileType.OpenDocument => LegacyPieces.Read(stream, name, inside, type, context),
            FileType.Pdf => PdfPieces.Read(stream, name, inside, context),
            FileType.Ofd => OfdPieces.Read(stream, name, inside, context),
            FileType.Html => HtmlPieces.Read(stream, inside, context),
            FileType.Csv => CsvPieces.Read(stream, name, inside, context),
            FileType.Text => TextPieces.Read(stream, inside, context),
            FileType.Zip => ZipPieces.Read(stream, name, inside, context),
            FileType.Eml => MailPieces.Read(stream, name, inside, context),
            FileType.Image => PicturePieces.Read(stream, inside, context),
            FileType.Encrypted => throw new DocumentException(DocumentProblem.Encrypted, "The document is closed with a password."),
            FileType.Media => Unseen(new Place(Layer.Body, "", inside), context),
            _ when stream.Length == 0 => [],
            FileType.Executable => throw new DocumentException(DocumentProblem.Unsupported, "The file is a program."),
            _ => throw new DocumentException(DocumentProblem.Unsupported, "The file is of a kind that cannot be read here."),
        };
    }

    // Sound and moving pictures are as unreadable here as a scan.
    private static IEnumerable<Piece> Unseen(Place whole, ReadingContext context)
    {
        context.Report("file.no-text", Severity.Warning, whole);
        return [];
    }

    private static IEnumerable<Piece> Guarded(Func<IEnumerable<Piece>> open, Place whole, ReadingContext context)
    {
        IEnumerator<Piece>? pieces = null;
        try
        {
            while (true)
            {
                Piece piece;
                try
                {
                    context.Check();
                    pieces ??= open().GetEnumerator();
                    if (!pieces.MoveNext())
                    {
                        break;
                    }

                    piece = pieces.Current;
                }
                catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
                {
                    Report(e, whole, context);
                    break;
                }

                yield return piece;
            }
        }
        finally
        {
            pieces?.Dispose();
        }
    }

    // The libraries below throw exceptions of every type for damaged files; which one it was means nothing to the reader.
    private static void Report(Exception e, Place whole, ReadingContext context)
    {
        var problem = (e as DocumentException)?.Problem ?? DocumentProblem.Broken;
        if (problem == DocumentProblem.Encrypted)
        {
            context.Report("file.encrypted", Severity.Error, whole);
            return;
        }

        context.Report("file.unreadable", Severity.Error, whole, ("problem", problem.ToString()));
    }
}
