using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>One sheet of a workbook.</summary>
internal sealed record WorkbookSheet(string Name, string Path, bool IsHidden);

/// <summary>A workbook opened: its sheets, names, formats and shared strings.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly List<WorkbookSheet> _sheets = [];
    private readonly List<(string Name, string Text, bool IsHidden)> _names = [];

    private Workbook(OfficePackage package)
    {
        Package = package;
        var path = package.MainPart("xl/workbook.xml");
        if (path.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) || package.Has("xl/workbook.bin"))
        {
            throw new DocumentException(DocumentProblem.Unsupported, "Binary workbooks (xlsb) cannot be read here.");
        }

        var relations = package.RelationsOf(path);
        using var xml = package.OpenXml(path) ?? throw new DocumentException(DocumentProblem.Broken, "The file has no workbook part.");
        while (xml.Read())
        {
            if (xml.Starts("workbookPr"))
            {
                CountsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.Starts("sheet"))
            {
                AddSheet(xml, relations);
            }
            else if (xml.Starts("definedName"))
            {
                AddName(xml);
            }
        }

        string? Related(string type) => relations.Values.FirstOrDefault(r => r.Type == type && !r.IsOutside)?.Target;
        Styles = SheetStyles.Read(package, Related("styles"));
        Strings = SharedStrings.Read(package, Related("sharedStrings"));
    }

    public OfficePackage Package { get; }

    public IReadOnlyList<WorkbookSheet> Sheets => _sheets;

    /// <summary>Defined names with what they stand for.</summary>
    public IReadOnlyList<(string Name, string Text, bool IsHidden)> Names => _names;

    public SheetStyles Styles { get; }

    public SharedStrings Strings { get; }

    public bool CountsFrom1904 { get; }

    public static Workbook Open(Stream stream, ReadingContext context)
    {
        var package = new OfficePackage(stream, context);
        try
        {
            return new Workbook(package);
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Strings.Dispose();
        Package.Dispose();
    }

    private void AddSheet(XmlReader xml, IReadOnlyDictionary<string, Relation> relations)
    {
        var id = "";
        if (xml.MoveToFirstAttribute())
        {
            do
            {
                id = xml.LocalName == "id" ? xml.Value : id;
            }
            while (xml.MoveToNextAttribute());
            xml.MoveToElement();
        }

        // A sheet without its part is kept, so that its reader is told that it is missing.
        var path = relations.TryGetValue(id, out var relation) && !relation.IsOutside ? relation.Target : "";
        _sheets.Add(new WorkbookSheet(xml.GetAttribute("name") ?? "", path, xml.GetAttribute("state") is "hidden" or "veryHidden"));
    }

    private void AddName(XmlReader xml)
    {
        var name = xml.GetAttribute("name") ?? "";
        var isHidden = xml.GetAttribute("hidden") is "1" or "true";
        var text = xml.Text();

        // Filters and print ranges are names that the program itself makes.
        if (!name.Contains("_FilterDatabase", StringComparison.Ordinal) && !name.StartsWith("_xlnm.", StringComparison.Ordinal))
        {
            _names.Add((name, text, isHidden));
        }
    }
}
