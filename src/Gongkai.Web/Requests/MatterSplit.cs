using System.Text.RegularExpressions;

namespace Gongkai.Web.Requests;

/// <summary>Sees where one form asks for several matters (一事一申请), so that the person is offered to send them apart.</summary>
public static partial class MatterSplit
{
    private const int MostParts = 8;

    /// <summary>The matters a description numbers line by line; fewer than two means that it is one matter.</summary>
    public static IReadOnlyList<string> Of(string description)
    {
        var parts = Numbered().Matches(description).Select(m => m.Groups[1].Value.Trim()).Where(p => p.Length >= 4).ToList();
        return parts.Count is >= 2 and <= MostParts ? parts : [];
    }

    [GeneratedRegex(@"^[ \t　]*(?:[（(]?\d{1,2}[)）.．、]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[ \t　]*(\S.*)$", RegexOptions.Multiline)]
    private static partial Regex Numbered();
}
