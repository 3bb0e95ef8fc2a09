using System.Globalization;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Follows numbers that run on within a paragraph, from caption to caption, from attachment to attachment and down the first column of a table, and finds
/// leaps and repeats.</summary>
internal sealed class InlineNumberingCheck : IReportCheck
{
    private const int FewestRows = 3;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var rows = reading.Blocks.Where(b => b.Kind == BlockKind.Prose).SelectMany(b => InlineItems.Read(reading.Folded, b).Where(r => !IsPoint(reading, r)).Select(r => r.Items))
            .Concat(Captions.Rows(reading)).Concat(Tables(reading));
        return rows.Select(r => Leap(reading, r)).OfType<ReportFinding>();
    }

    // 一是, 二是 are followed from paragraph to paragraph with the headings.
    private static bool IsPoint(Reading reading, InlineItems items) => reading.Folded[items.Items[0].Span.End - 1] == '是';

    private static ReportFinding? Leap(Reading reading, IReadOnlyList<(int Number, TextSpan Span)> row)
    {
        for (var i = 1; i < row.Count; i++)
        {
            if (row[i].Number != row[i - 1].Number + 1)
            {
                return Notice.Of(
                    ReportCodes.NumberingGap,
                    Severity.Warning,
                    row[i].Span,
                    row[i].Number <= row[i - 1].Number ? "repeat" : "",
                    ("expected", (row[i - 1].Number + 1).ToString(CultureInfo.InvariantCulture)),
                    ("found", row[i].Span.Of(reading.Folded)));
            }
        }

        return null;
    }

    // The numbers of the catalogue's items are looked at with the catalogue.
    private static IEnumerable<IReadOnlyList<(int Number, TextSpan Span)>> Tables(Reading reading) =>
        TableGrids.Of(reading).Where(rows => rows.Count > FewestRows && rows[0][0].Text is "序号" or "编号" && !CatalogueGrid.IsHead(rows[0]))
            .Select(rows => rows.Skip(1).Select(r => (Number: TableGrids.Value(r[0]), r[0].Span)).TakeWhile(r => r.Number is > 0 and < 1000).Select(r => ((int)r.Number!.Value, r.Span)).ToList())
            .Where(row => row.Count >= FewestRows && row[0].Item1 == 1 && row.Skip(1).All(r => r.Item1 > 1));
}
