using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Compares what a number grew or fell by with the two numbers it stands between: 7846条，较上年的6538条增加1308条; 关注者7.24万，新增1.06万（上年末6.18万）.</summary>
internal sealed partial class DifferenceCheck : IReportCheck
{
    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var line in FigureLine.Of(reading))
        {
            for (var i = 2; i < line.Count; i++)
            {
                if (Read(line, i) is not var (now, then, by) || now.Approximate || then.Approximate || by.Approximate)
                {
                    continue;
                }

                var real = Math.Abs(now.Value - then.Value);
                if (Math.Abs(real - by.Value) > Slack(reading.Folded, now, then, by))
                {
                    yield return Notice.Of(
                        ReportCodes.SumMismatch,
                        Severity.Error,
                        new TextSpan(now.Span.Start, line.Figures[i].Span.End),
                        "difference",
                        ("expected", Notice.Say(real)),
                        ("found", Notice.Say(by.Value)),
                        ("parts", $"{Notice.Say(Math.Max(now.Value, then.Value))} - {Notice.Say(Math.Min(now.Value, then.Value))}"));
                }
            }
        }
    }

    // Now, then and by how much, in one of the two orders they are written in.
    private static (Figure Now, Figure Then, Figure By)? Read(FigureLine line, int i)
    {
        var (first, second, third) = (line.Figures[i - 2], line.Figures[i - 1], line.Figures[i]);
        if (first.Unit != second.Unit || second.Unit != third.Unit)
        {
            return null;
        }

        var (between, last) = (line.Gap(i - 1), line.Gap(i));
        return Earlier().IsMatch(between) && By().IsMatch(last) ? (first, second, third)
            : NewBy().IsMatch(between) && EarlierInBrackets().IsMatch(last) ? (first, third, second)
            : null;
    }

    // Numbers in units of ten thousand are rounded, and so is their difference.
    private static decimal Slack(string text, params ReadOnlySpan<Figure> figures)
    {
        var slack = 0m;
        foreach (var figure in figures)
        {
            var said = text.AsSpan(figure.Span.Start, figure.Span.End - figure.Span.Start);
            var scale = said.Contains('亿') ? 100_000_000m : said.Contains('万') ? 10_000m : 0m;
            var point = said.IndexOf('.');
            for (var at = point + 1; point >= 0 && at < said.Length && char.IsAsciiDigit(said[at]); at++)
            {
                scale /= 10;
            }

            slack = Math.Max(slack, scale);
        }

        return slack;
    }

    [GeneratedRegex(@"^[^。;]{0,4}[，,(]?[^。;，,]{0,6}(?:上一?学?年|去年|上期|年初|期初|同期|原来|原有)[^。;，,]{0,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"^[^。;]{0,2}[，,]?(?:同比|净|共|分别|相应)*(?:增加|增长|净增|减少|下降|多|少|增|减)了?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"^[，,][^。;，,]{0,8}(?:新增|净增|增加|减少|增长)(?:粉丝|用户|关注)?了?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NewBy();

    [GeneratedRegex(@"^\(\s*(?:上一?学?年|去年|上期|年初|期初|同期)[^。;，,()]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EarlierInBrackets();
}
