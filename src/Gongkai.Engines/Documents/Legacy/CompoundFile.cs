using System.Buffers.Binary;
using System.Text;

namespace Gongkai.Engines.Documents.Legacy;

/// <summary>The container of Office files before 2007 (MS-CFB): a small file system in a file. Only what is needed here is read: the
/// names of its streams, and a stream's bytes. Chains are followed with a count, so that a loop in them ends.</summary>
internal sealed class CompoundFile
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint FreeSector = 0xFFFFFFFF;
    private const int RootKind = 5;

    private readonly Stream _stream;
    private readonly int _sectorSize;
    private readonly int _miniSize;
    private readonly uint _miniCutoff;
    private readonly List<uint> _fat = [];
    private readonly List<uint> _miniFat = [];
    private List<Entry> _entries = [];
    private int _atRoot;

    private CompoundFile(Stream stream)
    {
        _stream = stream;
        Span<byte> header = stackalloc byte[512];
        stream.Position = 0;
        if (stream.ReadAtLeast(header, 512, throwOnEndOfStream: false) < 512 || !header.StartsWith(Signature))
        {
            throw new DocumentException(DocumentProblem.Broken, "The compound file has no header.");
        }

        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        var miniShift = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        if (shift is not (9 or 12) || miniShift != 6)
        {
            throw new DocumentException(DocumentProblem.Broken, "The compound file has sectors of an unknown size.");
        }

        _sectorSize = 1 << shift;
        _miniSize = 1 << miniShift;
        _miniCutoff = BinaryPrimitives.ReadUInt32LittleEndian(header[56..]);
        ReadFat(header);
        ReadDirectory(BinaryPrimitives.ReadUInt32LittleEndian(header[48..]));
        ReadMiniFat(BinaryPrimitives.ReadUInt32LittleEndian(header[60..]));
    }

    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Names of all streams and storages.</summary>
    public IEnumerable<string> Names => _entries.Select(e => e.Name);

    /// <summary>Names of the streams and storages at the root, which say what the file is; all names when the directory is damaged.</summary>
    private IEnumerable<string> NamesAtRoot => _atRoot == 0 ? Names : Names.Take(_atRoot);

    public bool HasMacros => Names.Any(n => n is "_VBA_PROJECT" or "VBA" or "Macros" or "_VBA_PROJECT_CUR");

    public static CompoundFile Open(Stream stream)
    {
        try
        {
            return new CompoundFile(stream);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentOutOfRangeException or IOException)
        {
            throw new DocumentException(DocumentProblem.Broken, "The compound file is damaged.", e);
        }
    }

    public static FileType Detect(Stream stream)
    {
        try
        {
            var names = Open(stream).NamesAtRoot.ToHashSet(StringComparer.OrdinalIgnoreCase);
            return names.Contains("EncryptedPackage") ? FileType.Encrypted
                : names.Contains("Workbook") || names.Contains("Book") ? FileType.Xls
                : names.Contains("PowerPoint Document") ? FileType.Ppt
                : names.Contains("WordDocument") ? FileType.Doc
                : names.Any(n => n.StartsWith("Wps", StringComparison.OrdinalIgnoreCase)) ? FileType.Wps
                : FileType.Unknown;
        }
        catch (DocumentException)
        {
            return FileType.Unknown;
        }
    }

    /// <summary>The bytes of a stream, or null when there is none of that name.</summary>
    /// <param name="name">The stream's name.</param>
    /// <param name="limit">A stream of more bytes is refused.</param>
    /// <param name="most">How many of its bytes are wanted, from its beginning.</param>
    public byte[]? Read(string name, long limit, int most = int.MaxValue)
    {
        var entry = _entries.Find(e => e.Kind == 2 && e.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (entry is null)
        {
            return null;
        }

        if (entry.Size > limit || entry.Size > _stream.Length)
        {
            throw new DocumentException(DocumentProblem.TooLarge, "A stream of the compound file is larger than is allowed.");
        }

        if (entry.Size >= _miniCutoff)
        {
            return Chain(entry.Start, _fat, (int)Math.Min(entry.Size, most), _sectorSize, Sector);
        }

        var root = _entries.Find(e => e.Kind == RootKind);
        if (root is null || root.Size > _stream.Length)
        {
            return null;
        }

        var mini = Chain(root.Start, _fat, (int)root.Size, _sectorSize, Sector);
        return Chain(entry.Start, _miniFat, (int)Math.Min(entry.Size, most), _miniSize, index => mini.AsSpan((int)index * _miniSize, Math.Min(_miniSize, mini.Length - ((int)index * _miniSize))).ToArray());
    }

    private static byte[] Chain(uint start, List<uint> table, int size, int unit, Func<uint, byte[]> sector)
    {
        var bytes = new byte[size];
        var at = 0;
        for (var index = start; at < size && index < EndOfChain; index = index < table.Count ? table[(int)index] : EndOfChain)
        {
            if (index > int.MaxValue / unit)
            {
                break;
            }

            var part = sector(index);
            var count = Math.Min(part.Length, size - at);
            part.AsSpan(0, count).CopyTo(bytes.AsSpan(at));
            at += unit;
        }

        return bytes;
    }

    private byte[] Sector(uint index)
    {
        var bytes = new byte[_sectorSize];
        _stream.Position = ((long)index + 1) * _sectorSize;
        _stream.ReadAtLeast(bytes, _sectorSize, throwOnEndOfStream: false);
        return bytes;
    }

    private void ReadFat(ReadOnlySpan<byte> header)
    {
        var sectors = new List<uint>();
        var sectorCount = _stream.Length / _sectorSize;
        for (var i = 0; i < 109; i++)
        {
            Note(sectors, BinaryPrimitives.ReadUInt32LittleEndian(header[(76 + (i * 4))..]));
        }

        var more = BinaryPrimitives.ReadUInt32LittleEndian(header[68..]);
        for (var steps = 0; more < EndOfChain && steps < 4096; steps++)
        {
            var sector = Sector(more);
            for (var i = 0; i < (_sectorSize / 4) - 1; i++)
            {
                Note(sectors, BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(i * 4)));
            }

            more = BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(_sectorSize - 4));
        }

        foreach (var index in sectors)
        {
            if (((long)index + 1) * _sectorSize < _stream.Length)
            {
                AddNumbers(_fat, Sector(index));
            }
        }

        void Note(List<uint> sectors, uint index)
        {
            if (index != FreeSector && index != EndOfChain && sectors.Count <= sectorCount)
            {
                sectors.Add(index);
            }
        }
    }

    private void ReadMiniFat(uint start)
    {
        foreach (var sector in Sectors(start))
        {
            AddNumbers(_miniFat, sector);
        }
    }

    private void ReadDirectory(uint start)
    {
        var tree = new CompoundTree();
        var number = 0;
        foreach (var sector in Sectors(start))
        {
            for (var at = 0; at + 128 <= sector.Length; at += 128, number++)
            {
                var entry = sector.AsSpan(at, 128);
                var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
                if (length is < 2 or > 64 || entry[66] == 0)
                {
                    continue;
                }

                var name = Encoding.Unicode.GetString(entry[..(length - 2)]);
                tree.Add(number, entry[66] == RootKind, entry[68..]);
                _entries.Add(new Entry(number, name, entry[66], BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..])));
            }
        }

        // What lies at the root comes first: an object put into a document has streams of the same names.
        var atRoot = tree.AtRoot();
        _atRoot = atRoot.Count;
        _entries = [.. _entries.OrderByDescending(e => atRoot.Contains(e.Number))];
    }

    private IEnumerable<byte[]> Sectors(uint start)
    {
        var steps = 0;
        for (var index = start; index < EndOfChain && steps++ <= _stream.Length / _sectorSize && ((long)index + 1) * _sectorSize < _stream.Length; index = index < _fat.Count ? _fat[(int)index] : EndOfChain)
        {
            yield return Sector(index);
        }
    }

    private static void AddNumbers(List<uint> table, byte[] sector)
    {
        for (var i = 0; i < sector.Length; i += 4)
        {
            table.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(i)));
        }
    }

    private sealed record Entry(int Number, string Name, byte Kind, uint Start, long Size);
}
