using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks;

/// <summary>Finds every figure of a report's running text with what it counts.</summary>
internal static partial class FigureReader
{
    private static readonly SearchValues<char> Boundaries = SearchValues.Create("，,。;、:()“”《》【】[]?!！\n\r\t");
    private static readonly SearchValues<char> ClauseBoundaries = SearchValues.Create("，,。;:(");

    // What words that are trimmed off begin or end with.
    private static readonly SearchValues<char> LeadingTrimmings = SearchValues.Create("其并另还共同");
    private static readonly SearchValues<char> ClosingTrimmings = SearchValues.Create("计共约近到达过超逾为有已了至");

    private const int LongestLabel = 40;
    private const decimal Thousands = 10_000;

    public static List<Figure> Read(string folded, IReadOnlyList<Sentence> sentences, bool[] masked, Func<int, SectionKind?> sectionAt)
    {
        var figures = new List<Figure>();
        foreach (var sentence in sentences)
        {
            var text = sentence.Span.Of(folded);
            for (var at = 0; NumberReader.Next(text, at) is { } number; at = number.End)
            {
                // 14.15件申请: the number of the paragraph and, without a blank, that of the requests.
                if (at == 0 && PointOfParagraph(text, number) is { } point && NumberReader.Next(text, point + 1) is { } behind)
                {
                    number = behind;
                }

                var from = sentence.Span.Start + number.Start;
                if (!masked[from] && !IsRatio(text, number) && Read(text, number, new TextSpan(from, sentence.Span.Start + number.End), sectionAt) is { } figure)
                {
                    figures.Add(figure);
                }
            }
        }

        return figures;
    }

    private static Figure? Read(string text, NumberMention number, TextSpan span, Func<int, SectionKind?> sectionAt)
    {
        var digits = number.Digits.In(text);
        var arabic = char.IsAsciiDigit(digits[0]);
        if ((number.Share.Length > 0 ? ShareOf(digits, arabic) : ValueOf(digits, arabic)) is not { } value)
        {
            return null;
        }

        var before = text.AsSpan(0, number.Start).TrimEnd();
        var after = text.AsSpan(number.End);
        var approximate = number.Approximate || IsApproximate(before);
        if (number.Share.Length > 0)
        {
            return new Figure(LabelOf(text, number), value, number.Share == "百分之" ? "%" : "‰", approximate, sectionAt(span.Start), span);
        }

        // 粉丝已近二十六万: followers are counted without a measure word.
        if (number.Unit.Length == 0 && (number.Scale >= Thousands || digits.Contains('万')) && (Followers().IsMatch(before[Math.Max(0, before.Length - 24)..]) || after.StartsWith("粉丝") || after.StartsWith("名粉丝")))
        {
            return new Figure(LabelOf(text, number), value * number.Scale, "人", approximate, sectionAt(span.Start), span);
        }

        if ((!arabic && !CountsInCharacters(before, digits, number.Unit, after)) || (number.Unit.Length == 0 && (!MayStandBare(before, after) || NumbersTable(before))))
        {
            return null;
        }

        return new Figure(LabelOf(text, number), value * number.Scale, number.Unit, approximate, sectionAt(span.Start), span);
    }

    // 具体情况见表2: the number of a table counts nothing; 教师代表2 does.
    private static bool NumbersTable(ReadOnlySpan<char> before) => before is [.., not '代', '表' or '图'] or ['表' or '图'];

    // Things that cannot be divided are not counted in hundredths.
    private static int? PointOfParagraph(string text, NumberMention number) =>
        number.Scale == 1 && number.Share.Length == 0 && (number.Unit is "件" or "条" or "个" or "人" or "名" or "份" or "项" or "次" or "篇" or "场")
        && text.AsSpan(0, number.Start).IsWhiteSpace() && text.IndexOf('.', number.Start) is var point && point > number.Start && point <= number.Start + 2 && number.Digits.End - point > 2
            ? point
            : null;

    // 6:3:1 counts nothing.
    private static bool IsRatio(string text, NumberMention number) =>
        (number.Digits.End + 1 < text.Length && text[number.Digits.End] == ':' && char.IsAsciiDigit(text[number.Digits.End + 1]))
        || (number.Start > 1 && text[number.Start - 1] == ':' && char.IsAsciiDigit(text[number.Start - 2]));

    private static bool IsApproximate(ReadOnlySpan<char> before) =>
        before is [.., '约' or '近' or '超' or '过' or '逾' or '少' or '于' or '破' or '足' or '到'] && Approximately().IsMatch(before[Math.Max(0, before.Length - 4)..]);

    private static decimal? ValueOf(ReadOnlySpan<char> digits, bool arabic)
    {
        if (!arabic)
        {
            return InCharacters(digits);
        }

        var joined = digits.Contains(' ') ? digits.ToString().Replace(" ", "", StringComparison.Ordinal) : digits;
        return digits.Length <= 20 && decimal.TryParse(joined, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    // 百分之九十八点五, 百分之百.
    private static decimal? ShareOf(ReadOnlySpan<char> digits, bool arabic)
    {
        if (arabic || digits.IndexOf('点') is not (var point and > 0))
        {
            return digits is "百" ? 100m : ValueOf(digits, arabic);
        }

        var fraction = 0m;
        var place = 1m;
        foreach (var c in digits[(point + 1)..])
        {
            fraction += (ChineseNumber.Parse([c]) ?? 0) * (place /= 10);
        }

        return InCharacters(digits[..point]) + fraction;
    }

    // 九亿八千万, 一万二千三百: the part before 万 counts ten thousand times.
    private static decimal? InCharacters(ReadOnlySpan<char> digits) =>
        digits.IndexOf('亿') is var great and > 0 ? ((decimal?)ChineseNumber.Parse(digits[..great]) * 100_000_000m) + InCharacters(digits[(great + 1)..].TrimStart('零'))
        : digits.IndexOf('万') is var at and > 0 ? ((decimal?)ChineseNumber.Parse(digits[..at]) * 10_000m) + (at + 1 == digits.Length ? 0 : ChineseNumber.Parse(digits[(at + 1)..].TrimStart('零')))
        : ChineseNumber.Parse(digits);

    // 一个、一批、四个意识 are not counts; 收到申请三件 and 共二十三条 are.
    private static bool CountsInCharacters(ReadOnlySpan<char> before, ReadOnlySpan<char> digits, string unit, ReadOnlySpan<char> after)
    {
        if (unit.Length == 0 || before.EndsWith("第") || before.EndsWith("唯") || before.EndsWith("统") || before.EndsWith("任") || before.EndsWith("每"))
        {
            return false;
        }

        var single = digits.Length == 1 && digits[0] == '一';
        var clause = before[(before.LastIndexOfAny(Boundaries) + 1)..];
        return !single ? digits.Length > 1 || digits[0] == '十' || Counting().IsMatch(clause.ToString()) || (Ends(after) && IsEvent(unit))
            : unit is not ("个" or "种" or "类" or "批" or "套" or "次" or "项" or "条" or "部") && Counting().IsMatch(clause.ToString());
    }

    private static bool Ends(ReadOnlySpan<char> after) => after.Length == 0 || after[0] is '，' or ',' or '、' or '。' or ';' or ')';

    private static bool IsEvent(string unit) => unit is "件" or "次" or "条" or "篇" or "份" or "场" or "期" or "起" or "封" or "例" or "人" or "名" or "项" or "人次" or "场次";

    // A number without a measure word: only where something is plainly counted (粉丝数47011，) or enumerated (分别为12、8、).
    private static bool MayStandBare(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var next = after.TrimStart();
        var ends = next.Length == 0 || next[0] is '，' or ',' or '、' or '。' or ';' or ')' or '(' or '和' or '及';
        return ends && before.Length > 0 && (Counted().IsMatch(before[Math.Max(0, before.Length - 12)..].ToString()) || before[^1] is '、' or ',' or '，' or '和' or '及' or '与' || Folding.IsHan(before[^1]));
    }

    private static string LabelOf(string text, NumberMention number)
    {
        var start = text.AsSpan(0, number.Start).LastIndexOfAny(Boundaries) + 1;
        if (start > 0 && text[start - 1] is '、' or '”' or '》')
        {
            // 招生、就业信息7606条: the sign joins two words of one label unless a figure stands before it.
            var clause = text.AsSpan(0, start - 1).LastIndexOfAny(ClauseBoundaries) + 1;
            if (!text.AsSpan(clause, start - 1 - clause).ContainsAnyInRange('0', '9'))
            {
                start = clause;
            }
        }

        var label = Trimmed(text.AsSpan(start, number.Start - start));
        var after = text.AsSpan(number.End);
        var stop = after.IndexOfAny(Boundaries);
        var noun = (stop < 0 ? after : after[..stop]).Trim();
        if (noun.Length is > 0 and <= 12 && !noun.ContainsAnyInRange('0', '9') && Folding.IsHan(noun[0]) && noun[0] is not ('和' or '及' or '与' or '，'))
        {
            label += noun.ToString();
        }

        if (label.Length == 0 && start > 1)
        {
            // 全面记录……，共计65万余字: the clause before says what is counted.
            var clause = text.AsSpan(0, start - 1).LastIndexOfAny(ClauseBoundaries) + 1;
            label = Trimmed(text.AsSpan(clause, start - 1 - clause));
        }

        return label.Length > LongestLabel ? label[^LongestLabel..] : label;
    }

    private static string Trimmed(ReadOnlySpan<char> words)
    {
        var end = words.TrimEnd();
        return end.Length > 0 && (LeadingTrimmings.Contains(words[0]) || ClosingTrimmings.Contains(end[^1]))
            ? Trimmings().Replace(words.ToString(), "").Trim()
            : end.TrimStart().ToString();
    }

    [GeneratedRegex(@"(?:(?<![节签预制合条公特违])约|近|将近|超过?|逾|大约|至少|不少于|接近|突破|不足|不到)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Approximately();

    [GeneratedRegex(@"(?:粉丝|关注|用户|订阅)[^。;]{0,14}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Followers();

    [GeneratedRegex(@"共|收到|受理|召开|举办|开展|发布|培训|答复|其中|分别|合计|编发|印发|接到|办理|完成|组织|出台|制定|修订|涉及|包括|公开|更新|回复|有|计", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counting();

    [GeneratedRegex(@"(?:数|量|数为|量为|总数|总量|人数|[达为计共至到]|:)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^(?:其中|并且|并|另|还|共|同时)+[,，:]?|(?:累计|共计|总计|合计|总共|共|约|近|达到|达|超过|超|逾|为|有|计|已|了|将近|至)+\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Trimmings();
}
