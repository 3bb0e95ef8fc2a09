using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Records;

/// <summary>A route that the office set for a unit, a kind of record, both, or (with neither) for all. The most particular one counts.</summary>
public sealed class RouteSetting : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>For which unit; none is every unit.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>For which kind; none is every kind.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>Whether the unit's head reviews.</summary>
    public bool UnitReview { get; set; } = true;

    /// <summary>Whether the office approves.</summary>
    public bool OfficeApproval { get; set; } = true;

    /// <summary>The route it sets.</summary>
    public ReviewRoute Route => new(UnitReview, OfficeApproval);

    /// <summary>The route of a record among all settings: unit and kind before unit before kind before the general one.</summary>
    public static ReviewRoute For(IEnumerable<RouteSetting> settings, Guid unitId, RecordKind kind) =>
        settings.Where(s => (s.UnitId is null || s.UnitId == unitId) && (s.Kind is null || s.Kind == kind))
            .OrderByDescending(s => (s.UnitId is null ? 0 : 2) + (s.Kind is null ? 0 : 1))
            .FirstOrDefault()?.Route ?? ReviewRoute.Full;
}

/// <summary>What somebody typed while a colleague saved first: kept, so that nobody's text is lost.</summary>
public sealed class Salvage : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The edition it was typed in.</summary>
    public Guid EditionId { get; init; }

    /// <summary>Who typed it.</summary>
    public Guid ById { get; init; }

    /// <summary>Their name.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>The title they had.</summary>
    public string Title { get; init; } = "";

    /// <summary>The text they had.</summary>
    public string BodyHtml { get; init; } = "";
}
