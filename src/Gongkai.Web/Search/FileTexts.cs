using System.Text;
using Gongkai.Engines;
using Gongkai.Engines.Documents;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Records;

namespace Gongkai.Web.Search;

/// <summary>Reads the text of published files for the index, a line for every place: what a reader of the opened file sees, not what lies hidden in it.</summary>
internal sealed class FileTexts(ILogger<FileTexts> log)
{
    private const int Longest = 500_000;
    private const int LongestLine = 2_000;

    private readonly DocumentReader _reader = new(new DocumentLimits { Time = TimeSpan.FromSeconds(30), ExpandedBytes = 512L << 20 }, LegacyConverter.Find());

    /// <summary>The lines of a file; none when it cannot be read.</summary>
    public string Read(BlobStore blobs, Attachment file, CancellationToken cancel)
    {
        var lines = new StringBuilder();
        try
        {
            using var content = blobs.Open(file.Hash);
            var (place, row) = ("", (Table: 0, Row: 0));
            var line = new StringBuilder();
            foreach (var piece in _reader.Read(content, file.Name, cancel).Pieces.Where(p => !p.Where.IsHidden && p.Where.Layer != Layer.Name))
            {
                // The cells of a row are read together, under the place of the first.
                var here = (piece.Table, piece.Row);
                if (piece.Row == 0 || here != row)
                {
                    Write(lines, place, line);
                    (place, row) = (piece.Where.ToString(), here);
                }

                line.Append(line.Length == 0 ? "" : " ").Append(piece.Text);
                if (lines.Length > Longest)
                {
                    break;
                }
            }

            Write(lines, place, line);
        }
        catch (Exception error) when (error is DocumentException or IOException or NotFoundException)
        {
            log.LogWarning("File {Id} is found by its name only: {Reason}", file.Id, error.Message);
        }

        return lines.ToString();
    }

    private static void Write(StringBuilder lines, string place, StringBuilder line)
    {
        var text = line.ToString();
        line.Clear();
        for (var at = 0; at < text.Length; at += LongestLine)
        {
            var part = string.Join(' ', text.Substring(at, Math.Min(LongestLine, text.Length - at)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (part.Length > 0)
            {
                lines.Append(place).Append('\t').Append(part).Append('\n');
            }
        }
    }
}
