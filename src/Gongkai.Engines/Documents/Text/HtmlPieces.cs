using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Gongkai.Engines.Documents.Text;

/// <summary>Web pages: a piece for each paragraph or cell; comments, hidden elements and properties as layers of their own.</summary>
internal sealed partial class HtmlPieces(HtmlVisibility visibility, string inside, ReadingContext context)
{
    // A longer one is a program's own state, not a value of somebody's.
    private const int LongestData = 200;
    private const int ShortestData = 11;
    private const int ShortestWords = 6;

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "P", "DIV", "LI", "UL", "OL", "DL", "DT", "DD", "H1", "H2", "H3", "H4", "H5", "H6", "TABLE", "TR", "TBODY", "THEAD", "TFOOT", "CAPTION", "SECTION",
        "ARTICLE", "HEADER", "FOOTER", "MAIN", "NAV", "ASIDE", "BLOCKQUOTE", "PRE", "FORM", "FIELDSET", "LEGEND", "FIGURE", "FIGCAPTION", "BODY", "HTML",
        "ADDRESS", "HR", "DETAILS", "SUMMARY", "ROW", "WORKSHEET",
    };

    private readonly List<Piece> _ready = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly StringBuilder _line = new();
    private int _paragraphs;
    private int _tables;
    private int _hidden;
    private int _comments;
    private int _attributes;

    public static IEnumerable<Piece> Read(Stream stream, string inside, ReadingContext context)
    {
        if (stream.Length > Math.Min(context.Limits.InMemoryBytes, HtmlPage.LargestPage))
        {
            throw new DocumentException(DocumentProblem.TooLarge, "The page is larger than is allowed.");
        }

        var html = HtmlPage.Text(stream, context);
        var page = HtmlPage.Parse(html, context);
        return new HtmlPieces(new HtmlVisibility(page), inside, context).Pieces(page, html);
    }

    private IEnumerable<Piece> Pieces(IHtmlDocument document, string html)
    {
        if (document.Title is { Length: > 0 } title)
        {
            yield return new Piece(new Place(Layer.Property, "property title", inside), title);
        }

        // Gone through without recursion: a hostile page nests deeper than a stack.
        var stack = new Stack<(INode Node, bool IsEnd, HtmlTable? Table, Layer Layer)>();
        stack.Push((document.DocumentElement, false, null, Layer.Body));
        while (stack.TryPop(out var step))
        {
            context.Check();
            Visit(step.Node, step.IsEnd, step.Table, step.Layer, stack);
            foreach (var piece in _ready)
            {
                yield return piece;
            }

            _ready.Clear();
        }

        Flush(null, Layer.Body);
        AddDropped(html);
        foreach (var piece in _ready.Concat(HtmlPage.Pictures(document, inside)))
        {
            yield return piece;
        }
    }

    private void Visit(INode node, bool isEnd, HtmlTable? table, Layer layer, Stack<(INode, bool, HtmlTable?, Layer)> stack)
    {
        switch (node)
        {
            case IText text:
                AppendText(text.Data);
                return;
            case IComment comment:
                ReadComment(comment.Data);
                return;
            case not IElement:
                return;
        }

        var element = (IElement)node;
        var tag = element.LocalName.ToUpperInvariant();
        var isCell = tag is "TD" or "TH" or "CELL";
        if (isEnd)
        {
            Flush(isCell ? table : null, layer);
            return;
        }

        if (tag is "STYLE" or "SCRIPT")
        {
            ReadCode(tag == "STYLE" ? HtmlPage.WordsOfStyle() : HtmlPage.WordsOfScript(), tag == "STYLE" ? "style" : "script", element.TextContent);
        }

        if (tag is "SCRIPT" or "STYLE" or "TITLE" or "WORKSHEETOPTIONS" or "X:WORKSHEETOPTIONS")
        {
            return;
        }

        if (tag == "META" && element.GetAttribute("content") is { Length: > 0 } content && element.GetAttribute("name") is { } metaName
            && metaName.ToUpperInvariant() is "AUTHOR" or "KEYWORDS" or "DESCRIPTION")
        {
            _ready.Add(new Piece(new Place(Layer.Property, $"property page {metaName}", inside), content));
            return;
        }

        if (tag is "INPUT" or "OPTION" or "TEXTAREA" && element.GetAttribute("type") == "hidden" && element.GetAttribute("value") is { Length: > 0 } value)
        {
            _ready.Add(new Piece(new Place(Layer.Property, $"property field {element.GetAttribute("name")}", inside), value));
            return;
        }

        ReadAttributes(element);
        var hides = layer == Layer.Body && (element is IHtmlTemplateElement || visibility.IsUnseen(element));
        if (hides)
        {
            FlushBefore(table, layer);
            layer = HtmlVisibility.IsHiddenSheet(element) ? Layer.HiddenSheet : Layer.HiddenText;
        }

        if (tag == "BR")
        {
            _line.Append('\n');
            return;
        }

        // A tag of the file's own making, as in XML that looks like a page, stands by itself.
        var isBlock = Blocks.Contains(tag) || layer == Layer.HiddenText || element is IHtmlUnknownElement;
        if (isBlock && !(table?.InCell == true))
        {
            Flush(null, layer == Layer.HiddenText ? Layer.Body : layer);
        }
        else if (isBlock && _line.Length > 0 && _line[^1] != '\n')
        {
            _line.Append('\n');
        }

        if (tag is "TABLE" or "WORKSHEET")
        {
            table = new HtmlTable(++_tables, table?.Sheet ?? element.GetAttribute("ss:name") ?? "");
        }
        else if (tag is "TR" or "ROW" && table is not null)
        {
            table.NextRow();
        }
        else if (isCell && table is not null)
        {
            Flush(null, layer);
            table.NextCell(Span(element, "colspan"), Span(element, "rowspan"));
        }

        if (isCell || hides || (isBlock && !(table?.InCell == true)))
        {
            stack.Push((node, true, table, layer));
        }

        // By number: asking each child for the one before it costs a search among all of them.
        var children = element is IHtmlTemplateElement { Content: { } kept } ? kept.ChildNodes : node.ChildNodes;
        for (var i = children.Length - 1; i >= 0; i--)
        {
            stack.Push((children[i], false, table, layer));
        }
    }

    // What shows only under the mouse, goes along with a link or waits for a script: read all the same by whoever looks.
    private void ReadAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes.Where(IsRead))
        {
            AddAttribute(attribute.Name, attribute.Value);
        }
    }

    // Words are read always, what is made for programs only where it may be somebody's number.
    private static bool IsRead(IAttr attribute) => attribute.Name switch
    {
        "title" or "alt" or "placeholder" or "value" or "aria-label" or "srcdoc" => attribute.Value.Length >= ShortestWords,
        "href" => PersonalLinks.Tells(attribute.Value),
        "onclick" or "content" => PersonalLinks.HoldsNumber(attribute.Value),
        ['d', 'a', 't', 'a', '-', ..] or ['i', 'd', _, ..] => attribute.Value.Length is >= ShortestData and <= LongestData,
        _ => false,
    };

    private void ReadCode(Regex words, string name, string code)
    {
        foreach (var match in words.EnumerateMatches(code))
        {
            AddAttribute(name, code.Substring(match.Index, match.Length));
        }
    }

    // A cell outside any table is dropped by the parser, and what it carries is still in the file.
    private void AddDropped(string html)
    {
        foreach (Match cell in StrayCell().Matches(html))
        {
            var value = WebUtility.HtmlDecode(cell.Groups["value"].Value);
            if (!_seen.Contains(value))
            {
                AddAttribute(cell.Groups["name"].Value, value);
            }
        }
    }

    private void AddAttribute(string name, string value)
    {
        _seen.Add(value);
        _ready.Add(new Piece(new Place(Layer.Property, string.Create(CultureInfo.InvariantCulture, $"attribute {++_attributes} {name}"), inside), value));
    }

    private static int Span(IElement element, string name) => int.TryParse(element.GetAttribute(name), out var span) ? Math.Clamp(span, 1, 500) : 1;

    private void AppendText(string text)
    {
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\t' or ' ')
            {
                if (_line.Length > 0 && _line[^1] is not (' ' or '\n'))
                {
                    _line.Append(' ');
                }
            }
            else if (c is not ('\u200B' or '\u200C' or '\uFEFF'))
            {
                _line.Append(c == '\u00A0' ? ' ' : c);
            }
        }
    }

    // What stands before hidden words belongs to the cell still, and what stands after them too.
    private void FlushBefore(HtmlTable? table, Layer layer)
    {
        var inCell = table?.InCell == true;
        Flush(inCell ? table : null, layer);
        if (inCell)
        {
            table!.InCell = true;
        }
    }

    private void Flush(HtmlTable? table, Layer layer)
    {
        var text = _line.ToString().Trim();
        _line.Clear();
        if (table is not null)
        {
            table.InCell = false;
        }

        if (text.Length == 0)
        {
            return;
        }

        var locator = layer == Layer.HiddenText ? string.Create(CultureInfo.InvariantCulture, $"hidden element {++_hidden}")
            : table is not null && layer == Layer.HiddenSheet ? $"Sheet {table.Sheet}!{Sheets.CellReference.Write(table.Row, table.Column)}"
            : table is null ? string.Create(CultureInfo.InvariantCulture, $"paragraph {++_paragraphs}")
            : string.Create(CultureInfo.InvariantCulture, $"table {table.Number}, row {table.Row}, column {table.Column}");
        _ready.Add(table is null || layer == Layer.HiddenText
            ? new Piece(new Place(layer, locator, inside), text)
            : new Piece(new Place(layer, locator, inside), text, table.Row, table.Column, table.Number));
    }

    // Conditional comments and the editor's own marks are no remarks of a person.
    private void ReadComment(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > 0 && !trimmed.StartsWith("[if", StringComparison.OrdinalIgnoreCase) && !trimmed.StartsWith("StartFragment", StringComparison.Ordinal)
            && !trimmed.StartsWith("EndFragment", StringComparison.Ordinal) && !trimmed.StartsWith('#'))
        {
            _ready.Add(new Piece(new Place(Layer.Comment, string.Create(CultureInfo.InvariantCulture, $"comment {++_comments}"), inside), trimmed));
        }
    }

    [GeneratedRegex("""<t[dhr]\s[^<>]{0,400}?\b(?<name>data-[\w\-]{1,40})\s*=\s*["'](?<value>[^"'<>]{11,200})["']""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex StrayCell();
}
