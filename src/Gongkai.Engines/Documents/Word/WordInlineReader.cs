using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>Reads paragraphs: their properties, runs, fields, pictures and text boxes. It lives as long as its part, because fields
/// and numbering go on from one paragraph to the next.</summary>
internal sealed class WordInlineReader
{
    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;
    private readonly IReadOnlyDictionary<string, Relation> _relations;
    private readonly ReadingContext _context;
    private readonly WordDrawingReader _drawings;
    private readonly List<Field> _fields = [];

    public WordInlineReader(WordStyles styles, WordNumbering numbering, IReadOnlyDictionary<string, Relation> relations, WordCanvas canvas, ReadingContext context)
    {
        _styles = styles;
        _numbering = numbering;
        _relations = relations;
        _context = context;
        _drawings = new WordDrawingReader(this, canvas, context);
    }

    /// <summary>Reads the paragraph the reader stands on and leaves it at the paragraph's end.</summary>
    public WordParagraph Read(XmlReader xml, WordSurroundings state)
    {
        var paragraph = new WordParagraph();
        var numbered = new Numbered();
        ReadInline(xml, paragraph, numbered, state);
        FinishNumbering(paragraph, numbered);
        paragraph.Heading = numbered.Outline is { } outline ? (outline < 9 ? outline + 1 : null) : _styles.HeadingLevel(paragraph.Style);
        paragraph.Alignment ??= _styles.Alignment(paragraph.Style);
        return paragraph;
    }

    /// <summary>Reads what stands inside the element the reader stands on into a paragraph already begun, as a run within a drawing does.</summary>
    public void ReadInto(XmlReader xml, WordParagraph paragraph, WordSurroundings state) => ReadInline(xml, paragraph, new Numbered(), state);

    private void FinishNumbering(WordParagraph paragraph, Numbered numbered)
    {
        var fromStyle = _styles.Numbering(paragraph.Style);
        var id = numbered.Id ?? fromStyle?.Id;
        if (id is not null && !(paragraph.RunsOn && paragraph.Text.Length == 0))
        {
            paragraph.Label = _numbering.Next(id, numbered.Level ?? fromStyle?.Level ?? 0);
        }
    }

    private void ReadInline(XmlReader xml, WordParagraph paragraph, Numbered numbered, WordSurroundings state)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            PartXml.CheckDepth(xml, _context);
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "pPr":
                    ReadProperties(xml, paragraph, numbered, ref state);
                    break;
                case "r":
                    ReadRun(xml, paragraph, state);
                    break;
                case "ins" or "moveTo":
                    ReadInline(xml, paragraph, numbered, state with { Change = state.Change == WordChange.Deleted ? state.Change : WordChange.Inserted });
                    break;
                case "del" or "moveFrom":
                    ReadInline(xml, paragraph, numbered, state with { Change = WordChange.Deleted });
                    break;
                case "hyperlink":
                    ReadInline(xml, paragraph, numbered, state with { Link = LinkOf(xml) });
                    break;
                case "fldSimple":
                    var instruction = xml.Attribute("instr") ?? "";
                    paragraph.Instructions.Add(instruction);
                    ReadInline(xml, paragraph, numbered, state with { Link = Field.LinkIn(instruction) ?? state.Link });
                    break;
                case "AlternateContent":
                    _drawings.ReadAlternate(xml, paragraph, state);
                    break;
                case "rt":
                    var guide = new WordParagraph();
                    ReadInto(xml, guide, state);
                    paragraph.Guides.Add(guide.Text);
                    break;
                case "sdtPr" or "sdtEndPr" or "rPr" or "ctrlPr":
                    xml.SkipInside();
                    break;
                default:
                    ReadInline(xml, paragraph, numbered, state);
                    break;
            }
        }
    }

    private void ReadProperties(XmlReader xml, WordParagraph paragraph, Numbered numbered, ref WordSurroundings state)
    {
        foreach (var e in xml.Inside(_context))
        {
            switch (e.LocalName)
            {
                case "pStyle": paragraph.Style = e.Attribute("val"); break;
                case "ilvl": numbered.Level = e.Number("val"); break;
                case "numId": numbered.Id = e.Attribute("val"); break;
                case "outlineLvl": numbered.Outline = e.Number("val"); break;
                case "jc": paragraph.Alignment = e.Attribute("val"); break;
                case "shd" when WordFormat.ReadShade(e) is { } shade and not "auto": state = state with { Background = shade }; break;
                case "del" or "moveFrom": paragraph.RunsOn = true; break;
                case "pPrChange" or "rPrChange" or "sectPr": e.SkipInside(); break;
            }
        }

        state = state with { Style = paragraph.Style, Background = state.Background ?? _styles.Shade(paragraph.Style) };
    }

    private void ReadRun(XmlReader xml, WordParagraph paragraph, WordSurroundings state)
    {
        var format = _styles.Resolve(WordFormat.Plain, state.Style);
        var unseen = state.Hides(format);
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "rPr":
                    format = _styles.Resolve(WordFormat.Read(xml, _context), state.Style);
                    unseen = state.Hides(format);
                    break;
                case "t":
                    AddText(xml.Text(), state.Change);
                    break;
                case "delText":
                    AddText(xml.Text(), WordChange.Deleted);
                    break;
                case "tab" or "ptab":
                    AddText("\t", state.Change);
                    break;
                case "br" or "cr":
                    AddText("\n", state.Change);
                    break;
                case "noBreakHyphen":
                    AddText("-", state.Change);
                    break;
                case "sym":
                    AddText(WordSymbols.Read(xml), state.Change);
                    break;
                case "fldChar":
                    Field.Step(_fields, xml.Attribute("fldCharType"), paragraph.Instructions);
                    break;
                case "instrText" or "delInstrText":
                    Field.Instruct(_fields, xml.Text());
                    break;
                case "footnoteReference":
                    paragraph.Runs.Add(new WordRun("", format, state.Change) { FootnoteId = xml.Attribute("id") });
                    break;
                case "endnoteReference":
                    paragraph.Runs.Add(new WordRun("", format, state.Change) { EndnoteId = xml.Attribute("id") });
                    break;
                case "AlternateContent":
                    _drawings.ReadAlternate(xml, paragraph, state);
                    break;
                case "drawing" or "pict" or "object":
                    _drawings.Read(xml, paragraph, state, format);
                    break;
                case "ruby":
                    ReadInto(xml, paragraph, state);
                    break;
                default:
                    xml.SkipInside();
                    break;
            }
        }

        void AddText(string text, WordChange change)
        {
            if (text.Length > 0 && !Field.IsInstruction(_fields))
            {
                paragraph.Runs.Add(new WordRun(text, format, change, unseen) { Link = state.Link ?? Field.Link(_fields), IsFallback = state.IsFallback });
            }
        }
    }

    private string? LinkOf(XmlReader xml) =>
        xml.Attribute("id") is { } id && _relations.TryGetValue(id, out var relation) ? relation.Target
        : xml.Attribute("anchor") is { } anchor ? "#" + anchor
        : null;

    private sealed class Numbered
    {
        public int? Level { get; set; }

        public string? Id { get; set; }

        public int? Outline { get; set; }
    }
}
