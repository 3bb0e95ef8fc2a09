using System.Collections.Frozen;

namespace Gongkai.Web.Institutions;

/// <summary>Who is acting, with every role they hold today. Desks are given one; they never look at the web request.</summary>
public sealed class Actor
{
    private readonly FrozenDictionary<Role, FrozenSet<Guid>?> _reach;

    private Actor(Guid id, string name, bool isPartyMember, Guid? unitId, FrozenDictionary<Role, FrozenSet<Guid>?> reach)
    {
        (Id, Name, IsPartyMember, UnitId) = (id, name, isPartyMember, unitId);
        _reach = reach;
    }

    /// <summary>Nobody: an anonymous reader.</summary>
    public static Actor Nobody { get; } = new(Guid.Empty, "", false, null, FrozenDictionary<Role, FrozenSet<Guid>?>.Empty);

    /// <summary>The program itself, for what it does on its own.</summary>
    public static Actor Program { get; } = new(Guid.Empty, "gongkai", false, null, FrozenDictionary<Role, FrozenSet<Guid>?>.Empty);

    /// <summary>The person's key; empty for nobody.</summary>
    public Guid Id { get; }

    /// <summary>The person's name.</summary>
    public string Name { get; }

    /// <summary>Whether they read what is for Party members.</summary>
    public bool IsPartyMember { get; }

    /// <summary>Whether they must choose a password of their own before anything else.</summary>
    public bool MustChangePassword { get; private init; }

    /// <summary>The unit they work in.</summary>
    public Guid? UnitId { get; }

    /// <summary>Whether they have signed in.</summary>
    public bool IsSignedIn => Id != Guid.Empty;

    /// <summary>Whether they hold any role besides reading.</summary>
    public bool IsStaff => _reach.Keys.Any(role => role != Role.Reader);

    /// <summary>The roles they hold.</summary>
    public IEnumerable<Role> Roles => _reach.Keys;

    /// <summary>Makes an actor of a person and what they hold today. A holding for a unit reaches all units below it.</summary>
    public static Actor Of(Person person, IEnumerable<RoleHolding> holdings, IReadOnlyCollection<Unit> units)
    {
        var below = units.ToLookup(u => u.ParentId, u => u.Id);
        var reach = holdings.GroupBy(h => h.Role).ToFrozenDictionary(
            of => of.Key,
            of => of.Any(h => h.UnitId is null) ? null : of.SelectMany(h => Subtree(h.UnitId!.Value, below)).ToFrozenSet());
        return new Actor(person.Id, person.Name, person.IsPartyMember, person.UnitId, reach) { MustChangePassword = person.MustChangePassword };
    }

    /// <summary>Whether they hold a role for a unit, themselves or through a unit above it or the whole school.</summary>
    public bool Holds(Role role, Guid unitId) => _reach.TryGetValue(role, out var units) && (units is null || units.Contains(unitId));

    /// <summary>Whether they hold a role for anything at all.</summary>
    public bool Holds(Role role) => _reach.ContainsKey(role);

    /// <summary>The units a role is held for; null is the whole school, empty is none.</summary>
    public IReadOnlySet<Guid>? UnitsFor(Role role) => _reach.TryGetValue(role, out var units) ? units : FrozenSet<Guid>.Empty;

    private static IEnumerable<Guid> Subtree(Guid root, ILookup<Guid?, Guid> below)
    {
        var seen = new HashSet<Guid>();
        var ahead = new Stack<Guid>([root]);
        while (ahead.TryPop(out var unit))
        {
            if (seen.Add(unit))
            {
                yield return unit;
                foreach (var child in below[unit])
                {
                    ahead.Push(child);
                }
            }
        }
    }
}
