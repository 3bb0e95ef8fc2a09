using System.Globalization;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>Reads what is drawn within a paragraph: pictures, text boxes, word art, embedded objects.</summary>
internal sealed class WordDrawingReader(WordInlineReader inline, WordCanvas canvas, ReadingContext context)
{
    private const double SquareCentimetre = 360000d * 360000d;

    /// <summary>Two ways of saying the same thing; the first is shown. What only the second says is kept as unseen.</summary>
    public void ReadAlternate(XmlReader xml, WordParagraph paragraph, WordSurroundings state)
    {
        var chosen = false;
        foreach (var e in xml.Inside(context))
        {
            if (e.LocalName == "Choice" && !chosen)
            {
                chosen = true;
                Read(e, paragraph, state, WordFormat.Plain);
            }
            else if (e.LocalName == "Fallback" && !chosen)
            {
                Read(e, paragraph, state, WordFormat.Plain);
            }
            else if (e.LocalName == "Fallback")
            {
                var other = new WordParagraph();
                Read(e, other, state with { IsFallback = true }, WordFormat.Plain);
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
        var shownText = string.Concat(shown.Boxes.Append(shown).SelectMany(b => new[] { b.Text, b.UnseenText }));
        foreach (var text in other.Boxes.Select(b => b.Text).Append(other.Text).Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            if (!shownText.Contains(text, StringComparison.Ordinal))
            {
                shown.Runs.Add(new WordRun(text, WordFormat.Plain, IsUnseen: true) { IsFallback = true });
            }
        }
    }

    /// <summary>Reads the drawing, picture or object the reader stands on.</summary>
    public void Read(XmlReader xml, WordParagraph paragraph, WordSurroundings state, WordFormat format)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        var isObject = xml.LocalName == "object";
        var shape = new WordShape(context);
        string? name = null;
        var area = 0d;
        while (xml.Read() && xml.Depth > depth)
        {
            PartXml.CheckDepth(xml, context);
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            shape.Take(xml);
            switch (xml.LocalName)
            {
                case "txbxContent":
                    ReadBox(xml, paragraph, state, shape);
                    break;
                case "AlternateContent":
                    ReadAlternate(xml, paragraph, state);
                    break;
                case "r" or "p":
                    inline.ReadInto(xml, paragraph, state);
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
                    art.Runs.Add(new WordRun(text, WordFormat.Plain, IsUnseen: state.IsHidden || shape.IsHidden));
                    paragraph.Boxes.Add(art);
                    break;
            }
        }

        void AddPicture(string id)
        {
            if (!state.IsFallback)
            {
                paragraph.Runs.Add(new WordRun("", format, state.Change) { PictureId = id, PictureName = name, PictureArea = area, IsPreview = isObject });
            }
        }
    }

    private void ReadBox(XmlReader xml, WordParagraph paragraph, WordSurroundings state, WordShape shape)
    {
        var start = WordSurroundings.On(shape.GroundOn(state.Background, canvas)) with { IsHidden = state.IsHidden || shape.IsHidden };
        foreach (var e in xml.Inside(context))
        {
            // The fills of a table's cells in a box are not read: white text in it may well be seen.
            if (e.LocalName == "tbl")
            {
                start = start with { IsPaintedTable = true };
            }
            else if (e.LocalName == "p")
            {
                var inner = inline.Read(e, start);
                paragraph.Boxes.Add(inner);
                paragraph.Boxes.AddRange(inner.Boxes);
            }
        }
    }
}
