namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>How a sentence introduces the parts of a total, and so how much it claims.</summary>
internal enum PartClaim
{
    /// <summary>其中: some of it; fewer is no mistake.</summary>
    Some,

    /// <summary>包括: most likely all of it.</summary>
    Includes,

    /// <summary>分别, a colon, brackets, 其他, 组成: all of it.</summary>
    All,

    /// <summary>No word at all: the parts merely follow.</summary>
    Implied,

    /// <summary>Only the look of the sentence speaks for it: worth a look, never an error.</summary>
    Likely,
}

/// <summary>A total and the parts that are said to belong to it.</summary>
/// <param name="Total">The total.</param>
/// <param name="Parts">The parts, those of inner lists included.</param>
/// <param name="List">Their numbers.</param>
/// <param name="Claim">What the sentence claims of them.</param>
internal sealed record PartList(Figure Total, IReadOnlyList<Figure> Parts, SumList List, PartClaim Claim)
{
    /// <summary>A total with parts of which none is divided again.</summary>
    public static PartList Flat(Figure total, IReadOnlyList<Figure> parts, PartClaim claim) => new(total, parts, new SumList([.. parts.Select(p => p.Value)], new bool[parts.Count]), claim);

    /// <summary>Whether the total is itself a part of another list, so that numbers after its own parts may belong to that one.</summary>
    public bool IsInner { get; init; }

    /// <summary>From the total to the last part, whichever stands first.</summary>
    public TextSpan Span => new(
        Math.Min(Total.Span.Start, Parts[0].Span.Start),
        Math.Max(Total.Span.End, Parts[^1].Span.End));

    /// <summary>Whether the first of some parts, two or more, make up the total already: 共76场，其中演出48场、展览28场，因故取消的9场. What follows them may be no part of it.</summary>
    public static bool EndsBeforeLast(IReadOnlyList<Figure> parts, decimal total)
    {
        var sum = parts[0].Value;
        for (var at = 1; at < parts.Count - 1; at++)
        {
            sum += parts[at].Value;
            if (sum == total)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a part alone is a little more than the total, as a mistyped one is: 采购项目132项，合同金额1.16亿元，其中公开招标138项.</summary>
    public static bool IsLittleMore(IReadOnlyList<Figure> parts, Figure total) => parts is [{ Approximate: false } only] && only.Value > total.Value && Closeness.IsMissed(total.Value, [only.Value]);

    /// <summary>Whether any of the numbers is only approximate.</summary>
    public bool IsApproximate => Total.Approximate || Parts.Any(p => p.Approximate);
}
