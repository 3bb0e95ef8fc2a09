using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Knows by their names parts that are all there is, or that nothing can be two of at once.</summary>
internal static partial class PartNames
{
    private static readonly (string One, string Other)[] Halves =
        [("上学期", "下学期"), ("上半年", "下半年"), ("春季学期", "秋季学期"), ("秋季学期", "春季学期"), ("男", "女"), ("男生", "女生"), ("省内", "省外"), ("校内", "校外"), ("线上", "线下"), ("线下", "线上"), ("境内", "境外"), ("专职", "兼职"), ("正职", "副职"), ("师范类", "非师范类"), ("全日制", "非全日制"), ("学术学位", "专业学位"), ("必修课", "选修课")];

    /// <summary>Whether two parts leave nothing out: 上学期4次、下学期5次.</summary>
    public static bool AreHalves(PartList list) =>
        list.Parts is [var one, var other] && Halves.Any(h => one.Label.EndsWith(h.One, StringComparison.Ordinal) && other.Label.EndsWith(h.Other, StringComparison.Ordinal));

    /// <summary>Whether the parts are what became of proposals, of which each has one fate: 立案61件、转作建议23件.</summary>
    public static bool AreFates(PartList list) => list.Parts.All(p => Fate().IsMatch(p.Label));

    /// <summary>Whether the parts are why requests were refused, and each has its reason: 不予公开的3件中，涉及个人隐私2件，属于内部信息1件.</summary>
    public static bool AreReasons(PartList list) => Refusal().IsMatch(list.Total.Label);

    [GeneratedRegex(@"立案|(?:转|作|列)为?[^，]{0,4}(?:建议|意见)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fate();

    [GeneratedRegex(@"^(?:其中)?(?:不予公开|无法提供|不予处理)的?(?:申请)?中?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Refusal();
}
