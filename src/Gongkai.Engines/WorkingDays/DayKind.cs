namespace Gongkai.Engines.WorkingDays;

/// <summary>Why a day is or is not a working day.</summary>
public enum DayKind
{
    /// <summary>An ordinary working day, Monday to Friday.</summary>
    Workday,

    /// <summary>A weekend day on which work was moved by the State Council's notice (调休上班). It counts.</summary>
    MakeUpWorkday,

    /// <summary>A Saturday or Sunday outside any declared holiday.</summary>
    Weekend,

    /// <summary>A day of a declared holiday, weekend days within it included.</summary>
    Holiday,
}
