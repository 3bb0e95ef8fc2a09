using System.Xml.Linq;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Content controls of a Word document in a masked copy: boxes to tick and lists to choose from stay, what binds them to data
/// elsewhere does not.</summary>
internal static class WordControls
{
    private static readonly HashSet<string> Kept = ["alias", "lock", "id", "checkbox", "dropDownList", "comboBox", "date", "text", "richText", "picture", "equation", "group"];

    public static void Clean(XDocument part, MaskPlan plan)
    {
        foreach (var control in part.Descendants().Where(e => e.Name.LocalName == "sdt").Reverse().ToList())
        {
            var properties = control.Elements().FirstOrDefault(e => e.Name.LocalName == "sdtPr");
            var content = control.Elements().FirstOrDefault(e => e.Name.LocalName == "sdtContent");
            properties?.Elements().Where(e => !Kept.Contains(e.Name.LocalName)).Remove();
            control.Elements().Where(e => e != properties && e != content).Remove();
            if (properties?.HasElements != true || content?.HasElements != true)
            {
                control.ReplaceWith(content?.Nodes());
                continue;
            }

            properties.Descendants().Attributes().Where(a => a.Name.LocalName is "fullDate" or "lastValue").Remove();

            // Two choices that read alike once masked would be one too many.
            properties.Descendants().Where(e => e.Name.LocalName == "listItem" && e.Attributes().Any(a => plan.ByWords(a.Value) != a.Value)).Remove();
        }

        foreach (var stray in part.Descendants().Where(e => e.Name.LocalName == "sdtContent" && e.Parent!.Name.LocalName != "sdt").Reverse().ToList())
        {
            stray.ReplaceWith(stray.Nodes());
        }
    }
}
