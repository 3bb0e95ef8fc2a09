using System.Buffers.Binary;
using System.Text;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>One record of an Excel 97-2003 workbook: its kind, where in the stream it begins, what it holds.</summary>
internal readonly record struct OldRecord(int Kind, int At, ReadOnlyMemory<byte> Bytes)
{
    public ReadOnlySpan<byte> Body => Bytes.Span;

    public int Word(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(Body[offset..]);
}

/// <summary>The stream of an Excel 97-2003 workbook, record by record (MS-XLS 2.1.4).</summary>
internal static class OldWorkbookRecords
{
    public const int Beginning = 0x809;
    public const int BoundSheet = 0x85;
    public const int Continue = 0x3C;

    public static IEnumerable<OldRecord> Read(byte[] book)
    {
        for (var at = 0; at + 4 <= book.Length;)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at));
            var length = BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at + 2));
            if (at + 4 + length > book.Length)
            {
                yield break;
            }

            yield return new OldRecord(kind, at, book.AsMemory(at + 4, length));
            at += 4 + length;
        }
    }

    /// <summary>Characters whose first byte says whether they have one byte or two.</summary>
    public static string Characters(ReadOnlySpan<byte> body, int count)
    {
        if (body.IsEmpty)
        {
            return "";
        }

        var text = (body[0] & 1) == 0 ? Encoding.Latin1.GetString(body[1..]) : Encoding.Unicode.GetString(body[1..]);
        return text[..Math.Min(text.Length, count)];
    }
}
