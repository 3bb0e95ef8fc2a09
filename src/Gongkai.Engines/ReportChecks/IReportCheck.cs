using System.Globalization;

namespace Gongkai.Engines.ReportChecks;

/// <summary>One kind of mistake that is looked for.</summary>
internal interface IReportCheck
{
    IEnumerable<ReportFinding> Run(Reading reading);
}

/// <summary>Makes findings.</summary>
internal static class Notice
{
    public static ReportFinding Of(string code, Severity severity, TextSpan span, string wordCase = "", params (string Name, string Value)[] details) =>
        new(code, severity, span, wordCase.Length == 0 ? code : $"{code}.{wordCase}", details.ToDictionary(d => d.Name, d => Shorten(d.Value)));

    private static string Shorten(string value)
    {
        const int Longest = 160;
        return value.Length <= Longest ? value : $"{value[..Longest]}…";
    }

    /// <summary>The numbers with plus signs between; of a very long list the first ones.</summary>
    public static string Say(IReadOnlyList<Figure> figures)
    {
        const int Most = 20;
        var sum = string.Join(" + ", figures.Take(Most).Select(f => Say(f.Value)));
        return figures.Count > Most ? $"{sum} + …" : sum;
    }

    public static string Say(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
