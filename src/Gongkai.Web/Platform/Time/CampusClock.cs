namespace Gongkai.Web.Platform.Time;

/// <summary>The one source of "now" and "today". Instants are UTC; days are days on campus. It never runs backwards: when the
/// machine's clock is set back, it stands still until the machine has caught up, so that nothing published disappears.</summary>
public sealed class CampusClock(TimeProvider time, CampusZone zone, HighWaterMark mark)
{
    /// <summary>This instant, in UTC, in whole microseconds: PostgreSQL keeps microseconds and .NET ticks of 100 ns, so a value read
    /// back from either database equals the value that was written.</summary>
    public DateTime UtcNow
    {
        get
        {
            var now = time.GetUtcNow().UtcDateTime;
            return mark.Raise(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)));
        }
    }

    /// <summary>Today on campus.</summary>
    public DateOnly Today => DayOf(UtcNow);

    /// <summary>The campus day an instant falls on.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToCampus(utc));

    /// <summary>Campus wall-clock time of an instant.</summary>
    public DateTime ToCampus(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone.Zone);

    /// <summary>The instant of a campus wall-clock time.</summary>
    public DateTime ToUtc(DateTime campus) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(campus, DateTimeKind.Unspecified), zone.Zone);

    /// <summary>The first instant of a campus day.</summary>
    public DateTime StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));
}

/// <summary>The time zone of the campus. China has one, but an institution abroad may have another.</summary>
public sealed record CampusZone(TimeZoneInfo Zone)
{
    /// <summary>China Standard Time.</summary>
    public static CampusZone China { get; } = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
}

/// <summary>The latest instant this program has seen.</summary>
public sealed class HighWaterMark
{
    private long _ticks;

    /// <summary>Gives back the later of the given instant and every one before it.</summary>
    public DateTime Raise(DateTime utc)
    {
        var seen = Interlocked.Read(ref _ticks);
        while (utc.Ticks > seen)
        {
            var was = Interlocked.CompareExchange(ref _ticks, utc.Ticks, seen);
            if (was == seen)
            {
                return utc;
            }

            seen = was;
        }

        return new DateTime(seen, DateTimeKind.Utc);
    }
}
