using System.Globalization;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Looks at tables that give a row to each category of the catalogue: one that stands twice, one that alone has no unit or no address. Worth a look only.</summary>
internal sealed class CategoryTableCheck : IReportCheck
{
    private const int FewestRows = 5;

    public IEnumerable<ReportFinding> Run(Reading reading) => TableGrids.Of(reading).Where(rows => rows.Count is > FewestRows and <= CatalogueTableReader.LongTable && !CatalogueGrid.IsHead(rows[0])).SelectMany(Read);

    private static IEnumerable<ReportFinding> Read(IReadOnlyList<IReadOnlyList<ReportCell>> rows)
    {
        var categories = rows.Skip(1).Select((row, at) => (Row: row, Number: at + 1, Name: row.Take(2).Select(c => c.Text).FirstOrDefault(t => t.Length > 1 && CatalogueCategories.IsCategory(t)))).Where(r => r.Name is not null && !TableGrids.IsTotal(r.Row)).ToList();
        if (categories.Count < FewestRows)
        {
            yield break;
        }

        foreach (var repeated in categories.GroupBy(c => c.Name).Where(g => g.Count() > 1))
        {
            yield return Finding(repeated.Last().Row, "repeat", "1", repeated.Last().Number);
        }

        foreach (var (column, wordCase) in Columns(rows[0]))
        {
            var blank = categories.FindAll(c => column >= c.Row.Count || c.Row[column].Text.Length == 0);
            if (blank is [var only] && only.Number != 1)
            {
                yield return Finding(only.Row, wordCase, "", only.Number);
            }
        }
    }

    private static IEnumerable<(int Column, string WordCase)> Columns(IReadOnlyList<ReportCell> head)
    {
        for (var column = 1; column < head.Count; column++)
        {
            var title = head[column].Text;
            if (CatalogueGrid.LinkTitle().IsMatch(title))
            {
                yield return (column, "no-link");
            }
            else if (CatalogueGrid.UnitTitle().IsMatch(title))
            {
                yield return (column, "no-unit");
            }
        }
    }

    private static ReportFinding Finding(IReadOnlyList<ReportCell> row, string wordCase, string expected, int number) => Notice.Of(
        ReportCodes.CatalogueCount, Severity.Warning, new TextSpan(row[0].Span.Start, row[^1].Span.End), wordCase, ("expected", expected), ("found", number.ToString(CultureInfo.InvariantCulture)));
}
