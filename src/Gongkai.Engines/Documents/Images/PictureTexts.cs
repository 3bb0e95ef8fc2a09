using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Engines.Documents.Text;

namespace Gongkai.Engines.Documents.Images;

/// <summary>Metadata of pictures that is text in itself: XMP, the press's IPTC fields, packed texts of PNG.</summary>
internal static partial class PictureTexts
{
    private const int LongestText = 1 << 16;
    private const byte FieldMark = 0x1C;

    /// <summary>What XMP says of people, places and cameras. What an image program writes about itself tells nothing.</summary>
    public static void ReadXmp(string xmp, List<string> texts)
    {
        var telling = TellingXmp().Matches(xmp.Length > LongestText ? xmp[..LongestText] : xmp);
        foreach (Match match in telling)
        {
            var value = Tag().Replace(match.Groups["value"].Value, " ").Trim();
            if (value.Length > 0)
            {
                texts.Add($"{match.Groups["name"].Value}: {value}");
            }
        }
    }

    /// <summary>By-line, caption, place and the like: 1C 02, the number of the field, its length, its text.</summary>
    public static void ReadIptc(ReadOnlySpan<byte> body, List<string> texts)
    {
        for (var at = 0; at + 5 <= body.Length; at++)
        {
            if (body[at] != FieldMark || body[at + 1] != 2)
            {
                continue;
            }

            var length = (body[at + 3] << 8) | body[at + 4];
            if (length > 0 && at + 5 + length <= body.Length && body[at + 2] is 5 or 25 or 80 or 85 or 90 or 92 or 95 or 105 or 110 or 115 or 116 or 118 or 120 or 122)
            {
                var text = body.Slice(at + 5, length);
                texts.Add($"field {body[at + 2]}: {TextEncodings.GuessHead(text).GetString(text).Trim()}");
                at += 4 + length;
            }
        }
    }

    public static void ReadPacked(ReadOnlySpan<byte> body, List<string> texts)
    {
        var end = body.IndexOf((byte)0);
        if (end <= 0 || end + 2 >= body.Length)
        {
            return;
        }

        var name = Encoding.Latin1.GetString(body[..end]);
        try
        {
            using var unpacked = new ZLibStream(new MemoryStream(body[(end + 2)..].ToArray()), CompressionMode.Decompress);
            var buffer = new byte[LongestText];
            var read = buffer.AsSpan(0, unpacked.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
            var text = TextEncodings.GuessHead(read).GetString(read).Trim();
            if (text.Length > 0 && !name.StartsWith("Software", StringComparison.OrdinalIgnoreCase))
            {
                texts.Add($"{name}: {text}");
            }
        }
        catch (InvalidDataException)
        {
            // A damaged text says nothing; the picture is still one.
        }
    }

    [GeneratedRegex("(?<name>dc:creator|dc:description|dc:rights|dc:title|tiff:Artist|tiff:Make|tiff:Model|exif:GPS[A-Za-z]+|aux:OwnerName|aux:SerialNumber|exifEX:[A-Za-z]+|photoshop:(City|AuthorsPosition|Credit|Source|State)|Iptc4xmpCore:[A-Za-z]+)(\\s*=\\s*\"(?<value>[^\"]{1,400})\"|[^>]{0,80}>(?<value>.{1,800}?)</\\k<name>>)", RegexOptions.Singleline)]
    private static partial Regex TellingXmp();

    [GeneratedRegex("<[^>]{0,400}>")]
    private static partial Regex Tag();
}
