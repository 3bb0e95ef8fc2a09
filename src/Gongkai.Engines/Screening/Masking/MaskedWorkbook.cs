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
    private readonly string _main;

    private MaskedWorkbook(Workbook workbook, ZipArchive zip, MaskPlan plan)
    {
        (_workbook, _plan) = (workbook, plan);
        _package = new MaskedPackage(workbook.Package, zip);
        _sheets = [.. workbook.Sheets.Where(s => !s.IsHidden && workbook.Package.Has(s.Path))];
        _main = workbook.Package.MainPart("xl/workbook.xml");
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

        // A formula over cells that are gone would come out otherwise the next time it is worked out.
        var keepsFormulas = !_plan.IsAnythingPersonal && !_plan.IsAnythingHidden;
        foreach (var (id, relation) in relations.Where(r => !r.Value.IsOutside))
        {
            if (relation.Type == "worksheet" && _sheets.Find(s => s.Path == relation.Target) is { } sheet)
            {
                WriteSheet(sheet, strings, keepsFormulas);
                kept.Add((id, relation));
            }
            else if (relation.Type is "styles" or "theme" && _package.Copy(relation.Target))
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

    private void WriteSheet(WorkbookSheet sheet, MaskedStrings strings, bool keepsFormulas)
    {
        var kept = new List<(string Id, Relation Relation)>();
        foreach (var (id, relation) in _workbook.Package.RelationsOf(sheet.Path))
        {
            if (relation is { Type: "hyperlink", IsOutside: true })
            {
                kept.Add((id, relation with { Target = _plan.ByWords(relation.Target) }));
            }
            else if (!relation.IsOutside && ((relation.Type == "drawing" && WriteDrawing(relation.Target)) || (relation.Type == "table" && _package.Rewrite(relation.Target, MaskWords))))
            {
                kept.Add((id, relation));
            }
        }

        using (var part = _package.Create(sheet.Path))
        {
            new MaskedSheet(_workbook, sheet, _plan, strings, keepsFormulas).Write(part, kept.Select(k => k.Id).ToHashSet());
        }

        _package.WriteRelations(sheet.Path, kept);
    }

    // Pictures without their metadata, charts without the workbook behind them.
    private bool WriteDrawing(string path)
    {
        var kept = new List<(string Id, Relation Relation)>();
        foreach (var (id, relation) in _workbook.Package.RelationsOf(path).Where(r => !r.Value.IsOutside))
        {
            if ((relation.Type == "image" && _package.CopyPicture(relation.Target)) || (relation.Type == "chart" && _package.Rewrite(relation.Target, MaskWords)))
            {
                kept.Add((id, relation));
            }
        }

        var ids = kept.Select(k => k.Id).ToHashSet();
        var isWritten = _package.Rewrite(path, part =>
        {
            part.Root!.Elements().Where(e => MaskedPackage.RefersElsewhere(e, ids)).Remove();
            MaskedShapes.Clean(part);
            MaskWords(part);
        });
        _package.WriteRelations(path, kept);
        return isWritten;
    }

    private void MaskWords(XDocument part)
    {
        part.Descendants().Where(e => e.Name.LocalName is "externalData" or "extLst" or "userShapes").Remove();
        foreach (var element in part.Descendants().Where(e => !e.HasElements && e.Value.Length > 0))
        {
            element.Value = _plan.ByWords(element.Value);
        }

        foreach (var attribute in part.Descendants().Attributes().Where(a => a.Name.LocalName is "descr" or "title" or "name" && a.Value.Length >= 6))
        {
            attribute.Value = _plan.ByWords(attribute.Value);
        }
    }

    private void WriteBook(List<string> kept)
    {
        var positions = _workbook.Sheets.Select((s, i) => (Sheet: s, Index: i)).Where(s => _sheets.Contains(s.Sheet)).Select(s => s.Index).ToList();
        _package.Rewrite(_main, book =>
        {
            book.Root!.Elements().Where(e => e.Name.LocalName is not ("workbookPr" or "sheets" or "definedNames" or "calcPr" or "bookViews")).Remove();
            foreach (var element in book.Descendants().ToList())
            {
                switch (element.Name.LocalName)
                {
                    case "sheet" when IdOf(element) is { } id && kept.Contains(id):
                        element.SetAttributeValue("name", _plan.ByWords(element.Attribute("name")?.Value ?? ""));
                        break;
                    case "sheet":
                        element.Remove();
                        break;
                    case "definedName" when !KeepName(element, positions):
                        element.Remove();
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
        return (!isHidden || isProgram) && !name.Value.Contains('[', StringComparison.Ordinal) && _plan.ByWords(name.Value) == name.Value
            && !_workbook.Sheets.Any(s => !_sheets.Contains(s) && name.Value.Contains(s.Name, StringComparison.Ordinal));
    }
}
