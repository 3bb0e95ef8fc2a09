using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Tells numbers that are meant of each of several: 48个单位各设信息员1名，其中学院18名; 负责人6人，教师代表和学生代表各1人.</summary>
internal static partial class Each
{
    /// <summary>Whether the total is one of each, or the parts go on with so many of each that they make it up.</summary>
    public static bool IsSaid(List<FigureLine> lines, PartList list)
    {
        if (FigureLine.At(lines, list.Total.Span.Start) is not { } line)
        {
            return false;
        }

        var at = line.Figures.ToList().FindIndex(f => f.Span == list.Total.Span);
        return at >= 0 && (OfEach().IsMatch(line.Lead(at)) || GoesOn(line, list));
    }

    private static bool GoesOn(FigureLine line, PartList list)
    {
        var next = line.Figures.ToList().FindIndex(f => f.Span.Start > list.Parts[^1].Span.Start);
        return next > 0 && line.Clause(next) is var clause && clause.TrimEnd().EndsWith('各')
            && list.List.PlainSum() + (line.Figures[next].Value * (1 + Joint().Count(clause))) == list.Total.Value;
    }

    [GeneratedRegex(@"个[^，,。;\d]{0,12}(?:各|均|分别)[^类种级项处，,。;\d][^，,。;\d]{0,10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfEach();

    [GeneratedRegex(@"[、和与及]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joint();
}
