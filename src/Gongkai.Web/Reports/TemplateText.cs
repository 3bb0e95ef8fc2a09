using System.Text.Json;
using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Figures;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Reports;

/// <summary>A piece of a section's text: words, a field, a condition, a table.</summary>
internal abstract record Node;

/// <summary>Words as they stand.</summary>
internal sealed record Words(string Text) : Node;

/// <summary>A field: a figure, a part of one, or a fact of the report.</summary>
internal sealed record Field(string Code, string Axis, string Value) : Node;

/// <summary>What is said only when a figure is some, none or known.</summary>
internal sealed record Condition(string When, string Code, IReadOnlyList<Node> Then) : Node;

/// <summary>A figure by an axis as a table; or the catalogue's table, when it has no code.</summary>
internal sealed record TableOf(string Code, string Axis) : Node;

/// <summary>Reads section texts: <c>{{published}}</c>, <c>{{published@kind=Regulation}}</c>, <c>{{table published by month}}</c>, <c>{{catalogue}}</c>,
/// <c>{{some x}}…{{end}}</c>, <c>{{none x}}</c>, <c>{{known x}}</c>, and the facts <c>{{school}}</c>, <c>{{year}}</c>, <c>{{period}}</c>.</summary>
public static partial class TemplateText
{
    private const int Deepest = 8;

    /// <summary>The lead and the eight sections in the ministry's order (教办厅函〔2018〕80号).</summary>
    public static IReadOnlyList<string> Keys { get; } = ["lead", .. SectionKinds.All.Select(SectionKinds.Name)];

    /// <summary>The texts that come with the program.</summary>
    public static IReadOnlyDictionary<string, string> Usual { get; } = Load();

    /// <summary>Refuses a text with a field that does not exist or a condition that does not end.</summary>
    /// <exception cref="ProblemException"><c>reports.unknown-field</c>, <c>reports.condition-open</c>.</exception>
    public static void Require(string text) => Read(text);

    internal static IReadOnlyList<Node> Read(string text)
    {
        var at = 0;
        var parts = Token().Split(text.ReplaceLineEndings("\n"));
        var nodes = Until(parts, ref at, 0);
        return at < parts.Length ? throw new ProblemException("reports.condition-open", "end") : nodes;
    }

    // Split gives words and tokens by turns.
    private static List<Node> Until(string[] parts, ref int at, int depth)
    {
        var nodes = new List<Node>();
        for (; at < parts.Length; at++)
        {
            if (at % 2 == 0)
            {
                if (parts[at].Contains("{{", StringComparison.Ordinal) || parts[at].Contains("}}", StringComparison.Ordinal))
                {
                    throw new ProblemException("reports.field-open");
                }

                nodes.Add(new Words(parts[at]));
                continue;
            }

            var token = parts[at].Trim();
            if (token == "end")
            {
                return depth > 0 ? nodes : throw new ProblemException("reports.condition-open", token);
            }

            if (When().Match(token) is { Success: true } when)
            {
                Known(when.Groups["code"].Value);
                at++;
                var then = depth < Deepest ? Until(parts, ref at, depth + 1) : throw new ProblemException("reports.condition-open", token);
                nodes.Add(at < parts.Length ? new Condition(when.Groups["when"].Value, when.Groups["code"].Value, then) : throw new ProblemException("reports.condition-open", token));
            }
            else
            {
                nodes.Add(Single(token));
            }
        }

        return nodes;
    }

    private static Node Single(string token)
    {
        if (token == "catalogue")
        {
            return new TableOf("", "");
        }

        if (token is "school" or "year" or "period")
        {
            return new Field(token, "", "");
        }

        if (Table().Match(token) is { Success: true } table)
        {
            var by = Known(table.Groups["code"].Value);
            return by.Axes.Contains(table.Groups["axis"].Value) ? new TableOf(by.Code, table.Groups["axis"].Value) : throw new ProblemException("reports.unknown-field", token);
        }

        var part = Part().Match(token);
        var figure = Known(part.Success ? part.Groups["code"].Value : token);
        return !part.Success ? new Field(figure.Code, "", "")
            : figure.Axes.Contains(part.Groups["axis"].Value) ? new Field(figure.Code, part.Groups["axis"].Value, part.Groups["value"].Value)
            : throw new ProblemException("reports.unknown-field", token);
    }

    private static FigureDefinition Known(string code) => FigureList.Find(code) ?? throw new ProblemException("reports.unknown-field", code);

    private static Dictionary<string, string> Load()
    {
        using var stream = typeof(TemplateText).Assembly.GetManifestResourceStream("report-template.data.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    [GeneratedRegex(@"\{\{([^{}\n]{1,120})\}\}")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?<when>some|none|known) (?<code>[a-z-]+)$")]
    private static partial Regex When();

    [GeneratedRegex(@"^table (?<code>[a-z-]+) by (?<axis>[a-z]+)$")]
    private static partial Regex Table();

    [GeneratedRegex(@"^(?<code>[a-z-]+)@(?<axis>[a-z]+)=(?<value>[\w-]+)$")]
    private static partial Regex Part();
}
