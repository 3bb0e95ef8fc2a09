using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions;

/// <summary>A sheet of units as read: what would be made, and what is odd, by line.</summary>
public sealed record UnitSheetRead(IReadOnlyList<UnitRow> Units, IReadOnlyList<RowProblem> Problems);

/// <summary>A unit of a sheet; its parent by name, known already or further up in the sheet.</summary>
public sealed record UnitRow(int Line, string Code, string Name, string NameEn, string Aliases, string Parent, bool IsCollege, string Telephone, string Email);

/// <summary>Brings units in from a spreadsheet, and gives them out as one. A name or code that is known already is passed over.</summary>
public sealed class UnitSheet(GongkaiDb db, InstitutionDesk desk, SheetShelf shelf)
{
    private const string Kind = "units";

    /// <summary>The columns, as the template has them.</summary>
    public static readonly IReadOnlyList<Column> Columns =
    [
        new("code", false, "代码", "code", "单位代码"),
        new("name", true, "名称", "name", "单位名称", "单位"),
        new("english", false, "英文名称", "english", "englishname"),
        new("aliases", false, "别名", "aliases", "othernames"),
        new("parent", false, "上级单位", "parent", "partof"),
        new("college", false, "学院", "college", "是否学院"),
        new("telephone", false, "电话", "telephone"),
        new("email", false, "邮箱", "email"),
    ];

    private static readonly string[] Yes = ["是", "y", "yes", "true", "1", "√", "学院"];

    /// <summary>A workbook to fill in, with an explanation in the reader's language.</summary>
    public static byte[] Template(PageWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return HeadedSheet.Template(words["office.units"], Columns, words["sheets.explained"], [.. Columns.Select(c => (c.Heads[0], words[$"units.column-{c.Key}"].Value))]);
    }

    /// <summary>Reads a sheet; nothing is saved.</summary>
    /// <exception cref="ProblemException"><c>sheets.unreadable</c>, <c>sheets.no-heads</c>, <c>sheets.too-large</c>, <c>sheets.too-many-rows</c>.</exception>
    public async Task<UnitSheetRead> ReadAsync(Stream content, string name, CancellationToken cancel = default)
    {
        var rows = await HeadedSheet.ReadAsync(content, name, Columns, cancel);
        var known = await db.Set<Unit>().AsNoTracking().ToListAsync(cancel);
        var units = new List<UnitRow>();
        var problems = new List<RowProblem>();
        foreach (var row in rows)
        {
            var unit = new UnitRow(row.Line, row["code"], row["name"], row["english"], string.Join('\n', Parts(row["aliases"])), row["parent"], Yes.Contains(row["college"].ToLowerInvariant()), row["telephone"], row["email"]);
            var wrong = unit.Name.Length == 0 ? new RowProblem(row.Line, "units.row-no-name", [])
                : known.Exists(u => u.Name == unit.Name) ? new RowProblem(row.Line, "units.row-known", [unit.Name])
                : units.Exists(u => u.Name == unit.Name) ? new RowProblem(row.Line, "units.row-repeated", [unit.Name])
                : unit.Code.Length > 0 && (known.Exists(u => u.Code == unit.Code) || units.Exists(u => u.Code == unit.Code)) ? new RowProblem(row.Line, "units.row-code", [unit.Name, unit.Code])
                : unit.Parent.Length > 0 && !known.Exists(u => u.IsCalled(unit.Parent)) && !units.Exists(u => u.Name == unit.Parent || u.Code == unit.Parent) ? new RowProblem(row.Line, "units.row-parent", [unit.Name, unit.Parent])
                : null;
            if (wrong is null)
            {
                units.Add(unit);
            }
            else
            {
                problems.Add(wrong);
            }
        }

        return new UnitSheetRead(units, problems);
    }

    /// <summary>Reads a sheet and keeps what was found for looking at.</summary>
    public async Task<SheetImport> PreviewAsync(Actor by, Stream content, string name, CancellationToken cancel = default)
    {
        Permit.Require(MayBringIn(by));
        return await shelf.KeepAsync(by, Kind, name, await ReadAsync(content, name, cancel), cancel);
    }

    /// <summary>What was read, for looking at.</summary>
    public async Task<SheetImport> FindAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        Permit.Require(MayBringIn(by));
        return await shelf.FindAsync(Kind, id, cancel);
    }

    /// <summary>Makes the units that were looked at, all or none.</summary>
    public async Task<int> KeepAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        await using var transaction = await db.BeginOrJoinAsync(cancel);
        var import = await FindAsync(by, id, cancel);
        var added = await KeepAsync(by, import.Read<UnitSheetRead>(), cancel);
        db.Remove(import);
        await db.SaveChangesAsync(cancel);
        await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
        return added;
    }

    /// <summary>Forgets what was read.</summary>
    public async Task ForgetAsync(Actor by, Guid id, CancellationToken cancel = default) => await shelf.ForgetAsync(await FindAsync(by, id, cancel), cancel);

    /// <summary>Makes the units of a sheet.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> KeepAsync(Actor by, UnitSheetRead read, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var transaction = await db.BeginOrJoinAsync(cancel);
        foreach (var row in read.Units)
        {
            var parent = row.Parent.Length == 0 ? null : (await db.Set<Unit>().ToListAsync(cancel)).Find(u => u.IsCalled(row.Parent));
            var unit = await desk.AddUnitAsync(by, row.Name, row.Code, row.NameEn, parent?.Id, row.IsCollege, cancel);
            (unit.Aliases, unit.Telephone, unit.Email) = (row.Aliases, row.Telephone, row.Email);
            await db.SaveChangesAsync(cancel);
        }

        await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
        return read.Units.Count;
    }

    /// <summary>All units as a sheet that can be imported again elsewhere.</summary>
    public async Task<Sheet> SheetAsync(CancellationToken cancel = default)
    {
        var units = await desk.UnitsAsync(cancel);
        return new Sheet(
            [.. Columns.Select(c => c.Heads[0]), "状态"],
            units.Select(u => new object?[]
            {
                u.Code, u.Name, u.NameEn, u.Aliases.Replace('\n', '、'), units.FirstOrDefault(p => p.Id == u.ParentId)?.Name ?? "",
                u.IsCollege ? "是" : "", u.Telephone, u.Email, u.IsActive ? "" : PageWords.In("zh", "units.dissolved"),
            }));
    }

    /// <summary>Names that a person typed into one field.</summary>
    public static IEnumerable<string> Parts(string names) =>
        names.Normalize().Split(['、', ',', '，', ';', '；', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct();

    private static bool MayBringIn(Actor by) => by.Holds(Role.SystemAdmin) || by.Holds(Role.DisclosureOffice) || by == Actor.Program;
}
