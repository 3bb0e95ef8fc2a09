namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>How much of one short text is found again in another, by pairs of characters.</summary>
internal static class Likeness
{
    /// <summary>From 0 to 1, of the shorter text's pairs.</summary>
    public static double Of(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (shorter.Length < 2)
        {
            return longer.Contains(shorter, StringComparison.Ordinal) && shorter.Length > 0 ? 1 : 0;
        }

        var pairs = 0;
        var found = 0;
        for (var i = 0; i + 1 < shorter.Length; i++)
        {
            pairs++;
            found += longer.Contains(shorter.Substring(i, 2), StringComparison.Ordinal) ? 1 : 0;
        }

        return (double)found / pairs;
    }
}
