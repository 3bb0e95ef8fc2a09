using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Engines.Documents.Text;

/// <summary>Web pages: a piece for each paragraph or cell; comments, hidden elements and properties as layers of their own.</summary>
internal sealed class HtmlPieces(string inside, ReadingContext context)
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "P", "DIV", "LI", "UL", "OL", "DL", "DT", "DD", "H1", "H2", "H3", "H4", "H5", "H6", "TABLE", "TR", "TBODY", "THEAD", "TFOOT", "CAPTION", "SECTION",
        "ARTICLE", "HEADER", "FOOTER", "MAIN", "NAV", "ASIDE", "BLOCKQUOTE", "PRE", "FORM", "FIELDSET", "LEGEND", "FIGURE", "FIGCAPTION", "BODY", "HTML",
        "ADDRESS", "HR", "DETAILS", "SUMMARY", "ROW", "WORKSHEET",
    };

    /// <summary>A page's tree takes ten times its bytes in memory and more.</summary>
    public const long LargestPage = 64L << 20;

    private const int DeepestNesting = 2000;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private readonly List<Piece> _ready = [];
    private readonly StringBuilder _line = new();
    private int _paragraphs;
    private int _tables;
    private int _hidden;
    private int _comments;

    public static IEnumerable<Piece> Read(Stream stream, string inside, ReadingContext context)
    {
        if (stream.Length > Math.Min(context.Limits.InMemoryBytes, LargestPage))
        {
            throw new DocumentException(DocumentProblem.TooLarge, "The page is larger than is allowed.");
        }

        var html = Text(stream, context);
        return new HtmlPieces(inside, context).Pieces(Parse(html, context));
    }

    /// <summary>The page's text in the encoding it says it is in, or the one its bytes suggest.</summary>
    public static string Text(Stream stream, ReadingContext context)
    {
        var encoding = TextEncodings.Guess(stream, context);
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return reader.ReadToEnd();
    }

    /// <summary>Parses a page after looking at how deep it is nested: a parser that recurses would fall over a page of nothing but opening tags.</summary>
    public static IHtmlDocument Parse(string html, ReadingContext context)
    {
        context.Check();
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (char.IsAsciiLetter(html[at + 1]) && !IsVoid(html.AsSpan(at + 1)) && ++depth > DeepestNesting)
            {
                throw new DocumentException(DocumentProblem.TooLarge, "Elements are nested deeper than is allowed.");
            }
        }

        return new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        foreach (var name in (ReadOnlySpan<string>)["br", "img", "meta", "link", "input", "hr", "p", "li", "td", "tr", "th", "option", "col", "dt", "dd"])
        {
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && tag.Length > name.Length && !char.IsLetterOrDigit(tag[name.Length]))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Piece> Pieces(IHtmlDocument document)
    {
        if (document.Title is { Length: > 0 } title)
        {
            yield return new Piece(new Place(Layer.Property, "property title", inside), title);
        }

        // Gone through without recursion: a hostile page nests deeper than a stack.
        var stack = new Stack<(INode Node, bool IsEnd, Table? Table, Layer Layer)>();
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
        foreach (var piece in _ready.Concat(DataPictures(document)))
        {
            yield return piece;
        }
    }

    private void Visit(INode node, bool isEnd, Table? table, Layer layer, Stack<(INode, bool, Table?, Layer)> stack)
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

        if (tag is "SCRIPT" or "STYLE" or "TITLE")
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

        if (layer == Layer.Body && IsUnseen(element))
        {
            Flush(null, layer);
            layer = Layer.HiddenText;
        }

        if (tag == "BR")
        {
            _line.Append('\n');
            return;
        }

        var isBlock = Blocks.Contains(tag) || layer == Layer.HiddenText;
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
            table = new Table(++_tables);
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

        if (isCell || (isBlock && !(table?.InCell == true)))
        {
            stack.Push((node, true, table, layer));
        }

        for (var child = node.LastChild; child is not null; child = child.PreviousSibling)
        {
            stack.Push((child, false, table, layer));
        }
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

    private void Flush(Table? table, Layer layer)
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

    public static bool IsUnseen(IElement element)
    {
        if (element.HasAttribute("hidden"))
        {
            return true;
        }

        var style = element.GetAttribute("style");
        if (string.IsNullOrEmpty(style))
        {
            return false;
        }

        var compact = style.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return compact.Contains("DISPLAY:NONE", StringComparison.Ordinal) || compact.Contains("VISIBILITY:HIDDEN", StringComparison.Ordinal)
            || compact.Contains("MSO-HIDE:ALL", StringComparison.Ordinal) || compact.Contains("OPACITY:0;", StringComparison.Ordinal) || compact.EndsWith("OPACITY:0", StringComparison.Ordinal)
            || HasTinyFont(compact) || IsWhiteOnWhite(compact);
    }

    private static bool HasTinyFont(string style)
    {
        var at = style.IndexOf("FONT-SIZE:", StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        var value = style.AsSpan(at + 10);
        var length = value.IndexOfAnyExcept(NumberCharacters);
        return length > 0 && double.TryParse(value[..length], CultureInfo.InvariantCulture, out var size)
            && (size == 0 || (size <= 1.5 && (value[length..].StartsWith("PX") || value[length..].StartsWith("PT"))));
    }

    private static bool IsWhiteOnWhite(string style)
    {
        var isWhite = false;
        foreach (var part in style.Split(';'))
        {
            if (part.StartsWith("BACKGROUND", StringComparison.Ordinal))
            {
                return false;
            }

            isWhite |= part is "COLOR:WHITE" or "COLOR:#FFF" or "COLOR:#FFFFFF" or "COLOR:RGB(255,255,255)" or "COLOR:TRANSPARENT";
        }

        return isWhite;
    }

    // Pictures put into the page itself.
    private IEnumerable<Piece> DataPictures(IHtmlDocument document)
    {
        foreach (var image in document.Images.Where(i => i.GetAttribute("src")?.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) == true))
        {
            var source = image.GetAttribute("src")!;
            var comma = source.IndexOf(',', StringComparison.Ordinal);
            var bytes = new byte[Math.Max(0, (source.Length - comma) * 3 / 4)];
            if (comma > 0 && Convert.TryFromBase64String(source[(comma + 1)..], bytes, out var length))
            {
                using var picture = new MemoryStream(bytes, 0, length, writable: false, publiclyVisible: true);
                foreach (var piece in Images.PictureMetadata.Read(picture, "picture in the page", inside))
                {
                    yield return piece;
                }
            }
        }
    }

    private sealed class Table(int number)
    {
        private readonly Dictionary<int, int> _blocked = [];

        public int Number => number;

        public int Row { get; private set; }

        public int Column { get; private set; }

        public bool InCell { get; set; }

        private int NextColumn { get; set; }

        public void NextRow()
        {
            Row++;
            NextColumn = 1;
        }

        public void NextCell(int columns, int rows)
        {
            while (_blocked.TryGetValue(NextColumn, out var until) && until >= Row)
            {
                NextColumn++;
            }

            Column = NextColumn;
            InCell = true;
            for (var i = 0; i < columns && rows > 1; i++)
            {
                _blocked[Column + i] = Row + rows - 1;
            }

            NextColumn += columns;
        }
    }
}
