using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Packages;
using Gongkai.Engines.Documents.Word;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>A masked copy of a Word document: only parts that print are taken over, each cleaned; comments, properties, custom XML,
/// embedded files and macros stay behind.</summary>
internal sealed class MaskedWord(OfficePackage package, MaskPlan plan, ReadingContext context)
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const long LargestPart = 96L << 20;

    private static readonly Dictionary<string, string> Kept = new()
    {
        ["styles"] = "styles",
        ["numbering"] = "numbering",
        ["fontTable"] = "fontTable",
        ["theme"] = "theme",
        ["header"] = "header",
        ["footer"] = "footer",
        ["footnotes"] = "footnotes",
        ["endnotes"] = "endnotes",
    };

    private readonly StringBuilder _types = new();
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    public static void Write(Stream input, Stream output, MaskPlan plan, ReadingContext context)
    {
        using var package = new OfficePackage(input, context);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        new MaskedWord(package, plan, context).WriteAll(zip);
    }

    private void WriteAll(ZipArchive zip)
    {
        var main = package.MainPart("word/document.xml");
        var styles = WordStyles.Read(package, package.RelationsOf(main).Values.FirstOrDefault(r => r.Type == "styles" && !r.IsOutside)?.Target);
        WritePart(zip, main, "document.main", new WordCleaner(styles, plan, context));
        Put(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="{main}"/></Relationships>""");
        Put(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/><Default Extension="bmp" ContentType="image/bmp"/><Default Extension="tiff" ContentType="image/tiff"/><Default Extension="emf" ContentType="image/x-emf"/><Default Extension="wmf" ContentType="image/x-wmf"/>{_types}</Types>""");
    }

    private void WritePart(ZipArchive zip, string path, string type, WordCleaner cleaner)
    {
        if (!_written.Add(path))
        {
            return;
        }

        using var source = package.Load(path, LargestPart) ?? throw new DocumentException(DocumentProblem.Broken, "A part of the document is missing.");
        using var xml = PartXml.Open(source);
        var part = XDocument.Load(xml, LoadOptions.PreserveWhitespace);
        var kept = new StringBuilder();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, relation) in package.RelationsOf(path))
        {
            if (Keep(zip, relation, cleaner) is { } target)
            {
                ids.Add(id);
                kept.Append(CultureInfo.InvariantCulture, $"""<Relationship Id="{Escape(id)}" Type="{Office}/{relation.Type}" Target="{Escape(target)}"{(relation.IsOutside ? " TargetMode=\"External\"" : "")}/>""");
            }
        }

        cleaner.Clean(part, ids);
        using (var entry = zip.CreateEntry(path).Open())
        {
            part.Save(entry, SaveOptions.DisableFormatting);
        }

        _types.Append(CultureInfo.InvariantCulture, $"""<Override PartName="/{Escape(path)}" ContentType="{(type == "theme" ? "application/vnd.openxmlformats-officedocument.theme+xml" : $"application/vnd.openxmlformats-officedocument.wordprocessingml.{type}+xml")}"/>""");
        if (kept.Length > 0)
        {
            var slash = path.LastIndexOf('/');
            Put(zip, $"{path[..(slash + 1)]}_rels/{path[(slash + 1)..]}.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{kept}</Relationships>""");
        }
    }

    // The target to write, or null for what stays behind.
    private string? Keep(ZipArchive zip, Relation relation, WordCleaner cleaner)
    {
        if (relation.IsOutside)
        {
            return relation.Type == "hyperlink" ? plan.ByWords(relation.Target) : null;
        }

        if (Kept.TryGetValue(relation.Type, out var type) && package.Has(relation.Target))
        {
            WritePart(zip, relation.Target, type, cleaner);
            return "/" + relation.Target;
        }

        if (relation.Type != "image" || Path.GetExtension(relation.Target).ToUpperInvariant() is not (".PNG" or ".JPG" or ".JPEG" or ".GIF" or ".BMP" or ".TIFF" or ".EMF" or ".WMF"))
        {
            return null;
        }

        if (_written.Add(relation.Target))
        {
            using var picture = package.Load(relation.Target, context.Limits.InMemoryBytes);
            if (picture is null)
            {
                return null;
            }

            using var entry = zip.CreateEntry(relation.Target).Open();
            entry.Write(PictureCleaner.Clean(picture.ToArray()));
        }

        return "/" + relation.Target;
    }

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    private static void Put(ZipArchive zip, string path, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(text);
    }
}
