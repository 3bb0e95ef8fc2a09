using System.Xml.Linq;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Word;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Cleans one part of a Word document in place: changes accepted, unseen text and remarks gone, personal data masked.</summary>
internal sealed class WordCleaner(WordStyles styles, WordCanvas canvas, MaskPlan plan, ReadingContext context)
{
    private static readonly HashSet<string> Dropped =
    [
        "del", "moveFrom", "delText", "delInstrText", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "rPrChange", "pPrChange", "sectPrChange",
        "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "proofErr", "permStart", "permEnd",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "altChunk", "control", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "subDoc",
    ];

    private static readonly System.Buffers.SearchValues<char> BoxCharacters = System.Buffers.SearchValues.Create("0123456789０１２３４５６７８９Xx");

    private readonly WordBoxes _boxes = new(canvas, context);

    private static readonly HashSet<string> Unwrapped = ["ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag"];

    /// <param name="part">The part's XML.</param>
    /// <param name="relations">Relations that the copy keeps; what refers to others goes.</param>
    public void Clean(XDocument part, HashSet<string> relations)
    {
        foreach (var alternate in part.Descendants().Where(e => e.Name.LocalName == "AlternateContent").ToList())
        {
            var chosen = alternate.Elements().FirstOrDefault(e => e.Name.LocalName == "Choice") ?? alternate.Elements().FirstOrDefault();
            alternate.ReplaceWith(chosen is null ? [] : chosen.Nodes().ToArray());
        }

        // Row and mark properties hold "ins" and "del" as flags; a deleted row goes as a whole.
        part.Descendants().Where(e => e.Name.LocalName == "tr" && e.Elements().Any(p => p.Name.LocalName == "trPr" && p.Elements().Any(f => f.Name.LocalName is "del" or "hidden"))).Remove();
        part.Descendants().Where(e => e.Name.LocalName == "tc" && e.Elements().Any(p => p.Name.LocalName == "tcPr" && p.Elements().Any(f => f.Name.LocalName == "cellDel"))).Descendants().Where(e => e.Name.LocalName == "r").Remove();
        part.Descendants().Where(e => Dropped.Contains(e.Name.LocalName)).Remove();
        foreach (var wrapper in part.Descendants().Where(e => Unwrapped.Contains(e.Name.LocalName)).Reverse().ToList())
        {
            wrapper.ReplaceWith(wrapper.Nodes());
        }

        foreach (var instruction in part.Descendants().Where(e => e.Name.LocalName == "instrText" && Field.KeptIn(e.Value) is not null))
        {
            instruction.Value = " PRIVATE ";
        }

        part.Descendants().Where(e => e.Name.LocalName is "drawing" or "pict" or "object" && MaskedPackage.RefersElsewhere(e, relations)).Remove();
        _boxes.Take(part);
        part.Descendants().Where(e => e.Name.LocalName == "r" && IsUnseen(e)).Remove();
        foreach (var link in part.Descendants().Where(e => e.Name.LocalName == "hyperlink" && MaskedPackage.RefersElsewhere(e, relations)).ToList())
        {
            link.ReplaceWith(link.Nodes());
        }

        part.Descendants().Attributes().Where(a => a.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal) || a.Name.LocalName is "author" or "descr").Remove();
        foreach (var paragraph in part.Descendants().Where(e => e.Name.LocalName == "p").ToList())
        {
            Mask(paragraph);
        }

        foreach (var row in part.Descendants().Where(e => e.Name.LocalName == "tr").ToList())
        {
            MaskBoxes(row);
        }
    }

    // A number in boxes, one digit or a few in each.
    private void MaskBoxes(XElement row)
    {
        var boxes = new List<XElement>();
        foreach (var cell in row.Elements().Where(e => e.Name.LocalName == "tc").Append(new XElement("end")))
        {
            var text = string.Concat(cell.Descendants().Where(e => e.Name.LocalName == "t").Select(t => t.Value)).Trim();
            if (text.Length is > 0 and < 18 && !text.AsSpan().ContainsAnyExcept(BoxCharacters))
            {
                boxes.Add(cell);
                continue;
            }

            MaskBoxes(boxes);
            boxes.Clear();
        }
    }

    private void MaskBoxes(List<XElement> boxes)
    {
        var texts = boxes.SelectMany(b => b.Descendants().Where(e => e.Name.LocalName == "t")).ToList();
        var whole = string.Concat(texts.Select(t => t.Value.Trim()));
        if (boxes.Count > 1 && whole.Length is >= 11 and <= 19 && plan.ByWords(whole, LabelKind.Bank) != whole)
        {
            texts.ForEach(t => t.Value = new string('*', t.Value.Trim().Length));
        }
    }

    private bool IsUnseen(XElement run)
    {
        var format = WordFormat.Plain;
        if (run.Elements().FirstOrDefault(e => e.Name.LocalName == "rPr") is { } properties)
        {
            using var xml = properties.CreateReader();
            xml.MoveToContent();
            format = WordFormat.Read(xml, context);
        }

        var paragraph = run.Ancestors().FirstOrDefault(e => e.Name.LocalName == "p");
        var style = paragraph?.Elements().FirstOrDefault(e => e.Name.LocalName == "pPr")?.Elements().FirstOrDefault(e => e.Name.LocalName == "pStyle");
        var resolved = styles.Resolve(format, ValueOf(style));
        var around = run.Ancestors().TakeWhile(e => e.Name.LocalName != "txbxContent").ToList();
        var table = around.Find(e => e.Name.LocalName == "tbl");
        var tableStyle = table?.Elements().Where(e => e.Name.LocalName == "tblPr").Descendants().FirstOrDefault(e => e.Name.LocalName == "tblStyle");
        var isTableInBox = table is not null && run.Ancestors().Count() > around.Count;
        return WordSurroundings.On(_boxes.Behind(run), isTableInBox || styles.Paints(ValueOf(tableStyle)), styles.TableText(ValueOf(tableStyle))).Hides(resolved);
    }

    private static string? ValueOf(XElement? element) => element?.Attributes().FirstOrDefault(a => a.Name.LocalName == "val")?.Value;

    // The texts of a paragraph's runs are masked as one, for a number may begin in one run and end in another.
    private void Mask(XElement paragraph)
    {
        var texts = paragraph.Descendants()
            .Where(e => e.Name.LocalName is "t" or "instrText" or "tab" or "br" or "cr" && e.Ancestors().First(a => a.Name.LocalName == "p") == paragraph && e.Parent!.Name.LocalName == "r")
            .ToList();
        var whole = string.Concat(texts.Select(TextOf));
        var masked = whole.Length == 0 ? whole : plan.ByWords(whole);
        if (masked == whole)
        {
            return;
        }

        var at = 0;
        foreach (var text in texts)
        {
            var length = TextOf(text).Length;
            if (text.Name.LocalName is "t" or "instrText")
            {
                text.Value = masked.Substring(at, length);
            }

            at += length;
        }
    }

    private static string TextOf(XElement element) => element.Name.LocalName switch
    {
        "tab" => "\t",
        "br" or "cr" => "\n",
        _ => element.Value,
    };
}
