using System.IO.Compression;
using Gongkai.Engines.Documents.Legacy;
using Gongkai.Engines.Documents.Text;

namespace Gongkai.Engines.Documents;

/// <summary>Tells what a file is from its content, and whether its name says otherwise.</summary>
public static class FileTypeDetector
{
    private static readonly (int Offset, byte[] Magic, FileType Type)[] Magics =
    [
        (0, [0xFF, 0xD8, 0xFF], FileType.Image),
        (0, [0x89, .. "PNG"u8], FileType.Image),
        (0, [.. "GIF8"u8], FileType.Image),
        (0, [.. "II*\0"u8], FileType.Image),
        (0, [.. "MM\0*"u8], FileType.Image),
        (8, [.. "WEBP"u8], FileType.Image),
        (4, [.. "ftypheic"u8], FileType.Image),
        (4, [.. "ftypmif1"u8], FileType.Image),
        (4, [.. "ftypavif"u8], FileType.Image),
        (0, [.. "Rar!"u8], FileType.Archive),
        (0, [.. "7z"u8, 0xBC, 0xAF], FileType.Archive),
        (0, [0x1F, 0x8B, 0x08], FileType.Archive),
        (0, [.. "BZh"u8], FileType.Archive),
        (0, [0xFD, .. "7zXZ"u8], FileType.Archive),
        (257, [.. "ustar"u8], FileType.Archive),
        (4, [.. "ftyp"u8], FileType.Media),
        (0, [.. "ID3"u8], FileType.Media),
        (0, [.. "OggS"u8], FileType.Media),
        (8, [.. "WAVE"u8], FileType.Media),
        (8, [.. "AVI "u8], FileType.Media),
        (0, [0x7F, .. "ELF"u8], FileType.Executable),
        (0, [0xCF, 0xFA, 0xED, 0xFE], FileType.Executable),
        (0, [0xCA, 0xFE, 0xBA, 0xBE], FileType.Executable),
        (0, [.. "#!/"u8], FileType.Executable),
        (0, [.. @"{\rtf"u8], FileType.Rtf),
    ];

    private static readonly Dictionary<string, FileType[]> Expected = new(StringComparer.OrdinalIgnoreCase)
    {
        ["docx"] = [FileType.Docx, FileType.Encrypted],
        ["docm"] = [FileType.Docx, FileType.Encrypted],
        ["dotx"] = [FileType.Docx, FileType.Encrypted],
        ["doc"] = [FileType.Doc, FileType.Docx, FileType.Rtf, FileType.Wps, FileType.Encrypted],
        ["wps"] = [FileType.Wps, FileType.Doc, FileType.Docx, FileType.Encrypted],
        ["wpt"] = [FileType.Wps, FileType.Doc, FileType.Docx, FileType.Encrypted],
        ["xlsx"] = [FileType.Xlsx, FileType.Encrypted],
        ["xlsm"] = [FileType.Xlsx, FileType.Encrypted],
        ["xltx"] = [FileType.Xlsx, FileType.Encrypted],
        ["xls"] = [FileType.Xls, FileType.Xlsx, FileType.Encrypted],
        ["et"] = [FileType.Xls, FileType.Xlsx, FileType.Encrypted],
        ["ett"] = [FileType.Xls, FileType.Xlsx, FileType.Encrypted],
        ["pptx"] = [FileType.Pptx, FileType.Encrypted],
        ["ppt"] = [FileType.Ppt, FileType.Pptx, FileType.Encrypted],
        ["dps"] = [FileType.Ppt, FileType.Pptx, FileType.Encrypted],
        ["pdf"] = [FileType.Pdf],
        ["ofd"] = [FileType.Ofd],
        ["odt"] = [FileType.OpenDocument],
        ["ods"] = [FileType.OpenDocument],
        ["odp"] = [FileType.OpenDocument],
        ["fodt"] = [FileType.OpenDocument],
        ["fods"] = [FileType.OpenDocument],
        ["fodp"] = [FileType.OpenDocument],
        ["rtf"] = [FileType.Rtf],
        ["html"] = [FileType.Html, FileType.Text],
        ["htm"] = [FileType.Html, FileType.Text],
        ["mht"] = [FileType.Eml, FileType.Html],
        ["mhtml"] = [FileType.Eml, FileType.Html],
        ["eml"] = [FileType.Eml, FileType.Text],
        ["csv"] = [FileType.Csv, FileType.Text],
        ["tsv"] = [FileType.Csv, FileType.Text],
        ["txt"] = [FileType.Text, FileType.Csv, FileType.Html, FileType.Eml],
        ["md"] = [FileType.Text, FileType.Csv, FileType.Html],
        ["zip"] = [FileType.Zip],
        ["rar"] = [FileType.Archive],
        ["7z"] = [FileType.Archive],
        ["gz"] = [FileType.Archive],
        ["tar"] = [FileType.Archive],
        ["jpg"] = [FileType.Image],
        ["jpeg"] = [FileType.Image],
        ["png"] = [FileType.Image],
        ["gif"] = [FileType.Image],
        ["bmp"] = [FileType.Image],
        ["tif"] = [FileType.Image],
        ["tiff"] = [FileType.Image],
        ["webp"] = [FileType.Image],
    };

    private static readonly Dictionary<string, (int Offset, byte[] Magic)[]> Pictures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jpg"] = [(0, [0xFF, 0xD8, 0xFF])],
        ["jpeg"] = [(0, [0xFF, 0xD8, 0xFF])],
        ["png"] = [(0, [0x89, .. "PNG"u8])],
        ["gif"] = [(0, [.. "GIF8"u8])],
        ["bmp"] = [(0, [.. "BM"u8])],
        ["tif"] = [(0, [.. "II*\0"u8]), (0, [.. "MM\0*"u8])],
        ["tiff"] = [(0, [.. "II*\0"u8]), (0, [.. "MM\0*"u8])],
        ["webp"] = [(8, [.. "WEBP"u8])],
    };

    /// <summary>What the file is. The name only decides between plain text and a table in plain text.</summary>
    /// <param name="stream">Seekable; left at its beginning.</param>
    /// <param name="name">The file's name or path.</param>
    public static FileType Detect(Stream stream, string name)
    {
        stream.Position = 0;
        var buffer = new byte[8192];
        var head = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        var type = DetectHead(stream, head, name);
        stream.Position = 0;
        return type;
    }

    /// <summary>Whether the name promises another kind of file than the content is. A name without a known ending promises nothing.</summary>
    public static bool IsMismatch(string name, FileType type) =>
        Expected.TryGetValue(Path.GetExtension(name).TrimStart('.'), out var expected) && !expected.Contains(type);

    /// <summary>Whether a picture is of another kind than its name says: a JPEG called .png.</summary>
    /// <param name="stream">Seekable; left at its beginning.</param>
    /// <param name="name">The file's name or path.</param>
    public static bool IsOtherPicture(Stream stream, string name)
    {
        if (!Pictures.TryGetValue(Path.GetExtension(name).TrimStart('.'), out var expected))
        {
            return false;
        }

        stream.Position = 0;
        Span<byte> head = stackalloc byte[16];
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        foreach (var (offset, magic) in expected)
        {
            if (head.Length > offset && head[offset..].StartsWith(magic))
            {
                return false;
            }
        }

        return true;
    }

    private static FileType DetectHead(Stream stream, ReadOnlySpan<byte> head, string name)
    {
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
        {
            return DetectZip(stream, name);
        }

        if (head.StartsWith(CompoundFile.Signature))
        {
            return CompoundFile.Detect(stream);
        }

        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return FileType.Pdf;
        }

        foreach (var (offset, magic, type) in Magics)
        {
            if (head.Length > offset && head[offset..].StartsWith(magic))
            {
                return type;
            }
        }

        return head.StartsWith("MZ"u8) && head.Length > 64 && head[..64].Contains((byte)0) ? FileType.Executable
            : head.StartsWith("BM"u8) && head.Length > 26 && head[6..10].IndexOfAnyExcept((byte)0) < 0 ? FileType.Image
            : DetectText(head, name);
    }

    private static FileType DetectZip(Stream stream, string name)
    {
        try
        {
            stream.Position = 0;
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var type = FileType.Zip;
            var isOffice = false;
            foreach (var entry in zip.Entries)
            {
                var path = entry.FullName.Replace('\\', '/').TrimStart('/');
                isOffice |= path.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);
                type = path switch
                {
                    "OFD.xml" => FileType.Ofd,
                    "word/document.xml" or "word/document2.xml" => FileType.Docx,
                    "xl/workbook.xml" or "xl/workbook.bin" => FileType.Xlsx,
                    "ppt/presentation.xml" => FileType.Pptx,
                    "content.xml" when zip.GetEntry("mimetype") is not null => FileType.OpenDocument,
                    _ => type,
                };
            }

            return type == FileType.Zip && isOffice ? DetectByContentTypes(zip) : type;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return PromisedPackage(name);
        }
    }

    // Half a docx is a damaged docx, not an archive under a wrong name.
    private static FileType PromisedPackage(string name) =>
        Expected.GetValueOrDefault(Path.GetExtension(name).TrimStart('.'), [])
            .FirstOrDefault(t => t is FileType.Docx or FileType.Xlsx or FileType.Pptx or FileType.OpenDocument or FileType.Ofd, FileType.Zip);

    private static FileType DetectByContentTypes(ZipArchive zip)
    {
        var entry = zip.Entries.First(e => e.FullName.TrimStart('/').Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase));
        using var reader = new StreamReader(entry.Open());
        var buffer = new char[65536];
        var text = new string(buffer, 0, reader.ReadBlock(buffer));
        return text.Contains("wordprocessingml", StringComparison.Ordinal) ? FileType.Docx
            : text.Contains("spreadsheetml", StringComparison.Ordinal) ? FileType.Xlsx
            : text.Contains("presentationml", StringComparison.Ordinal) ? FileType.Pptx
            : FileType.Zip;
    }

    private static FileType DetectText(ReadOnlySpan<byte> head, string name)
    {
        if (TextEncodings.LooksBinary(head))
        {
            return FileType.Unknown;
        }

        var text = TextEncodings.GuessHead(head).GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith('<') && text.Contains("<office:document ", StringComparison.Ordinal))
        {
            return FileType.OpenDocument;
        }

        if (LooksLikeHtml(text))
        {
            return FileType.Html;
        }

        if (LooksLikeMail(text))
        {
            return FileType.Eml;
        }

        return Path.GetExtension(name).ToUpperInvariant() is ".CSV" or ".TSV" ? FileType.Csv : FileType.Text;
    }

    private static bool LooksLikeHtml(string text)
    {
        if (!text.StartsWith('<'))
        {
            return false;
        }

        ReadOnlySpan<string> signs = ["<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>", "<p ", "<meta", "<style", "<script", "schemas-microsoft-com:office:spreadsheet"];
        foreach (var sign in signs)
        {
            if (text.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool LooksLikeMail(string text)
    {
        var headers = 0;
        foreach (var line in text.AsSpan()[..Math.Min(text.Length, 4000)].EnumerateLines())
        {
            if (line.IsEmpty)
            {
                break;
            }

            var colon = line.IndexOf(':');
            if (line[0] is ' ' or '\t')
            {
                continue;
            }

            if (colon <= 0 || line[..colon].ContainsAnyExceptInRange('!', '~'))
            {
                return false;
            }

            headers += line[..colon].ToString().ToUpperInvariant() is "FROM" or "TO" or "SUBJECT" or "DATE" or "RECEIVED" or "MIME-VERSION" or "MESSAGE-ID" or "CONTENT-TYPE" ? 1 : 0;
        }

        return headers >= 2;
    }
}
