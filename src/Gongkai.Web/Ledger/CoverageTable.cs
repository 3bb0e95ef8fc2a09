using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Web.Platform.Words;
using MiniExcelLibs;

namespace Gongkai.Web.Ledger;

/// <summary>The 清单事项公开情况表: every item with its category, owners, address and state, as XLSX and as DOCX.</summary>
public sealed class CoverageTable(PageWords words)
{
    // Each column with its share of a landscape A4 page, in twentieths of a point.
    private static readonly (string Head, int Width)[] Columns =
        [("ledger.no", 750), ("ledger.category", 1900), ("ledger.item", 4050), ("ledger.owner", 1800), ("ledger.count", 900), ("ledger.last", 2000), ("ledger.state", 1100), ("ledger.address", 2070)];

    /// <summary>Writes the table as a workbook.</summary>
    public async Task WriteXlsxAsync(LedgerPage page, string site, Stream to, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        var heads = Columns.Select(c => words[c.Head].Value).ToList();
        var rows = Rows(page, site).Select(row => heads.Zip(row).ToDictionary(cell => cell.First, object (cell) => int.TryParse(cell.Second, out var n) ? n : cell.Second));
        await MiniExcel.SaveAsAsync(to, rows, sheetName: words["ledger.sheet"].Value, cancellationToken: cancel);
    }

    /// <summary>Writes the table as a Word document: landscape A4, its head row repeated on every page.</summary>
    public void WriteDocx(LedgerPage page, string school, string site, Stream to)
    {
        ArgumentNullException.ThrowIfNull(page);
        using var file = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document);
        var main = file.AddMainDocumentPart();
        var table = new Table(new TableProperties(
            new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{Columns.Sum(c => c.Width)}" },
            new TableBorders(
                Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
            new TableLayout { Type = TableLayoutValues.Fixed }));
        table.Append(new TableGrid(Columns.Select(c => new GridColumn { Width = $"{c.Width}" })));
        table.Append(Row([.. Columns.Select(c => words[c.Head].Value)], isHead: true));
        foreach (var row in Rows(page, site))
        {
            table.Append(Row(row, isHead: false));
        }

        var title = string.Join(PageWords.IsEnglish ? " " : "", school, page.Year.Print(PageWords.Language), words["ledger.table"].Value);
        main.Document = new Document(new Body(
            new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Center }), Run(title, 36, isBold: true)),
            table,
            new SectionProperties(
                new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape },
                new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 })));
    }

    private IEnumerable<string[]> Rows(LedgerPage page, string site) => page.Edition.Categories.SelectMany(category => category.Items.Select(item =>
    {
        var state = page.States.First(s => s.Item.Id == item.Id);
        return new[]
        {
            $"{item.Number}",
            $"{category.Number} {category.TitleIn(PageWords.IsEnglish)}",
            item.TitleIn(PageWords.IsEnglish),
            string.Join('、', item.Owners.OrderBy(o => o.Order).Select(o => o.Unit!.NameIn(PageWords.IsEnglish))),
            $"{state.CountInYear}",
            state.LastOn is { } last ? words.Day(last) : "",
            words.Of(state.Coverage),
            $"{site}/catalogue/{item.Number}",
        };
    }));

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    // No row breaks over two pages; the head row stands on each.
    private static TableRow Row(string[] texts, bool isHead) => new(
        new OpenXmlElement[] { isHead ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()) }
            .Concat(texts.Zip(Columns, (text, column) => Cell(text, column.Width, isHead))));

    private static TableCell Cell(string text, int width, bool isHead) =>
        new(new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }), new Paragraph(Run(text, 20, isHead)));

    private static Run Run(string text, int halfPoints, bool isBold)
    {
        var properties = new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = isBold ? "黑体" : "仿宋" });
        if (isBold)
        {
            properties.Append(new Bold());
        }

        properties.Append(new FontSize { Val = $"{halfPoints}" });
        return new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }
}
