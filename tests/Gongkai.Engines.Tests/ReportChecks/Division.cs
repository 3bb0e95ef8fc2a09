using Gongkai.Engines.ReportChecks.Texts.Language;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>The words of a text that a lattice has read.</summary>
internal static class Division
{
    /// <summary>The words, in order, of the likeliest division of what the lattice read last.</summary>
    public static IEnumerable<string> Words(this Lattice lattice)
    {
        var starts = lattice.Starts();
        for (var at = 0; at < starts.Length;)
        {
            var end = at + 1;
            while (end < starts.Length && starts[end] == at)
            {
                end++;
            }

            yield return lattice.Signs[at..end];
            at = end;
        }
    }
}
