using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Institutions;

/// <summary>A unit (单位/部门) of the school: an office, a department, a college. Units form a tree and stand in official order.</summary>
public sealed class Unit : IBelongsToInstitution, IShown
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Short code, in addresses and index numbers.</summary>
    public required string Code { get; set; }

    /// <summary>Chinese name.</summary>
    public required string Name { get; set; }

    /// <summary>English name; empty means the Chinese one is shown.</summary>
    public string NameEn { get; set; } = "";

    /// <summary>Other names it goes by in lists, one a line, so that an imported catalogue finds it.</summary>
    public string Aliases { get; set; } = "";

    /// <summary>The unit it belongs to; none for one directly below the school.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Place in official order among its siblings.</summary>
    public int Order { get; set; }

    /// <summary>A college or the like, which may keep a catalogue of its own.</summary>
    public bool IsCollege { get; set; }

    /// <summary>Dissolved units keep their records and take no new ones.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Telephone for the public.</summary>
    public string Telephone { get; set; } = "";

    /// <summary>E-mail for the public.</summary>
    public string Email { get; set; } = "";

    /// <summary>The name in the reader's language.</summary>
    public string NameIn(bool english) => english && NameEn.Length > 0 ? NameEn : Name;

    /// <summary>Whether it goes by this name in a list.</summary>
    public bool IsCalled(string name) => Name == name || Code == name || Aliases.Split('\n', StringSplitOptions.TrimEntries).Contains(name);
}

internal sealed class UnitMap : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.HasIndex(u => new { u.InstitutionId, u.Code }).IsUnique();
        builder.HasIndex(u => new { u.InstitutionId, u.Name }).IsUnique();
    }
}
