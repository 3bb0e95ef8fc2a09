using System.Xml.Linq;
using Gongkai.Engines.Documents;
using Gongkai.Engines.Documents.Word;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Cleans one part of a Word document in place: changes accepted, unseen text and remarks gone, personal data masked.</summary>
internal sealed class WordCleaner(WordStyles styles, WordCanvas canvas, MaskPlan plan, LastLook look, ReferenceNames names, ReadingContext context)
{
    private static readonly HashSet<string> Dropped =
    [
        "del", "moveFrom", "delText", "delInstrText", "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "rPrChange", "pPrChange", "sectPrChange",
        "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "proofErr", "permStart", "permEnd",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "altChunk", "control", "customXmlPr", "smartTagPr", "subDoc",
    ];

    private static readonly HashSet<string> Unwrapped = ["ins", "moveTo", "customXml", "smartTag"];

    private readonly WordBoxes _boxes = new(canvas, context);

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

        WordControls.Clean(part, plan);
        foreach (var instruction in part.Descendants().Where(e => e.Name.LocalName == "instrText" && Field.KeptIn(e.Value) is not null))
        {
            instruction.Value = " PRIVATE ";
        }

        MaskedDrawings.Loosen(part, relations);
        part.Descendants().Where(e => e.Name.LocalName is "drawing" or "pict" or "object" && MaskedPackage.RefersElsewhere(e, relations)).Remove();
        _boxes.Take(part);
        part.Descendants().Where(e => e.Name.LocalName == "r" && IsUnseen(e)).Remove();
        foreach (var link in part.Descendants().Where(e => e.Name.LocalName == "hyperlink" && MaskedPackage.RefersElsewhere(e, relations)).ToList())
        {
            link.ReplaceWith(link.Nodes());
        }

        // Fonts put in, the printer's own settings.
        part.Descendants().Where(e => !e.HasElements && MaskedPackage.RefersElsewhere(e, relations)).Remove();
        part.Descendants().Attributes().Where(a => a.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal) || a.Name.LocalName is "author" or "descr" or "gfxdata").Remove();
        NameAnew(part);
        foreach (var paragraph in part.Descendants().Where(e => e.Name.LocalName == "p").ToList())
        {
            Mask(paragraph);
        }

        foreach (var row in part.Descendants().Where(e => e.Name.LocalName == "tr").ToList())
        {
            MaskBoxes(row);
        }

        look.At(part);
    }

    // An instruction may lie in several runs; renamed it lies in the first.
    private void NameAnew(XDocument part)
    {
        foreach (var paragraph in part.Descendants().Where(e => e.Name.LocalName == "p").ToList())
        {
            var parts = new List<XElement>();
            foreach (var element in paragraph.Descendants().Where(e => e.Name.LocalName is "instrText" or "fldChar").Append(new XElement("fldChar")))
            {
                if (element.Name.LocalName == "instrText")
                {
                    parts.Add(element);
                    continue;
                }

                var whole = string.Concat(parts.Select(p => p.Value));
                if (names.In(whole) is var renamed && renamed != whole)
                {
                    parts.ForEach(p => p.Value = "");
                    parts[0].Value = renamed;
                }

                parts.Clear();
            }
        }

        foreach (var instruction in part.Descendants().Where(e => e.Name.LocalName == "fldSimple").Attributes().Where(a => a.Name.LocalName == "instr"))
        {
            instruction.Value = names.In(instruction.Value);
        }
    }

    private void MaskBoxes(XElement row)
    {
        foreach (var box in NumberBoxes.Of(row.Elements().Where(e => e.Name.LocalName == "tc"), c => string.Concat(TextsOf(c).Select(t => t.Value)), 17, plan))
        {
            foreach (var text in TextsOf(box))
            {
                text.Value = new string('*', text.Value.Trim().Length);
            }
        }
    }

    private static IEnumerable<XElement> TextsOf(XElement cell) => cell.Descendants().Where(e => e.Name.LocalName == "t");

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
