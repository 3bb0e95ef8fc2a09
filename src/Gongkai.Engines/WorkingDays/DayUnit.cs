namespace Gongkai.Engines.WorkingDays;

/// <summary>What a legal limit counts in. The two are never mixed: the Budget Law says 二十日 (days), the Measures say 工作日.</summary>
public enum DayUnit
{
    /// <summary>Working days (工作日): neither a weekend nor a State Council holiday, or a declared make-up day.</summary>
    Working,

    /// <summary>Calendar days (日). A last day that is a rest day moves to the next working day (Civil Code, Article 203).</summary>
    Calendar,
}
