using System.Buffers.Binary;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Takes metadata out of pictures and leaves every pixel as it is.</summary>
internal static class PictureCleaner
{
    public static byte[] Clean(byte[] picture) =>
        picture.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? CleanJpeg(picture)
        : picture.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG"u8]) ? CleanPng(picture)
        : picture;

    // Keeps JFIF and the colour marks; drops Exif, XMP, maker's notes and comments.
    private static byte[] CleanJpeg(byte[] bytes)
    {
        var clean = new MemoryStream();
        clean.Write(bytes, 0, 2);
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] is not (0xDA or 0xD9))
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2)) + 2;
            if (at + length > bytes.Length)
            {
                break;
            }

            if (bytes[at + 1] is not (0xFE or (>= 0xE1 and <= 0xEF and not (0xE2 or 0xEE))))
            {
                clean.Write(bytes, at, length);
            }

            at += length;
        }

        clean.Write(bytes, at, bytes.Length - at);
        return clean.ToArray();
    }

    private static byte[] CleanPng(byte[] bytes)
    {
        var clean = new MemoryStream();
        clean.Write(bytes, 0, 8);
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)) + 12L;
            if (at + length > bytes.Length)
            {
                break;
            }

            var kind = bytes.AsSpan(at + 4, 4);
            if (!kind.SequenceEqual("tEXt"u8) && !kind.SequenceEqual("iTXt"u8) && !kind.SequenceEqual("zTXt"u8) && !kind.SequenceEqual("eXIf"u8) && !kind.SequenceEqual("tIME"u8))
            {
                clean.Write(bytes, at, (int)length);
            }

            at += (int)length;
        }

        return clean.ToArray();
    }
}
