using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Gongkai.Engines.Documents.Text;

namespace Gongkai.Engines.Documents.Legacy;

/// <summary>The properties of Office files before 2007 (MS-OLEPS): author, keywords, remarks, and those a person made.</summary>
internal sealed class SummaryProperties
{
    private const int MostProperties = 1000;
    private const int CodePageId = 1;

    private static readonly Dictionary<int, string> Summary = new() { [2] = "title", [3] = "subject", [4] = "creator", [5] = "keywords", [6] = "description", [7] = "template", [8] = "lastModifiedBy" };
    private static readonly Dictionary<int, string> Document = new() { [2] = "category", [14] = "Manager", [15] = "Company", [29] = "HyperlinkBase" };

    private readonly byte[] _bytes;
    private Encoding _encoding = TextEncodings.OfCodePage(936);

    private SummaryProperties(byte[] bytes) => _bytes = bytes;

    public static IEnumerable<Piece> Read(CompoundFile compound, string inside, ReadingContext context)
    {
        foreach (var (stream, names) in new[] { ("\u0005SummaryInformation", Summary), ("\u0005DocumentSummaryInformation", Document) })
        {
            if (compound.Read(stream, context.Limits.InMemoryBytes) is not { } bytes)
            {
                continue;
            }

            foreach (var (name, value) in new SummaryProperties(bytes).Values(names))
            {
                yield return new Piece(new Place(Layer.Property, $"property {name}", inside), value);
            }
        }
    }

    // The second section of a stream holds what a person made, with a list of names as its property 0.
    private List<(string Name, string Value)> Values(Dictionary<int, string> names)
    {
        var values = new List<(string Name, string Value)>();
        var sections = Math.Clamp(Number(24), 0, 2);
        for (var section = 0; section < sections; section++)
        {
            var start = Number(28 + (section * 20) + 16);
            var count = Math.Clamp(Number(start + 4), 0, MostProperties);
            var places = Enumerable.Range(0, count).Select(i => (Id: Number(start + 8 + (i * 8)), At: start + Number(start + 12 + (i * 8)))).ToList();
            if (places.Find(p => p.Id == CodePageId) is { At: > 0 } page)
            {
                _encoding = TextEncodings.OfCodePage(Number(page.At + 4) & 0xFFFF);
            }

            var known = section == 0 ? names : places.Find(p => p.Id == 0) is { At: > 0 } list ? Names(list.At) : [];
            foreach (var (id, at) in places)
            {
                if (id > CodePageId && known.TryGetValue(id, out var name) && Value(at) is { Length: > 0 } value)
                {
                    values.Add((name, value));
                }
            }
        }

        return values;
    }

    private Dictionary<int, string> Names(int at)
    {
        var names = new Dictionary<int, string>();
        var count = Math.Clamp(Number(at), 0, MostProperties);
        at += 4;
        for (var i = 0; i < count; i++)
        {
            var (id, length) = (Number(at), Number(at + 4));
            var isWide = _encoding.CodePage == 1200;
            names[id] = "custom " + Text(at + 8, isWide ? length * 2L : length, _encoding);

            // Wide names end on a multiple of four bytes.
            at = (int)Math.Min(_bytes.Length, at + 8 + Math.Max(0, isWide ? ((length * 2L) + 3) & ~3L : length));
        }

        return names;
    }

    private string? Value(int at) => (Number(at) & 0xFFFF) switch
    {
        0x02 => ((short)Number(at + 4)).ToString(CultureInfo.InvariantCulture),
        0x03 => Number(at + 4).ToString(CultureInfo.InvariantCulture),
        0x05 when at + 12 <= _bytes.Length => BinaryPrimitives.ReadDoubleLittleEndian(_bytes.AsSpan(at + 4)).ToString("R", CultureInfo.InvariantCulture),
        0x1E => Text(at + 8, Number(at + 4), _encoding),
        0x1F => Text(at + 8, Number(at + 4) * 2L, Encoding.Unicode),
        _ => null,
    };

    private string Text(int at, long length, Encoding encoding) =>
        at < 0 || at > _bytes.Length || length <= 0 ? "" : encoding.GetString(_bytes.AsSpan(at, (int)Math.Min(length, _bytes.Length - at))).TrimEnd('\0');

    // 0 where the stream is too short.
    private int Number(int at) => at >= 0 && at <= _bytes.Length - 4 ? BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at)) : 0;
}
