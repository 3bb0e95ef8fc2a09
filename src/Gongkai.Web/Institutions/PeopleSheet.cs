using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions;

/// <summary>A sheet of people as read: who would be made, and what is odd, by line.</summary>
public sealed record PeopleSheet(IReadOnlyList<PersonRow> People, IReadOnlyList<RowProblem> Problems);

/// <summary>A person of a sheet.</summary>
public sealed record PersonRow(int Line, string UserName, string Name, string Pinyin, string Email, Guid? UnitId, string UnitName, IReadOnlyList<RoleRow> Roles);

/// <summary>A role that a sheet asks for.</summary>
public sealed record RoleRow(Role Role, Guid? UnitId, string UnitName);

/// <summary>Reads people from XLSX or CSV: a line each; a second line with the same user name and name adds roles.</summary>
public sealed partial class PeopleSheetReader(GongkaiDb db)
{
    /// <summary>The columns, as the template has them.</summary>
    public static readonly IReadOnlyList<Column> Columns =
    [
        new("name", true, "姓名", "name", "人员", "名字"),
        new("pinyin", false, "拼音", "pinyin", "姓名拼音"),
        new("user", true, "用户名", "username", "工号", "账号", "登录名"),
        new("unit", false, "单位", "部门", "unit", "所在单位", "department"),
        new("email", false, "邮箱", "电子邮箱", "邮件", "email"),
        new("role", false, "角色", "role", "roles"),
        new("roleUnit", false, "角色单位", "roleunit", "负责单位"),
    ];

    private static readonly Role[] OfAUnit = [Role.Liaison, Role.UnitHead];
    private static readonly string[] WholeSchool = ["全校", "学校", "wholeschool"];

    private static readonly Dictionary<string, Role> RoleWords = Words().DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Role);

    /// <summary>A workbook to fill in, with an explanation in the reader's language.</summary>
    public static byte[] Template(PageWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return HeadedSheet.Template(words["office.people"], Columns, words["sheets.explained"], [.. Columns.Select(c => (c.Heads[0], words[$"people.column-{c.Key.ToLowerInvariant()}"].Value))]);
    }

    /// <summary>Reads a sheet; nothing is saved.</summary>
    /// <exception cref="ProblemException"><c>sheets.unreadable</c>, <c>sheets.no-heads</c>, <c>sheets.too-large</c>, <c>sheets.too-many-rows</c>.</exception>
    public async Task<PeopleSheet> ReadAsync(Stream content, string name, CancellationToken cancel = default)
    {
        var rows = await HeadedSheet.ReadAsync(content, name, Columns, cancel);
        var units = await db.Set<Unit>().AsNoTracking().ToListAsync(cancel);
        var known = (await db.Set<Person>().AsNoTracking().Select(p => p.NormalizedUserName!).ToListAsync(cancel)).ToHashSet();
        var people = new List<PersonRow>();
        var problems = new List<RowProblem>();
        foreach (var row in rows)
        {
            var wrong = new List<RowProblem>();
            var person = Read(row, units, wrong);
            if (wrong.Count == 0 && known.Contains(person.UserName.ToUpperInvariant()))
            {
                wrong.Add(new RowProblem(row.Line, "people.row-known", [person.UserName]));
            }

            if (wrong.Count > 0)
            {
                problems.AddRange(wrong);
            }
            else if (people.FindIndex(p => p.UserName.Equals(person.UserName, StringComparison.OrdinalIgnoreCase)) is var at and >= 0)
            {
                Join(people, at, person, problems);
            }
            else
            {
                people.Add(person);
            }
        }

        return new PeopleSheet(people, problems);
    }

    private static void Join(List<PersonRow> people, int at, PersonRow again, List<RowProblem> problems)
    {
        if (people[at].Name == again.Name && again.Roles.Count > 0)
        {
            people[at] = people[at] with { Roles = [.. people[at].Roles.Union(again.Roles)] };
        }
        else
        {
            problems.Add(new RowProblem(again.Line, "people.row-repeated", [again.UserName, $"{people[at].Line}"]));
        }
    }

    private static PersonRow Read(HeadedRow row, List<Unit> units, List<RowProblem> wrong)
    {
        var userName = row["user"].Normalize(NormalizationForm.FormKC);
        var email = row["email"].Normalize(NormalizationForm.FormKC);
        if (row["name"].Length == 0)
        {
            wrong.Add(new RowProblem(row.Line, "people.row-no-name", [userName]));
        }

        if (userName.Length == 0 || userName.Any(char.IsWhiteSpace))
        {
            wrong.Add(new RowProblem(row.Line, "people.row-no-user-name", [row["name"]]));
        }

        if (email.Length > 0 && !Address().IsMatch(email))
        {
            wrong.Add(new RowProblem(row.Line, "people.row-email", [row["name"], email]));
        }

        var unit = Find(row["unit"], row, units, wrong);
        return new PersonRow(row.Line, userName, row["name"], row["pinyin"], email, unit?.Id, unit?.Name ?? "", Roles(row, unit, units, wrong));
    }

    private static List<RoleRow> Roles(HeadedRow row, Unit? own, List<Unit> units, List<RowProblem> wrong)
    {
        var isWhole = WholeSchool.Contains(Fold(row["roleUnit"]));
        var named = isWhole ? null : Find(row["roleUnit"], row, units, wrong);
        var roles = new List<RoleRow>();
        foreach (var word in row["role"].Split(['、', ',', '，', ';', '；', '/', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!RoleWords.TryGetValue(Fold(word), out var role))
            {
                wrong.Add(new RowProblem(row.Line, "people.row-role", [row["name"], word]));
                continue;
            }

            var unit = isWhole ? null : named ?? (OfAUnit.Contains(role) ? own : null);
            if (unit is null && !isWhole && OfAUnit.Contains(role))
            {
                wrong.Add(new RowProblem(row.Line, "people.row-role-unit", [row["name"], word]));
                continue;
            }

            roles.Add(new RoleRow(role, unit?.Id, unit?.Name ?? ""));
        }

        return roles;
    }

    private static Unit? Find(string name, HeadedRow row, List<Unit> units, List<RowProblem> wrong)
    {
        var unit = name.Length == 0 ? null : units.Find(u => u.IsCalled(name));
        if (unit is null && name.Length > 0 && !wrong.Exists(w => w.Code == "people.row-unit" && w.Arguments.Contains(name)))
        {
            wrong.Add(new RowProblem(row.Line, "people.row-unit", [row["name"], name]));
        }

        return unit;
    }

    // The words of both languages, and what offices call some roles besides.
    private static IEnumerable<(string Word, Role Role)> Words() =>
        Enum.GetValues<Role>().SelectMany(role => new[] { (Fold(PageWords.In("zh", $"enum.Role.{role}")), role), (Fold(PageWords.In("en", $"enum.Role.{role}")), role), (Fold($"{role}"), role) })
            .Concat([("联络员", Role.Liaison), ("信息公开联络员", Role.Liaison), ("第一责任人", Role.UnitHead), ("负责人", Role.UnitHead), ("保密员", Role.SecrecyReviewer), ("公开办", Role.DisclosureOffice), ("教师", Role.Reader), ("学生", Role.Reader)]);

    private static string Fold(string word) => new([.. word.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)).Select(char.ToLowerInvariant)]);

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex Address();
}
