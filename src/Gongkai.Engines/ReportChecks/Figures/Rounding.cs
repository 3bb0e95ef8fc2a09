namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>How exactly a rate is stated, and whether a real one may be stated so.</summary>
internal static class Rounding
{
    // How far a rate of about so many percent may be off.
    private const decimal About = 2m;

    /// <summary>Rounding and cutting off are both common; a whole number may be off by less than one.</summary>
    public static bool Fits(decimal stated, decimal real) => Math.Abs(stated - real) < Step(stated);

    /// <summary>The same of a rate that may be called approximate.</summary>
    public static bool Fits(Figure stated, decimal real) => stated.Approximate ? Math.Abs(stated.Value - real) <= About : Fits(stated.Value, real);

    /// <summary>One for a whole number, a tenth for one decimal (60.0 has one), else a hundredth.</summary>
    public static decimal Step(decimal stated) => stated.Scale switch { 0 => 1m, 1 => 0.1m, _ => 0.01m };
}
