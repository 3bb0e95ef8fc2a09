namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>A character that another may have been typed for.</summary>
/// <param name="Meant">The character.</param>
/// <param name="IsTwin">Whether the two can hardly be told apart: 己 and 已.</param>
internal readonly record struct Confusable(char Meant, bool IsTwin);
