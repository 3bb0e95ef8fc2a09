using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Engines.Documents;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;

namespace Gongkai.Web.Platform.Paper;

/// <summary>Lays out official papers by GB/T 9704-2012: A4, type area 156 by 225 mm, 22 lines of size 3, 28 characters a line, page numbers — 1 —.</summary>
internal static class OfficialPaper
{
    /// <summary>The content type of a Word file.</summary>
    public const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The font of text.</summary>
    public const string Body = "仿宋";

    /// <summary>Of titles.</summary>
    public const string Head = "方正小标宋简体";

    /// <summary>Of the first level.</summary>
    public const string First = "黑体";

    /// <summary>Of the second level.</summary>
    public const string Second = "楷体";

    // Twentieths of a point: 28.95 pt gives 22 lines in 225 mm.
    private const string Line = "579";

    private const int TypeArea = 8844;

    /// <summary>A table over the width of the type area; its head row stands on every page and no row breaks over two.</summary>
    public static Table Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<int> shares)
    {
        var widths = shares.Select(s => $"{TypeArea * s / shares.Sum()}").ToList();
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{TypeArea}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(w => new GridColumn { Width = w })));
        table.Append(Row(heads, First, new TableRowProperties(new CantSplit(), new TableHeader())));
        table.Append(rows.Select(row => Row(row, Body, new TableRowProperties(new CantSplit()))));
        return table;

        TableRow Row(IReadOnlyList<string> cells, string font, TableRowProperties properties) => new(new OpenXmlElement[] { properties }.Concat(cells.Zip(widths, (text, width) => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            new Paragraph(new ParagraphProperties(new SnapToGrid { Val = false }, new SpacingBetweenLines { Line = "300", LineRule = LineSpacingRuleValues.Exact }), Run(text, 21, font))))));
    }

    /// <summary>Whether PDF can be made on this machine.</summary>
    public static bool MakesPdf { get; } = LegacyConverter.Find() is not null;

    /// <summary>A Word file as PDF; null when LibreOffice is not there.</summary>
    /// <exception cref="DocumentException">LibreOffice failed.</exception>
    public static byte[]? Pdf(byte[] docx, CancellationToken cancel = default)
    {
        if (LegacyConverter.Find() is not { } converter)
        {
            return null;
        }

        using var word = new MemoryStream(docx);
        using var pdf = converter.Convert(word, "docx", "pdf", cancel);
        return pdf.ToArray();
    }

    /// <summary>A document of these elements, with page numbers below.</summary>
    public static byte[] Make(IEnumerable<OpenXmlElement> content) => Make(_ => content);

    /// <summary>The same of elements that need parts of the document, like charts.</summary>
    public static byte[] Make(Func<MainDocumentPart, IEnumerable<OpenXmlElement>> content)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                Run("— ", 28, "宋体"), new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(" PAGE ")), new Run(new FieldChar { FieldCharType = FieldCharValues.End }), Run(" —", 28, "宋体")));
            main.Document = new Document(new DocumentFormat.OpenXml.Wordprocessing.Body(
            [
                .. content(main),
                new SectionProperties(
                    new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                    new PageSize { Width = 11906, Height = 16838 },
                    new PageMargin { Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Header = 851, Footer = 1588, Gutter = 0 },
                    new DocGrid { Type = DocGridValues.Lines, LinePitch = 579 }),
            ]));
        }

        return bytes.ToArray();
    }

    /// <summary>A line or paragraph.</summary>
    public static Paragraph Paragraph(string text, JustificationValues justify, int halfPoints, string font, string? after = null, bool indent = false, string? right = null)
    {
        var properties = new ParagraphProperties(new SpacingBetweenLines { Line = Line, LineRule = LineSpacingRuleValues.Exact, After = after ?? "0", Before = "0" });
        if (indent)
        {
            properties.Append(new Indentation { FirstLine = "640", FirstLineChars = 200 });
        }
        else if (right is not null)
        {
            properties.Append(new Indentation { Right = right, RightChars = 400 });
        }

        properties.Append(new Justification { Val = justify });
        return new Paragraph(properties, Run(text, halfPoints, font));
    }

    /// <summary>A stretch of text. Size 3 is condensed by 0.2 pt: 28 characters fill the 156 mm of a line in every word processor, with or without a grid of characters.</summary>
    public static Run Run(string text, int halfPoints, string font) => new(
        new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = font }, new Spacing { Val = halfPoints == 32 ? -4 : 0 }, new FontSize { Val = $"{halfPoints}" }),
        new Text(text) { Space = SpaceProcessingModeValues.Preserve });
}
