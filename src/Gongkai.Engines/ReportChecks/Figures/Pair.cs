namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Two numbers told of one thing.</summary>
internal static class Pair
{
    /// <summary>The two in the order of the text, with the name of what they are of.</summary>
    public static (string Name, Figure First, Figure Second) InOrder(string name, Figure a, Figure b) => a.Span.Start < b.Span.Start ? (name, a, b) : (name, b, a);
}
