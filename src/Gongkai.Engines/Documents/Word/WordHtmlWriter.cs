using System.Globalization;
using System.Net;
using System.Text;

namespace Gongkai.Engines.Documents.Word;

/// <summary>Writes the HTML of one Word document.</summary>
internal sealed class WordHtmlWriter(WordDocument document)
{
    private const long LargestImage = 64L << 20;

    private readonly List<WordImage> _images = [];
    private readonly Dictionary<string, int> _imageNumbers = new(StringComparer.Ordinal);
    private readonly List<(string Part, string Id)> _notes = [];
    private readonly Stack<TableState> _tables = new();
    private StringBuilder _html = new();
    private WordListWriter _lists = new();

    public WordHtml Write()
    {
        foreach (var step in document.Body())
        {
            switch (step.Kind)
            {
                case WordEventKind.Paragraph:
                    WriteParagraph(step.Paragraph!);
                    break;
                case WordEventKind.TableStart:
                    _lists.Close(_html);
                    _tables.Push(new TableState(_html, _lists));
                    break;
                case WordEventKind.RowStart:
                    _tables.Peek().Rows.Add([]);
                    break;
                case WordEventKind.CellStart:
                    _html = new StringBuilder();
                    _lists = new WordListWriter();
                    break;
                case WordEventKind.CellEnd:
                    _lists.Close(_html);
                    _tables.Peek().Rows[^1].Add((step.Cell!, _html.ToString()));
                    break;
                case WordEventKind.TableEnd:
                    var table = _tables.Pop();
                    _html = table.Outer;
                    _lists = table.OuterLists;
                    WordTableWriter.Write(table.Rows, _html);
                    break;
            }
        }

        _lists.Close(_html);
        WriteNotes();
        return new WordHtml(_html.ToString(), _images);
    }

    private void WriteParagraph(WordParagraph paragraph)
    {
        var inline = Inline(paragraph);
        if (inline.Length > 0)
        {
            if (paragraph.Heading is { } level)
            {
                _lists.Close(_html);
                var tag = $"h{Math.Clamp(level, 1, 6).ToString(CultureInfo.InvariantCulture)}";
                _html.Append('<').Append(tag).Append(Alignment(paragraph)).Append('>').Append(Label(paragraph)).Append(inline).Append("</").Append(tag).Append(">\n");
            }
            else if (paragraph.Label is { } label && WordListWriter.IsList(label))
            {
                _lists.Item(_html, label, inline);
            }
            else
            {
                _lists.Close(_html);
                _html.Append("<p").Append(Alignment(paragraph)).Append('>').Append(Label(paragraph)).Append(inline).Append("</p>\n");
            }
        }

        foreach (var box in paragraph.Boxes)
        {
            WriteParagraph(box);
        }
    }

    private static string Label(WordParagraph paragraph) => paragraph.Label is { Text.Length: > 0 } label
        ? Encode(label.Text) + (label.Text[^1] is '、' or '）' or '．' ? "" : " ")
        : "";

    private static string Alignment(WordParagraph paragraph) => paragraph.Alignment switch
    {
        "center" => " class=\"align-center\"",
        "right" or "end" => " class=\"align-right\"",
        _ => "",
    };

    private string Inline(WordParagraph paragraph)
    {
        var html = new StringBuilder();
        var open = new List<string>();
        string? link = null;
        foreach (var run in paragraph.Runs.Where(r => r.Change != WordChange.Deleted && !r.IsUnseen && !r.IsFallback))
        {
            var target = SafeLink(run.Link);
            var wanted = Tags(run, paragraph.Heading is not null);
            if (target != link)
            {
                CloseTags(html, open, 0);
                html.Append(link is null ? "" : "</a>").Append(target is null ? "" : $"<a href=\"{Encode(target)}\">");
                link = target;
            }

            var same = 0;
            while (same < open.Count && same < wanted.Count && open[same] == wanted[same])
            {
                same++;
            }

            CloseTags(html, open, same);
            foreach (var tag in wanted.Skip(same))
            {
                html.Append('<').Append(tag).Append('>');
                open.Add(tag);
            }

            html.Append(Encode(run.Text).Replace("\n", "<br>", StringComparison.Ordinal).Replace("\t", "\u2003", StringComparison.Ordinal));
            AppendPicture(html, run);
            AppendNote(html, run);
        }

        CloseTags(html, open, 0);
        html.Append(link is null ? "" : "</a>");
        var text = html.ToString();
        return string.IsNullOrWhiteSpace(text.Replace("<br>", "", StringComparison.Ordinal)) ? "" : text;
    }

    private static void CloseTags(StringBuilder html, List<string> open, int keep)
    {
        for (var i = open.Count - 1; i >= keep; i--)
        {
            html.Append("</").Append(open[i]).Append('>');
            open.RemoveAt(i);
        }
    }

    private static List<string> Tags(WordRun run, bool isHeading)
    {
        var tags = new List<string>();
        if (run.Text.Length == 0)
        {
            return tags;
        }

        if (run.Format.Bold == true && !isHeading)
        {
            tags.Add("strong");
        }

        if (run.Format.Italic == true)
        {
            tags.Add("em");
        }

        if (run.Format.Underline == true && run.Link is null)
        {
            tags.Add("u");
        }

        if (run.Format.Strike == true)
        {
            tags.Add("s");
        }

        if (run.Format.Position is "superscript" or "subscript")
        {
            tags.Add(run.Format.Position == "superscript" ? "sup" : "sub");
        }

        return tags;
    }

    private static string? SafeLink(string? link)
    {
        if (string.IsNullOrWhiteSpace(link))
        {
            return null;
        }

        var text = link.Trim();
        return text.StartsWith('#') || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? text : null;
    }

    private void AppendPicture(StringBuilder html, WordRun run)
    {
        if (run.PictureId is null || !document.Relations.TryGetValue(run.PictureId, out var relation) || relation.IsOutside)
        {
            return;
        }

        if (!_imageNumbers.TryGetValue(relation.Target, out var number))
        {
            using var bytes = document.Package.Load(relation.Target, LargestImage);
            if (bytes is null)
            {
                return;
            }

            _images.Add(new WordImage(Path.GetFileName(relation.Target), ContentType(relation.Target), bytes.ToArray()));
            _imageNumbers[relation.Target] = number = _images.Count;
        }

        html.Append(CultureInfo.InvariantCulture, $"<img src=\"image:{number}\" alt=\"{Encode(run.PictureName ?? "")}\">");
    }

    private static string ContentType(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".GIF" => "image/gif",
        ".BMP" => "image/bmp",
        ".TIF" or ".TIFF" => "image/tiff",
        ".SVG" => "image/svg+xml",
        ".WEBP" => "image/webp",
        ".EMF" => "image/emf",
        ".WMF" => "image/wmf",
        _ => "application/octet-stream",
    };

    private void AppendNote(StringBuilder html, WordRun run)
    {
        var note = run.FootnoteId is { } foot ? ("footnotes", foot) : run.EndnoteId is { } end ? ("endnotes", end) : ("", "");
        if (note.Item1.Length > 0)
        {
            _notes.Add(note);
            html.Append(CultureInfo.InvariantCulture, $"<sup><a href=\"#note-{_notes.Count}\" id=\"note-ref-{_notes.Count}\">{_notes.Count}</a></sup>");
        }
    }

    private void WriteNotes()
    {
        if (_notes.Count == 0)
        {
            return;
        }

        var texts = NoteTexts("footnotes").Concat(NoteTexts("endnotes")).ToDictionary(n => (n.Part, n.Id), n => n.Html);
        _html.Append("<section class=\"notes\">\n<ol>\n");
        for (var i = 0; i < _notes.Count; i++)
        {
            _html.Append(CultureInfo.InvariantCulture, $"<li id=\"note-{i + 1}\">{texts.GetValueOrDefault(_notes[i], "")} <a href=\"#note-ref-{i + 1}\">↩</a></li>\n");
        }

        _html.Append("</ol>\n</section>\n");
    }

    private List<(string Part, string Id, string Html)> NoteTexts(string part)
    {
        var notes = new List<(string, string, string)>();
        string? id = null;
        var text = new StringBuilder();
        foreach (var step in document.Part(document.PathOf(part)))
        {
            switch (step.Kind)
            {
                case WordEventKind.NoteStart:
                    id = step.Id;
                    text.Clear();
                    break;
                case WordEventKind.Paragraph:
                    text.Append(text.Length > 0 ? "<br>" : "").Append(Inline(step.Paragraph!).Trim());
                    break;
                case WordEventKind.NoteEnd when id is not null && !notes.Exists(n => n.Item2 == id):
                    notes.Add((part, id, text.ToString()));
                    break;
            }
        }

        return notes;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(Printable(text));

    // Characters that XML of Word may hold and HTML may not.
    private static string Printable(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u0000', '\u0008') < 0 ? text : new string([.. text.Where(c => c >= ' ' || c is '\n' or '\t')]);

    private sealed class TableState(StringBuilder outer, WordListWriter outerLists)
    {
        public StringBuilder Outer => outer;

        public WordListWriter OuterLists => outerLists;

        public List<List<(WordCell Cell, string Html)>> Rows { get; } = [];
    }
}
