namespace Gongkai.Engines.ReportChecks;

/// <summary>A part of a report, from its heading to the next one of the same rank.</summary>
/// <param name="Kind">Which standard part it is; null when the heading fits none.</param>
/// <param name="Title">The heading, its number included.</param>
/// <param name="Span">Heading and body.</param>
public sealed record Section(SectionKind? Kind, string Title, TextSpan Span);

/// <summary>A number the report gives.</summary>
/// <param name="Label">What it counts, as near as the text says it.</param>
/// <param name="Value">The number itself; 5.1万 is 51000.</param>
/// <param name="Unit">Its measure word or %, empty when there is none.</param>
/// <param name="Approximate">Whether the text calls it approximate (余, 多, 近, 约, 超过).</param>
/// <param name="Section">The part it stands in; null before the first.</param>
/// <param name="Span">The number with its unit.</param>
public sealed record Figure(string Label, decimal Value, string Unit, bool Approximate, SectionKind? Section, TextSpan Span);

/// <summary>A stretch of days, both ends included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct Period(DateOnly From, DateOnly To);
