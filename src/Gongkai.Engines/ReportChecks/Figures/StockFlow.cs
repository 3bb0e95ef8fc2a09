using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Structure;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>What was there at first, what came and what went must give what is there at last, whatever is counted: 年初8个，撤销3个，新设1个，年末6个; 上年遗留3，本年收到256，本年办结254，留待下年5;
/// 收入、支出 and 结余. In a paragraph, in lines of a list, in a column or a row of a table. Worth a look only.</summary>
internal static partial class StockFlow
{
    private const int LongestLine = 40;
    private const int MostLines = 8;
    private const int MostOfRole = 4;

    /// <summary>Every balance that does not come out: what it should be and the number that says what is left.</summary>
    public static IEnumerable<(decimal Expected, Figure Left, string Way)> Read(Reading reading, List<FigureLine> lines)
    {
        var entries = Paragraphs(reading, lines).Concat(Tables(reading));
        foreach (var group in entries)
        {
            if (Compare(group) is { } off)
            {
                yield return off;
            }
        }
    }

    private static IEnumerable<List<Entry>> Paragraphs(Reading reading, List<FigureLine> lines)
    {
        for (var at = 0; at < lines.Count;)
        {
            var to = at + 1;
            var isList = IsListed(lines[at]);
            while (to < lines.Count && to - at < MostLines && (lines[to].Sentence.Block == lines[at].Sentence.Block || (isList && IsListed(lines[to]) && lines[to].Sentence.Block == lines[to - 1].Sentence.Block + 1)))
            {
                to++;
            }

            var told = lines.Skip(at).Take(to - at).SelectMany(l => Enumerable.Range(0, l.Count).Where(i => l.Depth(i) == 0).Select(i => new Entry(l.Figures[i], MovementOf(l.Clause(i), l.Behind(i) + Rest(l, i))))).ToList();
            foreach (var kind in told.GroupBy(t => t.Figure.Unit))
            {
                yield return [.. kind];
            }

            at = to;
        }
    }

    private static bool IsListed(FigureLine line) => line.Count == 1 && line.Sentence.Span.Length <= LongestLine;

    // 另有1件因需征求意见，转入下一学年: what becomes of it is said behind it.
    private static string Rest(FigureLine line, int i) => i + 1 < line.Count ? "" : line.Tail;

    private static IEnumerable<List<Entry>> Tables(Reading reading)
    {
        foreach (var rows in TableGrids.Of(reading).Where(r => r.Count > 2 && r.Count <= LongestLine))
        {
            for (var column = 1; column < rows[0].Count; column++)
            {
                yield return [.. rows.Where(r => r.Count > column).Select(r => Cell(r[0].Text, r[column])).OfType<Entry>()];
            }

            foreach (var row in rows.Skip(1).Where(r => r.Count == rows[0].Count))
            {
                yield return [.. row.Select((cell, column) => Cell(rows[0][column].Text, cell)).Skip(1).OfType<Entry>()];
            }
        }
    }

    private static Entry? Cell(string name, ReportCell cell) =>
        TableGrids.Value(cell) is { } value ? new Entry(new Figure(name, value, "", false, null, cell.Span), MovementOf(name, "")) : null;

    private static (decimal Expected, Figure Left, string Way)? Compare(List<Entry> entries)
    {
        var (first, came, went, left) = (Of(entries, Movement.First), Of(entries, Movement.Came), Of(entries, Movement.Went), Of(entries, Movement.Left));
        if (left.Count != 1 || first.Count > 1 || came.Count + went.Count == 0 || came.Count > MostOfRole || went.Count > MostOfRole || entries.Exists(e => e.Figure.Approximate)
            || (first.Count == 0 && (came.Count == 0 || went.Count == 0)))
        {
            return null;
        }

        var start = first.Count == 0 ? 0 : first[0].Value;
        // What came may be told as a whole and in parts; any way of reading that comes out clears it, and so does a stated total of what came.
        List<decimal> into = [.. came.Select(f => f.Value), came.Sum(f => f.Value)], gone = [.. went.Select(f => f.Value), went.Sum(f => f.Value)];
        if (into.Exists(i => gone.Exists(g => start + i - g == left[0].Value || i - g == left[0].Value)))
        {
            return null;
        }

        var (most, least) = (came.Count == 0 ? 0 : came.Max(f => f.Value), went.Count == 0 ? 0 : went.Max(f => f.Value));
        var expected = start + most - least;
        if ((came.Count == 0 || went.Count == 0) && !Closeness.IsMissed(left[0].Value, [expected]))
        {
            return null;
        }

        return expected < 0 || (went.Count > 0 && left[0].Value > start + most) ? null : (expected, left[0], $"{Notice.Say(start)} + {Notice.Say(most)} - {Notice.Say(least)}");
    }

    private static List<Figure> Of(List<Entry> entries, Movement role) => [.. entries.Where(e => e.Movement == role).Select(e => e.Figure)];

    private static Movement MovementOf(string before, string behind) =>
        Compared().IsMatch(before) ? Movement.None
        : !(Opening().IsMatch(before) && AtFirst().IsMatch(before)) && Remaining().IsMatch(before) || (!Opening().IsMatch(before) && RemainingBehind().IsMatch(behind)) ? Movement.Left
        : Opening().IsMatch(before) || (FromThere().IsMatch(before) && ToHere().IsMatch(behind)) ? Movement.First
        : Leaving().IsMatch(before) ? Movement.Went
        : Coming().IsMatch(before) ? Movement.Came
        : Movement.None;

    // 上学年末现行有效制度375项
    [GeneratedRegex(@"(?:^|[由从])(?:截至)?(?:上一?个?学?年|期初|年初)[^，]{0,2}末?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AtFirst();

    // 成员单位由15个增加到19个，新增3个单位
    [GeneratedRegex(@"[由从](?:原来?的?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FromThere();

    [GeneratedRegex(@"^(?:增加|增|扩大|扩充|扩展|减少|减|精简|压缩|调整)(?:到|至|为)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ToHere();

    private enum Movement
    {
        None,
        First,
        Came,
        Went,
        Left,
    }

    private sealed record Entry(Figure Figure, Movement Movement);

    [GeneratedRegex(@"较|比|同期|同比|平均|其中|拟|计划|应[办收]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compared();

    [GeneratedRegex(@"^[，,]?(?:实到|实际到会|实际出席)|(?:结转|转入|转至|留待|顺延)[至到]?(?:下|次|明)|(?<!上一?个?学?)(?:年末|年底|期末|学年末|月底)(?!.*(?:收到|新增))|结余|余额|留存|现行有效|^(?:变为|增至|增加到|增加至|扩大到|扩充到|扩展到|减至|减少到|减少至|精简到|压缩到|调整为)$|(?:未|没有)办结的?(?:有|为)?$(?<!上.*|年初.*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Remaining();

    [GeneratedRegex(@"^[^。;]{0,24}(?:(?:结转|转入|转至|留待|顺延)[至到]?(?:下|次|明)|尚?(?:未|没有)办结|仍在办理|正在办理)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RemainingBehind();

    [GeneratedRegex(@"应到|应出席|应参会|上一?个?[学季]?[年期]度?|以前年度|往年|去年|期初|年初|月初|[结转]自上", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"请假|缺席|缺勤|取消|撤销|撤并|关闭|注销|减少|办结|已办|办毕|办理完毕|清理|停用|停办|退出|报废|删去|删除|剔除|核销|取关|废止|失效|作废|支出$|支出(?:总额|合计|共计)?(?:为|达)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Leaving();

    [GeneratedRegex(@"新[收增设建开接注]|新制[定订]|新出台|本[学]?[年期]度?(?:收到|受理|接收)|当[年期]新?|增设|新申请|收到|受理|接收|收入(?:总额|合计|共计)?(?:为|达)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Coming();
}
