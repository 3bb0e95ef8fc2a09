namespace Gongkai.Web.Platform.Time;

/// <summary>A clock that is set by hand: for demo data, which is made through the same desks as real data, only at other times.</summary>
public sealed class SteeredTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Goes on to a later instant.</summary>
    public void GoTo(DateTimeOffset later) => _now = later > _now ? later : _now;
}
