using System.Xml.Linq;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>The last look at a part before it is written: in none of its attributes and texts, whatever they are for, is left what
/// screening would tell of.</summary>
internal sealed class LastLook(MaskPlan plan, ReferenceNames names)
{
    // 138001 is too short for anybody's number.
    private const int Shortest = 6;

    public void At(XDocument part)
    {
        foreach (var attribute in part.Descendants().Attributes().ToList())
        {
            var isRelation = attribute.Name.NamespaceName.EndsWith("/relationships", StringComparison.Ordinal);
            if (attribute.IsNamespaceDeclaration || isRelation || attribute.Value.Length < Shortest || IsOfPrograms(attribute.Name.LocalName, attribute.Value))
            {
                continue;
            }

            var left = ReferenceNames.Holds(attribute) ? names.Of(attribute.Value) : attribute.Name.LocalName == "style" ? plan.ByWords(attribute.Value) : plan.ByNumbers(attribute.Value);
            if (left != attribute.Value)
            {
                attribute.Value = left;
            }
        }

        foreach (var text in part.DescendantNodes().OfType<XText>().Where(t => t.Value.Length >= Shortest && !IsOfParagraph(t)).ToList())
        {
            text.Value = plan.ByWords(text.Value);
        }
    }

    /// <summary>Whether an attribute is a program's own number or drawing, which only looks like somebody's number.</summary>
    public static bool IsOfPrograms(string name, string value) =>
        name is "r" or "s" or "ref" or "sqref" or "path" or "coordsize" or "coordorigin" or "adj" or "points" or "paraId" or "textId"
        || (name is "id" && value.All(char.IsAsciiDigit)) || Guid.TryParse(value, out _);

    // Runs are masked together with those beside them.
    private static bool IsOfParagraph(XText text) =>
        text.Parent is { Name.LocalName: "t" or "instrText" } run && run.Ancestors().Any(a => a.Name.LocalName == "p");
}
