using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>Finds full-width and half-width forms of one thing side by side. A text that uses half-width marks throughout is left alone:
/// the whole of it was converted.</summary>
internal sealed partial class MixedWidthCheck : IReportCheck
{
    private const int MostPerKind = 5;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var prose = reading.Blocks.Where(b => b.Kind is BlockKind.Prose).ToList();
        return Digits(reading, prose)
            .Concat(Marks(reading, prose, HalfComma(), FullComma()))
            .Concat(Marks(reading, prose, HalfSemicolon(), FullSemicolon()))
            .Concat(Marks(reading, prose, HalfColon(), FullColon()))
            .Concat(Marks(reading, prose, HalfBracket(), FullBracket()))
            .Concat(Marks(reading, prose, HalfStop(), FullStop()));
    }

    private static IEnumerable<ReportFinding> Digits(Reading reading, List<Block> prose)
    {
        var half = prose.Sum(b => HalfDigit().Count(b.Span.Of(reading.Text)));
        var full = Matches(reading, prose, FullDigits()).ToList();
        return half == 0 || full.Sum(f => f.Length) > half ? [] : full.Take(MostPerKind).Select(span => Finding(reading, span));
    }

    private static IEnumerable<ReportFinding> Marks(Reading reading, List<Block> prose, Regex half, Regex full)
    {
        var halves = Matches(reading, prose, half).ToList();
        var fulls = prose.Sum(b => full.Count(b.Span.Of(reading.Text)));
        if (halves.Count == 0 || fulls < halves.Count * 2 || fulls < 3)
        {
            return [];
        }

        return halves.Take(MostPerKind).Select(span => Finding(reading, span));
    }

    private static IEnumerable<TextSpan> Matches(Reading reading, List<Block> prose, Regex form)
    {
        foreach (var block in prose)
        {
            foreach (Match match in form.Matches(block.Span.Of(reading.Text)))
            {
                yield return new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length);
            }
        }
    }

    private static ReportFinding Finding(Reading reading, TextSpan span) =>
        Notice.Of(ReportCodes.MixedWidth, Severity.Warning, span, "", ("found", span.Of(reading.Text)));

    [GeneratedRegex(@"[0-9]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfDigit();

    [GeneratedRegex(@"[０-９Ａ-Ｚａ-ｚ％]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullDigits();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fa5》”）]),(?=[\u4e00-\u9fa5《“（\d])|(?<=\d[条件篇项份个次人名期]),(?=[\u4e00-\u9fa5《“（])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfComma();

    [GeneratedRegex(@"，", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullComma();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fa5》”）]);(?=[\u4e00-\u9fa5《“（\d])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfSemicolon();

    [GeneratedRegex(@"；", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullSemicolon();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fa5]):(?=[\u4e00-\u9fa5《“])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfColon();

    [GeneratedRegex(@"：", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullColon();

    [GeneratedRegex(@"\((?=[\u4e00-\u9fa5])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfBracket();

    [GeneratedRegex(@"（", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullBracket();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fa5]{2})\.(?=[\u4e00-\u9fa5]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HalfStop();

    [GeneratedRegex(@"。", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FullStop();
}
