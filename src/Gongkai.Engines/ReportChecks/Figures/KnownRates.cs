using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares a rate that has a name of its own with the numbers the name is of, wherever they stand near it: 录取率61.2%（报名2500人）; 预算52640万元，决算51060.8万元，完成预算的97%.
/// Worth a look only.</summary>
internal static partial class KnownRates
{
    private const int Words = 14;
    private const int Clause = 16;
    private const int LongestExplanation = 32;
    private const int Before = 300;
    private const int Behind = 40;

    private static readonly SearchValues<char> Marks = SearchValues.Create("，,;。()\n:%");

    private static readonly Entry[] Rates = Load();

    /// <summary>What the rate is of and what it would be; null when something near gives it, or what it is of is not there.</summary>
    public static (Figure Whole, decimal Real)? Read(Reading reading, Figure rate)
    {
        var folded = reading.Folded;
        var before = Explained().Replace(folded[Math.Max(0, rate.Span.Start - Words - LongestExplanation)..rate.Span.Start], "");
        var words = before[Math.Max(0, before.Length - Words)..];
        words = words[(words.AsSpan().LastIndexOfAny(Marks) + 1)..];
        if (rate.Approximate || rate.Value is <= 0 or > Percent.Whole || Array.Find(Rates, r => r.Names.Exists(n => words.Contains(n, StringComparison.Ordinal))) is not { } entry)
        {
            return null;
        }

        var near = reading.FiguresFrom(rate.Span.Start - Before).TakeWhile(f => f.Span.End <= rate.Span.End + Behind).Where(f => !Units.IsRate(f.Unit) && f.Value > 0).ToList();
        var parts = near.FindAll(f => Names(folded, f, entry.Parts));
        var wholes = near.FindAll(f => Names(folded, f, entry.Wholes));
        var ways = (from whole in wholes from part in parts where part != whole && part.Value <= whole.Value && IsAlike(part, whole) select (whole, part)).ToList();
        return ways.Count == 0 || parts.Concat(wholes).Any(f => f.Approximate) || IsGiven(folded, InSentence(reading, near, ways, rate), entry, rate) ? null
            : ways.Select(w => ((Figure Whole, decimal Real)?)(w.whole, w.part.Value / w.whole.Value * Percent.Whole)).MinBy(w => Math.Abs(w!.Value.Real - rate.Value));
    }

    // 计划招生2600人，实际录取2574人，完成计划的97%: where the sentence tells both, no number outside of it gives the rate.
    private static List<Figure> InSentence(Reading reading, List<Figure> near, List<(Figure Whole, Figure Part)> ways, Figure rate) =>
        reading.SentenceAt(rate.Span.Start) is var sentence && ways.Exists(w => w.Part == reading.FiguresFrom(w.Part.Span.Start).TakeWhile(f => f.Span.Start < rate.Span.Start).LastOrDefault() && sentence.Contains(w.Whole.Span) && sentence.Contains(w.Part.Span)) ? near.FindAll(f => sentence.Contains(f.Span)) : near;

    // 升学582人 of 3531 that found work is no 升学率, however exactly it comes out.
    private static bool IsGiven(string folded, List<Figure> near, Entry entry, Figure rate) =>
        (from part in near from whole in near where part.Value <= whole.Value && Rounding.Fits(rate.Value, part.Value / whole.Value * Percent.Whole) select (whole, part))
            .Any(g => rate.Value.Scale == 0 || !Names(folded, g.part, entry.Parts) || !Names(folded, g.whole, entry.Not) || Names(folded, g.whole, entry.Wholes));

    private static bool IsAlike(Figure part, Figure whole) => Units.AreAlike(part.Unit, whole.Unit) || (part.Unit, whole.Unit) is ("人次" or "人", "个");

    // The words of the figure's clause before it, and those just behind it.
    private static bool Names(string folded, Figure figure, List<string> words)
    {
        var before = folded[Math.Max(0, figure.Span.Start - Clause)..figure.Span.Start];
        before = before[(before.AsSpan().LastIndexOfAny(Marks) + 1)..];
        var after = folded[figure.Span.End..Math.Min(folded.Length, figure.Span.End + (Clause / 2))];
        var stop = after.AsSpan().IndexOfAny(Marks);
        var said = before + "#" + (stop < 0 ? after : after[..stop]);
        return words.Exists(w => said.Contains(w, StringComparison.Ordinal));
    }

    // 报到率（报到人数占录取人数的比例）为85.56%: what stands in brackets says how it is reckoned.
    [GeneratedRegex(@"\([^()]*\)(?:为|是|达)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Explained();

    private static Entry[] Load()
    {
        return DataFile.Read<Data>("rates.data.json").Rates;
    }

    private sealed record Data(Entry[] Rates);

    private sealed record Entry(List<string> Names, List<string> Wholes, List<string> Parts, List<string> Not)
    {
        public List<string> Not { get; init; } = Not ?? [];
    }
}
