using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a total with what of it is done and what is open: 任务26项。……完成24项，正在推进2项; 代表280人，实到265人，请假15人; and what came back of more than was sent out:
/// 发放问卷600份，收回540份. Worth a look only.</summary>
internal static partial class DoneAndOpen
{
    private const int SentencesBack = 2;

    public static IEnumerable<PartList> Read(IReadOnlyList<FigureLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            for (var i = 0; i < line.Count; i++)
            {
                if (i > 0 && Returned().IsMatch(line.Clause(i)) && SentOut().IsMatch(line.Clause(i - 1)) && line.Figures[i].Unit == line.Figures[i - 1].Unit)
                {
                    yield return new PartList(line.Figures[i - 1], [line.Figures[i]], new SumList([line.Figures[i].Value], [false]), PartClaim.Some);
                }

                if (i > 0 && Pair(line, i) && TotalOf(lines, at, i) is { } total)
                {
                    yield return new PartList(total, [line.Figures[i - 1], line.Figures[i]], PartListReader.ListOf(line, [i - 1, i]), PartClaim.Likely);
                }
            }
        }
    }

    // What is done and what is open end the row: 完成24项，延后2项.
    private static bool Pair(FigureLine line, int i) =>
        line.Figures[i - 1].Unit == line.Figures[i].Unit && line.Depth(i) == line.Depth(i - 1) && Done().IsMatch(line.Clause(i - 1)) && Open().IsMatch(line.Clause(i)) && line.Clause(i).Length <= 12
        && (i + 1 == line.Count || line.Figures[i + 1].Unit != line.Figures[i].Unit || line.Depth(i + 1) != line.Depth(i));

    private static Figure? TotalOf(IReadOnlyList<FigureLine> lines, int at, int i)
    {
        var (done, open) = (lines[at].Figures[i - 1], lines[at].Figures[i]);
        var before = lines[at].Figures.Take(i - 1).Reverse().ToList();
        for (var back = 1; back <= SentencesBack && at - back >= 0 && lines[at - back].Sentence.Block == lines[at].Sentence.Block; back++)
        {
            before.AddRange(lines[at - back].Figures.Reverse());
        }

        var same = before.FindAll(f => Units.Same(f.Unit, done.Unit) && f.Value >= Math.Max(done.Value, open.Value));
        return same.Exists(f => f.Value == done.Value + open.Value) ? null : same.Find(f => !f.Approximate);
    }

    [GeneratedRegex(@"^(?:其中)?[\u4e00-\u9fa5]{0,4}?(?:到[\u4e00-\u9fa5]{0,6}?)?(?:现场|当场|当年|当月|当日|按时|如期|已经|已|均|经[\u4e00-\u9fa5]{0,4}|学年内)*(?:完成|办结|办复|答复|回复|落实|解决|维持|通过|实到|到会|到场|出席|参加|修复|整改|采纳|更新|赞成|同意|合格|一次通过|发放|用去|使用|签到)[^，,;。]{0,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Done();

    [GeneratedRegex(@"^(?:正在|仍在|尚在|尚未|仍未|未|待|会后|事后|更正|变更|改判|撤销|其余|余下|剩余|另外|另有|另|有|仍有)?[^，,;。]{0,4}?(?:正在|仍在|尚|未|待|会后|事后|更正|变更|改判|撤销|其余|余下|剩余|请假|缺席|缺勤|延后|延期|推迟|顺延|推进|暂缓|列入规划|列入计划|逐步解决|反对|弃权|补考|不合格|不通过|留存|剩|转办|转交|移交)[^，,;。]{0,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"(?:发放|发出|寄出|印发|下发|投放|派发|分发|推送)[^，,;。]{0,16}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentOut();

    [GeneratedRegex(@"^(?:共|实际|最终|实|共计)?(?:收回|回收|收到(?:回函|答卷|有效|反馈|回执)|收集)[^，,;。]{0,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Returned();
}
