using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Engines.Documents;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;

namespace Gongkai.Web.Requests;

/// <summary>Makes letters as Word files in the layout of GB/T 9704-2012: A4, type area 156 by 225 mm, 22 lines of size 3, 28 characters a line;
/// and as PDF when LibreOffice is there.</summary>
public static class LetterDocument
{
    /// <summary>Content type of a Word file.</summary>
    public const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // Twentieths of a point: 28.95 pt gives 22 lines in 225 mm.
    private const string Line = "579";
    private const string Body = "仿宋";
    private const string Head = "方正小标宋简体";

    /// <summary>Whether PDF can be made on this machine.</summary>
    public static bool MakesPdf { get; } = LegacyConverter.Find() is not null;

    /// <summary>The letter as DOCX.</summary>
    public static byte[] Docx(LetterText letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return Make(
        [
            Paragraph(letter.Title, JustificationValues.Center, 44, Head, after: "579"),
            Paragraph(letter.Number, JustificationValues.Center, 32, Body, after: "579"),
            .. letter.Body.Split('\n').Select(line => Paragraph(line.Trim(), JustificationValues.Both, 32, Body, indent: char.IsWhiteSpace(line.FirstOrDefault()))),
            Paragraph("", JustificationValues.Both, 32, Body),
            Paragraph(letter.Signature, JustificationValues.Right, 32, Body, right: "1280"),
            Paragraph(LetterDesk.Day(letter.On), JustificationValues.Right, 32, Body, right: "1280"),
        ]);
    }

    /// <summary>The letter as PDF; null when LibreOffice is not there.</summary>
    /// <exception cref="DocumentException">LibreOffice failed.</exception>
    public static byte[]? Pdf(LetterText letter, CancellationToken cancel = default)
    {
        if (LegacyConverter.Find() is not { } converter)
        {
            return null;
        }

        using var docx = new MemoryStream(Docx(letter));
        using var pdf = converter.Convert(docx, "docx", "pdf", cancel);
        return pdf.ToArray();
    }

    /// <summary>A form to fill in with a pen: heads and blanks.</summary>
    public static byte[] Form(string title, IReadOnlyList<string> heads, IReadOnlyList<string> notes)
    {
        var table = new Table(new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })));
        table.Append(new TableGrid(new GridColumn { Width = "2600" }, new GridColumn { Width = "6240" }));
        foreach (var head in heads)
        {
            table.Append(new TableRow(
                new TableRowProperties(new TableRowHeight { Val = 700, HeightType = HeightRuleValues.AtLeast }),
                new TableCell(new TableCellProperties(new TableCellWidth { Width = "2600", Type = TableWidthUnitValues.Dxa }), Paragraph(head, JustificationValues.Left, 28, Body)),
                new TableCell(new TableCellProperties(new TableCellWidth { Width = "6240", Type = TableWidthUnitValues.Dxa }), Paragraph("", JustificationValues.Left, 28, Body))));
        }

        return Make([Paragraph(title, JustificationValues.Center, 44, Head, after: "300"), table, .. notes.Select(n => Paragraph(n, JustificationValues.Both, 24, Body))]);
    }

    private static byte[] Make(IEnumerable<OpenXmlElement> content)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                Run("— ", 28, "宋体"), new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(" PAGE ")), new Run(new FieldChar { FieldCharType = FieldCharValues.End }), Run(" —", 28, "宋体")));
            main.Document = new Document(new Body(
            [
                .. content,
                new SectionProperties(
                    new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                    new PageSize { Width = 11906, Height = 16838 },
                    new PageMargin { Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Header = 851, Footer = 1588, Gutter = 0 },
                    new DocGrid { Type = DocGridValues.LinesAndChars, LinePitch = 579, CharacterSpace = -842 }),
            ]));
        }

        return bytes.ToArray();
    }

    private static Paragraph Paragraph(string text, JustificationValues justify, int halfPoints, string font, string? after = null, bool indent = false, string? right = null)
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

    private static Run Run(string text, int halfPoints, string font) => new(
        new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = font }, new FontSize { Val = $"{halfPoints}" }),
        new Text(text) { Space = SpaceProcessingModeValues.Preserve });
}
