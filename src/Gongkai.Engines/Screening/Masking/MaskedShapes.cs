using System.Xml.Linq;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Takes out of a sheet's drawing what is not seen of it: hidden shapes, white words on a white fill, words without colour.</summary>
internal static class MaskedShapes
{
    private const int Thinnest = 3_000;

    public static void Clean(XDocument drawing)
    {
        foreach (var anchor in drawing.Root!.Elements().ToList())
        {
            if (anchor.Elements().Any(IsHidden))
            {
                anchor.Remove();
            }
        }

        drawing.Descendants().Where(IsHidden).Remove();
        foreach (var run in drawing.Descendants().Where(e => e.Name.LocalName is "r" or "fld").ToList())
        {
            var fill = Child(Child(run, "rPr"), "solidFill");
            var shape = run.Ancestors().FirstOrDefault(e => e.Name.LocalName == "sp");
            if (IsClear(fill) || (IsWhite(fill) && IsWhite(Child(Child(shape, "spPr"), "solidFill"))))
            {
                run.Remove();
            }
        }
    }

    // Buttons are kept once more as a hidden shape for programs that do not know them.
    private static bool IsHidden(XElement shape) =>
        shape.Elements().SelectMany(e => e.Elements()).FirstOrDefault(e => e.Name.LocalName == "cNvPr") is { } name
        && name.Attribute("hidden")?.Value is "1" or "true" && !name.Descendants().Any(e => e.Name.LocalName == "compatExt");

    private static bool IsWhite(XElement? fill) =>
        fill?.Elements().FirstOrDefault() is { } color && !color.HasElements
        && (color.Name.LocalName, color.Attribute("val")?.Value.ToUpperInvariant()) is ("srgbClr", "FFFFFF") or ("schemeClr", "BG1" or "LT1");

    private static bool IsClear(XElement? fill) =>
        fill is not null && fill.Descendants().Any(e => e.Name.LocalName == "alpha" && int.TryParse(e.Attribute("val")?.Value, out var strength) && strength <= Thinnest);

    private static XElement? Child(XElement? element, string name) => element?.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
