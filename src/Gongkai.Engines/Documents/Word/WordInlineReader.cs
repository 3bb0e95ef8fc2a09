using System.Globalization;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>Reads paragraphs: their properties, runs, fields, pictures and text boxes. It lives as long as its part, because fields
/// and numbering go on from one paragraph to the next.</summary>
internal sealed class WordInlineReader(WordStyles styles, WordNumbering numbering, IReadOnlyDictionary<string, Relation> relations, ReadingContext context)
{
    private const double SquareCentimetre = 360000d * 360000d;

    private readonly List<Field> _fields = [];

    /// <summary>Reads the paragraph the reader stands on and leaves it at the paragraph's end.</summary>
    public WordParagraph Read(XmlReader xml, string? background, bool paintedTable, bool hidingTable = false)
    {
        var paragraph = new WordParagraph();
        var state = new State(WordChange.None, null, false, background, paintedTable, hidingTable, null);
        var numbered = new Numbered();
        ReadInline(xml, paragraph, numbered, state);
        FinishNumbering(paragraph, numbered);
        paragraph.Heading = numbered.Outline is { } outline ? (outline < 9 ? outline + 1 : null) : styles.HeadingLevel(paragraph.Style);
        paragraph.Alignment ??= styles.Alignment(paragraph.Style);
        return paragraph;
    }

    private void FinishNumbering(WordParagraph paragraph, Numbered numbered)
    {
        var fromStyle = styles.Numbering(paragraph.Style);
        var id = numbered.Id ?? fromStyle?.Id;
        if (id is not null && !(paragraph.RunsOn && paragraph.Text.Length == 0))
        {
            paragraph.Label = numbering.Next(id, numbered.Level ?? fromStyle?.Level ?? 0);
        }
    }

    private void ReadInline(XmlReader xml, WordParagraph paragraph, Numbered numbered, State state)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            PartXml.CheckDepth(xml, context);
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
                    ReadAlternate(xml, paragraph, state);
                    break;
                case "sdtPr" or "sdtEndPr" or "rPr" or "ctrlPr" or "rt":
                    xml.SkipInside();
                    break;
                default:
                    ReadInline(xml, paragraph, numbered, state);
                    break;
            }
        }
    }

    private void ReadProperties(XmlReader xml, WordParagraph paragraph, Numbered numbered, ref State state)
    {
        foreach (var e in xml.Inside(context))
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

        state = state with { Style = paragraph.Style, Background = state.Background ?? styles.Shade(paragraph.Style) };
    }

    private void ReadRun(XmlReader xml, WordParagraph paragraph, State state)
    {
        var format = styles.Resolve(WordFormat.Plain, state.Style);
        var unseen = IsUnseen(format, state);
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
                    format = styles.Resolve(WordFormat.Read(xml, context), state.Style);
                    unseen = IsUnseen(format, state);
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
                    AddText(Symbol(xml), state.Change);
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
                    ReadAlternate(xml, paragraph, state);
                    break;
                case "drawing" or "pict" or "object":
                    ReadDrawing(xml, paragraph, state, format);
                    break;
                case "ruby":
                    ReadInline(xml, paragraph, new Numbered(), state);
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

    private static bool IsUnseen(WordFormat format, State state) =>
        (state.IsHidingTable && format.Vanish is null)
        || (format.IsUnseen(state.Background) && !(state.IsPaintedTable && format.Color == "FFFFFF" && format.Vanish != true && format.Size is not <= 4));

    // Two ways of saying the same thing; the first is shown. What only the second says is kept as unseen.
    private void ReadAlternate(XmlReader xml, WordParagraph paragraph, State state)
    {
        var chosen = false;
        foreach (var e in xml.Inside(context))
        {
            if (e.LocalName == "Choice" && !chosen)
            {
                chosen = true;
                ReadDrawing(e, paragraph, state, WordFormat.Plain);
            }
            else if (e.LocalName == "Fallback" && !chosen)
            {
                ReadDrawing(e, paragraph, state, WordFormat.Plain);
            }
            else if (e.LocalName == "Fallback")
            {
                var other = new WordParagraph();
                ReadDrawing(e, other, state with { IsFallback = true }, WordFormat.Plain);
                KeepUnshown(paragraph, other);
            }
            else
            {
                e.SkipInside();
            }
        }
    }

    private static void KeepUnshown(WordParagraph shown, WordParagraph other)
    {
        var shownText = string.Concat(shown.Boxes.Select(b => b.Text).Append(shown.Text));
        foreach (var text in other.Boxes.Select(b => b.Text).Append(other.Text).Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            if (!shownText.Contains(text, StringComparison.Ordinal))
            {
                shown.Runs.Add(new WordRun(text, WordFormat.Plain, IsUnseen: true) { IsFallback = true });
            }
        }
    }

    private void ReadDrawing(XmlReader xml, WordParagraph paragraph, State state, WordFormat format)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        string? name = null;
        var area = 0d;
        while (xml.Read() && xml.Depth > depth)
        {
            PartXml.CheckDepth(xml, context);
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "txbxContent":
                    ReadBox(xml, paragraph, state);
                    break;
                case "AlternateContent":
                    ReadAlternate(xml, paragraph, state);
                    break;
                case "r" or "p":
                    ReadInline(xml, paragraph, new Numbered(), state);
                    break;
                case "docPr":
                    name = xml.Attribute("descr") ?? xml.Attribute("title");
                    paragraph.PictureWords.AddRange(new[] { xml.Attribute("descr"), xml.Attribute("title") }.OfType<string>().Where(w => w.Length > 0 && !paragraph.PictureWords.Contains(w)));
                    break;
                case "extent" when double.TryParse(xml.Attribute("cx"), CultureInfo.InvariantCulture, out var x) && double.TryParse(xml.Attribute("cy"), CultureInfo.InvariantCulture, out var y):
                    area = x * y / SquareCentimetre;
                    break;
                case "blip" when xml.Attribute("embed") is { } id:
                    AddPicture(id);
                    break;
                case "imagedata" when (xml.Attribute("id") ?? xml.Attribute("relid")) is { } id:
                    name = xml.Attribute("title") ?? name;
                    AddPicture(id);
                    break;
                case "OLEObject" or "control" when xml.Attribute("id") is { } id:
                    paragraph.Embedded.Add(id);
                    break;
                case "textpath" when xml.Attribute("string") is { Length: > 0 } text:
                    var art = new WordParagraph();
                    art.Runs.Add(new WordRun(text, WordFormat.Plain));
                    paragraph.Boxes.Add(art);
                    break;
            }
        }

        void AddPicture(string id)
        {
            if (!state.IsFallback)
            {
                paragraph.Runs.Add(new WordRun("", format, state.Change) { PictureId = id, PictureName = name, PictureArea = area });
            }
        }
    }

    private void ReadBox(XmlReader xml, WordParagraph paragraph, State state)
    {
        foreach (var e in xml.Inside(context))
        {
            if (e.LocalName == "p")
            {
                // A box has a fill of its own, which is not read: white text in it may well be seen.
                var inner = Read(e, state.Background, paintedTable: true);
                paragraph.Boxes.Add(inner);
                paragraph.Boxes.AddRange(inner.Boxes);
            }
        }
    }

    private string? LinkOf(XmlReader xml) =>
        xml.Attribute("id") is { } id && relations.TryGetValue(id, out var relation) ? relation.Target
        : xml.Attribute("anchor") is { } anchor ? "#" + anchor
        : null;

    private static string Symbol(XmlReader xml)
    {
        if (!int.TryParse(xml.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            return "";
        }

        return code switch
        {
            0xF0FE or 0xF052 => "☑",
            0xF0A8 or 0xF06F or 0xF0A3 => "□",
            0xF0FC => "✓",
            0xF0FB or 0xF0FD => "✗",
            >= 0xE000 and <= 0xF8FF => "•",
            _ => ((char)code).ToString(),
        };
    }

    private sealed class Numbered
    {
        public int? Level { get; set; }

        public string? Id { get; set; }

        public int? Outline { get; set; }
    }

    private readonly record struct State(WordChange Change, string? Link, bool IsFallback, string? Background, bool IsPaintedTable, bool IsHidingTable, string? Style);
}
