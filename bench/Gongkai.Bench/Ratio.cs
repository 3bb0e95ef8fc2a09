using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Bench;

/// <summary>One measured ratio, beside the bar it must hold.</summary>
/// <param name="What">What was compared with what.</param>
/// <param name="Value">The ratio.</param>
/// <param name="Bar">The most it may be.</param>
internal sealed record Ratio(string What, double Value, double Bar)
{
    /// <summary>Whether it is within its bar.</summary>
    public bool Holds => Value <= Bar;

    /// <summary>The time of one act over the time of another. They take turns, so that a noisy minute falls on both; the best round of
    /// each counts, since noise only ever adds.</summary>
    public static Ratio OfTimes(string what, double bar, Action act, Action measure, int rounds = 5)
    {
        var (own, other) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round <= rounds; round++)
        {
            var (first, second) = (Time(act), Time(measure));
            if (round > 0)
            {
                (own, other) = (Math.Min(own, first), Math.Min(other, second));
            }
        }

        return new Ratio(what, own / other, bar);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"| {What} | {Value:0.###} | {Bar:0.###} | {(Holds ? "yes" : "NO")} |");

    private static double Time(Action act)
    {
        GC.Collect();
        var from = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(from).TotalSeconds;
    }
}
