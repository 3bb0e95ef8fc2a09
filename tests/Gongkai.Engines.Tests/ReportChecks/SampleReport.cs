using System.Globalization;
using System.Text;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>A report of a school that does not exist, with nothing wrong in it, and one way of spoiling it for every code.</summary>
internal static class SampleReport
{
    public static readonly string Clean = """
        东岭理工大学2020—2021学年信息公开工作年度报告
        根据《中华人民共和国政府信息公开条例》（国务院令第711号）、《高等学校信息公开办法》（教育部令第29号）和《教育部关于公布〈高等学校信息公开事项清单〉的通知》（教办函〔2014〕23号），编制本报告。全文包括概述，主动公开情况，依申请公开和不予公开情况，对信息公开的评议情况，因学校信息公开工作受到举报、复议、诉讼的情况，新做法新举措、主要经验、问题和改进措施，其他需要报告的事项，清单事项公开情况表等八个部分。统计数据的期限为2020年9月1日至2021年8月31日。报告可在学校信息公开网（http://xxgk.dongling.example.cn/）查阅。
        一、概述
        （一）健全机制
        学校坚持以公开为常态、不公开为例外。2020年10月12日，学校召开信息公开工作会议。一年来，学校主动公开信息共3960条。
        （二）强化培训
        截至2021年8月31日，学校培训信息员86人次。学校赴南屿师范大学交流工作经验。
        二、主动公开情况
        学校按照清单10大类50项要求公开信息，累计主动公开信息3960条。学校网站发布信息1250条，其中新闻动态640条，通知公告410条，学术信息200条。召开校长办公会32次、专题会18次，合计50次。收到师生建议120件，采纳90件，采纳率75%。编印简报12期。落实“谁公开、谁负责”的要求。
        三、依申请公开和不予公开情况
        本学年收到信息公开申请9件，其中予以公开6件，不予公开3件。未收取费用。
        四、对信息公开的评议情况
        师生员工对信息公开工作总体满意。
        五、因学校信息公开工作受到举报、复议、诉讼的情况
        本学年未发生此类情况。
        六、新做法新举措、主要经验、问题和改进措施
        一是公开形式不够丰富。2021—2022学年，学校将继续完善公开机制。
        七、其他需要报告的事项
        无。
        八、清单事项公开情况表
        具体情况如下表所示：
        序号	事项	责任部门	网址
        """.ReplaceLineEndings("\n") + "\n" + Rows(50) + "东岭理工大学\n2021年10月25日\n";

    /// <summary>For every code: what of the clean report is replaced, and by what.</summary>
    public static readonly IReadOnlyDictionary<string, (string Right, string Wrong)> Faults = new Dictionary<string, (string, string)>
    {
        [ReportCodes.SumMismatch] = ("新闻动态640条", "新闻动态660条"),
        [ReportCodes.PercentMismatch] = ("采纳率75%", "采纳率85%"),
        [ReportCodes.ConflictingFigure] = ("累计主动公开信息3960条", "累计主动公开信息3690条"),
        [ReportCodes.Placeholder] = ("编印简报12期", "编印简报XX期"),
        [ReportCodes.MalformedDate] = ("截至2021年8月31日", "截至2021年6月31日"),
        [ReportCodes.DateOutsidePeriod] = ("2020年10月12日，学校召开", "2020年5月12日，学校召开"),
        [ReportCodes.PeriodMismatch] = ("2020年9月1日至2021年8月31日", "2019年9月1日至2020年8月31日"),
        [ReportCodes.UnpairedMark] = ("落实“谁公开、谁负责”的要求", "落实“谁公开、谁负责的要求"),
        [ReportCodes.CitationTitle] = ("《高等学校信息公开办法》", "《高等学校信息公布办法》"),
        [ReportCodes.CitationForm] = ("教办函〔2014〕23号", "教办函[2014]23号"),
        [ReportCodes.CitationOutdated] = ("国务院令第711号", "国务院令第492号"),
        [ReportCodes.SectionMissing] = ("四、对信息公开的评议情况\n", ""),
        [ReportCodes.SectionMerged] = ("七、其他需要报告的事项", "七、举报、复议、诉讼及其他需要报告的事项"),
        [ReportCodes.SectionCount] = ("等八个部分", "等七个部分"),
        [ReportCodes.NumberingGap] = ("（二）强化培训", "（三）强化培训"),
        [ReportCodes.CatalogueCount] = ("10大类50项", "10大类52项"),
        [ReportCodes.TableAnnouncedMissing] = ("序号	事项	责任部门	网址\n" + Rows(50), ""),
        [ReportCodes.MalformedUrl] = ("http://xxgk.dongling.example.cn/）", "http：//xxgk.dongling.example.cn/）"),
        [ReportCodes.LatePublication] = ("2021年10月25日", "2021年11月25日"),
        [ReportCodes.ForeignName] = ("截至2021年8月31日，学校", "截至2021年8月31日，南屿师范大学信息公开办公室"),
        [ReportCodes.ConversionResidue] = ("八、清单事项公开情况表\n", "八、清单事项公开情况表\n[bookmark: _Toc99]"),
        [ReportCodes.MixedWidth] = ("编印简报12期", "编印简报１２期"),
        [ReportCodes.WrongWord] = ("截至2021年8月31日", "截止2021年8月31日"),
    };

    public static string Spoiled(string code) => Clean.Replace(Faults[code].Right, Faults[code].Wrong, StringComparison.Ordinal);

    public static string Rows(int count)
    {
        var rows = new StringBuilder();
        for (var i = 1; i <= count; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{i}\t第{i}项公开事项\t党政办公室\thttp://xxgk.dongling.example.cn/{i}.htm\n");
        }

        return rows.ToString();
    }
}
