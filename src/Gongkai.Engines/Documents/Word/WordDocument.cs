using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>A Word document opened: its package, styles and numbering, and walks through its parts.</summary>
internal sealed class WordDocument : IDisposable
{
    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;
    private readonly WordCanvas _canvas;

    private WordDocument(OfficePackage package)
    {
        Package = package;
        _canvas = new WordCanvas(package);
        MainPath = package.MainPart("word/document.xml");
        if (!package.Has(MainPath))
        {
            throw new DocumentException(DocumentProblem.Broken, "The file has no document part.");
        }

        Relations = package.RelationsOf(MainPath);
        _styles = WordStyles.Read(package, PathOf("styles"));
        _numbering = WordNumbering.Read(package, PathOf("numbering"));
    }

    public OfficePackage Package { get; }

    public string MainPath { get; }

    public IReadOnlyDictionary<string, Relation> Relations { get; }

    public static WordDocument Open(Stream stream, ReadingContext context)
    {
        var package = new OfficePackage(stream, context);
        try
        {
            return new WordDocument(package);
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    public IEnumerable<WordEvent> Body() => Part(MainPath);

    /// <summary>Walks through a part; nothing when the package lacks it.</summary>
    public IEnumerable<WordEvent> Part(string? path)
    {
        using var xml = path is null ? null : Package.OpenXml(path);
        if (xml is null)
        {
            yield break;
        }

        var relations = path == MainPath ? Relations : Package.RelationsOf(path!);
        foreach (var step in new WordBodyReader(_styles, _numbering, relations, _canvas, Package.Context).Read(xml))
        {
            yield return step;
        }
    }

    /// <summary>The path of the first part the document is related to by this type.</summary>
    public string? PathOf(string type) => PathsOf(type).FirstOrDefault();

    public IEnumerable<string> PathsOf(string type) =>
        Relations.Values.Where(r => !r.IsOutside && r.Type == type && Package.Has(r.Target)).Select(r => r.Target).Distinct();

    public void Dispose() => Package.Dispose();
}
