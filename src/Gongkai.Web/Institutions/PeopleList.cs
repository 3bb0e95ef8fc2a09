using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions;

/// <summary>The list of people: filtered, by name in pinyin, also as a sheet that can be imported again.</summary>
public sealed class PeopleList(GongkaiDb db, CampusClock clock)
{
    /// <summary>What may be asked of the list.</summary>
    public sealed record Filter
    {
        /// <summary>Part of a name, its pinyin, a user name or an e-mail address.</summary>
        public string Q { get; init; } = "";

        /// <summary>The unit they work in.</summary>
        public Guid? Unit { get; init; }

        /// <summary>A role held today.</summary>
        public Role? Role { get; init; }

        /// <summary>How the account stands.</summary>
        public AccountState? State { get; init; }
    }

    /// <summary>A person with what they hold today.</summary>
    public sealed record Row(Person Person, IReadOnlyList<RoleHolding> Holdings, AccountState State);

    /// <summary>The people that match, by name.</summary>
    public async Task<IReadOnlyList<Row>> FindAsync(Filter filter, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (today, now) = (clock.Today, clock.UtcNow);
        var held = (await db.Set<RoleHolding>().AsNoTracking().OrderBy(h => h.Id).ToListAsync(cancel)).Where(h => h.HoldsOn(today)).ToLookup(h => h.PersonId);
        var people = await db.Set<Person>().AsNoTracking().Where(p => filter.Unit == null || p.UnitId == filter.Unit).ToListAsync(cancel);
        var q = filter.Q.Trim().Normalize(System.Text.NormalizationForm.FormKC);
        return PinyinOrder.Sort(
            people.Where(p => q.Length == 0 || new[] { p.Name, p.PinyinKey, p.UserName, p.Email }.Any(t => t?.Contains(q, StringComparison.OrdinalIgnoreCase) == true))
                .Select(p => new Row(p, [.. held[p.Id]], StateOf(p, now)))
                .Where(r => (filter.Role is not { } role || r.Holdings.Any(h => h.Role == role)) && (filter.State is not { } state || r.State == state)),
            r => r.Person);
    }

    /// <summary>Rows as a sheet with the columns of the template; a person with several roles stands on several lines.</summary>
    public async Task<Sheet> SheetAsync(IReadOnlyList<Row> rows, CancellationToken cancel = default)
    {
        var units = await db.Set<Unit>().AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, cancel);
        string Name(Guid? id) => id is { } unit ? units.GetValueOrDefault(unit, "") : "";
        return new Sheet(
            [.. PeopleSheetReader.Columns.Select(c => c.Heads[0]), "状态"],
            rows.SelectMany(r => r.Holdings.DefaultIfEmpty(), (r, h) => new object?[]
            {
                r.Person.Name, r.Person.PinyinKey, r.Person.UserName, Name(r.Person.UnitId), r.Person.Email,
                h is null ? "" : PageWords.In("zh", $"enum.Role.{h.Role}"), h is null ? "" : h.UnitId is null ? "全校" : Name(h.UnitId),
                PageWords.In("zh", $"enum.AccountState.{r.State}"),
            }));
    }

    /// <summary>How an account stands at an instant.</summary>
    public static AccountState StateOf(Person person, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(person);
        return !person.IsActive ? AccountState.Closed
            : person.LockoutEnd is { } until && until.UtcDateTime > now ? AccountState.Locked
            : person.MustChangePassword ? AccountState.New
            : AccountState.Open;
    }
}

/// <summary>How an account stands.</summary>
public enum AccountState
{
    /// <summary>In use.</summary>
    Open,

    /// <summary>Its first password has not been changed yet.</summary>
    New,

    /// <summary>Locked after wrong passwords, until time or an administrator opens it.</summary>
    Locked,

    /// <summary>Its person has left.</summary>
    Closed,
}
