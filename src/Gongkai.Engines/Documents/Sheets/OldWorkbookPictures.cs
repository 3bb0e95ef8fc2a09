using System.Buffers.Binary;
using System.Globalization;
using Gongkai.Engines.Documents.Images;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>What the pictures of an Excel 97-2003 workbook tell beside themselves. They lie one after another in the drawing records of
/// the book, each behind a header with its kind and length (MS-ODRAW 2.2.23).</summary>
internal static class OldWorkbookPictures
{
    private const int DrawingGroup = 0xEB;
    private const int HeaderLength = 8;
    private const int MostPictures = 1000;

    public static IEnumerable<Piece> Read(byte[] book, string inside, ReadingContext context)
    {
        using var drawings = Drawings(book);
        context.Spend(drawings.Length);
        var bytes = drawings.GetBuffer().AsMemory(0, (int)drawings.Length);
        var number = 0;
        for (var at = 2; at + HeaderLength <= bytes.Length && number < MostPictures;)
        {
            if (Picture(bytes.Span[(at - 2)..]) is not { } length)
            {
                at++;
                continue;
            }

            var picture = bytes.Slice(at - 2 + HeaderLength, length);
            using var stream = new MemoryStream();
            stream.Write(picture.Span[Start(picture.Span)..]);
            foreach (var piece in PictureMetadata.Read(stream, string.Create(CultureInfo.InvariantCulture, $"picture {++number}"), inside))
            {
                yield return piece;
            }

            at += HeaderLength + length;
        }
    }

    private static MemoryStream Drawings(byte[] book)
    {
        var drawings = new MemoryStream();
        var goesOn = false;
        foreach (var record in OldWorkbookRecords.Read(book))
        {
            goesOn = record.Kind == DrawingGroup || (goesOn && record.Kind == OldWorkbookRecords.Continue);
            if (goesOn)
            {
                drawings.Write(record.Body);
            }
        }

        return drawings;
    }

    // The length of a JPEG, PNG or TIFF whose header stands here.
    private static int? Picture(ReadOnlySpan<byte> header)
    {
        var kind = BinaryPrimitives.ReadUInt16LittleEndian(header[2..]);
        var length = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        return kind is 0xF01D or 0xF01E or 0xF029 or 0xF02A && length > 64 && length <= header.Length - HeaderLength ? length : null;
    }

    // One or two checksums and a byte stand before the picture itself.
    private static int Start(ReadOnlySpan<byte> picture) => IsPicture(picture[33..]) ? 33 : 17;

    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50]) || bytes.StartsWith("II*"u8) || bytes.StartsWith("MM\0"u8);
}
