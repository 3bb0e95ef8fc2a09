using Gongkai.Web.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Institutions;

/// <summary>A person (人员) who signs in. User names are unique within the institution, not across the deployment.</summary>
public sealed class Person : IdentityUser<Guid>, IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>The name people call them by.</summary>
    public required string Name { get; set; }

    /// <summary>How the name is sorted, in pinyin; editable, since 曾 as a surname is Zeng.</summary>
    public string PinyinKey { get; set; } = "";

    /// <summary>The unit they work in.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Whether they read what is for Party members.</summary>
    public bool IsPartyMember { get; set; }

    /// <summary>A person who left keeps what they did and signs in no more.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Whether the password was made by the program and must be changed before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The language they read: zh or en.</summary>
    public string Language { get; set; } = "zh";

    /// <summary>When the account was made.</summary>
    public DateTime CreatedAt { get; init; }
}

/// <summary>A role held (任职) for a unit or, without one, for the whole school, between two days.</summary>
public sealed class RoleHolding : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Who holds it.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Which role.</summary>
    public Role Role { get; init; }

    /// <summary>For which unit and all below it; none is the whole school.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>First day it holds.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>Last day it holds; a delegation always has one.</summary>
    public DateOnly? UntilOn { get; set; }

    /// <summary>Who handed it over for a time (委托); none for a role of one's own.</summary>
    public Guid? DelegatedById { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => FromOn <= day && (UntilOn is null || UntilOn >= day);
}

/// <summary>What a person may do (角色), always for a unit or for the whole school.</summary>
public enum Role
{
    /// <summary>Signed-in student or staff: reads what is for the campus.</summary>
    Reader,

    /// <summary>信息员: writes what the unit owes.</summary>
    Liaison,

    /// <summary>第一责任人: approves or returns for the unit.</summary>
    UnitHead,

    /// <summary>保密审查员: signs or refuses.</summary>
    SecrecyReviewer,

    /// <summary>信息公开工作办公室: the ledger, publication, the catalogue.</summary>
    DisclosureOffice,

    /// <summary>监督小组: reads everything, changes nothing.</summary>
    Supervisor,

    /// <summary>系统管理员: accounts and settings; no rights, no content, no logs.</summary>
    SystemAdmin,

    /// <summary>安全管理员: who holds which role.</summary>
    SecurityAdmin,

    /// <summary>审计管理员: reads the logs.</summary>
    AuditAdmin,
}

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => new { p.InstitutionId, p.NormalizedUserName }).IsUnique();
        builder.Property(p => p.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoleHoldingMap : IEntityTypeConfiguration<RoleHolding>
{
    public void Configure(EntityTypeBuilder<RoleHolding> builder)
    {
        builder.ToTable("role_holdings");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasIndex(h => h.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(h => h.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A second factor's key or a recovery-code set, kept by the identity library under a name.</summary>
internal sealed class PersonTokenMap : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("person_tokens");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.UserId);
    }
}
