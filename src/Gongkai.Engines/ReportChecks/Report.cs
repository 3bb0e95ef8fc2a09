using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.ReportChecks;

/// <summary>What an annual disclosure report says and what is wrong with it.</summary>
/// <param name="Text">The text that every span points into.</param>
/// <param name="Institution">The school it is about; null when it does not say.</param>
/// <param name="AcademicYear">The school year it is for; null when it does not say.</param>
/// <param name="Period">The days its figures are from: as stated, else those of the school year.</param>
/// <param name="Sections">Its parts in order.</param>
/// <param name="Figures">Every number it gives, in order.</param>
/// <param name="Findings">What is wrong, in the order of the text.</param>
public sealed record Report(
    string Text,
    string? Institution,
    AcademicYear? AcademicYear,
    Period? Period,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<ReportFinding> Findings);
