using System.Collections;
using System.Text;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>The texts that cells of a workbook refer to by number. The first ones stay in memory; what goes beyond lies in a temporary
/// file, so that a workbook of any size costs the same memory.</summary>
internal sealed class SharedStrings : IDisposable
{
    private const int CharactersInMemory = 8 << 20;
    private const int StringsInMemory = 200_000;

    private readonly List<string> _first = [];
    private readonly List<(long At, int Length)> _later = [];
    private readonly Dictionary<int, string> _recent = [];
    private readonly Dictionary<int, IReadOnlyList<(int At, int Length)>> _unseen = [];
    private BitArray _used = new(0);
    private FileStream? _file;
    private long _written;

    public static SharedStrings Read(OfficePackage package, string? path)
    {
        var strings = new SharedStrings();
        using var xml = path is null ? null : package.OpenXml(path);
        var characters = 0L;
        while (xml is not null && xml.Read())
        {
            if (xml.Starts("si"))
            {
                var (text, unseen) = CellText.Read(xml, package.Context);
                characters += text.Length;
                if (unseen is not null && strings._unseen.Count < StringsInMemory)
                {
                    strings._unseen[strings.Count] = unseen;
                }

                if (characters <= CharactersInMemory && strings._first.Count < StringsInMemory)
                {
                    strings._first.Add(text);
                }
                else
                {
                    strings.Spill(text);
                }
            }
        }

        strings._file?.Flush();
        strings._used = new BitArray(strings.Count);
        return strings;
    }

    public int Count => _first.Count + _later.Count;

    public string this[int index]
    {
        get
        {
            if (index < 0 || index >= _first.Count + _later.Count)
            {
                throw new DocumentException(DocumentProblem.Broken, "A cell refers to a text that the file does not hold.");
            }

            return index < _first.Count ? _first[index] : Fetch(index - _first.Count);
        }
    }

    /// <summary>The text of a cell that refers to a string; the string counts as used from then on.</summary>
    public CellText Use(int index)
    {
        if (index >= 0 && index < _used.Length)
        {
            _used[index] = true;
        }

        return new CellText(this[index], _unseen.GetValueOrDefault(index));
    }

    /// <summary>The strings that no cell has used, for whoever has gone through all sheets: what was deleted and is still in the file.</summary>
    public IEnumerable<string> Unused()
    {
        for (var i = 0; i < _used.Length; i++)
        {
            if (!_used[i] && this[i] is var text && !string.IsNullOrWhiteSpace(text))
            {
                yield return text;
            }
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Spill(string text)
    {
        _file ??= new FileStream(
            Path.Combine(Path.GetTempPath(), $"gongkai-strings-{Path.GetRandomFileName()}"),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose, BufferSize = 1 << 16 });
        var bytes = Encoding.UTF8.GetBytes(text);
        _file.Write(bytes);
        _later.Add((_written, bytes.Length));
        _written += bytes.Length;
    }

    private string Fetch(int index)
    {
        if (_recent.TryGetValue(index, out var known))
        {
            return known;
        }

        var (at, length) = _later[index];
        var bytes = new byte[length];
        _file!.Position = at;
        _file.ReadExactly(bytes);
        if (_recent.Count > 4096)
        {
            _recent.Clear();
        }

        return _recent[index] = Encoding.UTF8.GetString(bytes);
    }
}
