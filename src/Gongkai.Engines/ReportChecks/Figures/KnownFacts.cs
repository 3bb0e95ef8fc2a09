using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Facts that a report states once for the whole school: followers of its own accounts, proposals, letters to the heads, meetings
/// of its bodies. What belongs to a faculty, a named account or another year is none of them.</summary>
internal static partial class KnownFacts
{
    // Every fact below is known by one of these.
    private static readonly SearchValues<string> Signs = SearchValues.Create(["粉丝", "关注", "用户", "订阅", "提案", "信箱", "会"], StringComparison.Ordinal);

    public static string? Topic(FigureLine line, int i)
    {
        var clause = line.Clause(i);
        if (clause.Contains('”', StringComparison.Ordinal) && Account().Match(clause) is { Success: true } account && !Part().IsMatch(clause))
        {
            return $"account {account.Groups["name"].Value} {account.Groups["on"].Value} {account.Groups["what"].Value} {line.Figures[i].Unit}";
        }

        if (line.Figures[i].Unit is "篇" or "条" or "期" && Posts().Match(clause) is { Success: true } posts && !Others().IsMatch(clause))
        {
            return $"posts {posts.Groups["on"].Value} {line.Figures[i].Unit}";
        }

        return Named(clause, line.Figures[i].Unit, line.Behind(i)) is { } topic && !Others().IsMatch(clause) ? topic : null;
    }

    /// <summary>How many people do the work of disclosure and nothing else, or beside other work.</summary>
    public static string? Staff(FigureLine line, int i) =>
        line.Figures[i].Unit is "人" or "名" or "位" && line.Clause(i) is var clause && !Others().IsMatch(clause) && ((clause.Contains('职', StringComparison.Ordinal) && StaffOf().Match(clause) is { Success: true } staff) || (staff = StaffBehind().Match(line.Behind(i))).Success)
            ? $"staff {staff.Groups["kind"].Value}" : null;

    /// <summary>How long requests took on average.</summary>
    public static string? Days(FigureLine line, int i) =>
        line.Figures[i].Unit is "工作日" or "个工作日" or "天" && line.Clause(i) is var clause && clause.Contains("平均", StringComparison.Ordinal) && MeanDays().IsMatch(clause) && !OtherCases().IsMatch(line.Words()) ? "mean days" : null;

    [GeneratedRegex(@"^(?:力争|努力|争取)?(?:把|将|使)?(?:每件)?(?:申请)?(?:的)?平均(?:每件)?(?:申请)?(?:的)?(?:办理|答复|办结|处理)?(?:时间|用时|时长|时限|周期|天数)?(?:为|从|由|需|用时|仅)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MeanDays();

    [GeneratedRegex(@"信访|来信|信箱|投诉|提案|留言|咨询|上一?学?年|去年|由[^，]{0,12}(?:压缩|缩短)|公示|培训|维修", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherCases();

    private static string? Named(string clause, string unit, string behind)
    {
        if (!clause.AsSpan().ContainsAny(Signs) && !behind.StartsWith("提案", StringComparison.Ordinal))
        {
            return null;
        }

        if (unit is "人" or "名" or "个" or "位" or "" && Followers().Match(clause) is { Success: true } followers)
        {
            return $"followers {followers.Groups["on"].Value}";
        }

        if (unit is "件" or "份" or "条" or "个" && (Proposals().IsMatch(clause) || (behind.StartsWith("提案", StringComparison.Ordinal) && ProposalsBehind().IsMatch(clause))))
        {
            return "proposals";
        }

        if (unit is "件" or "封" && Letters().Match(clause) is { Success: true } letters)
        {
            return $"letters {letters.Groups["to"].Value}";
        }

        return unit is "次" && Meetings().Match(clause) is { Success: true } meetings ? $"meetings {meetings.Groups["of"].Value}" : null;
    }

    // 微信公众号推送398篇: what the school's own account put out in all, when no kind of it is named.
    [GeneratedRegex(@"^(?:全年|全学年|本?学年度?|学校|我校|其中)?(?:学校|我校|官方)?(?<on>微信|微博|抖音|视频号)(?:公众号|公众平台|平台|账号|号)?(?:全年|共|累计|总计)*(?:推送|发布|推出|发文)(?:推文|图文|文章|信息|消息|短视频|视频)?(?:共|共计|总计|合计|达)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Posts();

    // “某某大学”全年发布推文351篇: what an account put out in all.
    [GeneratedRegex(@"“(?<name>[^”]{2,12})”(?<on>[^，,]{0,8}?)(?:全年|全学年|本?学年|共|累计|已|总计)*(?:发布|推送|推出|发表|推发)(?<what>推文|图文|文章|博文|信息|消息|短视频|视频|作品|稿件)(?:共|共计|总计|合计|达|约)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Account();

    [GeneratedRegex(@"月|季度|平均|日均|每|原创|其中|新增|专题|栏目", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"“|”|学院(?!学术)|系|处|部|团委|图书馆|医院|招生|二级|各|(?:19|20)\d{2}|届|代会[^，,]{0,8}次|上一?学?年|平均|每|研究|听取|专题|就|列席|旁听|邀请", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Others();

    [GeneratedRegex(@"(?<on>微信|微博|抖音|视频号|头条|快手|B站)(?:公众号|公众平台|平台|账号|号)?(?:拥有|现有|共有|的|累计|总)*(?:粉丝|关注|用户|订阅)[^，,]{0,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Followers();

    [GeneratedRegex(@"(?:收到|征集到?|提交)[^，,]{0,8}提案[^，,]{0,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Proposals();

    // 教代会收到的34件提案
    [GeneratedRegex(@"(?:会议|大会|代会|代表|共|学校|院)?(?:收到|征集到?|提交|提出|收集)的?$|(?:会议|大会|代会)的$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ProposalsBehind();

    [GeneratedRegex(@"^(?<kind>专职|兼职)(?:信息公开)?(?:工作|管理)?(?:人员|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StaffBehind();

    [GeneratedRegex(@"(?:^|设|有|配备|其中|中|、)(?:信息公开)?(?<kind>专职|兼职)(?:信息公开)?(?:工作|管理)?(?:人员|(?<=[其、]中?专职|[其、]中?兼职|^专职|^兼职))(?:仅|共|有|只有|为)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StaffOf();

    [GeneratedRegex(@"(?<to>书记信箱|校长信箱|院长信箱|书记校长信箱)[^，,]{0,6}(?:收到|受理|接到)[^，,]{0,12}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"(?<of>党委常委会|党委全委会|党委会|校长办公会|院长办公会|教代会)(?:会议|议)?(?:共|总计)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Meetings();
}
