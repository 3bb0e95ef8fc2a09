using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Web.Reports;

/// <summary>A figure of ours that an older report gives, with its place.</summary>
/// <param name="Code">Which figure.</param>
/// <param name="Value">The value as the report gives it.</param>
/// <param name="IsApproximate">Whether the report calls it approximate.</param>
/// <param name="Section">The heading it stands under; empty before the first.</param>
/// <param name="Excerpt">The sentence.</param>
/// <param name="Found">The number in it.</param>
public sealed record HistoryReading(string Code, decimal Value, bool IsApproximate, string Section, string Excerpt, TextSpan Found);

/// <summary>Says which of our figures a number of an older report is, where its words say so: <c>history-labels.data.json</c>. A number that could be
/// another is left alone; of the numbers that fit a figure the first counts, and of what was published the largest, which is the whole.</summary>
public static partial class HistoryLabels
{
    private const int Before = 90;
    private const int After = 50;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly List<Rule> Rules = Load();

    private enum Channel
    {
        None,
        WeChat,
        Weibo,
        Both,
        Other,
    }

    private enum Pick
    {
        First,
        Largest,
    }

    /// <summary>What a report gives of our figures, in the order of the text.</summary>
    public static IReadOnlyList<HistoryReading> Read(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var found = new Dictionary<string, Figure>();
        foreach (var figure in report.Figures)
        {
            var (line, segment) = Lead(report.Text, figure.Span.Start);
            foreach (var rule in Rules.Where(r => r.Fits(figure, line, segment)))
            {
                if (!found.TryGetValue(rule.Code, out var other) || (rule.Pick == Pick.Largest && figure.Value > other.Value))
                {
                    found[rule.Code] = figure;
                }
            }
        }

        // 未收到信息公开申请 states a figure without a number.
        if (!found.ContainsKey("requests-received") && NoRequests().Match(report.Text) is { Success: true } none)
        {
            found["requests-received"] = new Figure(none.Value, 0, "件", false, null, new TextSpan(none.Index, none.Index + none.Length));
        }

        return [.. found.OrderBy(f => f.Value.Span.Start).Select(f => At(report, f.Key, f.Value))];
    }

    private static HistoryReading At(Report report, string code, Figure figure)
    {
        var (text, span) = (report.Text, figure.Span);
        var from = Math.Max(text.LastIndexOfAny(['。', '！', '\n'], Math.Max(0, span.Start - 1)) + 1, span.Start - Before);
        var stop = text.IndexOfAny(['。', '！', '\n'], span.End);
        var to = Math.Min(stop < 0 ? text.Length : stop, span.End + After);
        while (from < span.Start && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        var section = report.Sections.LastOrDefault(s => s.Span.Contains(span.Start))?.Title.Trim() ?? "";
        return new HistoryReading(code, figure.Value, figure.Approximate, section, text[from..to].TrimEnd().Normalize(), new TextSpan(span.Start - from, span.End - from));
    }

    // What stands before a number in its line, and in its own part of the sentence.
    private static (string Line, string Segment) Lead(string text, int at)
    {
        var line = text[(at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1)..at];
        return (line, line[(line.LastIndexOfAny(['。', '；', ';', '！']) + 1)..]);
    }

    // The account spoken of last. One named in quotes is a faculty's or a club's, not the school's.
    private static Channel ChannelOf(string segment)
    {
        if (segment.Contains('”', StringComparison.Ordinal))
        {
            return Channel.Other;
        }

        var clause = segment[(segment.LastIndexOfAny(['，', ',']) + 1)..];
        if (clause.Contains("微博", StringComparison.Ordinal) && clause.Contains("微信", StringComparison.Ordinal))
        {
            return Channel.Both;
        }

        return Channels().Matches(segment).LastOrDefault()?.Value switch
        {
            null => Channel.None,
            "微信" or "公众号" or "官微" => Channel.WeChat,
            "微博" => Channel.Weibo,
            _ => Channel.Other,
        };
    }

    private static List<Rule> Load()
    {
        using var stream = typeof(HistoryLabels).Assembly.GetManifestResourceStream("history-labels.data.json")!;
        return JsonSerializer.Deserialize<List<Rule>>(stream, Options)!;
    }

    // How a figure is told: by its label, its measure word, and what stands before it.
    private sealed record Rule(string Code, string Label, string? Line, string? Segment, string? Unless, IReadOnlyList<string> Units, IReadOnlyList<SectionKind>? Sections, Channel Channel, Pick Pick)
    {
        public bool Fits(Figure figure, string line, string segment) =>
            Units.Contains(figure.Unit)
            && (Sections is null || figure.Section is null || Sections.Contains(figure.Section.Value))
            && Holds(Label, figure.Label)
            && (Line is null || Holds(Line, line + figure.Label))
            && (Segment is null || Holds(Segment, segment + figure.Label))
            && (Unless is null || !Holds(Unless, Channel == Channel.None && Sections is not null ? segment + figure.Label : figure.Label))
            && (Channel == Channel.None || ChannelOf(segment) == Channel);

        private static bool Holds(string pattern, string text) => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"(?:未|没有|无)(?:收到|接到|受理)[^。；;，,\n]{0,30}申请", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoRequests();

    [GeneratedRegex(@"微信|公众号|官微|微博|抖音|头条|视频号|快手|B站|客户端|网站|主页|专栏|校报", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Channels();
}
