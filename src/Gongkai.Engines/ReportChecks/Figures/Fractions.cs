using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares shares and growth told in words with the numbers they are of: 占四分之三, 半数（512项）, 增长三成, 增长1.5倍, 翻了一番. Words round more than percentages do. Worth a look
/// only.</summary>
internal sealed partial class Fractions : IReportCheck
{
    private const decimal Exact = 0.012m;
    private const decimal Fine = 0.02m;
    private const decimal Plain = 0.045m;
    private const decimal Loose = 0.075m;
    private const decimal Times = 0.12m;
    private const decimal More = 0.5m;
    private const int Lead = 24;
    private const int Farthest = 18;
    private const int FarthestShare = 60;
    private const int MostSentences = 3;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var lines = FigureLine.Of(reading);
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Count == 0)
            {
                continue;
            }

            foreach (Match match in Word().Matches(lines[at].Sentence.Span.Of(reading.Folded)))
            {
                if (Compare(lines, at, new Told(lines[at].Sentence.Span.Of(reading.Folded), lines[at].Sentence.Span.Start, match)) is var (first, real))
                {
                    var end = lines[at].Sentence.Span.Start + match.Index + match.Length;
                    var span = new TextSpan(Math.Min(first.Span.Start, end - match.Length), Math.Max(first.Span.End, end));
                    yield return Notice.Of(ReportCodes.PercentMismatch, Severity.Warning, span, "", ("expected", $"{Notice.Say(Math.Round(real * Percent.Whole, 1))}%"), ("found", match.Groups["f"].Value));
                }
            }
        }
    }

    private static (Figure First, decimal Real)? Compare(List<FigureLine> lines, int at, Told told)
    {
        if (told.Value is null)
        {
            return null;
        }

        var before = lines[at].Figures.Where(f => f.Span.End <= told.Place && f.Value > 0).ToList();
        var behind = lines[at].Figures.Where(f => f.Span.Start >= told.Place && f.Value > 0).ToList();
        var near = lines.Take(at + 1).Reverse().TakeWhile(l => l.Sentence.Block == lines[at].Sentence.Block).Take(MostSentences).SelectMany(l => l.Figures).Where(f => f.Value > 0).ToList();
        return told.IsGrowth ? Growth(lines[at], before, near, told)
            : !told.IsShare || told.Value > 1 ? null
            : told.IsBracketed && behind.Count > 0 ? Share(behind[0], near, told)
            : before.Count > 0 && told.Place - before[^1].Span.End <= FarthestShare && before.Count + behind.Count > 1 ? Share(before[^1], near, told) ?? Share(before.Count > 1 ? before[^2] : before[^1], near, told)
            : behind.Count > 1 ? Share(behind[^1], near, told)
            : null;
    }

    // What it would be, when the two numbers are plain: 由7.2万人增加到9.4万人; 1760件，比去年同月的680件.
    private static (Figure, decimal)? Growth(FigureLine line, List<Figure> before, List<Figure> near, Told told)
    {
        if (before.Count < 2 || told.Place - before[^1].Span.End > Farthest || before[^1].Unit != before[^2].Unit || before[^1].Approximate || before[^2].Approximate)
        {
            return null;
        }

        var i = line.Figures.ToList().IndexOf(before[^1]);
        var isRise = Became().IsMatch(line.Gap(i)) || From().IsMatch(line.Clause(i - 1));
        var isThan = Than().IsMatch(line.Gap(i));
        var same = near.FindAll(f => f.Unit == before[^1].Unit);
        if ((!isRise && (!isThan || Changes().IsMatch(line.Clause(i)))) || same.Exists(a => same.Exists(b => a != b && Ways(a.Value, b.Value, told).Any(told.Fits))))
        {
            return null;
        }

        var then = isRise ? before[^2] : before[^1];
        return (before[^2], Math.Abs(before[^1].Value - before[^2].Value) / then.Value);
    }

    // By how much a is more than b, or less when something fell.
    private static decimal[] Ways(decimal a, decimal b, Told told) => a > b != told.IsFall ? [Math.Abs(a - b) / b] : [];

    private static (Figure, decimal)? Share(Figure part, List<Figure> near, Told told)
    {
        var same = near.FindAll(f => Units.AreAlike(f.Unit, part.Unit));
        var wholes = same.FindAll(f => f != part && f.Value >= part.Value && !f.Approximate);
        return part.Approximate || wholes.Count == 0 || same.Exists(p => same.Exists(w => w != p && p.Value <= w.Value && told.Fits(p.Value / w.Value))) ? null
            : (part, part.Value / wholes.MinBy(w => Math.Abs((part.Value / w.Value) - told.Value!.Value))!.Value);
    }

    // The word with what its clause says of it.
    private sealed class Told
    {
        private readonly decimal _slack;
        private readonly bool _isLeast;

        public Told(string sentence, int start, Match match)
        {
            var lead = sentence[Math.Max(0, match.Index - Lead)..match.Index];
            lead = Closed().Replace(lead, "");
            lead = lead[(lead.LastIndexOfAny(['，', ',', ';', '。', '(']) + 1)..];
            var rest = sentence[(match.Index + match.Length)..];
            var word = match.Groups["f"].Value;
            Value = ValueOf(word);
            Place = start + match.Index;
            IsTimes = word.Contains('倍', StringComparison.Ordinal) || word.Contains('番', StringComparison.Ordinal);
            IsBracketed = OpensBracket().IsMatch(rest);
            IsFall = FallingWords.AreIn(lead);
            IsGrowth = word.Contains('番', StringComparison.Ordinal) || Changes().IsMatch(lead);
            IsShare = !IsTimes && (IsBracketed || Shares().IsMatch(lead));
            _isLeast = AtLeast().IsMatch(rest);
            _slack = About().IsMatch(lead) || Behind().IsMatch(rest) ? Loose : Exactly().IsMatch(lead) ? Exact : IsTimes ? Times : IsFine(word) ? Fine : Plain;
        }

        // 二成五 says more than 二成.
        private static bool IsFine(string word) => word.IndexOf('成') is var tenth and > 0 && tenth + 1 < word.Length;

        public decimal? Value { get; }

        public int Place { get; }

        public bool IsTimes { get; }

        public bool IsBracketed { get; }

        public bool IsGrowth { get; }

        public bool IsFall { get; }

        public bool IsShare { get; }

        public bool Fits(decimal real) => Math.Abs(real - Value!.Value) <= _slack || (_isLeast && real >= Value && real - Value <= More);
    }

    private static decimal? ValueOf(string words)
    {
        if (words.Contains('番', StringComparison.Ordinal))
        {
            return words.Contains('两', StringComparison.Ordinal) ? 3 : 1;
        }

        if (words is "一半" or "半数")
        {
            return 0.5m;
        }

        if (words.IndexOf("分之", StringComparison.Ordinal) is var of and > 0)
        {
            return ChineseNumber.ParseAny(words.AsSpan(of + 2)) is { } part && ChineseNumber.ParseAny(words.AsSpan(0, of)) is { } whole and > 0 ? (decimal)part / whole : null;
        }

        if (words.IndexOf('成') is var tenth and > 0)
        {
            var more = words[(tenth + 1)..] is "半" ? 0.05m : (ChineseNumber.Parse(words.AsSpan(tenth + 1)) ?? 0) / 100m;
            return (ChineseNumber.ParseAny(words.AsSpan(0, tenth)) / 10m) + more;
        }

        var times = words.TrimEnd('半').TrimEnd('倍');
        return (decimal.TryParse(times, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : (decimal?)ChineseNumber.Parse(times)) + (words.EndsWith('半') ? 0.5m : 0);
    }

    [GeneratedRegex(@"(?<f>(?<!百)(?<!千)[二三四五六七八九十]{1,2}分之[一二三四五六七八九十]|(?<![一二三四五六七八九十])[一二三四五六七八九]成(?:半|[一二三四五六七八九])?(?!为|立|交|绩|果|员|功|本|效|就|都)|\d+(?:\.\d+)?倍|[一二两三四五六七八九十]倍半?|一倍半|翻[了]?(?:[一两]番|番)|一半|半数)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"增长|增加|上升|提高|提升|扩大|下降|减少|降低|缩短|压缩|[增降减涨升]幅|多出|高出|超出|少了|增速", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Changes();

    // 占受访者（760人）的八成.
    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Closed();

    [GeneratedRegex(@"占|[是为达即]|率|比例|超过|超|不足|约|近", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shares();

    [GeneratedRegex(@"(?:约|近|将近|超过|超|逾|接近|大约|不足|不到)[到了为占的]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex About();

    [GeneratedRegex(@"(?:正好|恰好|恰为|恰|整整|刚好)[^，。;]{0,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Exactly();

    [GeneratedRegex(@"^(?:左右|多|强|弱|以上|上下|有余)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^(?:左右|多|强|弱|以上|上下|有余)?\s*\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpensBracket();

    [GeneratedRegex(@"^(?:多|以上|有余)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"增[长加]?[至到]|[上提]?升[至到]|提高[至到]|扩大[至到]|减少?[至到]|下?降[至到]|降低[至到]|压缩[至到]|缩短[至到]|变为|达到|[增减降升]为", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Became();

    [GeneratedRegex(@"(?:由|从)[^，,。;]{0,12}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"(?:比|较)[^，,。;]{0,14}(?:年|月|期|度|的)[^，,。;]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Than();
}
