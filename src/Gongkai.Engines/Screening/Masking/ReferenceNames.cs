using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>The names by which parts of a document refer to one another, of bookmarks, styles and tables: one that tells of a person
/// gets another name, the same wherever it stands.</summary>
internal sealed partial class ReferenceNames(MaskPlan plan)
{
    private readonly Dictionary<string, string> _changed = new(StringComparer.Ordinal);

    public string Of(string name)
    {
        if (_changed.TryGetValue(name, out var known))
        {
            return known;
        }

        return _changed[name] = plan.ByNumbers(name) == name ? name : string.Create(CultureInfo.InvariantCulture, $"name{_changed.Count + 1}");
    }

    /// <summary>Whether others refer to what an attribute names, or the attribute refers to it.</summary>
    public static bool Holds(XAttribute attribute) => (attribute.Parent!.Name.LocalName, attribute.Name.LocalName) is
        ("bookmarkStart", "name") or (_, "anchor" or "styleId") or ("pStyle" or "rStyle" or "tblStyle" or "basedOn" or "next" or "link" or "numStyleLink" or "styleLink", "val")
        or ("name", "val") or ("table", "name" or "displayName");

    /// <summary>An instruction of a field, with the names of its bookmarks: <c>REF name1 \h</c>.</summary>
    public string In(string instruction) =>
        Referring().IsMatch(instruction) ? Words().Replace(instruction, word => Of(word.Value)) : instruction;

    /// <summary>An address within the document, #name1; any other as it is.</summary>
    public string InAddress(string target) => target.StartsWith('#') ? "#" + Of(target[1..]) : target;

    [GeneratedRegex(@"^\s*(?:REF|PAGEREF|NOTEREF|HYPERLINK\s+\\l)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Referring();

    [GeneratedRegex(@"[\w.]{6,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
