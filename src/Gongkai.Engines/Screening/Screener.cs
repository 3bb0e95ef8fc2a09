using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Screening;

/// <summary>Finds in documents and texts what must not be published: personal data, marks of secrecy, hidden content, wrong words.
/// Its findings name the kind and the place and never repeat what was found. One screener serves any number of files, on one
/// thread at a time or many.</summary>
/// <param name="profile">What the kind of publication may show; the general profile when null.</param>
/// <param name="reader">Reads the files; one with the usual limits and the machine's LibreOffice when null.</param>
public sealed class Screener(ScreeningProfile? profile = null, DocumentReader? reader = null)
{
    private const int LongestPart = 8192;
    private const int LongestPiece = 65536;

    private readonly ScreeningProfile _profile = profile ?? ScreeningProfile.General;
    private readonly DocumentReader _reader = reader ?? new DocumentReader(null, LegacyConverter.Find());
    private readonly Marks _marks = new(profile ?? ScreeningProfile.General);

    /// <summary>Screens a file and every file in it.</summary>
    /// <param name="stream">Seekable; not closed.</param>
    /// <param name="name">The file's name with its ending.</param>
    /// <param name="cancel">Ends the screening with an <see cref="OperationCanceledException"/>.</param>
    public ScreenedFile Screen(Stream stream, string name, CancellationToken cancel = default)
    {
        var reading = _reader.Read(stream, name, cancel);
        var screening = new DocumentScreening(_profile, _marks);
        foreach (var piece in reading.Pieces)
        {
            if (piece.Text.Length <= LongestPiece)
            {
                screening.Take(piece);
                continue;
            }

            foreach (var part in Parts(piece.Text))
            {
                cancel.ThrowIfCancellationRequested();
                screening.Take(piece with { Text = part });
            }
        }

        var findings = screening.Finish();
        return new ScreenedFile(reading.Type, [.. reading.Findings, .. findings], reading.IsIncomplete);
    }

    /// <summary>Screens a text that is in no file: the title or the body of a record.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="where">The place that findings name; the whole when null.</param>
    public IReadOnlyList<Finding> ScreenText(string text, Place? where = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var screening = new DocumentScreening(_profile, _marks);
        foreach (var part in Parts(text))
        {
            screening.Take(new Piece(where ?? Place.WholeFile, part));
        }

        return screening.Finish();
    }

    // A long text is looked at in parts that end where a line does, though never between two digits.
    private static IEnumerable<string> Parts(string text)
    {
        var start = 0;
        while (text.Length - start > LongestPart)
        {
            var cut = start + LongestPart;
            var line = text.LastIndexOf('\n', cut, LongestPart / 2);
            cut = line > start ? line + 1 : text.LastIndexOf('。', cut, LongestPart / 2) is > 0 and var stop ? stop + 1 : cut;
            while (cut < text.Length && (char.IsDigit(text[cut]) || (cut > 1 && char.IsDigit(text[cut - 2]))))
            {
                cut++;
            }

            yield return text[start..cut];
            start = cut;
        }

        yield return start == 0 ? text : text[start..];
    }
}
