using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>Finds full-width and half-width forms of one thing side by side. A text that uses half-width marks throughout is left alone:
/// the whole of it was converted.</summary>
internal sealed partial class MixedWidthCheck : IReportCheck
{
    private const int MostPerKind = 5;
    private const int FewNumbers = 2;

    // The marks that every text has, whichever of them it needs.
    private const string SentenceMarks = "，；。？";

    private static readonly SearchValues<char> FullForms = SearchValues.Create("％０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ");

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var prose = reading.Blocks.Where(b => b.Kind is BlockKind.Prose).ToList();
        return Digits(reading, [.. reading.Blocks.Where(b => b.Kind is BlockKind.Prose or BlockKind.Cell)])
            .Concat(Marks(reading, prose, HalfComma(), ',', '，', SentenceMarks))
            .Concat(Marks(reading, prose, HalfSemicolon(), ';', '；', SentenceMarks))
            .Concat(Marks(reading, prose, HalfQuestion(), '?', '？', SentenceMarks))
            .Concat(Marks(reading, prose, HalfColon(), ':', '：', "："))
            .Concat(Marks(reading, prose, HalfBracket(), '(', '（', "（"))
            .Concat(Marks(reading, prose, HalfStop(), '.', '。', "。"))
            .Concat(Certain(reading, prose, UnequalBrackets()))
            .Concat(Certain(reading, prose, FullPoint()))
            .Concat(HalfThousands().IsMatch(reading.Text) ? Certain(reading, prose, FullThousands()) : [])
            .Concat(Numbers(reading))
            .Concat(Certain(reading, prose, HalfInnerTitle()))
            .DistinctBy(f => f.Span);
    }

    private static IEnumerable<ReportFinding> Digits(Reading reading, List<Block> prose)
    {
        var full = new List<TextSpan>();
        foreach (var block in prose.Where(b => b.Span.In(reading.Text).ContainsAny(FullForms)))
        {
            AddMatches(reading, block, FullDigits(), full);
        }

        if (full.Count == 0)
        {
            return [];
        }

        var half = 0;
        foreach (var block in prose)
        {
            foreach (var c in block.Span.In(reading.Text))
            {
                half += char.IsAsciiDigit(c) ? 1 : 0;
            }
        }

        // A table or a paragraph whose numbers all are full-width is of one kind.
        full.RemoveAll(number => full.Count > FewNumbers && prose.Find(b => b.Span.Contains(number)) is { } block && !HalfNumber().IsMatch(block.Span.Of(reading.Text)));
        return half == 0 || full.Sum(f => f.Length) > half ? [] : full.Take(MostPerKind).Select(span => Finding(reading, span));
    }

    private static IEnumerable<ReportFinding> Marks(Reading reading, List<Block> prose, Regex form, char half, char full, string marks)
    {
        var halves = new List<TextSpan>();
        foreach (var block in prose.Where(b => b.Span.In(reading.Text).Contains(half)))
        {
            AddMatches(reading, block, form, halves);
        }

        if (halves.Count == 0)
        {
            return [];
        }

        var fulls = prose.Sum(b => b.Span.In(reading.Text).Count(full));
        var all = prose.Sum(b => CountAny(b.Span.In(reading.Text), marks));
        return fulls < (halves.Count * 2) - 1 || all < halves.Count * 2 || all < Math.Min(3, marks.Length + 1) ? [] : halves.Take(MostPerKind).Select(span => Finding(reading, span));
    }

    private static int CountAny(ReadOnlySpan<char> text, ReadOnlySpan<char> marks)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += marks.Contains(c) ? 1 : 0;
        }

        return count;
    }

    // Wrong however the rest of the text is written: （省拨专项), 4．8, and 《关于公布<清单>的通知》, where the marks of an inner title are 〈〉.
    private static IEnumerable<ReportFinding> Certain(Reading reading, List<Block> prose, Regex form)
    {
        var found = new List<TextSpan>();
        foreach (var block in prose)
        {
            AddMatches(reading, block, form, found);
        }

        return found.Take(MostPerKind).Select(span => Finding(reading, span));
    }

    // 1.……2．……3.……: one point among others.
    private static IEnumerable<ReportFinding> Numbers(Reading reading)
    {
        var points = ItemPoint().Matches(reading.Text).Select(m => m.Groups["point"]).ToList();
        var full = points.FindAll(p => p.Value == "．");
        return full.Count == 1 && points.Count >= 3 ? [Finding(reading, new TextSpan(full[0].Index, full[0].Index + 1))] : [];
    }

    private static void AddMatches(Reading reading, Block block, Regex form, List<TextSpan> found)
    {
        foreach (var match in form.EnumerateMatches(block.Span.In(reading.Text)))
        {
            found.Add(new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length));
        }
    }

    private static ReportFinding Finding(Reading reading, TextSpan span) =>
        Notice.Of(ReportCodes.MixedWidth, Severity.Warning, span, "", ("found", span.Of(reading.Text)));

    [GeneratedRegex(@"(?:^|\n)\s*\d{1,2}(?<point>[.．])(?=\s*[\u4e00-\u9fa5])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItemPoint();

    [GeneratedRegex(@"(?<=（[^（）()\n]{1,60})\)|\((?=[^（）()\n]{1,60}）)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnequalBrackets();

    [GeneratedRegex(@"(?<=\d)．(?=\d)|(?<=\d,\d{3})，(?=\d{3}(?!\d))|(?<=\d)，(?=\d{3},\d{3}(?!\d))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullPoint();

    // 2,184条 … 1，950条: where thousands are parted, one of them by a full-width comma.
    [GeneratedRegex(@"(?<![\d,.])\d{1,3},\d{3}(?![\d,])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfThousands();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fa5]\d{1,3})，(?=\d{3}(?:条|件|次|人|篇|份|项|个|名|元|万|册|本|场|张|封|字|平|亩|台))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullThousands();

    [GeneratedRegex(@"\d", RegexOptions.CultureInvariant | RegexOptions.ECMAScript, 1000)]
    private static partial Regex HalfNumber();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fa5])\?(?=[”\u4e00-\u9fa5])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfQuestion();

    // １．……14条: the number of a point is set as its point is.
    [GeneratedRegex(@"(?>[０-９Ａ-Ｚａ-ｚ％]+)(?!(?<=^[０-９]{1,2})[．、])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullDigits();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fa5》”）]),(?=[\u4e00-\u9fa5《“（\d])|(?<=\d[条件篇项份个次人名期]),(?=[\u4e00-\u9fa5《“（])|(?<=[\u4e00-\u9fa5][\d.]{1,6}%?),(?=[\u4e00-\u9fa5《“（])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfComma();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fa5》”）]);(?=[\u4e00-\u9fa5《“（\d]|\s*$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfSemicolon();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fa5]):(?=[\u4e00-\u9fa5《“\d])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfColon();

    [GeneratedRegex(@"(?<=《[^《》<>\n]{0,40})<[\u4e00-\u9fa5][^《》<>\n]{1,40}>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfInnerTitle();

    [GeneratedRegex(@"\((?=[\u4e00-\u9fa5])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfBracket();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fa5\d][\u4e00-\u9fa5])\.(?=[\u4e00-\u9fa5]|\s*$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfStop();
}
