using System.Buffers.Binary;

namespace Gongkai.Engines.Documents.Legacy;

/// <summary>Which entries of a compound file's directory lie at its root and not in a storage: each entry points to a smaller and a larger
/// one beside it, and the root to one of those in it (MS-CFB 2.6).</summary>
internal sealed class CompoundTree
{
    private readonly Dictionary<int, (uint Left, uint Right)> _beside = [];
    private uint _first = uint.MaxValue;

    /// <param name="number">The entry's number in the directory.</param>
    /// <param name="isRoot">Whether it is the root.</param>
    /// <param name="pointers">Its pointers: the smaller entry, the larger one, the one within.</param>
    public void Add(int number, bool isRoot, ReadOnlySpan<byte> pointers)
    {
        _beside[number] = (BinaryPrimitives.ReadUInt32LittleEndian(pointers), BinaryPrimitives.ReadUInt32LittleEndian(pointers[4..]));
        if (isRoot && _first == uint.MaxValue)
        {
            _first = BinaryPrimitives.ReadUInt32LittleEndian(pointers[8..]);
        }
    }

    /// <summary>Numbers of the entries at the root; a circle among them ends.</summary>
    public HashSet<int> AtRoot()
    {
        var found = new HashSet<int>();
        var open = new Stack<uint>([_first]);
        while (open.TryPop(out var next))
        {
            if (next <= int.MaxValue && _beside.TryGetValue((int)next, out var beside) && found.Add((int)next))
            {
                open.Push(beside.Left);
                open.Push(beside.Right);
            }
        }

        return found;
    }
}
