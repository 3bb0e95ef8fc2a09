using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Engines.Documents;
using Gongkai.Web.Platform.Paper;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;

namespace Gongkai.Web.Requests;

/// <summary>Makes letters as Word files in the layout of GB/T 9704-2012: A4, type area 156 by 225 mm, 22 lines of size 3, 28 characters a line;
/// and as PDF when LibreOffice is there.</summary>
public static class LetterDocument
{
    private const string Body = OfficialPaper.Body;
    private const string Head = OfficialPaper.Head;

    /// <summary>Whether PDF can be made on this machine.</summary>
    public static bool MakesPdf => OfficialPaper.MakesPdf;

    /// <summary>The letter as DOCX.</summary>
    public static byte[] Docx(LetterText letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return OfficialPaper.Make(
        [
            OfficialPaper.Paragraph(letter.Title, JustificationValues.Center, 44, Head, after: "579"),
            OfficialPaper.Paragraph(letter.Number, JustificationValues.Center, 32, Body, after: "579"),
            .. letter.Body.Split('\n').Select(line => OfficialPaper.Paragraph(line.Trim(), JustificationValues.Both, 32, Body, indent: char.IsWhiteSpace(line.FirstOrDefault()))),
            OfficialPaper.Paragraph("", JustificationValues.Both, 32, Body),
            OfficialPaper.Paragraph(letter.Signature, JustificationValues.Right, 32, Body, right: "1280"),
            OfficialPaper.Paragraph(LetterDesk.Day(letter.On), JustificationValues.Right, 32, Body, right: "1280"),
        ]);
    }

    /// <summary>The letter as PDF; null when LibreOffice is not there.</summary>
    /// <exception cref="DocumentException">LibreOffice failed.</exception>
    public static byte[]? Pdf(LetterText letter, CancellationToken cancel = default) => OfficialPaper.Pdf(Docx(letter), cancel);

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
                new TableCell(new TableCellProperties(new TableCellWidth { Width = "2600", Type = TableWidthUnitValues.Dxa }), OfficialPaper.Paragraph(head, JustificationValues.Left, 28, Body)),
                new TableCell(new TableCellProperties(new TableCellWidth { Width = "6240", Type = TableWidthUnitValues.Dxa }), OfficialPaper.Paragraph("", JustificationValues.Left, 28, Body))));
        }

        return OfficialPaper.Make([OfficialPaper.Paragraph(title, JustificationValues.Center, 44, Head, after: "300"), table, .. notes.Select(n => OfficialPaper.Paragraph(n, JustificationValues.Both, 24, Body))]);
    }
}
