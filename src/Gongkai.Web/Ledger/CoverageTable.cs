using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Web.Platform.Words;
using MiniExcelLibs;

namespace Gongkai.Web.Ledger;

/// <summary>The 清单事项公开情况表: every item with its category, owners, address and state, as XLSX and as DOCX.</summary>
public sealed class CoverageTable(PageWords words)
{
    private static readonly string[] Heads = ["ledger.no", "ledger.category", "ledger.item", "ledger.owner", "ledger.count", "ledger.last", "ledger.state", "ledger.address"];

    /// <summary>Writes the table as a workbook.</summary>
    public async Task WriteXlsxAsync(LedgerPage page, string site, Stream to, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        var heads = Heads.Select(h => words[h].Value).ToList();
        var rows = Rows(page, site).Select(row => heads.Zip(row).ToDictionary(cell => cell.First, object (cell) => int.TryParse(cell.Second, out var n) ? n : cell.Second));
        await MiniExcel.SaveAsAsync(to, rows, sheetName: words["ledger.table"].Value, cancellationToken: cancel);
    }

    /// <summary>Writes the table as a Word document: landscape A4, its head row repeated on every page.</summary>
    public void WriteDocx(LedgerPage page, string school, string site, Stream to)
    {
        ArgumentNullException.ThrowIfNull(page);
        using var file = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document);
        var main = file.AddMainDocumentPart();
        var table = new Table(new TableProperties(
            new TableBorders(
                Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>())));
        table.Append(new TableGrid(Heads.Select(_ => new GridColumn())));
        table.Append(new TableRow(new OpenXmlElement[] { new TableRowProperties(new TableHeader()) }.Concat(Heads.Select(h => Cell(words[h].Value, isHead: true)))));
        foreach (var row in Rows(page, site))
        {
            table.Append(new TableRow(row.Select(text => Cell(text, isHead: false))));
        }

        var title = string.Join(' ', school, page.Year.Print(PageWords.Language), words["ledger.table"].Value);
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

    private static TableCell Cell(string text, bool isHead) => new(new Paragraph(Run(text, 20, isHead)));

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
