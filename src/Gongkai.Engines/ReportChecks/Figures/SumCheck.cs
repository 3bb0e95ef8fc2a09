using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Adds up parts and compares with the total that is given for them.</summary>
internal sealed partial class SumCheck : IReportCheck
{
    private const decimal NearlyAll = 0.9m;
    private const decimal MostOf = 0.8m;
    private const decimal LeastLikely = 0.8m;
    private const decimal MostLikely = 1.5m;
    private const int MostBeside = 8;

    // Who adds up wrongly or mistypes a figure comes near the sum; what is far from it was hardly meant to be one.
    private const decimal LeastCertain = 0.7m;
    private const decimal MostCertain = 1.4m;
    private const decimal MostCertainOfMany = 1.75m;
    private const int Many = 4;
    private const decimal LeastCountedAgain = 1.5m;
    private const decimal MostOff = 10;
    private const decimal MostExceeding = 2;
    private const int Beside = 16;
    private const decimal LeastSwapped = 10;
    private const decimal MostSwapped = 2.2m;

    // 获奖32项，其中国家级5项、省级18项: some of a small number come by chance to what looks like it.
    private const decimal LeastOfTwo = 100;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var lines = FigureLine.Of(reading);
        var (reported, known) = (new HashSet<TextSpan>(), new HashSet<TextSpan>());
        foreach (var list in Joined(lines).Select(WithoutOutcome))
        {
            if (list.Claim is PartClaim.Some or PartClaim.Includes or PartClaim.All || list.List.CanReach(list.Total.Value))
            {
                known.UnionWith(list.Parts.Select(p => p.Span));
            }

            if (!StandsBeside(lines, list) && !SummedUp.IsBetter(reading, lines, list) && !Overlaps.AreSaid(reading, list.Span) && !Each.IsSaid(lines, list) && !AnotherMatter.Follows(reading, list) && Judge(list) is { } finding && reported.Add(list.Total.Span))
            {
                reported.Add(list.Parts[0].Span);
                yield return finding;
            }
        }

        foreach (var list in ParallelSentences.Read(lines).Concat(SentenceLists.Read(lines)).Concat(DoneAndOpen.Read(lines)).Concat(ListedLines.Read(reading, lines)).Concat(HeadedParts.Read(reading, lines)).Concat(lines.SelectMany(EachTimes.Read)).Concat(SharedOut.Read(lines)).Concat(lines.SelectMany(BracketedParts.Read)).Concat(PairedTotals.Read(lines)).Concat(SubjectParts.Read(lines)).Concat(NamedSums.Read(lines)).Concat(OpinionParts.Read(lines)))
        {
            if (list.List.PlainSum() == list.Total.Value)
            {
                known.UnionWith(list.Parts.Select(p => p.Span));
            }

            // One total may be divided twice, in two sentences.
            if (!(FigureLine.At(lines, list.Total.Span.Start) is { } told && CarriedOver.MakesUp([told], list.Total, list.List.PlainSum())) && Judge(list) is { } finding && (reported.Add(list.Total.Span) | reported.Add(list.Parts[0].Span)))
            {
                yield return finding;
            }
        }

        foreach (var (told, sum, parts) in TableEchoes.Sums(reading, lines).Concat(RowGroups.Sums(reading)).Concat(RowsTogether.Sums(reading, lines)).Where(t => reported.Add(t.Told.Span)))
        {
            yield return Notice.Of(ReportCodes.SumMismatch, Severity.Warning, told.Span, "table", ("expected", Notice.Say(sum)), ("found", Notice.Say(told.Value)), ("parts", string.Join(" + ", parts.Select(Notice.Say))));
        }

        // What words have joined is not explained by a slip.
        foreach (var list in SlippedSums.Read(lines).Concat(LooseParts.Read(lines)).Where(l => !reported.Contains(l.Total.Span) && !known.Contains(l.Total.Span) && !Overlaps.AreSaid(reading, l.Span) && !l.Parts.Any(p => known.Contains(p.Span)) && !(FigureLine.At(lines, l.Total.Span.Start) is { } line && TotalLastList.CountsLeader(line, l.Total, l.List.PlainSum())) && reported.Add(l.Total.Span)))
        {
            yield return Mismatch(list, list.List.PlainSum(), Severity.Warning, "slip");
        }

        foreach (var (expected, left, way) in StockFlow.Read(reading, lines).Where(f => reported.Add(f.Left.Span)))
        {
            yield return Notice.Of(ReportCodes.SumMismatch, Severity.Warning, left.Span, "flow", ("expected", Notice.Say(expected)), ("found", Notice.Say(left.Value)), ("parts", way));
        }
    }

    // 收入31亿元：……公共财政拨款14亿元，事业收入11亿元，其他收入6亿元: what looks like the total is one of the parts.
    private static bool StandsBeside(List<FigureLine> lines, PartList list)
    {
        var all = list.Total.Value + list.List.PlainSum();
        var line = lines.FindIndex(l => l.Sentence.Span.Contains(list.Total.Span));
        if (line < 0)
        {
            return false;
        }

        // 总支出306万元，教育251万元，保障29万元，住房17万元，其他9万元: what stands before it may be parts too.
        var same = lines[line].Figures.Where(f => f.Unit == list.Total.Unit && f.Span.Start < list.Total.Span.Start).Reverse().Take(MostBeside).ToList();
        var sums = same.Select((_, n) => all + same.Take(n + 1).Sum(f => f.Value)).Prepend(all).ToHashSet();
        return lines.Skip(Math.Max(0, line - 2)).Take(3).Any(l => l.Figures.Any(f => sums.Contains(f.Value) && f.Unit == list.Total.Unit));
    }

    // Totals and parts that the words of a sentence join.
    private static IEnumerable<PartList> Joined(List<FigureLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var before = i > 0 && lines[i].Sentence.Block - lines[i - 1].Sentence.Block <= 1 ? lines[i - 1] : null;
            foreach (var list in PartListReader.Read(lines[i], before).Concat(AdoptedOf(lines[i])).Concat(DividedParts.Read(lines[i])))
            {
                yield return list;
            }
        }
    }

    // 毕业生7436人，包括本科生5012人、硕士生2156人、博士生268人，已落实去向6960人: what became of all of them is no part. 来信134封，其中学生146封、教工18封，办结131封: nor where the parts before it are too many.
    private static PartList WithoutOutcome(PartList list)
    {
        var outcomes = Without(list, Outcome(), list.Parts[^1].Label.StartsWith("实际", StringComparison.Ordinal) ? 1 : 2);
        return outcomes != list || list.Total.Unit == "分" || list.Claim is PartClaim.Likely or PartClaim.Implied ? outcomes
            : Without(list, State(), 2) is var plain && plain.List.PlainSum() > plain.Total.Value ? plain : list;
    }

    private static PartList Without(PartList list, Regex ending, int fewest)
    {
        var count = list.Parts.Count;
        while (count > fewest && ending.IsMatch(list.Parts[count - 1].Label) && !list.List.OpensInner[count - 1])
        {
            count--;
        }

        return count == list.Parts.Count || list.Parts.Take(count).Any(p => ending.IsMatch(p.Label)) || list.List.OpensInner.Contains(true) ? list
            : list with { Parts = [.. list.Parts.Take(count)], List = new SumList([.. list.List.Values.Take(count)], [.. list.List.OpensInner.Take(count)]) };
    }

    // Nobody adopts more proposals than were made; answered may be more than received, from the year before.
    private static IEnumerable<PartList> AdoptedOf(FigureLine line)
    {
        for (var i = 1; i < line.Count; i++)
        {
            var (made, adopted) = (line.Figures[i - 1], line.Figures[i]);
            if (made.Unit == adopted.Unit && Adopted().IsMatch(line.Gap(i)) && line.Figures.Take(i).All(f => f.Unit != adopted.Unit || f.Value < adopted.Value))
            {
                yield return new PartList(made, [adopted], new SumList([adopted.Value], [false]), PartClaim.Some);
            }
        }
    }

    private static ReportFinding? Judge(PartList list)
    {
        if (list.IsApproximate || (list.Total.Unit == "元" && Price().IsMatch(list.Total.Label)) || IsMean(list) || list.List.CanReach(list.Total.Value, at => list.IsInner || State().IsMatch(list.Parts[at].Label)) || AnotherReading.Fits(list))
        {
            return null;
        }

        var sum = list.List.PlainSum();
        var total = list.Total.Value;
        var greatest = list.Parts.MaxBy(p => p.Value)!;
        var isFar = sum * MostOff < total || (sum > total * MostOff && list.Claim is not (PartClaim.Some or PartClaim.Includes));
        if (list.Parts.Count > 1 && (isFar || (DividesFirst(list) && sum > total * LeastCountedAgain)))
        {
            return null;
        }

        if (list.Claim != PartClaim.Implied && greatest.Value > total && list.Parts.Count == 1)
        {
            return Exceeds(list, greatest);
        }

        var finding = list.Claim != PartClaim.Likely ? sum > total ? TooMuch(list, sum) : TooLittle(list, sum)
            : sum >= total * LeastLikely && sum <= total * MostLikely ? Mismatch(list, sum, Severity.Warning) : null;

        // 聘请评议员51名，其中教工6名、学生6名、校友3名: two digits that changed places explain it, whatever else the words allow.
        return finding ?? (list.Parts.Count > (list.Claim == PartClaim.Some && total < LeastOfTwo ? 2 : 1) && list.List.Outer == list.Parts.Count && !MayOverlap(list) && HasSwapped(total, list.Parts, sum) ? Mismatch(list, sum, Severity.Warning, "slip") : null);
    }

    private static bool HasSwapped(decimal total, IReadOnlyList<Figure> parts, decimal sum) =>
        total >= LeastSwapped && sum <= total * MostSwapped && total <= sum * MostSwapped && (Slip.IsSwap(total, sum) || parts.Any(p => p.Value > sum - total && p.Value >= LeastSwapped && Slip.IsSwap(p.Value, p.Value - (sum - total))));

    // 8.6分，四个分项为8.9分、8.4分、8.1分、9.0分: marks are averaged.
    private static bool IsMean(PartList list) =>
        list.Total.Unit == "分" && list.Total.Value >= list.Parts.Min(p => p.Value) && list.Total.Value <= list.Parts.Max(p => p.Value);

    private static ReportFinding? TooMuch(PartList list, decimal sum)
    {
        var total = list.Total.Value;
        if (MayOverlap(list) && (list.Claim != PartClaim.All || Units.CountsPeople(list.Total.Unit)))
        {
            // 获奖学金42人、获励志奖学金618人，两项合计650人: who adds up groups of people adds them up, whoever is in both.
            return list.Claim == PartClaim.All && list.Total.Span.Start > list.Parts[0].Span.Start && IsNear(list, sum) ? Mismatch(list, sum, Severity.Warning) : null;
        }

        if (list.Claim == PartClaim.Implied && (sum > total * 2 || list.Parts.Count < 3))
        {
            return sum > total * 2 ? null : Mismatch(list, sum, Severity.Warning);
        }

        return Mismatch(list, sum, IsNear(list, sum) && !(list.Total.Span.Start < list.Parts[0].Span.Start && PartList.EndsBeforeLast(list.Parts, total)) ? Severity.Error : Severity.Warning);
    }

    private static ReportFinding? TooLittle(PartList list, decimal sum)
    {
        var share = list.Total.Value == 0 ? 0 : sum / list.Total.Value;
        return list.Claim switch
        {
            PartClaim.All => list.Parts.Count > 1 ? Mismatch(list, sum, IsNear(list, sum) ? Severity.Error : Severity.Warning) : null,
            PartClaim.Includes when list.Parts.Count > 1 => Mismatch(list, sum, share >= NearlyAll ? Severity.Error : Severity.Warning),
            PartClaim.Some when list.Parts.Count > 1 && PartNames.AreReasons(list) => Mismatch(list, sum, Severity.Warning),
            PartClaim.Some when PartNames.AreHalves(list) => Mismatch(list, sum, Severity.Warning),
            PartClaim.Some or PartClaim.Implied when !MayOverlap(list) && share >= (list.Parts.Count >= 3 ? MostOf : NearlyAll) && list.Parts.Count > 1 && list.List.Outer > 1 =>
                Mismatch(list, sum, Severity.Warning, "subset"),
            _ => null,
        };
    }

    private static bool IsNear(PartList list, decimal sum) =>
        sum >= list.Total.Value * LeastCertain && sum <= list.Total.Value * (list.Parts.Count >= Many ? MostCertainOfMany : MostCertain);

    // 回收1128份，其中有效1100份，学生784份、教工316份: the others make up the first, and all of them are far from the total.
    private static bool DividesFirst(PartList list) => list.Parts.Count > 2 && list.Parts.Skip(1).Sum(p => p.Value) == list.Parts[0].Value;

    // 教师300人，其中教授80人、博士260人: people are in several groups at once, and so are letters that were answered and accepted.
    public static bool MayOverlap(PartList list)
    {
        if (Units.CountsPeople(list.Total.Unit))
        {
            return IsFollowed(list) || list.Parts.Any(p => Trait().IsMatch(p.Label)) && !OneKind(list, Degree()) && !OneKind(list, Title()) && !OneKind(list, Sex()) && !OneKind(list, Grade());
        }

        // 满意48份、一般12份: everybody has one opinion, and a proposal one fate.
        if (OneKind(list, Opinion()) || PartNames.AreFates(list))
        {
            return false;
        }

        var states = list.Parts.Count(p => State().IsMatch(p.Label));
        return states > 0 && states < list.Parts.Count;
    }

    /// <summary>Whether a group of people is told by what they are besides: 具有高级职称的, 党员.</summary>
    public static bool IsTrait(Figure part) => Trait().IsMatch(part.Label) || Outcome().IsMatch(part.Label);

    // 其中本科毕业生6300人，落实5796人: what became of most of them stands behind.
    private static bool IsFollowed(PartList list) => list.Claim == PartClaim.Some && list.Parts.Zip(list.Parts.Skip(1)).Any(p =>
        Outcome().IsMatch(p.Second.Label) && !Outcome().IsMatch(p.First.Label) && p.Second.Value <= p.First.Value && p.Second.Value * 2 >= p.First.Value);

    // 博士62人、硕士35人: nobody is in both.
    private static bool OneKind(PartList list, Regex kind) => list.Parts.All(p => kind.IsMatch(p.Label));

    private static ReportFinding Mismatch(PartList list, decimal sum, Severity severity, string wordCase = "") => Notice.Of(
        ReportCodes.SumMismatch,
        severity,
        list.Span,
        wordCase,
        ("expected", Notice.Say(sum)),
        ("found", Notice.Say(list.Total.Value)),
        ("parts", Notice.Say(list.Parts)),
        ("unit", list.Total.Unit));

    private static ReportFinding Exceeds(PartList list, Figure part) => Notice.Of(
        ReportCodes.SumMismatch,
        part.Value <= list.Total.Value * MostExceeding && part.Span.Start - list.Total.Span.End <= Beside ? Severity.Error : Severity.Warning,
        list.Span,
        "part-exceeds-total",
        ("expected", $"≤ {Notice.Say(list.Total.Value)}"),
        ("found", Notice.Say(part.Value)),
        ("unit", list.Total.Unit));

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,2}[，,](?:其中)?(?:已|均已|被|学校)?(?:采纳|吸收|立案)[的了]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Adopted();

    // 学费为每学年16500元，住宿费分为1200元和1800元: prices are not added up.
    [GeneratedRegex(@"每|单价|票价|标准|学费(?!收入)|住宿费(?!收入)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Price();

    [GeneratedRegex(@"^(?:已|实际)?(?:落实|签约|就业|报到|录用|录取|毕业|到会|参加)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"博士|硕士|本科|学士|专科|研究生|留学生|预科|高职|中职", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Degree();

    [GeneratedRegex(@"教授|讲师|助教|高级|中级|初级", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Title();

    [GeneratedRegex(@"男|女", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sex();

    [GeneratedRegex(@"优秀|良好|合格|等次|称职", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Grade();

    [GeneratedRegex(@"满意|一般|[好差]”?$|了解|优秀|良好|合格|及格|尚可|不清楚|无所谓|弃权", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opinion();

    [GeneratedRegex(@"博士|硕士|教授|职称|岁|党员|女|男|民族|留学|以上|以下|骨干|获|外籍|双师|导师|人才|首次|已|优秀|海外", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Trait();

    [GeneratedRegex(@"^(?:已|被|获评|获得|荣获|新增|采纳|办结|完成|解决|答复|回复|按时|首次|原创|头条|转发|重点|现场(?!递交|提交|申请|提出|受理|领取|$))|(?:采纳|办结|完成|解决|答复|回复|满意|落实|立案)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex State();
}
