namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a percentage with the numbers it may be made of.</summary>
internal static class Percent
{
    /// <summary>All of it.</summary>
    public const decimal Whole = 100m;

    private const int Far = 300;

    /// <summary>A finding when none of the wholes gives the percentage; said of the likeliest one. Null when there is none.</summary>
    public static ReportFinding? Compare(Figure percent, Figure part, List<Figure> wholes, Figure? whole)
    {
        if (whole is null || part.Approximate || whole.Value == 0 || wholes.Exists(w => w.Value > 0 && Rounding.Fits(percent, part.Value / w.Value * Whole)))
        {
            return null;
        }

        return Mismatch(percent, whole, Say(part.Value / whole.Value * Whole, percent.Value));
    }

    /// <summary>The same for three figures of a sentence, when part and whole count alike.</summary>
    public static ReportFinding? CompareIn(List<Figure> figures, int percent, int part, int whole) =>
        Units.Same(figures[part].Unit, figures[whole].Unit) && figures[part].Value <= figures[whole].Value && !figures[whole].Approximate
            ? Compare(figures[percent], figures[part], [figures[whole]], figures[whole])
            : null;

    /// <summary>The words between a figure and the one before it.</summary>
    public static string Between(string text, List<Figure> figures, int i) => text[figures[i - 1].Span.End..figures[i].Span.Start];

    /// <summary>The rate as exactly as the stated one.</summary>
    public static string Say(decimal real, decimal stated) => $"{Notice.Say(Math.Round(real, Rounding.Step(stated) == 1m ? 1 : 2))}%";

    /// <summary>A percentage that does not fit.</summary>
    public static ReportFinding Mismatch(Figure percent, Figure other, string expected, string? found = null, Severity severity = Severity.Error, string wordCase = "") => Notice.Of(
        ReportCodes.PercentMismatch,
        percent.Approximate ? Severity.Warning : severity,
        new TextSpan(Math.Abs(percent.Span.Start - other.Span.Start) > Far ? percent.Span.Start : Math.Min(percent.Span.Start, other.Span.Start), percent.Span.End),
        wordCase,
        ("expected", expected),
        ("found", found ?? $"{Notice.Say(percent.Value)}%"));
}
