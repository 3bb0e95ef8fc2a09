namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>A slip that may have been made at a place of a text.</summary>
/// <param name="Removed">How many signs are wrong, from the place on.</param>
/// <param name="Meant">What was meant instead of them.</param>
/// <param name="Least">By how much the logarithm of the text's likelihood must grow to make it credible.</param>
internal readonly record struct Slip(int Removed, string Meant, double Least);
