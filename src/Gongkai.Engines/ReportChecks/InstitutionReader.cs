using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks;

/// <summary>Finds which school a report is about.</summary>
internal static partial class InstitutionReader
{
    private const int TitleLines = 12;

    /// <summary>A school's name as it stands in a line, with how sure it is that this is one.</summary>
    public static IEnumerable<(string Name, int Start)> Names(string text)
    {
        foreach (Match match in Ending().Matches(text))
        {
            var end = match.Index + match.Length;
            var start = match.Index;
            while (start > 0 && end - start < 16 && Folding.IsHan(text[start - 1]) && !EndsBefore(text, start))
            {
                start--;
            }

            var name = Lead().Replace(text[start..end], "");
            if (name.Length - match.Length >= 2 && !NoName().IsMatch(name))
            {
                var place = Place().Match(text, end, Math.Min(6, text.Length - end));
                yield return (place.Success && place.Index == end ? name + place.Value : name, end - name.Length);
            }
        }
    }

    // Whether the word before this character is no part of a name: 根据|东岭大学, 在|东岭大学; but 对外, 呼和浩特.
    private static bool EndsBefore(string text, int start) =>
        Before().IsMatch(text.AsSpan(Math.Max(0, start - 2), Math.Min(2, start)))
        && (text[start - 1], start < text.Length ? text[start] : ' ') is not (('对', '外') or ('和', '浩') or ('和', '田'));

    /// <summary>The schools that are named in the blocks, by where those begin.</summary>
    public static Dictionary<int, List<(string Name, int Start)>> All(string folded, IReadOnlyList<Block> blocks)
    {
        var all = new Dictionary<int, List<(string Name, int Start)>>();
        foreach (var block in blocks)
        {
            var names = Names(block.Span.Of(folded)).ToList();
            if (names.Count > 0)
            {
                all[block.Span.Start] = names;
            }
        }

        return all;
    }

    /// <summary>The school that a report is about.</summary>
    public static string? Read(string folded, IReadOnlyList<Block> blocks, Dictionary<int, List<(string Name, int Start)>> schools)
    {
        var lines = blocks.Where(b => b.Kind is BlockKind.Prose or BlockKind.Heading).ToList();
        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Span.Of(folded);
            var isTitle = i < TitleLines && text.Length <= 60 && text.AsSpan().IndexOf('。') < 0;
            var isSignature = i >= lines.Count - 6 && text.Length <= 30;
            foreach (var (name, start) in schools.GetValueOrDefault(lines[i].Span.Start, []))
            {
                var weight = isTitle && start <= 2 ? 10 : isTitle ? 5 : isSignature && text.Length <= name.Length + 14 ? 6 : i < TitleLines ? 2 : 1;
                weight = name.EndsWith("学院", StringComparison.Ordinal) && !isTitle && !isSignature && i >= TitleLines ? 0 : weight;
                scores[name] = scores.GetValueOrDefault(name) + weight;
            }
        }

        return scores.Where(s => s.Value >= 2).OrderByDescending(s => s.Value).ThenByDescending(s => s.Key.Length).Select(s => s.Key).FirstOrDefault();
    }

    [GeneratedRegex(@"大学(?!生|英语|物理|语文|习|学(?!校|生会|术委员|[位籍科分风工])|城|章程(?![》(])|科技园|校园|路|毕业)|(?<=[\u4e00-\u9fa5]{2})学院(?!路|派|章程(?![》(])|领导|网站)|高等专科学校|高等职业学校|专科学校|(?<=[\u4e00-\u9fa5]{2})(?:职院(?!系)|师大(?!学)|师院|理工大(?!学)|医科大(?!学)|高专|师专(?!项|业))(?![\u4e00-\u9fa5]?[校区])|(?<=[\u4e00-\u9fa5]{2})(?:师范|职业|技术|艺术|卫生|中等专业|技工)学校", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"(?:[的和与及在对由赴向到为是了将从于以把被给等]|召开|举办|开展|组织|结合|根据|按照|依据|以及|通过|关于|现将|设有|来自|监督|了解|支持|关注|联系|我校|本校|其中|详见|可至|请至|可找|调任|转任|升任)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?:中共|现将|现(?=公布|发布|编制)|关于|结合|根据|按照|通过|由|在|对|经|本报告|本年度|学年度?|年度?|该|我校|学校|以来|是|至|请联系|联系|可联系|公布|发布|查阅|登录|访问|点击|请|各|全校|欢迎)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:各|共有|现有|设有|下设|全国|其他|有关|所有|部分|直属|二级|兄弟|高等|普通|部属|省属|双一流|一流|多所|两级|教学|综合性|研究型|应用型|高水平|重点|老年|电视|广播|开放|职业|独立|成人|继续教育|我们|国内外|校|中外|中职|高职|公办|职教|合作|知名|建设|成为|打造|创建|特色|地方|本科|民办|人民|[\u4e00-\u9fa5]*(?:类里|另列|招收|录取)|相关|及时|没有|系统|基层|不同)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoName();

    [GeneratedRegex(@"\([\u4e00-\u9fa5]{2,3}\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
