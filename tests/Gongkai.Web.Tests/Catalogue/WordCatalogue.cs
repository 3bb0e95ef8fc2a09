using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Web.Catalogue;

namespace Gongkai.Web.Tests.Catalogue;

/// <summary>The national list as schools keep it: a Word table whose category and unit cells are merged downwards.</summary>
internal static class WordCatalogue
{
    public static byte[] Make()
    {
        var table = new Table(Row("序号", ("类别", true), "公开事项", ("负责部门", true)));
        foreach (var category in NationalCatalogue.Sheet(2026, "budget-law").Categories)
        {
            foreach (var (at, item) in category.Items.Index())
            {
                // One unit for the first two items of a category, another from the third on: two merged cells, the second never into the next category.
                table.Append(Row($"{item.Number}", (category.Title, at == 0), item.Title, ($"单位{category.Number}{(at < 2 ? "甲" : "乙")}", at is 0 or 2)));
            }
        }

        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            word.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text("信息公开事项清单"))), table));
        }

        return file.ToArray();
    }

    private static TableRow Row(string number, (string Text, bool Begins) category, string title, (string Text, bool Begins) unit) =>
        new(Cell(number, null), Cell(category.Text, category.Begins), Cell(title, null), Cell(unit.Text, unit.Begins));

    // A cell that goes on from the one above holds nothing of its own.
    private static TableCell Cell(string text, bool? begins) => new(
        begins is null ? new TableCellProperties() : new TableCellProperties(new VerticalMerge { Val = begins.Value ? MergedCellValues.Restart : MergedCellValues.Continue }),
        new Paragraph(new Run(new Text(begins == false ? "" : text))));
}
