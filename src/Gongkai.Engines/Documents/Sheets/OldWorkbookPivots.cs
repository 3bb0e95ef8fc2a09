using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Gongkai.Engines.Documents.Legacy;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>The tables behind the pivot tables of an Excel 97-2003 workbook: a stream each, named by a number of four digits, in the storage
/// _SX_DB_CUR (MS-XLS 2.1.7.12).</summary>
internal static class OldWorkbookPivots
{
    private const string Storage = "_SX_DB_CUR";
    private const int Number = 0xC9;
    private const int Whole = 0xCC;
    private const int Characters = 0xCD;
    private const int Field = 0xC7;
    private const int MostStreams = 256;

    public static IEnumerable<Piece> Read(CompoundFile compound, string inside, ReadingContext context)
    {
        if (!compound.Names.Contains(Storage))
        {
            yield break;
        }

        var number = 0;
        foreach (var name in compound.Names.Where(n => n.Length == 4 && n.All(char.IsAsciiHexDigit)).Distinct().Order(StringComparer.Ordinal).Take(MostStreams).ToList())
        {
            var bytes = compound.Read(name, context.Limits.InMemoryBytes) ?? [];
            context.Spend(bytes.Length);
            if (Values(bytes) is { Length: > 0 } text)
            {
                yield return new Piece(new Place(Layer.Cache, string.Create(CultureInfo.InvariantCulture, $"pivot cache {++number}"), inside), text);
            }
        }
    }

    // One line for each field: its name, then the values it has.
    private static string Values(byte[] cache)
    {
        var text = new StringBuilder();
        foreach (var record in OldWorkbookRecords.Read(cache))
        {
            var value = record.Kind switch
            {
                Field when record.Body.Length > 16 => "\n" + OldWorkbookRecords.Characters(record.Body[16..], record.Word(14)),
                Characters when record.Body.Length > 2 => OldWorkbookRecords.Characters(record.Body[2..], record.Word(0)),
                Number when record.Body.Length >= 8 => CellNumber.Write(BinaryPrimitives.ReadDoubleLittleEndian(record.Body), CellFormat.General, false),
                Whole when record.Body.Length >= 2 => BinaryPrimitives.ReadInt16LittleEndian(record.Body).ToString(CultureInfo.InvariantCulture),
                _ => "",
            };
            if (value.Length > 0)
            {
                text.Append(value).Append('\t');
            }
        }

        return text.ToString().Trim();
    }
}
