namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Finds an item that the catalogue's table names twice under two numbers, so that another one is lost: 38 学生申诉办法, 39 学生申诉办法.</summary>
internal static class RepeatedItems
{
    private const int ShortestName = 4;
    private const int FewestRows = 20;
    private const double NearlyAll = 0.9;

    /// <summary>The rows whose item stands in another row before.</summary>
    public static IEnumerable<CatalogueRow> Of(Reading reading, List<CatalogueRow> rows)
    {
        if (rows.Count < FewestRows)
        {
            yield break;
        }

        var cells = rows.ConvertAll(r => Cells(reading, r));
        for (var column = 0; column < cells.Max(c => c.Length); column++)
        {
            // Units and categories come again and again; only the items are as good as all different.
            var names = cells.ConvertAll(c => column < c.Length ? c[column] : "");
            var told = names.Where(n => n.Length >= ShortestName && Folding.IsHan(n[0])).ToList();
            if (told.Count < rows.Count * NearlyAll || told.Distinct().Count() is var different && (different == told.Count || different < told.Count * NearlyAll))
            {
                continue;
            }

            for (var at = 1; at < rows.Count; at++)
            {
                if (names[at].Length >= ShortestName && names.IndexOf(names[at]) < at && rows.Count(r => r.Number == rows[at].Number) == 1)
                {
                    yield return rows[at];
                }
            }

            yield break;
        }
    }

    private static string[] Cells(Reading reading, CatalogueRow row)
    {
        var line = row.Span.Of(reading.Folded).Split('\n')[0];
        return [.. line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : '|').Select(c => c.Trim())];
    }
}
