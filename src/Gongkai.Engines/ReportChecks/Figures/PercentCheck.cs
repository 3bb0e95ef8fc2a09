using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares rates, shares and growth with the numbers they are made of.</summary>
internal sealed partial class PercentCheck : IReportCheck
{
    // What a rate is of and what it would be, each by other words; the first that knows tells.
    private static readonly Func<Reading, List<Figure>, List<Figure>, Figure, (Figure Whole, decimal Real)?>[] Shares =
    [
        (reading, window, figures, figure) => SharesTogether.Read(reading.Folded, window, figures, figure),
        ChangeRates.Read,
        (reading, _, _, figure) => SharesOfTotal.Read(reading, figure),
        (reading, _, figures, figure) => SavingRates.Read(reading.Folded, figures, figure),
        (reading, _, _, figure) => KnownRates.Read(reading, figure),
        (reading, _, _, figure) => TableShares.Read(reading, figure),
        SharesOfAll.Read,
        NamedShares.Read,
        NearRates.Read,
        (reading, window, figures, figure) => LooseRates.Read(reading.Folded, window, figures, figure),
    ];

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var next = 0;
        var before = new List<Figure>();
        var (window, block) = (new List<Figure>(), -1);
        foreach (var sentence in reading.Sentences)
        {
            var figures = new List<Figure>();
            for (; next < reading.Figures.Count && reading.Figures[next].Span.Start < sentence.Span.End; next++)
            {
                figures.Add(reading.Figures[next]);
            }

            window = sentence.Block == block ? window : [];
            block = sentence.Block;
            List<ShareOfRow> row = [.. ShareRow.Read(reading.Folded, window, figures), .. ParallelRates.Read(reading.Folded, figures), .. SeriesGrowth.Read(reading.Folded, figures)];
            var found = row.Where(s => s.Real is not null).Select(s => Percent.Mismatch(s.Percent, s.Percent, Percent.Say(s.Real!.Value, s.Percent.Value), severity: s.IsSure ? Severity.Error : Severity.Warning))
                .Concat(Check(reading.Folded, sentence, figures, before, window, row.ConvertAll(s => s.Percent), row.Exists(s => s.Real is not null))).Concat(SpokenRates.CheckAgainst(reading.Folded, sentence, figures, before)).Select(f => DoubtfulRates.Weigh(f, figures, window)).OfType<ReportFinding>().ToList();
            foreach (var finding in found)
            {
                yield return finding;
            }

            foreach (var figure in figures)
            {
                if (!found.Exists(f => f.Span.End == figure.Span.End))
                {
                    // A row of shares may be of two wholes: what a share names is its own.
                    if (OfWrongBase(reading, window, figures, figure) is { } wrong)
                    {
                        yield return wrong;
                    }
                    else if (!row.Exists(s => s.Percent == figure) && Further(reading, window, figures, figure) is { } further && DoubtfulRates.Weigh(further, figures, window) is { } weighed)
                    {
                        yield return weighed;
                    }
                }

                window.Add(figure);
            }

            before = figures;
        }
    }

    // What no plain words join: worth a look.
    private static ReportFinding? Further(Reading reading, List<Figure> window, List<Figure> figures, Figure figure)
    {
        if (GrowthRates.Read(reading.Folded, window, figures, figure) is var (then, grown))
        {
            return Percent.Mismatch(figure, then, $"{Notice.Say(Math.Round(grown, 2))}{figure.Unit}", $"{Notice.Say(figure.Value)}{figure.Unit}", Severity.Warning);
        }

        if (figure.Unit == "%" && SubjectShares.Read(reading, figure) is var (of, told))
        {
            return told == figure.Value ? null : Percent.Mismatch(figure, of, Percent.Say(told, figure.Value), severity: Severity.Warning);
        }

        return figure.Unit != "%" ? null
            : SlippedRates.Read(reading.Folded, window, figure) is var (whole, real) ? Percent.Mismatch(figure, whole, $"{Notice.Say(real)}%", severity: Severity.Warning, wordCase: "slip")
            : Shares.Select(read => read(reading, window, figures, figure)).FirstOrDefault(found => found is not null) is var (all, share)
                ? Percent.Mismatch(figure, all, Percent.Say(share, figure.Value), severity: Severity.Warning)
                : null;
    }

    private static ReportFinding? OfWrongBase(Reading reading, List<Figure> window, List<Figure> figures, Figure figure) =>
        figure.Unit == "%" && WrongBases.Read(reading, window, figures, figure) is var (right, reckoned) ? Percent.Mismatch(figure, right, Percent.Say(reckoned, figure.Value), severity: Severity.Warning) : null;

    private static IEnumerable<ReportFinding> Check(string text, Sentence sentence, List<Figure> figures, List<Figure> before, List<Figure> window, List<Figure> row, bool isRowWrong)
    {
        for (var i = 0; i < figures.Count; i++)
        {
            if (figures[i].Unit == "‰" && figures[i].Value > Percent.Whole * 10)
            {
                yield return Percent.Mismatch(figures[i], figures[i], "≤ 1000‰", $"{Notice.Say(figures[i].Value)}‰");
            }

            if (figures[i].Unit != "%" || (figures[i].Approximate && !IsAbout(text, figures[i])) || row.Contains(figures[i]))
            {
                continue;
            }

            var from = i == 0 ? sentence.Span.Start : figures[i - 1].Span.End;
            var gap = MixedUnits().Replace(text[from..figures[i].Span.Start], "");
            var finding = SpokenGrowth.Growth().Match(gap) is { Success: true } growth ? SpokenGrowth.Check(text, figures, i, growth.Value)
                : i >= 2 && OfNamed().IsMatch(gap) && ShareWord().IsMatch(Percent.Between(text, figures, i - 1)) ? NamedWholes.Check(text, figures, i)
                : i >= 2 && Among().IsMatch(Percent.Between(text, figures, i - 1)) && SpokenRates.Rate().IsMatch(gap) ? Percent.CompareIn(figures, i, i - 1, i - 2)
                : Share().IsMatch(gap) || (Bracketed().IsMatch(gap) && i > 0 && figures[i - 1].Unit != "%" && !GoesOn().IsMatch(text[figures[i].Span.End..sentence.Span.End])) ? SpokenShares.Check(text, figures, i, before, window)
                : ShareNoun().IsMatch(gap) ? SpokenShares.CheckBehind(text, figures, i)
                : InBracketBehind(text, figures, i, gap) ? SpokenShares.Check(text, figures, i, before, window)
                : SpokenRates.Rate().Match(gap) is { Success: true } rate ? SpokenRates.Check(text, sentence, figures, i, rate.Groups["stem"].Value) ?? SpokenRates.CheckBehind(text, figures, i, rate.Groups["stem"].Value) ?? SpokenRates.CheckAmong(text, figures, i)
                : null;
            if (finding is not null)
            {
                yield return finding;
            }
        }

        // A share that its part gives otherwise says more than that all of them come to something else.
        if (!isRowWrong && SpokenShares.CheckAll(text, figures) is { } shares)
        {
            yield return shares;
        }
    }

    // 2004条（篇），占总量的29.8%: the measure of the others.
    [GeneratedRegex(@"^\([条份期篇件次、]{1,7}\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MixedUnits();

    // 约85%, and not 超过85%: what it is near to.
    private static bool IsAbout(string text, Figure rate) => About().IsMatch(text.AsSpan(Math.Max(0, rate.Span.Start - 3), rate.Span.End - Math.Max(0, rate.Span.Start - 3)));

    [GeneratedRegex(@"约\s*\d|左右|上下", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex About();

    [GeneratedRegex(@"(?:占比|比例|比重)(?:约|近)?(?:为|达|是)?(?:约)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShareNoun();

    // （378条，52.5%): the number and its share stand in one pair of brackets.
    private static bool InBracketBehind(string text, List<Figure> figures, int i, string gap) =>
        i > 1 && figures[i - 1].Unit != "%" && Comma().IsMatch(gap) && text[figures[i - 1].Span.Start - 1] == '(' && figures[i].Span.End < text.Length && text[figures[i].Span.End] == ')';

    [GeneratedRegex(@"^\s*[，,、/]\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comma();

    [GeneratedRegex(@"^[^\u4e00-\u9fa5;。]*(?:[\u4e00-\u9fa5“”]{0,10}[，,(]\s*)?(?:约|均|所|仅|共|各)?占[^，,、;。%]{0,14}$|^[，,](?:是|为|相当于|约为|约是)[\u4e00-\u9fa5]{2,8}的(?:约)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,4}\(\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracketed();

    // 912条/608条(60%/40%): the shares of several.
    [GeneratedRegex(@"^\s*[/、和及]\s*\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,10}的$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfNamed();

    [GeneratedRegex(@"占[^，,、;。]{0,10}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShareWord();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,6}中(?:的|有|已)[^，,。;]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Among();
}
