using Gongkai.Engines.Documents;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Institutions;

/// <summary>Brings units in from a spreadsheet: code, name, English name, other names. A name or code that is known already is passed over.</summary>
public sealed class UnitSheet(InstitutionDesk desk)
{
    /// <summary>The columns of the template.</summary>
    public static readonly IReadOnlyList<string> Heads = ["代码", "名称", "英文名称", "别名"];

    /// <summary>Reads a sheet and adds what is new.</summary>
    /// <returns>How many were added, how many passed over.</returns>
    /// <exception cref="ProblemException"><c>units.sheet-unreadable</c>, <c>units.sheet-heads</c>.</exception>
    public async Task<(int Added, int Skipped)> ImportAsync(Actor by, Stream content, string name, CancellationToken cancel = default)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        copy.Position = 0;
        IReadOnlyList<DocumentTable> tables;
        try
        {
            tables = TableReader.Read(copy, name, cancel: cancel);
        }
        catch (DocumentException)
        {
            throw new ProblemException("units.sheet-unreadable", name);
        }

        List<List<string>> rows = tables.Count == 0 ? [] : tables[0].Rows.Select(r => r.Select(c => c.Text.Trim()).ToList()).ToList();
        var at = Heads.Select(h => rows.Count == 0 ? -1 : rows[0].IndexOf(h)).ToList();
        if (at[1] < 0)
        {
            throw new ProblemException("units.sheet-heads", string.Join('、', Heads));
        }

        var (added, skipped) = (0, 0);
        foreach (var row in rows.Skip(1).Where(r => Cell(r, at[1]).Length > 0))
        {
            try
            {
                var unit = await desk.AddUnitAsync(by, Cell(row, at[1]), Cell(row, at[0]), Cell(row, at[2]), cancel: cancel);
                if (Cell(row, at[3]) is { Length: > 0 } aliases)
                {
                    await desk.ChangeUnitAsync(by, unit.Id, u => u.Aliases = aliases.Replace('、', '\n'), cancel);
                }

                added++;
            }
            catch (ProblemException)
            {
                skipped++;
            }
        }

        return (added, skipped);

        static string Cell(List<string> row, int at) => at >= 0 && at < row.Count ? row[at] : "";
    }
}
