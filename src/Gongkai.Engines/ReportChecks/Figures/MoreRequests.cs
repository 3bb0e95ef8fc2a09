using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds requests told of again that are more than came: 收到申请3件 … 全年收到的5件申请, 5件申请件件有回音. Some of them may be fewer. Worth a look only.</summary>
internal static partial class MoreRequests
{
    public static IEnumerable<(string Name, Figure First, Figure Second)> Read(Reading reading, List<FigureLine> lines, Figure? received)
    {
        if (received is not { Approximate: false, Value: > 0 } || CarriedOver.IsToldIn(reading.Folded))
        {
            yield break;
        }

        foreach (var line in lines.Where(l => l.Sentence.Span.Start > received.Span.End && reading.SectionAt(l.Sentence.Span.Start) is SectionKind.Measures or SectionKind.Other or SectionKind.Evaluation))
        {
            for (var i = 0; i < line.Count; i++)
            {
                if (line.Figures[i] is { Approximate: false } figure && figure.Unit == received.Unit && figure.Value > received.Value && Requests().IsMatch(line.Behind(i)) && !Otherwise().IsMatch(line.Words()))
                {
                    yield return ("信息公开申请", received, figure);
                }
            }
        }
    }

    [GeneratedRegex(@"^(?:依申请公开|信息公开|公开|书面)?申请(?!表|书|材料|人|资格|专利|立项)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Requests();

    [GeneratedRegex(@"上一?学?年|去年|往年|历年|以来|累计|近[两三四五几]年|计划|争取|信访|来信|专利|学位|奖|助学|转专业|课题|项目", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Otherwise();
}
