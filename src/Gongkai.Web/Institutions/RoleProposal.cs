using Gongkai.Web.Audit;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Institutions;

/// <summary>A role that a sheet of people asks for (待确认角色). Accounts are the system administrator's and rights the security
/// administrator's, so what the one brings in waits here for the other.</summary>
public sealed class RoleProposal : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Who would hold it.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Who would hold it.</summary>
    public Person? Person { get; private set; }

    /// <summary>Which role.</summary>
    public Role Role { get; init; }

    /// <summary>For which unit; none is the whole school.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>When it was proposed.</summary>
    public DateTime At { get; init; }

    /// <summary>Who proposed it.</summary>
    public required string ByName { get; init; }
}

/// <summary>Roles that wait for the security administrator's word.</summary>
public sealed class ProposalDesk(GongkaiDb db, PeopleDesk people, AuditTrail audit, CampusClock clock)
{
    /// <summary>What waits, by name.</summary>
    public async Task<IReadOnlyList<RoleProposal>> AllAsync(CancellationToken cancel = default) =>
        PinyinOrder.Sort(await db.Set<RoleProposal>().AsNoTracking().Include(p => p.Person).OrderBy(p => p.Id).ToListAsync(cancel), p => p.Person!);

    /// <summary>Proposes a role, to be written with the next save. Who runs the machine needs nobody's word: for the program itself it is granted at once.</summary>
    public async Task ProposeAsync(Actor by, Guid personId, Role role, Guid? unitId, CancellationToken cancel = default)
    {
        if (by == Actor.Program)
        {
            await people.GrantAsync(by, personId, role, unitId, cancel: cancel);
            return;
        }

        Permit.Require(by.Holds(Role.SystemAdmin));
        db.Add(new RoleProposal { Id = Guid.CreateVersion7(clock.UtcNow), PersonId = personId, Role = role, UnitId = unitId, At = clock.UtcNow, ByName = by.Name });
    }

    /// <summary>Grants the chosen roles, all or none.</summary>
    /// <exception cref="ProblemException"><c>people.administrators-apart</c>, <c>people.none-chosen</c>.</exception>
    public async Task<int> ConfirmAsync(Actor by, IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        await using var transaction = await db.BeginOrJoinAsync(cancel);
        var chosen = await ChosenAsync(by, ids, cancel);
        foreach (var proposal in chosen)
        {
            await people.GrantAsync(by, proposal.PersonId, proposal.Role, proposal.UnitId, cancel: cancel);
        }

        db.RemoveRange(chosen);
        await db.SaveChangesAsync(cancel);
        await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
        return chosen.Count;
    }

    /// <summary>Refuses the chosen roles.</summary>
    /// <exception cref="ProblemException"><c>people.none-chosen</c>.</exception>
    public async Task<int> RefuseAsync(Actor by, IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        var chosen = await ChosenAsync(by, ids, cancel);
        foreach (var proposal in chosen)
        {
            audit.Note(by, "people.proposal-refused", proposal.PersonId, $"{proposal.Person!.Name}: {proposal.Role}");
        }

        db.RemoveRange(chosen);
        await db.SaveChangesAsync(cancel);
        return chosen.Count;
    }

    private async Task<List<RoleProposal>> ChosenAsync(Actor by, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        Permit.Require(by.Holds(Role.SecurityAdmin));
        var chosen = await db.Set<RoleProposal>().Include(p => p.Person).Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(cancel);
        return chosen.Count > 0 ? chosen : throw new ProblemException("people.none-chosen");
    }
}

internal sealed class RoleProposalMap : IEntityTypeConfiguration<RoleProposal>
{
    public void Configure(EntityTypeBuilder<RoleProposal> builder)
    {
        builder.ToTable("role_proposals");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne(p => p.Person).WithMany().HasForeignKey(p => p.PersonId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
