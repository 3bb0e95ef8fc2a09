using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Finds lists and tables that are announced by name to stand behind the text and that no title there names: 文后附会议公开情况统计表. Worth a look only.</summary>
internal sealed partial class NamedAnnexCheck : IReportCheck
{
    private const int LongestTitle = 60;
    private const int Most = 3;
    private const double Alike = 0.7;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var sentence in reading.Sentences)
        {
            var text = sentence.Span.Of(reading.Folded);
            if (!text.Contains('附', StringComparison.Ordinal) || Elsewhere().IsMatch(text))
            {
                continue;
            }

            foreach (Match match in Announced().Matches(text).Take(Most))
            {
                var name = match.Groups["name"].Value;
                if (!IsThere(reading, sentence, name))
                {
                    yield return Notice.Of(
                        ReportCodes.TableAnnouncedMissing,
                        Severity.Warning,
                        new TextSpan(sentence.Span.Start + match.Index, sentence.Span.Start + match.Index + match.Length),
                        "",
                        ("found", match.Value));
                }
            }
        }
    }

    // A title that says nearly the same, in a line of its own before or behind the sentence.
    private static bool IsThere(Reading reading, Sentence sentence, string name)
    {
        for (var at = 0; at < reading.Blocks.Count; at++)
        {
            var block = reading.Blocks[at];
            if (at != sentence.Block && block.Span.Length <= LongestTitle && block.Kind != BlockKind.Contents && Likeness.Of(name, block.Span.Of(reading.Folded)) >= Alike && block.Span.Length >= name.Length - 2)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?:(?:文|报告|正文)[后末]|篇末|最后|之后|其后|后面?|另|并|还)(?:所|还|另|并)?附(?:有|上|了)?(?:《)?(?:一[份张])?(?<name>[\u4e00-\u9fa5]{4,24}?(?:一览表|统计表|情况表|汇总表|明细表|台账|名录|名单|目录|清单|表))(?:》)?(?=[，,。;、)]|$)|(?<=[，,。;、]|^)附(?![属件录则中小带加近设表图着和])(?:有)?《?(?<name>[\u4e00-\u9fa5]{4,24}?(?:一览表|统计表|情况表|汇总表|明细表|台账|名录))》?(?=[，,。;、)]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"http|下载|另发|另行|网站|专栏|栏目|上报|报送|随文", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhere();
}
