using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>Gives a workbook as pieces: the cells sheet by sheet, then what lies behind them.</summary>
internal static class WorkbookPieces
{
    public static IEnumerable<Piece> Read(Stream stream, string name, string inside, ReadingContext context)
    {
        using var workbook = Workbook.Open(stream, context);
        var number = 0;
        var hasCells = false;
        foreach (var sheet in workbook.Sheets)
        {
            number++;
            yield return new Piece(new Place(Layer.Name, $"Sheet {sheet.Name}", inside), sheet.Name);
            if (!workbook.Package.Has(sheet.Path))
            {
                context.Report("file.unreadable", Severity.Error, new Place(Layer.Body, $"Sheet {sheet.Name}", inside), ("problem", nameof(DocumentProblem.Broken)));
                continue;
            }

            var relations = workbook.Package.RelationsOf(sheet.Path).Values.ToList();
            var reader = new SheetReader(workbook, sheet);
            var prefix = $"Sheet {sheet.Name}!";
            var isEmpty = true;
            foreach (var cell in reader.Cells())
            {
                hasCells = true;
                isEmpty = false;
                var locator = prefix + CellReference.Write(cell.Row, cell.Column) + (cell.IsRuns ? " runs" : "");
                yield return new Piece(new Place(cell.Layer, locator, inside), cell.Text, cell.Row, cell.Column, number);
            }

            if (isEmpty && sheet.IsHidden && relations.Any(r => r.Type == "drawing"))
            {
                // A chart sheet has no cells, and yet it shows something.
                yield return new Piece(new Place(Layer.HiddenSheet, $"Sheet {sheet.Name}", inside), sheet.Name);
            }

            foreach (var (kind, text) in reader.Headers.Where(h => h.Text.Length > 0))
            {
                yield return new Piece(new Place(kind == "header" ? Layer.Header : Layer.Footer, $"Sheet {sheet.Name} {kind}", inside), text);
            }

            foreach (var (locator, text) in reader.Asides)
            {
                yield return new Piece(new Place(Layer.Property, $"Sheet {sheet.Name}{locator}", inside), text);
            }

            if (reader.Scenarios.Count > 0)
            {
                yield return new Piece(new Place(Layer.Cache, $"Sheet {sheet.Name} scenario", inside), string.Join('\n', reader.Scenarios));
            }

            foreach (var target in relations.Where(r => r.Type == "hyperlink" && r.IsOutside && PersonalLinks.Tells(r.Target)).Select(r => r.Target).Distinct())
            {
                yield return new Piece(new Place(Layer.Property, $"Sheet {sheet.Name} link", inside), target);
            }

            foreach (var piece in SheetComments.Read(workbook, sheet, inside))
            {
                yield return piece;
            }
        }

        foreach (var piece in Names(workbook, inside).Concat(Unused(workbook, inside)).Concat(Caches(workbook.Package, inside)).Concat(WorkbookRevisions.Read(workbook.Package, inside)).Concat(Drawings(workbook.Package, inside)).Concat(OfficeLayers.Read(workbook.Package, name, inside)))
        {
            yield return piece;
        }

        if (!hasCells && workbook.Package.Paths.Any(p => p.StartsWith("xl/media/", StringComparison.OrdinalIgnoreCase)))
        {
            context.Report("file.no-text", Severity.Warning, new Place(Layer.Body, "", inside));
        }
    }

    // Behind a shape lie cells whose fills are not looked at: white words without a fill of their own may be seen.
    private static IEnumerable<Piece> Drawings(OfficePackage package, string inside) =>
        package.Under("xl/drawings/drawing").Where(p => p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).ToList()
            .SelectMany(p => SlidePieces.Shapes(package, p, new SlideBackdrop(IsWhite: false, 0, 0), inside));

    private static IEnumerable<Piece> Names(Workbook workbook, string inside)
    {
        foreach (var (name, text, isHidden) in workbook.Names)
        {
            var isOutside = text.Contains('[', StringComparison.Ordinal) && text.Contains(']', StringComparison.Ordinal);
            yield return new Piece(new Place(isHidden || isOutside ? Layer.DefinedName : Layer.Property, $"name {name}", inside), text);
        }
    }

    // The texts of deleted cells that the program which wrote the file has left in it.
    private static IEnumerable<Piece> Unused(Workbook workbook, string inside)
    {
        var number = 0;
        foreach (var text in workbook.Strings.Unused())
        {
            yield return new Piece(new Place(Layer.Cache, string.Create(CultureInfo.InvariantCulture, $"unused text {++number}"), inside), text);
        }
    }

    private static IEnumerable<Piece> Caches(OfficePackage package, string inside)
    {
        foreach (var (folder, what) in new[] { ("xl/pivotCache/", "pivot cache"), ("xl/externalLinks/", "external cache"), ("xl/connections", "connection"), ("xl/queryTables/", "query") })
        {
            var number = 0;
            foreach (var path in package.Under(folder).Where(p => p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
            {
                number++;
                foreach (var text in PartTexts.Read(package, path, TakeCached))
                {
                    yield return new Piece(new Place(Layer.Cache, string.Create(CultureInfo.InvariantCulture, $"{what} {number}"), inside), text);
                }
            }
        }
    }

    // One line for each record.
    private static void TakeCached(XmlReader xml, StringBuilder text)
    {
        if (xml.NodeType == XmlNodeType.Element)
        {
            var value = xml.LocalName switch
            {
                "s" or "n" or "d" or "e" => xml.GetAttribute("v"),
                "connection" => xml.GetAttribute("description"),
                "dbPr" => $"{xml.GetAttribute("connection")}\t{xml.GetAttribute("command")}",
                "webPr" => xml.GetAttribute("url"),
                "textPr" => xml.GetAttribute("sourceFile"),
                "parameter" => xml.GetAttribute("string"),
                "v" => xml.Text(),
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(value))
            {
                text.Append(CellNumber.Write(value, CellFormat.General, false)).Append('\t');
            }
        }
        else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "r" or "row" or "cacheField" && text.Length > 0)
        {
            text.Append('\n');
        }
    }
}
