using System.Buffers.Binary;
using System.Text;
using Gongkai.Engines.Documents.Text;

namespace Gongkai.Engines.Documents.Images;

/// <summary>What a picture tells beside itself: Exif in JPEG, PNG, TIFF and WebP, texts of PNG, comments of JPEG. Resolution and
/// orientation tell nothing and are passed over.</summary>
internal static class PictureMetadata
{
    private const int MostEntries = 512;
    private const int MostXmp = 1 << 18;

    private static readonly Dictionary<int, string> Tags = new()
    {
        [0x010E] = "description",
        [0x010F] = "camera maker",
        [0x0110] = "camera",
        [0x0132] = "date",
        [0x013B] = "artist",
        [0x8298] = "copyright",
        [0x9003] = "date taken",
        [0x9286] = "comment",
        [0xA430] = "camera owner",
        [0xA431] = "camera number",
        [0x9C9B] = "title",
        [0x9C9C] = "comment",
        [0x9C9D] = "author",
        [0x9C9E] = "keywords",
        [0x9C9F] = "subject",
    };

    public static IEnumerable<Piece> Read(MemoryStream picture, string locator, string inside) =>
        Texts(picture.GetBuffer().AsMemory(0, (int)picture.Length)) is { Count: > 0 } texts
            ? [new Piece(new Place(Layer.Exif, locator, inside), string.Join('\n', texts))]
            : [];

    /// <summary>Texts found, each with its kind before it.</summary>
    public static List<string> Texts(ReadOnlyMemory<byte> picture)
    {
        var texts = new List<string>();
        var bytes = picture.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
        {
            ReadJpeg(bytes, texts);
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG"u8]))
        {
            ReadPng(bytes, texts);
        }
        else if (bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8))
        {
            ReadTiff(bytes, texts);
        }
        else if (bytes.StartsWith("RIFF"u8))
        {
            ReadWebP(bytes, texts);
        }
        else if (bytes.IndexOf("Exif\0\0"u8) is >= 0 and var at)
        {
            ReadTiff(bytes[(at + 6)..], texts);
        }

        return texts;
    }

    private static void ReadJpeg(ReadOnlySpan<byte> bytes, List<string> texts)
    {
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] is not (0xDA or 0xD9))
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
            {
                return;
            }

            var body = bytes.Slice(at + 4, length - 2);
            if (bytes[at + 1] == 0xE1 && body.StartsWith("Exif\0\0"u8))
            {
                ReadTiff(body[6..], texts);
            }
            else if (bytes[at + 1] == 0xE1 && body.StartsWith("http://ns.adobe.com/xap/"u8))
            {
                PictureTexts.ReadXmp(Encoding.UTF8.GetString(body), texts);
            }
            else if (bytes[at + 1] == 0xED && body.StartsWith("Photoshop 3.0\0"u8))
            {
                PictureTexts.ReadIptc(body, texts);
            }
            else if (bytes[at + 1] == 0xFE)
            {
                AddText(texts, "comment", TextEncodings.GuessHead(body).GetString(body));
            }

            at += 2 + length;
        }
    }

    private static void ReadPng(ReadOnlySpan<byte> bytes, List<string> texts)
    {
        var at = 8;
        while (at + 12 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
            {
                return;
            }

            var kind = bytes.Slice(at + 4, 4);
            var body = bytes.Slice(at + 8, (int)length);
            if (kind.SequenceEqual("tEXt"u8) || kind.SequenceEqual("iTXt"u8))
            {
                var text = Encoding.UTF8.GetString(body).Replace('\0', ' ');
                if (text.StartsWith("XML:com.adobe.xmp", StringComparison.Ordinal))
                {
                    PictureTexts.ReadXmp(text, texts);
                }
                else if (!text.StartsWith("Software", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("date:", StringComparison.OrdinalIgnoreCase))
                {
                    AddText(texts, "text", text);
                }
            }
            else if (kind.SequenceEqual("zTXt"u8))
            {
                PictureTexts.ReadPacked(body, texts);
            }
            else if (kind.SequenceEqual("eXIf"u8))
            {
                ReadTiff(body, texts);
            }

            at += 12 + (int)length;
        }
    }

    // Chunks of four letters, the length from its smallest byte on, and a byte of padding behind an odd one.
    private static void ReadWebP(ReadOnlySpan<byte> bytes, List<string> texts)
    {
        for (var at = 12L; at + 8 <= bytes.Length;)
        {
            var kind = bytes.Slice((int)at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[((int)at + 4)..]);
            var body = bytes[(int)(at + 8)..][..(int)Math.Min(length, bytes.Length - at - 8)];
            if (kind.SequenceEqual("EXIF"u8))
            {
                ReadTiff(body.StartsWith("Exif\0\0"u8) ? body[6..] : body, texts);
            }
            else if (kind.SequenceEqual("XMP "u8))
            {
                PictureTexts.ReadXmp(Encoding.UTF8.GetString(body[..Math.Min(body.Length, MostXmp)]), texts);
            }

            at += 8 + length + (length & 1);
        }
    }

    private static void ReadTiff(ReadOnlySpan<byte> tiff, List<string> texts)
    {
        if (tiff.Length < 8)
        {
            return;
        }

        var isLittle = tiff[0] == (byte)'I';
        var folders = new Queue<uint>([Number32(tiff[4..], isLittle)]);
        var seen = new HashSet<uint>();
        var entries = 0;
        while (folders.TryDequeue(out var folder) && seen.Add(folder))
        {
            if (folder > tiff.Length - 2)
            {
                continue;
            }

            var count = Number16(tiff[(int)folder..], isLittle);
            for (var i = 0; i < count && folder + 2 + ((i + 1) * 12) <= tiff.Length && entries++ < MostEntries; i++)
            {
                var entry = tiff.Slice((int)folder + 2 + (i * 12), 12);
                var tag = Number16(entry, isLittle);
                var value = Number32(entry[8..], isLittle);
                switch (tag)
                {
                    case 0x8769: folders.Enqueue(value); break;
                    case 0x8825: AddText(texts, "GPS", "position"); break;
                    default:
                        if (Tags.TryGetValue(tag, out var name))
                        {
                            AddText(texts, name, Text(tiff, entry, tag, isLittle));
                        }

                        break;
                }
            }
        }
    }

    private static string Text(ReadOnlySpan<byte> tiff, ReadOnlySpan<byte> entry, int tag, bool isLittle)
    {
        var length = Number32(entry[4..], isLittle);
        if (length > 65536)
        {
            return "";
        }

        var at = Number32(entry[8..], isLittle);
        var bytes = length <= 4 ? entry.Slice(8, (int)length) : (long)at + length <= tiff.Length ? tiff.Slice((int)at, (int)length) : default;
        if (tag is >= 0x9C9B and <= 0x9C9F)
        {
            return Encoding.Unicode.GetString(bytes);
        }

        if (tag == 0x9286 && bytes.Length > 8)
        {
            var isUnicode = bytes.StartsWith("UNICODE"u8);
            bytes = bytes[8..];
            if (isUnicode)
            {
                return (isLittle ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes);
            }
        }

        return TextEncodings.GuessHead(bytes).GetString(bytes);
    }

    private static void AddText(List<string> texts, string name, string text)
    {
        var clean = text.Trim('\0', ' ', '\r', '\n');
        if (clean.Length > 0)
        {
            texts.Add($"{name}: {clean}");
        }
    }

    private static ushort Number16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
