using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>A file's pieces as lines, without names of files and sheets.</summary>
internal static class Layers
{
    public static string Print(MemoryStream file, string name) => string.Join('\n', Read(file, name).Pieces.Where(p => p.Where.Layer != Layer.Name).Select(p => $"{p.Where.Layer} {p.Where}: {p.Text}"));

    public static string[] Codes(MemoryStream file, string name)
    {
        var reading = Read(file, name);
        _ = reading.Pieces.Count();
        return [.. reading.Findings.Select(f => f.Code)];
    }

    private static DocumentReading Read(MemoryStream file, string name) => new DocumentReader().Read(file, name, TestContext.Current.CancellationToken);
}
