using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Items that are numbered one behind the other within a paragraph: （一）…；（二）…, ①…②…, 第一，…第二，…, 首先…其次….</summary>
/// <param name="Items">The items in order, each with its number and the sign that says it.</param>
internal sealed partial record InlineItems(IReadOnlyList<(int Number, TextSpan Span)> Items)
{
    private const string Ordinals = "一二三四五六七八九十";

    private static readonly Regex[] Styles = [Circled(), InBrackets(), InBracketedDigits(), InDigits(), InCharacters(), Ordinal(), Firstly(), Point(), OfThem()];

    // Words instead of numbers; what the last of them is the words do not say.
    private static readonly string[] Words = ["首先", "其次", "再次"];

    /// <summary>Where the first item begins.</summary>
    public int Start => Items[0].Span.Start;

    /// <summary>The rows of items of a paragraph; each begins with one.</summary>
    public static IEnumerable<InlineItems> Read(string folded, Block block)
    {
        var text = block.Span.Of(folded);
        return Styles.SelectMany(style => Rows(style, text, block.Span.Start));
    }

    private static IEnumerable<InlineItems> Rows(Regex style, string text, int offset)
    {
        var row = new List<(int Number, TextSpan Span)>();
        foreach (Match match in style.Matches(text))
        {
            var number = NumberOf(match.Groups["n"].Value);
            if (number == 1 && row.Count > 0)
            {
                yield return new InlineItems(row);
                row = [];
            }

            // A number that follows no first one refers to items elsewhere.
            if (number == 1 || row.Count > 0)
            {
                row.Add((number, new TextSpan(offset + match.Groups["s"].Index, offset + match.Index + match.Length)));
            }
        }

        if (row.Count > 0)
        {
            yield return new InlineItems(row);
        }
    }

    private static int NumberOf(string sign) =>
        sign[0] is >= '①' and <= '⑳' ? sign[0] - '①' + 1
        : Array.IndexOf(Words, sign) is >= 0 and var word ? word + 1
        : ChineseNumber.ParseAny(sign) ?? Ordinals.IndexOf(sign, StringComparison.Ordinal) + 1;

    [GeneratedRegex(@"(?<s>(?<n>[①-⑳]))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Circled();

    [GeneratedRegex(@"(?<=^|[。;:，,、！\s])(?<s>\((?<n>[一二三四五六七八九十]{1,3})\))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"(?<=^|[。;:，,、！\s])(?<s>\(?(?<n>\d{1,2})\))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InBracketedDigits();

    [GeneratedRegex(@"(?<=^|[。;:，,、！\s])(?<s>(?<n>\d{1,2})[.、])(?=[^\d\s])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InDigits();

    [GeneratedRegex(@"(?<=[。;:])(?<s>(?<n>[一二三四五六七八九十])、)(?=[\u4e00-\u9fa5-[一二三四五六七八九十]])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InCharacters();

    [GeneratedRegex(@"(?<=^|[。;:，,！\s])(?<s>第(?<n>[一二三四五六七八九十])(?:[步点条项个类]|方面)?)(?=[，,、:])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<=^|[。;:，,！\s])(?<s>(?<n>首先|其次|再次))(?=[，,、:是])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Firstly();

    [GeneratedRegex(@"(?<=^|[。;:，,！\s])(?<s>(?<n>[一二三四五六七八九十])是)(?!否|非)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Point();

    [GeneratedRegex(@"(?<=^|[。;:，,！\s])(?<s>其(?<n>[一二三四五六七八九十]))(?=[，,、:是])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfThem();
}
