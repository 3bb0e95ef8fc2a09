namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>A day or a number of no quantity that is told twice and differs.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="First">As it is told first.</param>
/// <param name="Second">As it is told then.</param>
/// <param name="Span">Where the second stands.</param>
internal sealed record Retold(string Name, string First, string Second, TextSpan Span);
