using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks;

/// <summary>A number as it is written in a sentence.</summary>
/// <param name="Start">Its first character; that of 百分之 when it has one.</param>
/// <param name="Digits">The digits or characters of the number alone.</param>
/// <param name="End">One past its unit and what makes it approximate.</param>
/// <param name="Share">百分之 or 千分之; else empty.</param>
/// <param name="Scale">10000 for 5.1万, ten millions for 3千万; else 1.</param>
/// <param name="Unit">Its measure word or %, empty when there is none.</param>
/// <param name="Approximate">Whether a word inside or behind calls it approximate.</param>
internal readonly record struct NumberMention(int Start, TextSpan Digits, int End, string Share, decimal Scale, string Unit, bool Approximate);

/// <summary>Finds the numbers of a sentence, in digits and in characters.</summary>
internal static partial class NumberReader
{
    private static readonly SearchValues<char> Starts = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(char.IsDigit), .. ChineseNumber.Characters]);

    private static readonly Dictionary<char, string[]> UnitsByFirst = Units.Pattern.Split('|').GroupBy(u => u[0]).ToDictionary(g => g.Key, g => g.ToArray());

    // 三项分别为, 2分之一: no points; 12单位: no orders.
    private const string NoPoints = "之别类为布批成管开";
    private const string NoOrders = "位独项科元据纯";
    private const string NoSongs = "次先要页批届都";

    private static readonly string[] Behind = ["以上", "左右", "上下", "有余", "之多"];

    /// <summary>The next number from a place on.</summary>
    public static NumberMention? Next(string text, int at)
    {
        var next = text.AsSpan(at).IndexOfAny(Starts);
        if (next < 0)
        {
            return null;
        }

        if (Plain(text, at + next) is { } plain)
        {
            return plain;
        }

        var match = Number().Match(text, at + next);
        return match.Success ? Of(match) : null;
    }

    // 312条: nearly every number is digits with a measure word, and needs no search.
    private static NumberMention? Plain(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end == at || (end < text.Length && (text[end] is '.' or ',' or '余' or '多' or '来' or '万' or '亿' or '千' or '百' || char.IsWhiteSpace(text[end]) || char.IsDigit(text[end]))))
        {
            return null;
        }

        var unit = UnitAt(text, end);
        var stop = end + unit.Length;
        var rest = text.AsSpan(stop);
        var approximate = false;
        foreach (var word in Behind)
        {
            approximate |= rest.StartsWith(word);
        }

        return new NumberMention(at, new TextSpan(at, end), approximate ? stop + 2 : stop, "", 1m, unit, approximate);
    }

    private static string UnitAt(string text, int at)
    {
        if (at < text.Length && UnitsByFirst.TryGetValue(text[at], out var units))
        {
            foreach (var unit in units)
            {
                if (text.AsSpan(at).StartsWith(unit) && !(at + 1 < text.Length && Others(unit).Contains(text[at + 1], StringComparison.Ordinal)))
                {
                    return unit;
                }
            }
        }

        return "";
    }

    // With what a character behind them these are no measure words.
    private static string Others(string unit) => unit switch { "分" => NoPoints, "单" => NoOrders, "首" => NoSongs, _ => "" };

    private static NumberMention Of(Match match)
    {
        var digits = match.Groups["n"];
        var scale = 1m;
        foreach (Capture capture in match.Groups["s"].Captures)
        {
            scale *= capture.ValueSpan switch { "万" => 10_000m, "亿" => 100_000_000m, "千" => 1_000m, "百" => 100m, _ => 1m };
        }

        return new NumberMention(
            match.Index,
            new TextSpan(digits.Index, digits.Index + digits.Length),
            match.Index + match.Length,
            match.Groups["h"].Value,
            scale,
            match.Groups["u"].Value,
            match.Groups["a"].Success);
    }

    [GeneratedRegex(@"(?<h>百分之|千分之)?(?<n>\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|(?<![\d.] ?)[1-9]\d{0,2}(?: \d{3})+(?![\d ,.])|\d+(?:\.\d+)?|[" + ChineseNumber.Characters + @"]{1,7}亿(?:[" + ChineseNumber.Characters + @"]{1,7}万)?[" + ChineseNumber.Characters + @"]{0,7}(?<=[^亿])|[" + ChineseNumber.Characters + @"]{1,7}万[" + ChineseNumber.Characters + @"]{1,7}|[" + ChineseNumber.Characters + @"]{1,7}(?:点[〇零一二三四五六七八九]{1,3})?)\s*(?<a>[余多来])?\s*(?<s>[万亿千百])?(?<s>[万亿])?\s*(?<a>[余多来])?\s*(?<u>(?!分[" + NoPoints + "]|单[" + NoOrders + "]|首[" + NoSongs + @"])(?:" + Units.Pattern + @"))?(?<a>以上|左右|上下|有余|之多)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
