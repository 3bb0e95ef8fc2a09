namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>A slip of typing that, undone, makes the text read much likelier.</summary>
/// <param name="Start">The first sign of the words it stands in.</param>
/// <param name="Length">How many signs they have.</param>
/// <param name="Place">The sign that is wrong.</param>
/// <param name="Right">What was meant in their place.</param>
/// <param name="Gain">By how much the logarithm of its likelihood grows.</param>
internal sealed record Correction(int Start, int Length, int Place, string Right, double Gain);
