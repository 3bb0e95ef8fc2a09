using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a number that comes back with the noun it counts and another value: 主动公开的文件214份 … 上述241份主动公开文件; 召开三次专题推进会 … 四次推进会共梳理. Either two digits have changed places and the
/// words are much the same, or the later words say plainly that they speak of the same. Worth a look only.</summary>
internal static partial class EchoedNouns
{
    private const int Most = 500;
    private const int Behind = 10;
    private const int Before = 14;
    private const int ShortestNoun = 2;
    private const int LongNoun = 4;
    private const int LongestNoun = 6;
    private const decimal FarthestNamed = 1.5m;
    private const decimal Large = 100;
    private const decimal Thousand = 1000;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("，,。;:()、\n");
    private const decimal Farthest = 2m;
    private const double Covered = 0.6;
    private const double HalfCovered = 0.5;

    /// <summary>Every pair that differs, in the order of the text.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Read(List<FigureLine> lines)
    {
        var told = Told(lines).OrderBy(t => t.Figure.Span.Start).Take(Most).ToList();
        for (var at = 1; at < told.Count; at++)
        {
            var second = told[at];
            if (second.IsOtherwise)
            {
                continue;
            }

            var others = told.FindAll(t => t.Line != second.Line && (Units.AreAlike(t.Figure.Unit, second.Figure.Unit) || (t.Figure.Unit is "个" && second.Figure.Unit is "所" or "家")));
            if (others.Exists(o => o.Figure.Value == second.Figure.Value && (o.Figure.Value >= Large || SharesWord(o, second))))
            {
                continue;
            }

            others.RemoveAll(o => o.IsOtherwise);
            var first = others.Find(o => o.Line < second.Line && IsSwap(o.Figure.Value, second.Figure.Value) && (SaysTheSame(o, second) || IsSpokenOf(lines[o.Line], second)))
                ?? Only(others.FindAll(o => o.Line < second.Line && SpeaksOf(second, o)))
                ?? Only(others.FindAll(o => o.Line < second.Line && IsNamedAlike(o, second)));
            if (first is not null)
            {
                yield return (second.Noun.Length > 0 ? second.Noun : second.Own, first.Figure, second.Figure);
            }
        }
    }

    // 17.8万 and 187,264: told in tens of thousands the one is rounded.
    private static bool IsSwap(decimal a, decimal b) =>
        Slip.IsSwap(a, b) || (Math.Min(a, b) >= 10 * Thousand && (a % Thousand == 0) != (b % Thousand == 0) && Slip.IsSwap(Math.Floor(a / Thousand), Math.Floor(b / Thousand)));

    private static List<Mentioned> Told(List<FigureLine> lines) => [.. Counted(lines), .. lines.SelectMany(Spoken)];

    // 进驻五个考点, 四次推进会: one character alone is no figure, and yet a number with its noun.
    private static IEnumerable<Mentioned> Spoken(FigureLine line, int at)
    {
        var text = line.Words();
        foreach (Match match in OneCharacter().Matches(text))
        {
            var span = new TextSpan(line.Sentence.Span.Start + match.Index, line.Sentence.Span.Start + match.Index + match.Length);
            var own = text[(text.AsSpan(0, match.Index).LastIndexOfAny(Marks) + 1)..match.Index];
            var behind = text[(match.Index + match.Length)..];
            var stop = behind.AsSpan().IndexOfAny(Marks);
            behind = stop < 0 ? behind : behind[..stop];
            if (!line.Figures.Any(f => f.Span.Start == span.Start) && !Otherwise().IsMatch(own) && ChineseNumber.Parse(match.Groups["n"].ValueSpan) is { } value)
            {
                yield return new Mentioned(new Figure(behind, value, match.Groups["u"].Value, false, null, span), at, Tail(own), Head(behind), behind, true);
            }
        }
    }

    private static List<Mentioned> Counted(List<FigureLine> lines)
    {
        var told = new List<Mentioned>();
        for (var at = 0; at < lines.Count && told.Count < Most; at++)
        {
            for (var i = 0; i < lines[at].Count; i++)
            {
                var (line, figure) = (lines[at], lines[at].Figures[i]);
                if (figure is { Approximate: false, Value: > 1 } && figure.Unit.Length > 0)
                {
                    told.Add(new Mentioned(figure, at, Tail(line.Clause(i)), Head(line.Behind(i)), line.Behind(i), IsFirst(line, i)) { IsOtherwise = Otherwise().IsMatch(line.Clause(i)) });
                }
            }
        }

        return told;
    }

    private static bool IsFirst(FigureLine line, int i) => i == 0 || line.Gap(i).AsSpan().ContainsAny('，', ';', '。');

    private static string Tail(string clause) => clause.Length > Before ? clause[^Before..] : clause;

    private static string Head(string behind)
    {
        var noun = Noun().Match(behind).Value;
        return noun.Length > Behind ? noun[..Behind] : noun;
    }

    /// <summary>Whether words tell what became of those that are counted: 教职工320人 and 教职工满意302人 are not the same.</summary>
    public static bool IsState(string words) => State().IsMatch(words);

    // Nearly all the pairs of characters that the one says, before or behind its number, are said by the other.
    private static bool SaysTheSame(Mentioned a, Mentioned b)
    {
        if (IsState(a.Own) != IsState(b.Own))
        {
            return false;
        }

        var (left, right) = (a.Pairs, b.Pairs);
        var shared = left.Intersect(right).Count();
        var least = Math.Min(left.Count, right.Count);
        var enough = a.Figure.Value >= Large ? 1 : 2;
        return shared >= enough && (shared >= least * (a.Figure.Value >= Large ? HalfCovered : Covered) || StartsWithShared(b.Noun, left) || shared >= enough * 2);
    }

    // 推送防控简报，从未间断，共推送127期 … 172期防控简报: the sentence names it, though not beside the number.
    private static bool IsSpokenOf(FigureLine line, Mentioned second) =>
        second.Figure.Value >= Large && ((second.Noun.Length >= LongNoun && line.Words().Contains(second.Noun[..LongNoun], StringComparison.Ordinal)) || IsNamedIn(line, second));

    // 采购成交365项。……356项采购收到质疑: what a sentence begins with is known from before.
    private static bool IsNamedIn(FigureLine line, Mentioned second) =>
        second.Noun.Length >= ShortestNoun && second.Own.Length == 0 && second.IsFirst && !CommonNouns.AreIn(second.Noun) && line.Words().Contains(second.Noun[..ShortestNoun], StringComparison.Ordinal);

    // 729篇推送分布在全年: of a noun that runs on into the sentence the beginning counts.
    private static bool StartsWithShared(string noun, HashSet<int> pairs) => noun.Length >= ShortestNoun && pairs.Contains((noun[0] << 16) | noun[1]);

    private static bool SharesWord(Mentioned a, Mentioned b) => a.Pairs.Overlaps(b.Pairs);

    // 上述, 这, 全部; a clause that begins with the number and goes on to say something of all of them.
    private static bool IsBackReference(Mentioned mention) =>
        Pointing().IsMatch(mention.Own) || (mention.Own.Length == 0 && mention.IsFirst && SaysOfAll().IsMatch(mention.Behind)) || (mention.Noun.Length > LongNoun && mention.Behind.Contains('的', StringComparison.Ordinal));

    // 五个考点; 给18名联络员各配: what a clause begins with is known from before.
    private static bool IsThing(Mentioned mention) =>
        (mention.Figure.Unit is "个" or "所" or "座" ? mention.Noun.Length <= LongNoun : mention.IsFirst && mention.Noun.Length <= LongestNoun && Opening().IsMatch(mention.Own))
        && mention.Noun.Length >= ShortestNoun && !CommonNouns.AreIn(mention.Noun);

    // Whether the later number plainly counts what the earlier one does.
    private static bool SpeaksOf(Mentioned second, Mentioned first) =>
        second.Noun.Length > 0 && IsOfNoun(first, second) && (IsBackReference(second) || IsThing(second) || (SaysOfAll().IsMatch(second.Behind) && IsOfOne(first, second)));

    // 领导小组会议3次 … 领导小组三次会议均形成纪要: whose they are is said in both places.
    private static bool IsOfOne(Mentioned first, Mentioned second) =>
        second.Own.Length >= LongNoun && Phrase.Of(second.Own).Pairs is { Count: > 0 } own && own.All(first.Pairs.Contains);

    private static bool IsOfNoun(Mentioned first, Mentioned second)
    {
        var ratio = Math.Max(first.Figure.Value, second.Figure.Value) / Math.Min(first.Figure.Value, second.Figure.Value);
        var noun = Phrase.Of(second.Noun).Pairs;
        return first.Figure.Value != second.Figure.Value && ratio <= Farthest && noun.Count > 0
            && ((second.Noun.Length >= LongNoun && (first.Own + first.Noun).Contains(second.Noun, StringComparison.Ordinal)) || (second.Noun.Length > LongNoun && (first.Own + first.Noun).Contains(second.Noun[..(LongNoun - 1)], StringComparison.Ordinal)) || noun.Count(first.Pairs.Contains) >= noun.Count * Covered && (noun.Count > 1 || first.Noun.StartsWith(second.Noun, StringComparison.Ordinal) || first.Own.EndsWith(second.Noun, StringComparison.Ordinal) || first.Noun.EndsWith(second.Noun, StringComparison.Ordinal)));
    }

    // 兼职联络员26人 … 兼职联络员28人每年考核一次: the same name before both numbers, and no more than that.
    private static bool IsNamedAlike(Mentioned first, Mentioned second) =>
        first.Own.Length >= LongNoun && first.Own.Length < Before && first.Own == second.Own && first.Figure.Unit == second.Figure.Unit && first.Figure.Value != second.Figure.Value
        && !PartWords.IsVerb(first.Own) && !CommonNouns.AreIn(first.Own) && Math.Max(first.Figure.Value, second.Figure.Value) <= Math.Min(first.Figure.Value, second.Figure.Value) * FarthestNamed;

    private static Mentioned? Only(List<Mentioned> found) => found is [var only] ? only : null;

    // What one number counts, in the words around it.
    private sealed record Mentioned(Figure Figure, int Line, string Own, string Noun, string Behind, bool IsFirst)
    {
        /// <summary>Whether it is of another time, a part or a change.</summary>
        public bool IsOtherwise { get; init; }

        public HashSet<int> Pairs { get; } = [.. Phrase.Of(Own).Pairs, .. Phrase.Of(Noun).Pairs];
    }

    [GeneratedRegex(@"(?<![第一二两三四五六七八九十百千每各\d.])(?<n>[两二三四五六七八九])(?<u>个|次|场|件|名|位|篇|份|期|项|家|所|条|座|处|块|部|张|台|辆|封|批|轮|幢)(?=[\u4e00-\u9fa5]{2})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneCharacter();

    [GeneratedRegex(@"满意|合格|赞成|达标|优秀|录取|报到", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex State();

    [GeneratedRegex(@"^(?:(?!均|都|已|共|中|里|全|逐|每|各|为|的(?!省|学)|也|仍|先后|公示|分布|与|和|及|可|在(?!建|校|读|编|职)|把|使用|统一|轮流|进行|参加|参与|开展|达|获|被|未|没|经|实行|由|将|还|就|需|须|反映|内|为|是|有(?!招生|效)|平均)[\u4e00-\u9fa5])*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Noun();

    [GeneratedRegex(@"^(?:[给对把将使向以从在由与同及这][对]?|学[校院](?=通过|对|把|将|向|给)|围绕|通过|面向|依托|结合|针对|上述|前述|全部|所有)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:上述|以上|前述|这|该|全部|所有|被[\u4e00-\u9fa5]{2,4}的|上列|将[\u4e00-\u9fa5]{0,8}的)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{2,8}?(?:均|都|全部|共|逐|无一|一律|的)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SaysOfAll();

    [GeneratedRegex(@"上一?学?年|去年|往年|前一|同期|其中|新增|增加|减少|较|比|平均|[日月周年场人]均|每|第|另|余|其他|下一?学?年|计划|拟(?!录|授|聘)|各\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
