using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts.Schools;

/// <summary>Finds addresses and mailboxes at another school's domain. The domain that most of a report's addresses have is the own one; of two as frequent the
/// first. The domains of authorities and addresses named together with their owner are others' rightly.</summary>
internal sealed partial class ForeignDomainCheck : IReportCheck
{
    // With more domains a list of others' addresses is given.
    private const int MostDomains = 3;
    private const int MostForeign = 2;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var addresses = Domain().Matches(reading.Folded).Where(m => !ShortNames.IsAuthority(m.Groups["school"].Value)).ToList();
        var domains = addresses.GroupBy(m => m.Groups["school"].Value, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Any(m => IsPage(reading.Folded, m.Index))).ToList();
        if (domains.Count is < 2 or > MostDomains)
        {
            yield break;
        }

        var own = domains[0].Key;
        foreach (var foreign in domains.Skip(1).Where(d => d.Count() <= MostForeign && d.Count() <= domains[0].Count()).SelectMany(d => d))
        {
            if (!IsExplained(reading, foreign.Index))
            {
                yield return Notice.Of(ReportCodes.ForeignName, Severity.Warning, new TextSpan(foreign.Index, foreign.Index + foreign.Length), "", ("found", foreign.Value), ("expected", $"{own}.edu.cn"));
            }
        }
    }

    // The school prints the address of its site oftener than a wrong one.
    private static bool IsPage(string text, int at) => at > 0 && text[at - 1] is '.' or '/';

    private static bool IsExplained(Reading reading, int at)
    {
        var block = reading.Blocks.Find(b => b.Span.Contains(at));
        if (block is null)
        {
            return false;
        }

        var before = reading.Folded[block.Span.Start..at];
        return Owner().IsMatch(before[(before.LastIndexOfAny(['。', ';']) + 1)..]);
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9\-])(?<school>[A-Za-z0-9\-]{2,40})\.edu\.cn", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Domain();

    [GeneratedRegex(@"教育部|教育厅|教委|考试院|考试中心|招考|阳光高考|学信网|省厅|主管部门的|兄弟|合作|共建|联盟|旧域名|原域名|新域名|更换|启用|迁移|附属|附中", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Owner();
}
