using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Figures;

namespace Gongkai.Web.Reports;

/// <summary>A stretch of composed text; with a code, a figure that can be opened.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Code">The figure; empty for words.</param>
/// <param name="Axis">By which axis it is parted.</param>
/// <param name="Value">Which part.</param>
public sealed record ReportRun(string Text, string Code = "", string Axis = "", string Value = "");

/// <summary>A composed table.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Heads">Its head row.</param>
/// <param name="Rows">Its rows, each with as many cells.</param>
public sealed record ReportGrid(string Caption, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<ReportRun>> Rows);

/// <summary>What a block of a composed report is.</summary>
public enum BlockShape
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>一、</summary>
    Section,

    /// <summary>（一）</summary>
    Part,

    /// <summary>1．</summary>
    Point,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A table.</summary>
    Table,

    /// <summary>Signature and day.</summary>
    Signature,
}

/// <summary>A block of a composed report.</summary>
/// <param name="Shape">What it is.</param>
/// <param name="Key">The section it stands in.</param>
/// <param name="Runs">Its text.</param>
/// <param name="Grid">Its table, when it is one.</param>
/// <param name="Source">The line of the section's text it came from; empty for what the program adds.</param>
public sealed record ReportBlock(BlockShape Shape, string Key, IReadOnlyList<ReportRun> Runs, ReportGrid? Grid = null, string Source = "")
{
    /// <summary>Its text without its figures' links.</summary>
    public string Text => string.Concat(Runs.Select(r => r.Text));
}

/// <summary>A report as it reads now.</summary>
/// <param name="Blocks">Its blocks in order.</param>
/// <param name="Missing">The figures it names that nobody has entered, each with the section.</param>
public sealed partial record Composition(IReadOnlyList<ReportBlock> Blocks, IReadOnlyList<(string Key, string Code)> Missing)
{
    /// <summary>Every figure of the period as it stood when this was composed; none for a text that is frozen.</summary>
    public IReadOnlyList<FigureValue> Values { get; init; } = [];

    /// <summary>Its title.</summary>
    public string Title => Blocks.FirstOrDefault(b => b.Shape == BlockShape.Title)?.Text ?? "";

    /// <summary>Every stretch of its text and its tables.</summary>
    public IEnumerable<ReportRun> Runs => Blocks.SelectMany(b => b.Grid is { } grid ? grid.Rows.SelectMany(r => r) : b.Runs);

    /// <summary>The addresses that its paragraphs name, each with the section; those of the tables are made by the program.</summary>
    public IEnumerable<(string Key, Uri Link)> Links =>
        from block in Blocks
        where block.Shape == BlockShape.Paragraph
        from Match found in Address().Matches(block.Text)
        let link = Uri.TryCreate(found.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '\'', '"', '>'), UriKind.Absolute, out var uri) ? uri : null
        where link is not null
        select (block.Key, link);

    /// <summary>Its text as the auditor reads it, with the block of every stretch and the stretches that are figures.</summary>
    public (ReportText Text, IReadOnlyList<(TextSpan Span, ReportBlock Block)> Places, IReadOnlyList<TextSpan> Counted) ToText()
    {
        var text = new StringBuilder();
        var (tables, places, counted) = (new List<ReportTable>(), new List<(TextSpan, ReportBlock)>(), new List<TextSpan>());
        foreach (var block in Blocks)
        {
            var from = text.Length;
            if (block.Grid is { } grid)
            {
                text.Append(grid.Caption).Append('\n');
                var rows = new List<IReadOnlyList<ReportCell>> { Row(grid.Heads.Select(h => new ReportRun(h))) };
                rows.AddRange(grid.Rows.Select(Row));
                tables.Add(new ReportTable(new TextSpan(rows[0][0].Span.Start, rows[^1][^1].Span.End), rows));
                counted.Add(new TextSpan(from, text.Length));
            }
            else
            {
                foreach (var run in block.Runs)
                {
                    var start = text.Length;
                    text.Append(run.Text);
                    if (run.Code.Length > 0)
                    {
                        counted.Add(new TextSpan(start, text.Length));
                    }
                }

                text.Append('\n');
            }

            places.Add((new TextSpan(from, text.Length), block));
        }

        return (new ReportText(text.ToString(), tables), places, counted);

        List<ReportCell> Row(IEnumerable<ReportRun> runs)
        {
            var cells = new List<ReportCell>();
            foreach (var run in runs)
            {
                text.Append(cells.Count > 0 ? "\t" : "");
                var start = text.Length;
                text.Append(run.Text);
                cells.Add(new ReportCell(run.Text, new TextSpan(start, text.Length)));
            }

            text.Append('\n');
            return cells;
        }
    }

    /// <summary>The body of the public record.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder();
        foreach (var block in Blocks)
        {
            var text = WebUtility.HtmlEncode(block.Text);
            html.Append(block.Shape switch
            {
                BlockShape.Title => "",
                BlockShape.Section => $"<h2>{text}</h2>",
                BlockShape.Part => $"<h3>{text}</h3>",
                BlockShape.Point => $"<h4>{text}</h4>",
                BlockShape.Table => Html(block.Grid!),
                BlockShape.Signature => $"<p class=\"right\">{text}</p>",
                _ => $"<p>{text}</p>",
            });
        }

        return html.ToString();
    }

    // An address in Chinese text ends where the next letter is Chinese.
    [GeneratedRegex("https?://[!-~]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    private static string Html(ReportGrid grid)
    {
        var html = new StringBuilder("<table><caption>").Append(WebUtility.HtmlEncode(grid.Caption)).Append("</caption><thead><tr>");
        grid.Heads.ToList().ForEach(h => html.Append("<th scope=\"col\">").Append(WebUtility.HtmlEncode(h)).Append("</th>"));
        html.Append("</tr></thead><tbody>");
        foreach (var row in grid.Rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select(c => $"<td>{WebUtility.HtmlEncode(c.Text)}</td>")).Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }
}
