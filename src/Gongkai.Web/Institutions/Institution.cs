using Gongkai.Web.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Institutions;

/// <summary>A university or college (学校) that discloses. One deployment may hold many, each answering to its own host names.</summary>
public sealed class Institution : IShown
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The ministry's school code (学校代码), five digits; begins every index number.</summary>
    public required string Code { get; set; }

    /// <summary>Full Chinese name.</summary>
    public required string Name { get; set; }

    /// <summary>English name; empty means the Chinese one is shown.</summary>
    public string NameEn { get; set; } = "";

    /// <summary>Host names that choose this institution, one a line. A sole institution answers any host.</summary>
    public string Hosts { get; set; } = "";

    /// <summary>Institutional colour, like #0b4f7a.</summary>
    public string Colour { get; set; } = "#0b4f7a";

    /// <summary>The logo's blob, if there is one.</summary>
    public string? LogoHash { get; set; }

    /// <summary>The logo's content type.</summary>
    public string? LogoType { get; set; }

    /// <summary>ICP filing number (ICP备案) shown in the footer.</summary>
    public string IcpNumber { get; set; } = "";

    /// <summary>Public-security filing number (公安备案) shown in the footer.</summary>
    public string PoliceNumber { get; set; } = "";

    /// <summary>主办单位 shown in the footer.</summary>
    public string Organiser { get; set; } = "";

    /// <summary>Who the school answers to; decides budget and filing clocks.</summary>
    public SuperiorBody SuperiorBody { get; set; }

    /// <summary>The disclosure office as the public reaches it (Measures Art. 11).</summary>
    public OfficeContact Contact { get; set; } = new();

    /// <summary>The guide (信息公开指南) in clean HTML; empty shows the standard one.</summary>
    public string GuideHtml { get; set; } = "";

    /// <summary>When it was set up.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Guards against two people changing it at once.</summary>
    public int Version { get; set; }

    /// <summary>The name in the reader's language.</summary>
    public string NameIn(bool english) => english && NameEn.Length > 0 ? NameEn : Name;
}

/// <summary>主管部门: decides within how many days budgets are published and where the report is filed.</summary>
public enum SuperiorBody
{
    /// <summary>教育部直属: budgets within 10 working days of approval.</summary>
    Ministry,

    /// <summary>Another central body.</summary>
    CentralBody,

    /// <summary>省属: budgets within 20 days of approval (Budget Law Art. 14).</summary>
    Province,

    /// <summary>市属 and others.</summary>
    Other,
}

/// <summary>How the public reaches the disclosure office: name, person in charge, address, hours, telephone, fax, e-mail.</summary>
public sealed class OfficeContact
{
    /// <summary>Name of the office.</summary>
    public string Office { get; set; } = "";

    /// <summary>Person in charge.</summary>
    public string Head { get; set; } = "";

    /// <summary>Postal address.</summary>
    public string Address { get; set; } = "";

    /// <summary>Opening hours.</summary>
    public string Hours { get; set; } = "";

    /// <summary>Telephone.</summary>
    public string Telephone { get; set; } = "";

    /// <summary>Fax.</summary>
    public string Fax { get; set; } = "";

    /// <summary>E-mail.</summary>
    public string Email { get; set; } = "";
}

internal sealed class InstitutionMap : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> builder)
    {
        builder.ToTable("institutions");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasIndex(i => i.Code).IsUnique();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.OwnsOne(i => i.Contact);
    }
}
