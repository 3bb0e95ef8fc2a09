using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>The words that say that a number fell: 下降, 减少, 降幅, 节约, 少了.</summary>
internal static partial class FallingWords
{
    /// <summary>Whether a text says so, such as what stands between two numbers.</summary>
    public static bool AreIn(string text) => Falls().IsMatch(text);

    // 不少, 至少, 少于 and 少数 say nothing of the kind.
    [GeneratedRegex(@"下降|减少|降低|下滑|缩[减短]|压缩|[降减]幅|节[约支资]|少(?<![不至缺多]少)(?![于数年量])|减$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Falls();
}
