using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds parts that follow their total with no word that calls them so: 共12条，A5条、B7条; 督查16次，专项督查9次，日常督查7次.</summary>
internal static partial class ImpliedList
{
    private const int LongestWords = 16;
    private const int Head = 2;

    public static PartList? Read(FigureLine line, int i)
    {
        if (line.Figures[i].Unit != line.Figures[i - 1].Unit)
        {
            return null;
        }

        if (line.Depth(i) == line.Depth(i - 1) + 1)
        {
            return EachInBrackets(line, i);
        }

        var gap = line.Gap(i);
        // 一是……688条；二是……512条: they stand side by side. Behind a rate and a semicolon something else begins.
        if (NextPoint().IsMatch(gap) || (gap.Contains('%', StringComparison.Ordinal) && gap.Contains(';', StringComparison.Ordinal)))
        {
            return null;
        }

        var words = line.Words(i);
        if (line.Depth(i) != line.Depth(i - 1) || PartWords.IsStop(gap) || PartWords.IsVerb(words) || words.Length > LongestWords)
        {
            return null;
        }

        var total = line.Figures[i - 1];
        var (parts, list, taken) = PartListReader.Parts(line, i, unit => unit == total.Unit);
        if (parts.Count < 2 || SummedUpLater(line, i + taken, total))
        {
            return null;
        }

        // 合计9件；同意公开6件……: behind a semicolon something else may begin.
        var claim = gap.Contains(';', StringComparison.Ordinal) ? PartClaim.Likely : parts.Exists(PartWords.IsRest) && (line.IsTotal(i - 1) || OneKind(parts, total) || OneHead(parts, total)) ? PartClaim.All : PartClaim.Implied;
        var isSmaller = parts.TrueForAll(p => p.Value <= total.Value);
        if (parts is [var done, var undone, ..] && undone.Label.Length > 1 && ((undone.Label.Length > done.Label.Length && Undone().Replace(undone.Label, "") == done.Label) || (undone.Label[0] == '未' && done.Label.EndsWith(undone.Label[1..], StringComparison.Ordinal))))
        {
            claim = PartClaim.All;
            return new PartList(total, [done, undone], PartListReader.ListOf(line, [i, i + 1]), claim);
        }

        return (line.IsTotal(i - 1) && isSmaller) || OneKind(parts, total) || OneHead(parts, total) ? new PartList(total, parts, list, claim)
            : parts.Exists(PartWords.IsRest) ? new PartList(total, parts, list, PartClaim.Likely)
            : gap.TrimStart() is ['，' or ',' or ';', ..] && parts.TrueForAll(p => !Acts().IsMatch(p.Label)) && !Decided().IsMatch(total.Label) && (ShareHead(parts, total) || SetOff(line, i, parts.Count)) ? new PartList(total, parts, list, PartClaim.Likely)
            : null;
    }

    // 收到申请6件，涉及招生（3件）、财务（2件）、基建（1件）.
    private static PartList? EachInBrackets(FigureLine line, int i)
    {
        var total = line.Figures[i - 1];
        var taken = Enumerable.Range(i, line.Count - i)
            .TakeWhile(k => line.Figures[k].Unit == total.Unit && line.Depth(k) == line.Depth(i) && (k == i || Between().IsMatch(line.Gap(k)))).ToList();
        return taken.Count < 2 || !Leads().IsMatch(line.Gap(i)) ? null
            : new PartList(total, taken.ConvertAll(k => line.Figures[k]), PartListReader.ListOf(line, taken), PartWords.IsMainly(line.Gap(i)) || line.After(taken[^1]).StartsWith(")等", StringComparison.Ordinal) ? PartClaim.Some : PartClaim.All);
    }

    // 召开党委会22次、办公会14次，合计36次: the first is no total of the second.
    private static bool SummedUpLater(FigureLine line, int next, Figure total) =>
        next < line.Count && line.Figures[next].Unit == total.Unit && line.IsTotal(next);

    // 制度文件32份，党群类9份，行政类14份，教学类9份: labels made alike are parts even without a word that says so.
    private static bool OneKind(List<Figure> parts, Figure total) =>
        parts.Count >= 2 && Alike().IsMatch(parts[0].Label) && !Alike().IsMatch(total.Label)
        && parts.TrueForAll(p => PartWords.IsRest(p) || (p.Label.Length > 1 && p.Label[^1] == parts[0].Label[^1]));

    // 督查16次，专项督查9次，日常督查7次: every part is named by the total's noun and what sets it apart.
    private static bool OneHead(List<Figure> parts, Figure total)
    {
        var noun = Doing().Replace(total.Label, "");
        return noun.Length >= Head && parts.TrueForAll(p => p.Label.Length > noun.Length && p.Label.EndsWith(noun, StringComparison.Ordinal));
    }

    private static bool ShareHead(List<Figure> parts, Figure total)
    {
        var named = parts.FindAll(p => p.Label.Length > Head && total.Label.Contains(p.Label[^Head..], StringComparison.Ordinal));
        return named.Count * 2 >= parts.Count && named.TrueForAll(p => p.Label[^Head..] == named[0].Label[^Head..]) && named.Count > 0;
    }

    // 学生2600人，本科生1850人、研究生620人、留学生130人: a comma after the total, 、 between the parts.
    private static bool SetOff(FigureLine line, int i, int parts) =>
        (i < 2 || line.Gap(i - 1).IndexOf('、') < 0)
        && Enumerable.Range(i + 1, parts - 1).All(k => k < line.Count && line.Gap(k).TrimStart() is ['、' or '和' or '及', ..]);

    [GeneratedRegex(@"[;，,。]\s*(?:[二三四五六七八九]是|其[二三四五六]|第[二三四五六][，,]|[②-⑩]|\([二三四五六七八九2-9]\))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NextPoint();

    [GeneratedRegex(@"^\)[、，,和及]?[^()]{2,16}\($", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{0,6}[，,:](?:主要|内容|分别)*(?:涉及|包括|为|是|有|分为|内容)[^，,()]{2,16}\($", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Leads();

    [GeneratedRegex(@"公开$|^(?:通过|不予|部分)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Decided();

    [GeneratedRegex(@"^(?:不予|未|不|尚未|暂未|非)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Undone();

    [GeneratedRegex(@"发布|推送|召开|举办|开展|收到|受理|编发|印发|公布|更新|阅读|点赞", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Acts();

    [GeneratedRegex(@"(?:类|级|性|型|面|口|科)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Alike();

    [GeneratedRegex(@"^(?:本?学年度?|全年|一年来|学校|学院|全校|共|已|新|开展|组织|召开|举办|发布|公开|收到|受理|出台|制定|推送|接待|处理|办理|发放|公布|公示|完成|建立|现有|设有|各类|各种|专题)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Doing();
}
