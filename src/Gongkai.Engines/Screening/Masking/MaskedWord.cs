using System.IO.Compression;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Packages;
using Gongkai.Engines.Documents.Word;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>A masked copy of a Word document: only parts that print, and the settings they hang on, are taken over, each cleaned;
/// comments, properties, custom XML, embedded files and macros stay behind.</summary>
internal sealed class MaskedWord
{
    private static readonly HashSet<string> Kept = ["styles", "numbering", "fontTable", "theme", "header", "footer", "footnotes", "endnotes", "settings"];

    private readonly OfficePackage _source;
    private readonly MaskPlan _plan;
    private readonly MaskedPackage _package;
    private readonly MaskedDrawings _drawings;
    private readonly ReferenceNames _names;
    private readonly WordCleaner _cleaner;
    private readonly HashSet<string> _begun = new(StringComparer.OrdinalIgnoreCase);

    private MaskedWord(OfficePackage source, ZipArchive zip, string main, MaskPlan plan, ReadingContext context)
    {
        (_source, _plan) = (source, plan);
        _package = new MaskedPackage(source, zip);
        _names = new ReferenceNames(plan);
        var look = new LastLook(plan, _names);
        _drawings = new MaskedDrawings(source, _package, plan, look, new SheetNames([], plan));
        _cleaner = new WordCleaner(WordStyles.Read(source, source.RelationsOf(main).Values.FirstOrDefault(r => r.Type == "styles" && !r.IsOutside)?.Target), new WordCanvas(source), plan, look, _names, context);
    }

    public static void Write(Stream input, Stream output, MaskPlan plan, ReadingContext context)
    {
        using var source = new OfficePackage(input, context);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var main = source.MainPart("word/document.xml");
        var word = new MaskedWord(source, zip, main, plan, context);
        if (!word.WritePart(main))
        {
            throw new DocumentException(DocumentProblem.Broken, "A part of the document is missing.");
        }

        word._package.Finish(main, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
    }

    // Parts refer to one another, and a damaged package may do so in a circle.
    private bool WritePart(string path)
    {
        if (!_source.Has(path) || !_begun.Add(path))
        {
            return _source.Has(path);
        }

        var kept = new List<(string Id, Relation Relation)>();
        foreach (var (id, relation) in _source.RelationsOf(path))
        {
            if (Keep(relation) is { } copied)
            {
                kept.Add((id, copied));
            }
        }

        var ids = kept.Select(k => k.Id).ToHashSet();
        _package.Rewrite(path, part =>
        {
            if (part.Root!.Name.LocalName == "settings")
            {
                MaskedSettings.Clean(part);
            }

            _cleaner.Clean(part, ids);
        });
        _package.WriteRelations(path, kept);
        return true;
    }

    // The relation as the copy has it, or null for what stays behind.
    private Relation? Keep(Relation relation)
    {
        if (relation.IsOutside)
        {
            return relation.Type == "hyperlink" ? relation with { Target = MaskedAddress.Of(_names.InAddress(relation.Target), _plan) } : null;
        }

        var isCopied = Kept.Contains(relation.Type) ? WritePart(relation.Target) : _drawings.Write(relation);
        return isCopied ? relation : null;
    }
}
