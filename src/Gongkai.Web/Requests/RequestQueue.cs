using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>A case as a list shows it: the matter, never the person.</summary>
public sealed record RequestLine(Guid Id, string Number, string Matter, RequestStatus Status, RequestChannel Channel, ApplicantKind Kind, DateOnly ReceivedOn, DateOnly DueOn, bool IsProvisional, bool IsRunning, DateOnly? ClosedOn, string Outcome)
{
    /// <summary>Whether its day has passed while its clock ran.</summary>
    public bool IsLate(DateOnly today) => ClosedOn is null ? IsRunning && DueOn < today : ClosedOn > DueOn;
}

/// <summary>The office's list of requests: one register for every channel, filtered and sorted, only what the person has business with.</summary>
public sealed class RequestQueue(GongkaiDb db, CampusClock clock, RequestPolicyDesk policies)
{
    /// <summary>What may be asked of the list.</summary>
    public sealed record Filter
    {
        /// <summary>Words in matter or number.</summary>
        public string Q { get; init; } = "";

        /// <summary>Where it stands.</summary>
        public RequestStatus? Status { get; init; }

        /// <summary>Open, late or closed.</summary>
        public string Show { get; init; } = "open";

        /// <summary>How it came in.</summary>
        public RequestChannel? Channel { get; init; }

        /// <summary>A cell of the statistics, like <c>3.3.4</c> or <c>1</c>.</summary>
        public string Row { get; init; } = "";

        /// <summary>The cell's column; null is the total.</summary>
        public ApplicantKind? Kind { get; init; }

        /// <summary>First day of the cell's period.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day of the cell's period.</summary>
        public DateOnly? To { get; init; }

        /// <summary>Sorted by: due, received, number.</summary>
        public string Sort { get; init; } = "due";
    }

    /// <summary>The cases a person has business with, as asked.</summary>
    public async Task<IQueryable<InformationRequest>> FindAsync(Actor by, Filter filter, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(filter);
        var rows = await ForAsync(by, cancel);
        if (filter.Q.Trim().Normalize() is { Length: > 0 } words)
        {
            rows = rows.Where(r => r.Matter.Contains(words) || r.Number.Contains(words));
        }

        if (filter.Row.Length > 0)
        {
            rows = RequestStatistics.Cell(rows, filter.Row, filter.Kind, filter.From ?? DateOnly.MinValue, filter.To ?? DateOnly.MaxValue);
        }
        else
        {
            var (open, today) = (RequestLifecycle.Open.ToList(), clock.Today);
            rows = filter.Status is { } status ? rows.Where(r => r.Status == status) : filter.Show switch
            {
                "open" => rows.Where(r => open.Contains(r.Status)),
                "late" => rows.Where(r => open.Contains(r.Status) && r.Clock.DueOn < today && r.Clock.State == Engines.WorkingDays.ClockState.Running),
                "closed" => rows.Where(r => !open.Contains(r.Status)),
                _ => rows,
            };
            rows = filter.Kind is { } kind ? rows.Where(r => r.ApplicantKind == kind) : rows;
        }

        rows = filter.Channel is { } channel ? rows.Where(r => r.Channel == channel) : rows;
        return filter.Sort switch
        {
            "received" => rows.OrderByDescending(r => r.ReceivedOn).ThenByDescending(r => r.Number),
            "number" => rows.OrderByDescending(r => r.Number),
            _ => rows.OrderBy(r => r.ClosedOn != null).ThenBy(r => r.Clock.DueOn).ThenBy(r => r.Number),
        };
    }

    /// <summary>As a list shows them.</summary>
    public static IQueryable<RequestLine> Lines(IQueryable<InformationRequest> rows) => rows.Select(r => new RequestLine(
        r.Id, r.Number, r.Matter, r.Status, r.Channel, r.ApplicantKind, r.ReceivedOn, r.Clock.DueOn, r.Clock.IsProvisional, r.Clock.State == Engines.WorkingDays.ClockState.Running, r.ClosedOn, r.Outcome));

    private async Task<IQueryable<InformationRequest>> ForAsync(Actor by, CancellationToken cancel)
    {
        var rows = db.Set<InformationRequest>().AsNoTracking();
        if (RequestPermits.MayReadFile(by, await policies.OfficeUnitAsync(cancel)))
        {
            return rows;
        }

        var units = new[] { Role.Liaison, Role.UnitHead }.Select(by.UnitsFor).ToList();
        if (units.Contains(null))
        {
            return rows.Where(r => r.Parts.Any() || r.TakenByUnitId != null);
        }

        var mine = units.SelectMany(u => u!).Distinct().ToList();
        return rows.Where(r => r.Parts.Any(p => mine.Contains(p.UnitId)) || (r.TakenByUnitId != null && mine.Contains(r.TakenByUnitId.Value)));
    }
}
