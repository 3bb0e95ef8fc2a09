using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Packages;
using Gongkai.Engines.Documents.Sheets;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>A masked copy of a workbook: its sheets that are seen, with their look, their pictures and charts. Only parts that are known to be
/// harmless are taken over; what is not taken over cannot leak.</summary>
internal sealed class MaskedWorkbook
{
    private readonly Workbook _workbook;
    private readonly MaskPlan _plan;
    private readonly MaskedPackage _package;
    private readonly List<WorkbookSheet> _sheets;
    private readonly SheetNames _names;
    private readonly LastLook _look;
    private readonly MaskedDrawings _drawings;
    private readonly string _main;

    private MaskedWorkbook(Workbook workbook, ZipArchive zip, MaskPlan plan)
    {
        (_workbook, _plan) = (workbook, plan);
        _package = new MaskedPackage(workbook.Package, zip);
        _sheets = [.. workbook.Sheets.Where(s => !s.IsHidden && workbook.Package.Has(s.Path))];
        _main = workbook.Package.MainPart("xl/workbook.xml");
        _names = new SheetNames(_sheets.Select(s => s.Name), plan);
        _look = new LastLook(plan, new ReferenceNames(plan));
        _drawings = new MaskedDrawings(workbook.Package, _package, plan, _look, _names);
    }

    public static void Write(Stream input, Stream output, MaskPlan plan, ReadingContext context)
    {
        using var workbook = Workbook.Open(input, context);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        new MaskedWorkbook(workbook, zip, plan).WriteAll();
    }

    private void WriteAll()
    {
        var relations = _workbook.Package.RelationsOf(_main);
        var kept = new List<(string Id, Relation Relation)>();
        var strings = new MaskedStrings(_workbook.Strings.Count);
        var formulas = new KeptFormulas(_sheets.Select(s => s.Name), _sheets.Count < _workbook.Sheets.Count, NamesAndWhetherTheyStay(), _plan.Emptied);
        foreach (var (id, relation) in relations.Where(r => !r.Value.IsOutside))
        {
            if (relation.Type == "worksheet" && _sheets.Find(s => s.Path == relation.Target) is { } sheet)
            {
                WriteSheet(sheet, strings, formulas);
                kept.Add((id, relation));
            }
            else if (relation.Type is "styles" or "theme" && _package.Rewrite(relation.Target, _look.At))
            {
                kept.Add((id, relation));
            }
        }

        if (relations.FirstOrDefault(r => r.Value is { Type: "sharedStrings", IsOutside: false }) is { Value: { } shared } entry && _workbook.Strings.Count > 0)
        {
            using var source = _workbook.Package.OpenXml(shared.Target)!;
            using var part = _package.Create(shared.Target);
            strings.Write(part, source);
            kept.Add((entry.Key, shared));
        }

        WriteBook(kept.ConvertAll(k => k.Id));
        _package.WriteRelations(_main, kept);
        _package.Finish(_main, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
    }

    private void WriteSheet(WorkbookSheet sheet, MaskedStrings strings, KeptFormulas formulas)
    {
        var kept = new List<(string Id, Relation Relation)>();
        foreach (var (id, relation) in _workbook.Package.RelationsOf(sheet.Path))
        {
            if (relation is { Type: "hyperlink", IsOutside: true })
            {
                kept.Add((id, relation with { Target = MaskedAddress.Of(relation.Target, _plan) }));
            }
            else if (!relation.IsOutside && ((relation.Type == "drawing" && _drawings.WriteSheet(relation.Target)) || (relation.Type == "table" && _package.Rewrite(relation.Target, _drawings.MaskWords))))
            {
                kept.Add((id, relation));
            }
        }

        using (var part = _package.Create(sheet.Path))
        {
            new MaskedSheet(_workbook, sheet, _plan, strings, formulas, new MaskedFormula(_names, _plan)).Write(part, kept.Select(k => k.Id).ToHashSet());
        }

        _package.WriteRelations(sheet.Path, kept);
    }

    private void WriteBook(List<string> kept)
    {
        var positions = Positions();
        _package.Rewrite(_main, book =>
        {
            book.Root!.Elements().Where(e => e.Name.LocalName is not ("workbookPr" or "sheets" or "definedNames" or "calcPr" or "bookViews")).Remove();
            foreach (var element in book.Descendants().ToList())
            {
                switch (element.Name.LocalName)
                {
                    case "sheet" when IdOf(element) is { } id && kept.Contains(id):
                        element.SetAttributeValue("name", _names.Of(element.Attribute("name")?.Value ?? ""));
                        break;
                    case "sheet":
                        element.Remove();
                        break;
                    case "definedName" when !KeepName(element, positions):
                        element.Remove();
                        break;
                    case "definedName":
                        element.Value = _names.In(element.Value);
                        element.Attributes().Where(a => a.Name.LocalName is "comment" or "description" or "help" or "statusBar" or "customMenu").Remove();
                        break;
                    case "workbookView":
                        element.Attributes().Where(a => a.Name.LocalName is "activeTab" or "firstSheet").Remove();
                        break;
                    case "workbookPr":
                        element.Attributes().Where(a => a.Name.LocalName is not "date1904").Remove();
                        break;
                }
            }

            book.Root!.Elements().Where(e => e.Name.LocalName == "definedNames" && !e.HasElements).Remove();
        });
    }

    private List<int> Positions() => [.. _workbook.Sheets.Select((s, i) => (Sheet: s, Index: i)).Where(s => _sheets.Contains(s.Sheet)).Select(s => s.Index)];

    private List<(string Name, string Text, bool IsKept)> NamesAndWhetherTheyStay()
    {
        using var xml = _workbook.Package.OpenXml(_main)!;
        var positions = Positions();
        return [.. XDocument.Load(xml).Descendants().Where(e => e.Name.LocalName == "definedName").Select(e => (e.Attribute("name")?.Value ?? "", e.Value, KeepName(e, positions)))];
    }

    private static string? IdOf(XElement sheet) => sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.EndsWith("/relationships", StringComparison.Ordinal))?.Value;

    // Print ranges and the like, of sheets that stay. The number of the sheet they belong to counts the sheets that are left.
    private bool KeepName(XElement name, List<int> positions)
    {
        if (name.Attribute("localSheetId")?.Value is { } local)
        {
            var position = int.TryParse(local, NumberStyles.None, CultureInfo.InvariantCulture, out var old) ? positions.IndexOf(old) : -1;
            if (position < 0)
            {
                return false;
            }

            name.SetAttributeValue("localSheetId", position);
        }

        var isProgram = name.Attribute("name")?.Value.StartsWith("_xlnm.", StringComparison.Ordinal) == true;
        var isHidden = name.Attribute("hidden")?.Value is "1" or "true";
        var own = _names.In(name.Value);
        return (!isHidden || isProgram) && !own.Contains('[', StringComparison.Ordinal) && _plan.ByWords(own) == own
            && name.Attributes().Where(a => a.Name.LocalName == "name").All(a => _plan.ByWords(a.Value) == a.Value)
            && !_workbook.Sheets.Any(s => !_sheets.Contains(s) && name.Value.Contains(s.Name, StringComparison.Ordinal));
    }
}
