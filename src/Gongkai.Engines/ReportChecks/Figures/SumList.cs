namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>A list of parts, some of which are divided again (其中). Which of the numbers that follow belong to the inner list the text
/// does not say; every way of reading it is tried before anything is called wrong.</summary>
/// <param name="Values">The numbers in order.</param>
/// <param name="OpensInner">Whether the number begins a list of parts of the one before it.</param>
internal sealed record SumList(IReadOnlyList<decimal> Values, IReadOnlyList<bool> OpensInner)
{
    private const int LongestTried = 24;

    /// <summary>Whether the parts make up the total in some way of reading the list. The list may end before its last number where
    /// something else begins: a second way of dividing the same total, or what <paramref name="mayEndBefore"/> says.</summary>
    public bool CanReach(decimal total, Func<int, bool>? mayEndBefore = null)
    {
        if (Values.Count > LongestTried)
        {
            return Values.Sum() == total;
        }

        if (!IsNested())
        {
            return CanReachPlainly(total, mayEndBefore);
        }

        var sums = new HashSet<decimal>[Values.Count + 1];
        sums[Values.Count] = [0];
        for (var at = Values.Count - 1; at >= 0; at--)
        {
            sums[at] = [.. Rests(at, sums).Select(rest => rest + Values[at])];
            if (mayEndBefore is null || mayEndBefore(at) || Values.Skip(at).Sum() == total)
            {
                sums[at].Add(0);
            }
        }

        return sums[0].Contains(total);
    }

    private bool IsNested()
    {
        for (var at = 1; at < OpensInner.Count; at++)
        {
            if (OpensInner[at])
            {
                return true;
            }
        }

        return false;
    }

    // Without inner lists the only question is where the list ends.
    private bool CanReachPlainly(decimal total, Func<int, bool>? mayEndBefore)
    {
        var whole = Values.Sum();
        var sum = 0m;
        for (var at = 0; at < Values.Count; at++)
        {
            if (sum == total && (mayEndBefore is null || mayEndBefore(at) || whole - sum == total))
            {
                return true;
            }

            sum += Values[at];
        }

        return sum == total;
    }

    /// <summary>How many of the numbers a reader would add up.</summary>
    public int Outer => Reckon().Count;

    /// <summary>The sum a reader would reckon: inner parts left out as long as they fit into the part they divide.</summary>
    public decimal PlainSum() => Reckon().Sum;

    private (decimal Sum, int Count) Reckon()
    {
        var (sum, count) = (0m, 0);
        for (var at = 0; at < Values.Count;)
        {
            var part = Values[at];
            sum += part;
            count++;
            at++;
            if (at < Values.Count && OpensInner[at])
            {
                var inner = Values[at];
                at++;
                while (at < Values.Count && inner + Values[at] <= part)
                {
                    inner += Values[at];
                    at++;
                }
            }
        }

        return (sum, count);
    }

    private IEnumerable<decimal> Rests(int at, HashSet<decimal>[] sums)
    {
        if (at + 1 >= Values.Count || !OpensInner[at + 1])
        {
            return sums[at + 1];
        }

        return Enumerable.Range(at + 2, Values.Count - at - 1).SelectMany(end => sums[end]).Distinct();
    }
}
