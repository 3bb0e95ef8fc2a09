using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Parts that are counted in measures of their own: 585条，包括文件214件、纪要63期、通知308条; 52个单位（学院14个、医院3家、部门35个). They add up when the measures may; where they do not, it
/// is worth a look only, since what is counted otherwise need not be a part.</summary>
internal static partial class MixedParts
{
    /// <summary>The number just before, when the first of the parts is counted in another measure that may be added to its own.</summary>
    public static Figure? Parent(FigureLine line, int i) =>
        i > 0 && line.Figures[i - 1].Unit != line.Figures[i].Unit && line.Depth(i - 1) <= line.Depth(i) && Units.MayBeAdded(line.Figures[i - 1].Unit, line.Figures[i].Unit)
            && !PartWords.IsChange(line.Clause(i - 1)) && !Each().IsMatch(line.Clause(i - 1)) && !Each().IsMatch(line.Gap(i))
            ? line.Figures[i - 1]
            : null;

    /// <summary>The parts in all measures, when those of the total's own do not make it up and there are others; null when the plain list is to be judged.</summary>
    public static (List<Figure> Figures, SumList List, int Taken)? Read(FigureLine line, int i, Figure total, (List<Figure> Figures, SumList List, int Taken) plain)
    {
        if (plain.Figures.Count > 0 && plain.List.CanReach(total.Value))
        {
            return null;
        }

        var mixed = PartListReader.Parts(line, i, unit => Units.MayBeAdded(unit, total.Unit));
        return mixed.Figures.Count > Math.Max(1, plain.Figures.Count) && mixed.Figures.TrueForAll(f => f.Value <= total.Value) ? mixed : null;
    }

    [GeneratedRegex(@"平均|[日月周人场年]均|每|各\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Each();
}
