namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>A map of numbers to numbers that asks the memory as little as can be: most of what is looked up here is not in it, which a small filter tells that
/// stays in the processor's cache, and a key lies beside its value.</summary>
/// <param name="filterBits">How many bits the filter has, as a power of two.</param>
internal sealed class PackedMap(int filterBits)
{
    /// <summary>The bits that a key may have.</summary>
    public const int KeyBits = 36;

    /// <summary>The bits that a value may have.</summary>
    public const int ValueBits = 64 - KeyBits;

    private const ulong Spread = 0x9E3779B97F4A7C15;
    private const int Smallest = 10;

    private readonly ulong[] _filter = new ulong[(1 << filterBits) / 64];

    // Zero is a free place, so no key may be zero.
    private ulong[] _slots = new ulong[1 << Smallest];
    private int _bits = Smallest;
    private int _count;

    /// <summary>All keys with their values.</summary>
    public IEnumerable<(ulong Key, uint Value)> All => _slots.Where(slot => slot != 0).Select(slot => (slot >> ValueBits, (uint)(slot & ((1UL << ValueBits) - 1))));

    /// <summary>Sets the value of a key, which may not be zero.</summary>
    public void Set(ulong key, uint value)
    {
        if (++_count * 2 > _slots.Length)
        {
            Grow();
        }

        var bit = unchecked(key * Spread) >> (64 - filterBits);
        _filter[bit >> 6] |= 1UL << (int)(bit & 63);
        var place = PlaceOf(key);
        _slots[place] = (key << ValueBits) | value;
    }

    /// <summary>The value of a key, when it has one.</summary>
    public bool TryGet(ulong key, out uint value)
    {
        if (MayHold(key) && _slots[PlaceOf(key)] is not 0 and var slot)
        {
            value = (uint)(slot & ((1UL << ValueBits) - 1));
            return true;
        }

        value = 0;
        return false;
    }

    private bool MayHold(ulong key)
    {
        var bit = unchecked(key * Spread) >> (64 - filterBits);
        return (_filter[bit >> 6] >> (int)(bit & 63) & 1) == 1;
    }

    // Where a key is, or where it is to go.
    private ulong PlaceOf(ulong key)
    {
        var place = unchecked(key * Spread) >> (64 - _bits);
        while (_slots[place] is not 0 and var slot && slot >> ValueBits != key)
        {
            place = (place + 1) & ((1UL << _bits) - 1);
        }

        return place;
    }

    private void Grow()
    {
        var slots = _slots;
        (_slots, _bits) = (new ulong[slots.Length * 2], _bits + 1);
        foreach (var slot in slots.Where(s => s != 0))
        {
            _slots[PlaceOf(slot >> ValueBits)] = slot;
        }
    }
}
