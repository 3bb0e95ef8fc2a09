using System.Xml.Linq;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Drawings of a masked copy: pictures without their metadata, charts without the workbook behind them, diagrams; their words masked.</summary>
internal sealed class MaskedDrawings(OfficePackage source, MaskedPackage package, MaskPlan plan, LastLook look, SheetNames sheets)
{
    private static readonly HashSet<string> Parts = ["chart", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"];

    // Where a picture leads when it is clicked, and its second form for newer programs, can go without it.
    private static readonly HashSet<string> Loose = ["hlinkClick", "hlinkHover", "hlinkMouseOver", "svgBlip", "imgLayer"];

    /// <summary>Takes over a part that a drawing shows. Whether it is one that is known.</summary>
    public bool Write(Relation relation) => relation.Type == "image" ? package.CopyPicture(relation.Target) : Parts.Contains(relation.Type) && WritePart(relation.Target, isSheet: false);

    /// <summary>Takes over the drawing of a sheet. Whether there is such a part.</summary>
    public bool WriteSheet(string path) => WritePart(path, isSheet: true);

    /// <summary>Takes out what refers to parts that stay behind and is not needed to show the rest.</summary>
    public static void Loosen(XDocument part, IReadOnlySet<string> kept) =>
        part.Descendants().Where(e => Loose.Contains(e.Name.LocalName) && MaskedPackage.RefersElsewhere(e, kept)).Remove();

    /// <summary>Masks the words of a part of drawings or tables.</summary>
    public void MaskWords(XDocument part)
    {
        part.Descendants().Where(e => e.Name.LocalName is "externalData" or "userShapes" || (e.Name.LocalName == "extLst" && !e.Descendants().Any(d => d.Name.LocalName is "dataModelExt"))).Remove();
        foreach (var paragraph in part.Descendants().Where(e => e.Name.LocalName == "p"))
        {
            MaskRuns(paragraph);
        }

        foreach (var element in part.Descendants().Where(e => !e.HasElements && e.Value.Length > 0).ToList())
        {
            MaskText(element);
        }

        look.At(part);
    }

    private bool WritePart(string path, bool isSheet)
    {
        if (!source.Has(path))
        {
            return false;
        }

        var kept = new List<(string Id, Relation Relation)>();
        foreach (var (id, relation) in source.RelationsOf(path))
        {
            if (relation is { IsOutside: true, Type: "hyperlink" })
            {
                kept.Add((id, relation with { Target = MaskedAddress.Of(relation.Target, plan) }));
            }
            else if (!relation.IsOutside && (relation.Type == "image" || (isSheet && relation.Type == "chart")) && Write(relation))
            {
                kept.Add((id, relation));
            }
        }

        var ids = kept.Select(k => k.Id).ToHashSet();
        var isWritten = package.Rewrite(path, part =>
        {
            Loosen(part, ids);
            part.Root!.Elements().Where(e => MaskedPackage.RefersElsewhere(e, ids)).Remove();
            if (isSheet)
            {
                MaskedShapes.Clean(part);
            }

            MaskWords(part);
        });
        package.WriteRelations(path, kept);
        return isWritten;
    }

    // A number may begin in one run and end in another.
    private void MaskRuns(XElement paragraph)
    {
        var texts = paragraph.Descendants().Where(e => e.Name.LocalName == "t" && !e.HasElements).ToList();
        var masked = plan.ByWords(string.Concat(texts.Select(t => t.Value)));
        var at = 0;
        foreach (var text in texts)
        {
            var length = text.Value.Length;
            text.Value = masked.Substring(at, length);
            at += length;
        }
    }

    // Of a chart's numbers none may be a word, and a formula that is masked is none.
    private void MaskText(XElement element)
    {
        var text = sheets.In(element.Value);
        var masked = plan.ByWords(text);
        if (masked != text && element.Name.LocalName is "calculatedColumnFormula" or "totalsRowFormula")
        {
            element.Remove();
            return;
        }

        element.Value = masked == text ? text : element.Ancestors().Any(a => a.Name.LocalName is "numCache" or "numLit") ? "0" : masked;
    }
}
