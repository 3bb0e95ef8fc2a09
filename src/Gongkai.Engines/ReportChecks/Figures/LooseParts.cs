using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds parts by where they stand alone: several numbers of one measure told one after another, and near them a number of the same measure that they very nearly add up to. Nothing is
/// asked of the words but that none speaks of another time, a change or an average; anything near that the numbers do add up to clears them. Worth a look, never an error.</summary>
internal static partial class LooseParts
{
    private const int LongestJoint = 36;
    private const int MostParts = 12;
    private const int MostTotals = 6;
    private const int FewestUnnamed = 3;
    private const int FarthestTotal = 40;

    private static readonly char[][] Digits = [['二', '两'], ['三'], ['四'], ['五'], ['六'], ['七'], ['八'], ['九']];

    public static IEnumerable<PartList> Read(IReadOnlyList<FigureLine> lines)
    {
        for (var from = 0; from < lines.Count;)
        {
            var to = from + 1;
            while (to < lines.Count && lines[to].Sentence.Block == lines[from].Sentence.Block)
            {
                to++;
            }

            var above = lines.Take(from).Reverse().TakeWhile(l => lines[from].Sentence.Block - l.Sentence.Block == 1).Take(1).SelectMany(Of).ToList();
            foreach (var kind in lines.Skip(from).Take(to - from).SelectMany(Of).Where(t => t.Figure.Unit.Length > 0).GroupBy(t => t.Figure.Unit).Where(g => g.Count() > 1))
            {
                var near = above.Where(t => t.Figure.Unit == kind.Key).Concat(kind).ToList();
                foreach (var list in Runs([.. kind]).SelectMany(run => Ways(run).Select(parts => Of(near, run, parts))))
                {
                    if (list is not null)
                    {
                        yield return list;
                    }
                }
            }

            from = to;
        }
    }

    private static IEnumerable<Told> Of(FigureLine line) => Enumerable.Range(0, line.Count).Select(i => new Told(line, i));

    // Numbers that follow each other within a sentence.
    private static IEnumerable<List<Told>> Runs(List<Told> kind)
    {
        var run = new List<Told>();
        foreach (var told in kind)
        {
            if (run.Count > 0 && !Joins(run[^1], told))
            {
                yield return run;
                run = [];
            }

            run.Add(told);
        }

        yield return run;
    }

    private static bool Joins(Told before, Told told) =>
        before.Line == told.Line && told.Figure.Span.Start - before.Figure.Span.End <= LongestJoint && before.Depth == told.Depth
        && !before.Figure.Approximate && !told.Figure.Approximate && !told.IsTotal && !Otherwise().IsMatch(told.Clause);

    // All of them, those behind any that may be their total, and what stands between two semicolons.
    private static IEnumerable<List<Told>> Ways(List<Told> run)
    {
        if (run.Count > MostParts)
        {
            yield break;
        }

        yield return run;
        for (var first = 1; first + (first > 1 ? FewestUnnamed : 2) <= run.Count; first++)
        {
            yield return run[first..];
        }

        // 来件418件，咨询236件、建议117件、诉求65件，办结415件: behind the parts stands what became of all.
        var end = run.FindIndex(t => Became().IsMatch(t.Clause));
        for (var first = 0; end > 0 && first + FewestUnnamed <= end; first++)
        {
            yield return run[first..end];
        }

        for (var (start, at) = (0, 1); at <= run.Count; at++)
        {
            if (at == run.Count || run[at].Gap.Contains(';', StringComparison.Ordinal))
            {
                if (at - start < run.Count)
                {
                    yield return run[start..at];
                }

                start = at;
            }
        }
    }

    private static PartList? Of(List<Told> near, List<Told> run, List<Told> parts)
    {
        if (parts.Count < 2 || parts[0].IsTotal || Otherwise().IsMatch(parts[0].Clause) || Total(near, parts) is not { } total)
        {
            return null;
        }

        // 三个平台合计: one of them is counted in another measure.
        if (total.Figure.Span.Start > parts[^1].Figure.Span.Start && TotalLastList.Named(total.Gap) is { } named && named > parts.Count)
        {
            return null;
        }

        var values = parts.ConvertAll(p => p.Figure.Value);
        var list = new PartList(total.Figure, parts.ConvertAll(p => p.Figure), new SumList(values, new bool[values.Count]), PartClaim.Likely);
        return !total.Figure.Approximate && Closeness.IsMissed(total.Figure.Value, values) && !(Units.CountsPeople(total.Figure.Unit) && SumCheck.MayOverlap(list)) && !IsExplained(near, parts, total) && !IsPartOfMore(near, run, parts)
            && !(values.Sum() < total.Figure.Value && PartWords.IsSome(parts[0].Gap)) && (parts.Count >= FewestUnnamed || IsNamed(near, parts, total))
            ? list
            : null;
    }

    // The nearest number before them that is greater than each, or one just behind them that is called a total.
    private static Told? Total(List<Told> near, List<Told> parts)
    {
        var greatest = parts.Max(p => p.Figure.Value);
        var first = near.IndexOf(parts[0]);
        var behind = near.ElementAtOrDefault(near.IndexOf(parts[^1]) + 1);
        return behind is { IsTotal: true } && behind.Figure.Value > greatest && behind.Line == parts[0].Line ? behind
            : near.Take(first).Reverse().Take(MostTotals).FirstOrDefault(t => t.Figure.Value > greatest && t.Depth <= parts[0].Depth && !Otherwise().IsMatch(t.Clause));
    }

    // Something near they add up to, alone, with one number more, or without some of them.
    private static bool IsExplained(List<Told> near, List<Told> parts, Told total)
    {
        var sum = parts.Sum(p => p.Figure.Value);
        var others = near.FindAll(t => !parts.Contains(t));
        if (IsSpoken(parts[0].Line, Math.Abs(sum - total.Figure.Value)) || others.Exists(o => o.Figure.Value == sum || o.Figure.Value + sum == total.Figure.Value || sum - o.Figure.Value == total.Figure.Value)
            || parts[0].Line.Figures.Any(f => f.Value + sum == total.Figure.Value && Units.AreAlike(f.Unit, total.Figure.Unit)))
        {
            return true;
        }

        for (var from = 0; from < parts.Count; from++)
        {
            var some = 0m;
            for (var at = from; at < parts.Count; at++)
            {
                some += parts[at].Figure.Value;
                if (at > from && some == total.Figure.Value)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // With some of those before them they add up to something.
    private static bool IsPartOfMore(List<Told> near, List<Told> run, List<Told> parts)
    {
        var sum = parts.Sum(p => p.Figure.Value);
        for (var at = run.IndexOf(parts[0]) - 1; at >= 0; at--)
        {
            sum += run[at].Figure.Value;
            if (near.Exists(t => t.Figure.Value == sum && !parts.Contains(t)))
            {
                return true;
            }
        }

        return false;
    }

    // Of two numbers the words must divide the whole, or say that they add up, or numbers of another measure beside them do; nothing else of the measure stands between the semicolons.
    private static bool IsNamed(List<Told> near, List<Told> parts, Told total) =>
        (near.Count(t => t.Line == parts[0].Line) == parts.Count + (total.Line == parts[0].Line ? 1 : 0) || (PartWords.IsBy(parts[0].Gap) && parts[0].Gap.Contains(';', StringComparison.Ordinal)) || total.Figure.Span.Start > parts[0].Figure.Span.Start)
        && Math.Abs(total.Figure.Span.Start - parts[0].Figure.Span.Start) <= FarthestTotal + LongestJoint
        && (total.Figure.Span.Start > parts[0].Figure.Span.Start || Halves().IsMatch(parts[0].Clause) || PartWords.IsBy(parts[0].Gap) || IsParallel(parts, total));

    // 团组37个、103人次，出国26个、74人次，赴港11个、39人次: the numbers beside them add up.
    private static bool IsParallel(List<Told> parts, Told total) =>
        total.Line == parts[0].Line && Beside(total) is { } all && Beside(parts[0]) is { } first && Beside(parts[1]) is { } second && all.Unit == first.Unit && first.Unit == second.Unit && first.Value + second.Value == all.Value;

    private static Figure? Beside(Told told) => told.At > 0 ? told.Line.Figures[told.At - 1] : null;

    // 77个，现场答复34个……因内容重复合并处理九个: one character alone is no figure, and yet what is missing.
    private static bool IsSpoken(FigureLine line, decimal missing) =>
        missing is > 1 and < 10 && missing == Math.Truncate(missing) && line.Words().IndexOfAny(Digits[(int)missing - 2]) >= 0;

    private sealed record Told(FigureLine Line, int At)
    {
        public Figure Figure => Line.Figures[At];

        public int Depth => Line.Depth(At);

        public string Gap => Line.Gap(At);

        public string Clause => Line.Clause(At);

        public bool IsTotal => Line.IsTotal(At) || Clause.Trim() == "计";
    }

    [GeneratedRegex(@"较|同比|环比|比(?!例|赛|选|重|对)|增[加长至]|减少|下降|[新净]增|上一?个?学?年|去年|往年|同期|平均|[人日月周场]均|每|超过|不足|累计|各(?!类|种|级)|第[一二三四五\d]*季|满分|上限", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"^(?:全部|均|已|共)*(?:办结|办复|答复|回复|采纳|落实|解决|完成|整改)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Became();

    [GeneratedRegex(@"(?:订|增|改|修|建|编)的(?:有)?$|当场|限期|上半|上学期|秋季|第一|前者|按|一类|分为", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Halves();
}
