using System.Globalization;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>Makes index numbers (索引号): school code and unit code, category of the first item in two digits, year, serial, like
/// <c>10999-07-02-2026-0042</c>. The serial runs through the year for the whole school and is given in the transaction that publishes.</summary>
public sealed class IndexNumbers(GongkaiDb db)
{
    /// <summary>The index number of a record whose first edition is published on a day.</summary>
    public async Task<string> NextAsync(Edition edition, DateOnly on, Numbers numbers, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(numbers);
        var school = await db.Set<Institution>().Where(i => i.Id == db.CurrentInstitution).Select(i => i.Code).FirstAsync(cancel);
        var unit = await db.Set<Unit>().Where(u => u.Id == edition.Record!.UnitId).Select(u => u.Code).FirstAsync(cancel);
        var lineages = edition.Items.Select(i => i.LineageId).ToList();
        var category = await db.Set<Item>().Where(i => lineages.Contains(i.LineageId)).OrderBy(i => i.Number).Select(i => (int?)i.Category!.Number).FirstOrDefaultAsync(cancel) ?? 0;
        var serial = await numbers.NextAsync(string.Create(CultureInfo.InvariantCulture, $"index-{on.Year}"), cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{school}-{unit}-{category:00}-{on.Year}-{serial:0000}");
    }
}
