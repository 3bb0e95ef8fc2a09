using System.Buffers.Binary;
using System.Text;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>A compound file (the container of Office files before 2007) of up to three streams.</summary>
internal sealed class Compound
{
    private const int Sector = 512;
    private const int Smallest = 4096;

    private readonly List<(string Name, byte[] Bytes)> _streams = [];
    private int _inside = -1;

    public Compound Stream(string name, byte[] bytes)
    {
        // Shorter streams lie elsewhere in the file; zeros behind the end do no harm.
        var sectors = (Math.Max(bytes.Length, Smallest) + Sector - 1) / Sector;
        _streams.Add((name, [.. bytes, .. new byte[(sectors * Sector) - bytes.Length]]));
        return this;
    }

    /// <summary>Takes a stream out of the root: it lies in a storage.</summary>
    public Compound Inside(int number)
    {
        _inside = number;
        return this;
    }

    public MemoryStream Build()
    {
        var fat = new List<uint> { 0xFFFFFFFD, 0xFFFFFFFE };
        var directory = new byte[Sector];
        Entry(directory, 0, "Root Entry", 5, 0xFFFFFFFE, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(directory.AsSpan(76), 1);
        for (var i = 0; i < _streams.Count; i++)
        {
            var (name, bytes) = _streams[i];
            Entry(directory, i + 1, name, 2, (uint)fat.Count, bytes.Length);
            if (i + 1 < _streams.Count && i + 1 != _inside)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(directory.AsSpan(((i + 1) * 128) + 72), (uint)i + 2);
            }

            var sectors = bytes.Length / Sector;
            for (var s = 0; s < sectors; s++)
            {
                fat.Add(s + 1 < sectors ? (uint)fat.Count + 1 : 0xFFFFFFFE);
            }
        }

        var header = new byte[Sector];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header);
        ((ReadOnlySpan<byte>)[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]).CopyTo(header.AsSpan(24));
        header[44] = 1;
        header[48] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(56), Smallest);
        header.AsSpan(60, Sector - 60).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(60), 0xFFFFFFFE);
        header.AsSpan(64, 4).Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(68), 0xFFFFFFFE);
        header.AsSpan(72, 8).Clear();
        var table = new byte[Sector];
        table.AsSpan().Fill(0xFF);
        for (var i = 0; i < fat.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(i * 4), fat[i]);
        }

        return new MemoryStream([.. header, .. table, .. directory, .. _streams.SelectMany(s => s.Bytes)]);
    }

    private static void Entry(byte[] directory, int number, string name, byte kind, uint start, int size)
    {
        var entry = directory.AsSpan(number * 128, 128);
        Encoding.Unicode.GetBytes(name, entry);
        entry[64] = (byte)((name.Length + 1) * 2);
        entry[66] = kind;
        entry[67] = 1;
        entry.Slice(68, 12).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteInt32LittleEndian(entry[120..], size);
    }
}
