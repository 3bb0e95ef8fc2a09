using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>Records to be imported, as read: a row each, and what is odd, by line.</summary>
public sealed record RecordSheet(IReadOnlyList<RecordRow> Rows, IReadOnlyList<RowProblem> Problems);

/// <summary>A record of a sheet, or a Word file of its own.</summary>
public sealed record RecordRow(int Line, string Title, string DocumentNumber, DateOnly? ProducedOn, string Issuer, Guid UnitId, string UnitName, RecordKind Kind, IReadOnlyList<Guid> Items, string Body, IReadOnlyList<ImportedFile> Files, string Origin);

/// <summary>A file that was given with an import, kept by its hash.</summary>
public sealed record ImportedFile(string Name, string Hash);

/// <summary>Reads what a school has elsewhere: a sheet of records with the files it names, or Word files alone.</summary>
public sealed partial class RecordSheetReader(GongkaiDb db, CatalogueDesk catalogue, ItemDesk colleges)
{
    /// <summary>The columns, as the template has them.</summary>
    public static readonly IReadOnlyList<Column> Columns =
    [
        new("title", true, "标题", "title", "名称"),
        new("number", false, "文号", "发文字号", "documentnumber"),
        new("date", false, "成文日期", "日期", "date", "生成日期"),
        new("issuer", false, "发布机构", "issuer", "发文机关"),
        new("unit", false, "单位", "责任单位", "unit", "部门"),
        new("items", false, "事项", "事项序号", "清单事项", "items", "item"),
        new("kind", false, "类型", "kind", "信息类型"),
        new("files", false, "文件", "附件", "files", "file"),
        new("body", false, "正文", "body", "内容"),
        new("id", false, "编号", "id", "原编号"),
    ];

    /// <summary>A workbook to fill in, with an explanation in the reader's language.</summary>
    public static byte[] Template(PageWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return HeadedSheet.Template(words["office.records"], Columns, words["sheets.explained"], [.. Columns.Select(c => (c.Heads[0], words[$"records.column-{c.Key}"].Value))]);
    }

    /// <summary>Reads a sheet; a row without a unit is of the given one. Nothing is saved.</summary>
    /// <exception cref="ProblemException">The sheet cannot be read; see <see cref="HeadedSheet.ReadAsync"/>.</exception>
    public async Task<RecordSheet> ReadAsync(Actor by, Stream sheet, string name, Guid unitId, IReadOnlyCollection<ImportedFile> files, CancellationToken cancel = default)
    {
        var units = await db.Set<Unit>().AsNoTracking().ToListAsync(cancel);
        var items = ((await catalogue.InForceAsync(cancel: cancel))?.Categories ?? []).SelectMany(c => c.Items).ToList();
        var rows = new List<RecordRow>();
        var problems = new List<RowProblem>();
        foreach (var row in await HeadedSheet.ReadAsync(sheet, name, Columns, cancel))
        {
            var wrong = new List<RowProblem>();
            void Wrong(string code, params string[] arguments) => wrong.Add(new RowProblem(row.Line, code, arguments));
            if (row["title"].Length is 0 or > RecordDesk.LongestTitle)
            {
                Wrong(row["title"].Length == 0 ? "records.row-no-title" : "records.row-title-long");
            }

            var unit = units.Find(u => row["unit"].Length == 0 ? u.Id == unitId : u.IsCalled(row["unit"]));
            if (unit is null)
            {
                Wrong("records.row-unit", row["unit"]);
            }
            else if (!RecordPermits.MayWrite(by, unit.Id))
            {
                Wrong("records.row-not-yours", unit.Name);
            }

            var date = Date(row["date"]);
            if (date is null && row["date"].Length > 0)
            {
                Wrong("records.row-date", row["date"]);
            }

            if (Kind(row["kind"]) is not { } kind)
            {
                Wrong("records.row-kind", row["kind"]);
                kind = RecordKind.Notice;
            }

            var fulfilled = Items(row["items"], [.. items, .. unit is null ? [] : await colleges.OfUnitAsync(unit.Id, cancel)], missing => Wrong("records.row-item", missing));
            var hung = Parts(row["files"]).Select(f => (Name: f, File: files.FirstOrDefault(g => g.Name.Equals(Path.GetFileName(f.Replace('\\', '/')), StringComparison.OrdinalIgnoreCase)))).ToList();
            foreach (var (missing, _) in hung.Where(h => h.File is null))
            {
                Wrong("records.row-file", missing);
            }

            if (wrong.Count > 0)
            {
                problems.AddRange(wrong);
                continue;
            }

            var origin = row["id"].Length > 0 ? $"sheet-id:{row["id"]}" : $"sheet:{Hash($"{unit!.Code}|{row["title"]}|{row["number"]}|{date:yyyy-MM-dd}")}";
            if (rows.Exists(r => r.Origin == origin))
            {
                problems.Add(new RowProblem(row.Line, "records.row-repeated", [row["title"]]));
                continue;
            }

            rows.Add(new RecordRow(row.Line, row["title"], row["number"], date, row["issuer"], unit!.Id, unit.Name, kind, fulfilled, row["body"], [.. hung.Select(h => h.File!)], origin));
        }

        return new RecordSheet(rows, problems);
    }

    /// <summary>Word files alone: a record each, everything else is read from them.</summary>
    public async Task<RecordSheet> OfFilesAsync(Actor by, Guid unitId, IReadOnlyCollection<ImportedFile> files, CancellationToken cancel = default)
    {
        Permit.Require(RecordPermits.MayWrite(by, unitId));
        var unit = await db.Set<Unit>().AsNoTracking().Where(u => u.Id == unitId).FirstOr404Async(cancel);
        var words = files.Index().ToLookup(f => IsWord(f.Item.Name));
        return new RecordSheet(
            [.. words[true].DistinctBy(f => f.Item.Hash).Select(f => new RecordRow(f.Index + 1, Path.GetFileNameWithoutExtension(f.Item.Name), "", null, "", unit.Id, unit.Name, RecordKind.Notice, [], "", [f.Item], $"docx:{f.Item.Hash}"))],
            [.. words[false].Select(f => new RowProblem(f.Index + 1, "records.row-not-word", [f.Item.Name]))]);
    }

    /// <summary>Whether a file is one a text is read from.</summary>
    public static bool IsWord(string name) => Path.GetExtension(name).Equals(".docx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is a sheet of records.</summary>
    public static bool IsSheet(string name) => Path.GetExtension(name).ToLowerInvariant() is ".xlsx" or ".csv";

    private static List<Guid> Items(string cell, IReadOnlyList<Item> items, Action<string> missing)
    {
        var found = new List<Guid>();
        foreach (var part in Parts(cell))
        {
            var plain = part.Normalize(NormalizationForm.FormKC);
            var item = int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? items.FirstOrDefault(i => i.Number == number) : items.FirstOrDefault(i => i.Title == part);
            if (item is null)
            {
                missing(part);
            }
            else
            {
                found.Add(item.LineageId);
            }
        }

        return found;
    }

    private static IEnumerable<string> Parts(string cell) => cell.Split(['、', ',', '，', ';', '；', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static RecordKind? Kind(string word) => word.Length == 0
        ? RecordKind.Notice
        : Enum.GetValues<RecordKind>().Where(k => new[] { PageWords.In("zh", $"enum.RecordKind.{k}"), PageWords.In("en", $"enum.RecordKind.{k}"), $"{k}" }.Contains(word, StringComparer.OrdinalIgnoreCase)).Select(k => (RecordKind?)k).FirstOrDefault();

    private static DateOnly? Date(string text)
    {
        var found = YearMonthDay().Match(text.Normalize(NormalizationForm.FormKC));
        if (!found.Success)
        {
            return null;
        }

        var parts = Enumerable.Range(1, 3).Select(i => int.Parse(found.Groups[i].Value, CultureInfo.InvariantCulture)).ToArray();
        return parts[1] is >= 1 and <= 12 && parts[2] >= 1 && parts[2] <= DateTime.DaysInMonth(parts[0], parts[1]) ? new DateOnly(parts[0], parts[1], parts[2]) : null;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex(@"^\s*((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日|\s|$)")]
    private static partial Regex YearMonthDay();
}
