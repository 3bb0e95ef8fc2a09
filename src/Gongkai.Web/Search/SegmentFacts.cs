using System.Collections.Concurrent;
using Gongkai.Web.Records;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Gongkai.Web.Search;

/// <summary>The facts of every text of one segment of the index, in plain arrays: counting goes over them once for every hit.</summary>
internal sealed class SegmentFacts
{
    public const string Field = "facts";

    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public required int[] Published { get; init; }

    public required int[] Until { get; init; }

    public required byte[] Audience { get; init; }

    public required byte[] Kind { get; init; }

    public required short[] Year { get; init; }

    public required ushort[] Unit { get; init; }

    /// <summary>Where the items of a text begin in <see cref="Items"/>; one more than there are texts.</summary>
    public required int[] ItemsFrom { get; init; }

    public required ushort[] Items { get; init; }

    /// <summary>Seconds, as the index keeps instants.</summary>
    public static int Seconds(DateTime at) => (int)Math.Clamp((at - Epoch).TotalSeconds, int.MinValue, int.MaxValue - 1);

    public static BytesRef Write(IndexedRecord record)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Seconds(record.PublishedAt));
        writer.Write(record.Until is { } until ? Seconds(until) : int.MaxValue);
        writer.Write((byte)record.Audience);
        writer.Write((byte)record.Kind);
        writer.Write((short)record.Year);
        writer.Write(record.UnitId.ToByteArray());
        writer.Write((byte)Math.Min(255, record.Items.Count));
        foreach (var item in record.Items.Take(255))
        {
            writer.Write(item.ToByteArray());
        }

        writer.Flush();
        return new BytesRef(bytes.ToArray());
    }

    public static SegmentFacts Read(AtomicReader reader, Ordinals units, Ordinals items)
    {
        var count = reader.MaxDoc;
        var (published, until, audience, kind, year, unit, from) = (new int[count], new int[count], new byte[count], new byte[count], new short[count], new ushort[count], new int[count + 1]);
        var all = new List<ushort>(count);
        var values = reader.GetBinaryDocValues(Field);
        var bytes = new BytesRef();
        for (var doc = 0; doc < count; doc++)
        {
            from[doc] = all.Count;
            values?.Get(doc, bytes);
            if (values is null || bytes.Length < 28)
            {
                continue;
            }

            var span = bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
            (published[doc], until[doc]) = (BitConverter.ToInt32(span), BitConverter.ToInt32(span[4..]));
            (audience[doc], kind[doc], year[doc]) = (span[8], span[9], BitConverter.ToInt16(span[10..]));
            unit[doc] = units.Of(new Guid(span.Slice(12, 16)));
            for (var i = 0; i < span[28]; i++)
            {
                all.Add(items.Of(new Guid(span.Slice(29 + (16 * i), 16))));
            }
        }

        from[count] = all.Count;
        return new SegmentFacts { Published = published, Until = until, Audience = audience, Kind = kind, Year = year, Unit = unit, ItemsFrom = from, Items = [.. all] };
    }
}

/// <summary>Small numbers for keys, the same in every segment.</summary>
internal sealed class Ordinals
{
    private readonly ConcurrentDictionary<Guid, ushort> _numbers = [];
    private readonly List<Guid> _keys = [];
    private readonly Lock _gate = new();

    public int Count => _keys.Count;

    public Guid this[int ordinal] => _keys[ordinal];

    public ushort Of(Guid key)
    {
        if (_numbers.TryGetValue(key, out var known))
        {
            return known;
        }

        lock (_gate)
        {
            if (!_numbers.TryGetValue(key, out known))
            {
                _keys.Add(key);
                _numbers[key] = known = checked((ushort)(_keys.Count - 1));
            }

            return known;
        }
    }

    public int? Find(Guid key) => _numbers.TryGetValue(key, out var known) ? known : null;
}

/// <summary>Counts the hits of one search under every choice of every facet, in one pass.</summary>
internal sealed class Counter
{
    private readonly IndexFilter _filter;
    private readonly Ordinals _units;
    private readonly Ordinals _items;
    private readonly int[] _unitCounts;
    private readonly int[] _itemCounts;
    private readonly int[] _categoryCounts = new int[64];
    private readonly int[] _yearCounts = new int[300];
    private readonly int[] _kindCounts = new int[32];
    private readonly byte[] _categoryOf;
    private readonly int _now;
    private readonly byte _reader;
    private readonly bool _isNarrowed;
    private readonly int _unit;
    private readonly int _item;

    public Counter(IndexFilter filter, Ordinals units, Ordinals items)
    {
        (_filter, _units, _items, _now) = (filter, units, items, SegmentFacts.Seconds(filter.Now));
        (_unitCounts, _itemCounts, _categoryOf) = (new int[units.Count], new int[items.Count], new byte[items.Count]);
        for (var i = 0; i < _categoryOf.Length; i++)
        {
            _categoryOf[i] = (byte)Math.Clamp(filter.Categories.GetValueOrDefault(items[i]), 0, 63);
        }

        (_reader, _isNarrowed) = ((byte)filter.Reader, filter.Unit is not null || filter.Item is not null || filter.Category is not null || filter.Year is not null || filter.Kind is not null);

        // What the index has never seen matches nothing.
        (_unit, _item) = (filter.Unit is { } u ? units.Find(u) ?? int.MaxValue : -1, filter.Item is { } i2 ? items.Find(i2) ?? int.MaxValue : -1);
    }

    public int Total { get; private set; }

    /// <summary>Counts a text, and says whether it is a hit under all that was chosen.</summary>
    public bool Take(SegmentFacts facts, int doc)
    {
        if (facts.Audience[doc] > _reader || facts.Until[doc] <= _now)
        {
            return false;
        }

        var from = facts.ItemsFrom[doc];
        var items = facts.Items.AsSpan(from, facts.ItemsFrom[doc + 1] - from);
        var categories = 0UL;
        foreach (var item in items)
        {
            categories |= 1UL << _categoryOf[item];
        }

        var missed = _isNarrowed ? Missed(facts, doc, categories, _item >= 0 && items.Contains((ushort)Math.Min(_item, ushort.MaxValue))) : Facet.None;
        if (missed == Facet.None)
        {
            CountUnit(facts, doc);
            CountYear(facts, doc);
            CountKind(facts, doc);
            CountItems(items);
            CountCategories(categories);
            Total++;
            return true;
        }

        // A choice counts what it would show: all that is chosen but for its own facet.
        switch (missed)
        {
            case Facet.Unit:
                CountUnit(facts, doc);
                break;
            case Facet.Year:
                CountYear(facts, doc);
                break;
            case Facet.Kind:
                CountKind(facts, doc);
                break;
            case Facet.Item:
                CountItems(items);
                break;
            case Facet.Category:
                CountCategories(categories);
                break;
        }

        return false;
    }

    public IndexCounts Counts()
    {
        var counts = new IndexCounts();
        Put(_unitCounts, i => counts.Units[_units[i]] = _unitCounts[i]);
        Put(_itemCounts, i => counts.Items[_items[i]] = _itemCounts[i]);
        Put(_categoryCounts, i => counts.Categories[i] = _categoryCounts[i]);
        Put(_yearCounts, i => counts.Years[i + 1900] = _yearCounts[i]);
        Put(_kindCounts, i => counts.Kinds[(RecordKind)i] = _kindCounts[i]);
        return counts;

        static void Put(int[] from, Action<int> put)
        {
            for (var i = 0; i < from.Length; i++)
            {
                if (from[i] > 0)
                {
                    put(i);
                }
            }
        }
    }

    private void CountUnit(SegmentFacts facts, int doc) => _unitCounts[facts.Unit[doc]]++;

    private void CountYear(SegmentFacts facts, int doc) => _yearCounts[Math.Clamp(facts.Year[doc] - 1900, 0, _yearCounts.Length - 1)]++;

    private void CountKind(SegmentFacts facts, int doc) => _kindCounts[facts.Kind[doc]]++;

    private void CountItems(ReadOnlySpan<ushort> items)
    {
        foreach (var item in items)
        {
            _itemCounts[item]++;
        }
    }

    private void CountCategories(ulong categories)
    {
        for (var rest = categories & ~1UL; rest != 0; rest &= rest - 1)
        {
            _categoryCounts[System.Numerics.BitOperations.TrailingZeroCount(rest)]++;
        }
    }

    // Which choice a text does not meet, if it is one.
    private Facet Missed(SegmentFacts facts, int doc, ulong categories, bool hasItem)
    {
        var missed = Facet.None;
        Miss(_unit >= 0 && facts.Unit[doc] != _unit, Facet.Unit);
        Miss(_item >= 0 && !hasItem, Facet.Item);
        Miss(_filter.Category is { } category && (categories & (1UL << category)) == 0, Facet.Category);
        Miss(_filter.Year is { } year && facts.Year[doc] != year, Facet.Year);
        Miss(_filter.Kind is { } kind && facts.Kind[doc] != (byte)kind, Facet.Kind);
        return missed;

        void Miss(bool isMissed, Facet facet) => missed = !isMissed ? missed : missed == Facet.None ? facet : Facet.Several;
    }

    private enum Facet
    {
        None,
        Several,
        Unit,
        Item,
        Category,
        Year,
        Kind,
    }
}
