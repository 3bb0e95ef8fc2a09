using System.IO.Compression;
using System.Text;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>A masked copy, opened again.</summary>
internal sealed class MaskedFile
{
    private readonly string _name;

    private MaskedFile(string name, MaskedCopy copy, byte[] bytes) => (_name, Copy, Bytes) = (name, copy, bytes);

    public MaskedCopy Copy { get; }

    public byte[] Bytes { get; }

    public string Text => Encoding.UTF8.GetString(Bytes);

    public static MaskedFile Of(string text, string name, ScreeningProfile? profile = null) => Of(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, profile);

    public static MaskedFile Of(Stream file, string name, ScreeningProfile? profile = null)
    {
        using var output = new MemoryStream();
        var copy = new Masker(profile).Mask(file, name, output, TestContext.Current.CancellationToken);
        return new MaskedFile(name, copy, output.ToArray());
    }

    /// <summary>What a reader of the copy sees and what lies behind it, piece by piece.</summary>
    public string[] Pieces() =>
        [.. new DocumentReader().Read(new MemoryStream(Bytes), _name, TestContext.Current.CancellationToken).Pieces.Where(p => p.Where.Locator != "file name").Select(p => $"{p.Where}: {p.Text}")];

    public string[] Paths()
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes));
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    public byte[] PartBytes(string path)
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes));
        using var part = zip.GetEntry(path)!.Open();
        using var memory = new MemoryStream();
        part.CopyTo(memory);
        return memory.ToArray();
    }

    public string Part(string path) => Encoding.UTF8.GetString(PartBytes(path)).TrimStart('\uFEFF');

    /// <summary>All parts of a package, one behind another.</summary>
    public string Everything() => string.Concat(Paths().Select(Part));
}
