using System.Globalization;
using System.Text;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>Gives a Word document as pieces: body, then running heads and feet, notes, comments, drawings and what lies behind.</summary>
internal sealed class WordPieces(WordDocument document, string inside, ReadingContext context)
{
    // Half an ID card, roughly: smaller pictures are logos and seals.
    private const double SpeakingPictureArea = 60;

    private int _boxes;
    private long _characters;
    private bool _hasPictures;

    public static IEnumerable<Piece> Read(Stream stream, string name, string inside, ReadingContext context)
    {
        using var document = WordDocument.Open(stream, context);
        var pieces = new WordPieces(document, inside, context);
        foreach (var piece in pieces.All(name))
        {
            yield return piece;
        }
    }

    private IEnumerable<Piece> All(string name)
    {
        foreach (var piece in Walk(document.MainPath, Layer.Body, ""))
        {
            yield return piece;
        }

        foreach (var (type, layer) in new[] { ("header", Layer.Header), ("footer", Layer.Footer), ("footnotes", Layer.Footnote), ("endnotes", Layer.Footnote), ("comments", Layer.Comment) })
        {
            var number = 0;
            foreach (var path in document.PathsOf(type))
            {
                foreach (var piece in Walk(path, layer, $"{type.TrimEnd('s')} {++number}"))
                {
                    yield return piece;
                }
            }
        }

        foreach (var piece in WordBlocks.Read(document, inside).Concat(OfficeLayers.Read(document.Package, name, inside)))
        {
            yield return piece;
        }

        if (_hasPictures && _characters < 30)
        {
            context.Report("file.no-text", Severity.Warning, new Place(Layer.Body, "", inside));
        }
    }

    private IEnumerable<Piece> Walk(string path, Layer layer, string part)
    {
        var paragraphs = 0;
        var notes = 0;
        var tables = new Stack<OpenTable>();
        var tableCount = 0;
        foreach (var step in document.Part(path))
        {
            switch (step.Kind)
            {
                case WordEventKind.NoteStart:
                    part = step.Id is null ? part : $"{part.Split(' ')[0]} {(++notes).ToString(CultureInfo.InvariantCulture)}";
                    break;
                case WordEventKind.TableStart:
                    tables.Push(new OpenTable(++tableCount));
                    break;
                case WordEventKind.RowStart:
                    tables.Peek().Row++;
                    break;
                case WordEventKind.CellStart:
                    tables.Peek().Cell = new CellText();
                    break;
                case WordEventKind.Paragraph when tables.TryPeek(out var table) && table.Cell is { } cell:
                    cell.Add(step.Paragraph!);
                    foreach (var piece in Attached(step.Paragraph!, table.Locator(part, cell)))
                    {
                        yield return piece;
                    }

                    break;
                case WordEventKind.Paragraph:
                    var locator = layer == Layer.Body ? string.Create(CultureInfo.InvariantCulture, $"paragraph {++paragraphs}") : part;
                    foreach (var piece in Paragraph(step.Paragraph!, layer, locator))
                    {
                        yield return piece;
                    }

                    break;
                case WordEventKind.CellEnd when tables.Peek() is { Cell: { } cell } table:
                    (cell.Column, cell.Change) = (step.Cell!.Column + 1, step.Cell.Change);
                    table.Cells.Add(cell);
                    table.Cell = null;
                    break;
                case WordEventKind.RowEnd:
                    foreach (var piece in tables.Peek().Finish(layer, part, inside, step))
                    {
                        _characters += piece.Text.Length;
                        yield return piece;
                    }

                    break;
                case WordEventKind.TableEnd:
                    tables.Pop();
                    break;
                case WordEventKind.Chunk when step.Id is { } id && document.Relations.TryGetValue(id, out var relation):
                    foreach (var piece in OfficeLayers.Inner(document.Package, relation.Target, inside, context))
                    {
                        yield return piece;
                    }

                    break;
            }
        }
    }

    private IEnumerable<Piece> Paragraph(WordParagraph paragraph, Layer layer, string locator)
    {
        foreach (var (text, of) in Texts(paragraph, layer, locator))
        {
            _characters += text.Length;
            yield return new Piece(of with { Inside = inside }, text);
        }

        foreach (var piece in Attached(paragraph, locator))
        {
            yield return piece;
        }
    }

    private static IEnumerable<(string Text, Place Where)> Texts(WordParagraph paragraph, Layer layer, string locator)
    {
        if (paragraph.Text is { Length: > 0 } text)
        {
            yield return (text, new Place(layer, locator));
        }

        if (paragraph.UnseenText is var unseen && !string.IsNullOrWhiteSpace(unseen))
        {
            yield return (unseen, new Place(Layer.HiddenText, locator));
        }

        if (paragraph.InsertedText is var inserted && !string.IsNullOrWhiteSpace(inserted))
        {
            yield return (inserted, new Place(Layer.TrackedChange, locator + " insertion"));
        }

        if (paragraph.DeletedText is var deleted && !string.IsNullOrWhiteSpace(deleted))
        {
            yield return (deleted, new Place(Layer.TrackedChange, locator + " deletion"));
        }
        else if (paragraph.RunsOn)
        {
            // Only the end of the paragraph was deleted: no words, and yet a change that is still open.
            yield return ("¶", new Place(Layer.TrackedChange, locator + " deletion"));
        }
    }

    // Text boxes and pictures anchored in a paragraph, and where its links lead.
    private IEnumerable<Piece> Attached(WordParagraph paragraph, string locator)
    {
        foreach (var box in paragraph.Boxes)
        {
            foreach (var (text, where) in Texts(box, Layer.TextBox, string.Create(CultureInfo.InvariantCulture, $"text box {++_boxes}")))
            {
                _characters += text.Length;
                yield return new Piece(where with { Inside = inside }, text);
            }
        }

        foreach (var target in WordLinks.Unshown(paragraph))
        {
            yield return new Piece(new Place(Layer.Property, locator + " link", inside), target);
        }

        foreach (var words in paragraph.Instructions.Select(Field.KeptIn).OfType<string>())
        {
            yield return new Piece(new Place(Layer.HiddenText, locator + " field", inside), words);
        }

        foreach (var words in paragraph.Guides)
        {
            yield return new Piece(new Place(Layer.TextBox, locator + " ruby", inside), words);
        }

        foreach (var words in paragraph.PictureWords)
        {
            yield return new Piece(new Place(Layer.Property, locator + " picture", inside), words);
        }

        foreach (var run in paragraph.Runs.Where(r => r.PictureId is not null && !r.IsPreview))
        {
            _hasPictures = true;
            if (run.PictureArea >= SpeakingPictureArea)
            {
                context.Report("file.no-text", Severity.Warning, new Place(Layer.Body, locator, inside));
            }
        }
    }

    private sealed class CellText
    {
        private StringBuilder? _body;
        private StringBuilder? _unseen;
        private StringBuilder? _inserted;
        private StringBuilder? _deleted;

        public int Column { get; set; }

        /// <summary>Whether the cell itself was put in or taken out under tracking.</summary>
        public WordChange Change { get; set; }

        public void Add(WordParagraph paragraph)
        {
            Append(ref _body, paragraph.Text, keepEmpty: true);
            Append(ref _unseen, paragraph.UnseenText, keepEmpty: false);
            Append(ref _inserted, paragraph.InsertedText, keepEmpty: false);
            Append(ref _deleted, paragraph.DeletedText, keepEmpty: false);
        }

        public IEnumerable<(string Text, Layer Layer, string Suffix)> Texts(Layer layer)
        {
            var body = _body?.ToString().Trim('\n') ?? "";
            yield return Change == WordChange.Deleted ? (body, Layer.TrackedChange, " deletion") : (body, layer, "");
            if (Change == WordChange.Inserted)
            {
                yield return (body, Layer.TrackedChange, " insertion");
            }

            if (_unseen is not null)
            {
                yield return (_unseen.ToString(), Layer.HiddenText, "");
            }

            if (_inserted is not null)
            {
                yield return (_inserted.ToString(), Layer.TrackedChange, " insertion");
            }

            if (_deleted is not null)
            {
                yield return (_deleted.ToString(), Layer.TrackedChange, " deletion");
            }
        }

        private static void Append(ref StringBuilder? to, string text, bool keepEmpty)
        {
            if (keepEmpty || !string.IsNullOrWhiteSpace(text))
            {
                to = to is null ? new StringBuilder(text) : to.Append('\n').Append(text);
            }
        }
    }

    private sealed class OpenTable(int number)
    {
        public int Row { get; set; }

        public CellText? Cell { get; set; }

        public List<CellText> Cells { get; } = [];

        public string Locator(string part, CellText cell) => Locate(part, cell.Column == 0 ? Cells.Count + 1 : cell.Column);

        public IEnumerable<Piece> Finish(Layer layer, string part, string inside, WordEvent row)
        {
            foreach (var cell in Cells)
            {
                foreach (var (text, of, suffix) in cell.Texts(layer))
                {
                    if (text.Length > 0)
                    {
                        var (into, behind) = row.IsHidden ? (Layer.HiddenRow, suffix) : row.IsDeleted ? (Layer.TrackedChange, " deletion") : (of, suffix);
                        yield return new Piece(new Place(into, Locate(part, cell.Column) + behind, inside), text, Row, cell.Column, number);
                    }
                }
            }

            Cells.Clear();
        }

        private string Locate(string part, int column) =>
            string.Create(CultureInfo.InvariantCulture, $"{(part.Length == 0 ? "" : part + ", ")}table {number}, row {Row}, column {column}");
    }
}
