namespace Gongkai.Engines.ReportChecks;

/// <summary>Takes out what says of the same numbers once more what another check has said.</summary>
internal static class Duplicates
{
    private static readonly HashSet<string> Numbers = [ReportCodes.SumMismatch, ReportCodes.PercentMismatch];

    public static List<ReportFinding> Without(List<ReportFinding> findings) =>
        findings.FindAll(f => !findings.Exists(other => other != f && SaysTheSame(f, other) && IsBetter(findings, other, f)));

    private static bool SaysTheSame(ReportFinding a, ReportFinding b) =>
        a.Code == b.Code && Numbers.Contains(a.Code) && (a.Span == b.Span || (a.Severity != b.Severity && (a.Span.Contains(b.Span) || b.Span.Contains(a.Span))) || (a.Span.Start < b.Span.End && b.Span.Start < a.Span.End && a.Found == b.Found && a.Expected == b.Expected));

    private static bool IsBetter(List<ReportFinding> findings, ReportFinding a, ReportFinding b) =>
        a.Severity != b.Severity ? a.Severity > b.Severity : findings.IndexOf(a) < findings.IndexOf(b);
}
