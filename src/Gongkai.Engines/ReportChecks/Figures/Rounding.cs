namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>How exactly a rate is stated, and whether a real one may be stated so.</summary>
internal static class Rounding
{
    /// <summary>Rounding and cutting off are both common; a whole number may be off by less than one.</summary>
    public static bool Fits(decimal stated, decimal real) => Math.Abs(stated - real) < Step(stated);

    /// <summary>One for a whole number, a tenth for one decimal (60.0 has one), else a hundredth.</summary>
    public static decimal Step(decimal stated) => stated.Scale switch { 0 => 1m, 1 => 0.1m, _ => 0.01m };
}
