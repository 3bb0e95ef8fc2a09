using System.Text;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Web.Demo;

/// <summary>Writes plausible, plainly invented texts and files for the demo.</summary>
internal static class DemoText
{
    private static readonly string[] Openings =
    [
        "为规范学校相关工作，保障师生员工的知情权、参与权和监督权，根据国家有关规定，结合学校实际，现将有关内容公开如下。",
        "本项信息由责任单位整理并经审核，数据截至统计基准日，供师生和社会公众查阅。",
        "按照学校年度工作安排，责任单位完成了本项工作，现将主要情况予以公开。",
    ];

    private static readonly string[] Sentences =
    [
        "责任单位建立台账，明确到岗到人，按季度核对完成情况。", "有关材料可在单位办公地点查阅，也可通过本网站下载。", "对师生提出的意见建议，责任单位逐条研究并在规定期限内答复。",
        "本办法由责任单位负责解释，自公布之日起施行。", "各学院应当结合实际制定实施细则，并报责任单位备案。", "统计口径与上年度保持一致，个别指标因口径调整已在表中注明。",
        "工作小组由分管负责人召集，每学期至少召开两次会议。", "如对公开内容有疑问，可通过页面下方的反馈入口提出。", "经集体研究后形成的结论，按程序审核并存档备查。",
    ];

    /// <summary>A body of several paragraphs, with a table for data.</summary>
    public static string Body(string title, Random random, bool withTable)
    {
        var html = new StringBuilder();
        html.Append("<p>").Append(Openings[random.Next(Openings.Length)]).Append("</p>");
        string[] heads = ["一、总体情况", "二、主要内容", "三、有关要求"];
        foreach (var head in heads)
        {
            html.Append("<h2>").Append(head).Append("</h2>");
            for (var i = 0; i < random.Next(1, 4); i++)
            {
                html.Append("<p>").Append(string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Sentences[random.Next(Sentences.Length)]))).Append("</p>");
            }
        }

        if (withTable)
        {
            html.Append("<table><thead><tr><th>项目</th><th>上年</th><th>本年</th></tr></thead><tbody>");
            foreach (var row in new[] { "总量", "新增", "完成" })
            {
                html.Append("<tr><td>").Append(row).Append("</td><td>").Append(random.Next(20, 900)).Append("</td><td>").Append(random.Next(20, 900)).Append("</td></tr>");
            }

            html.Append("</tbody></table>");
        }

        return html.Append("<p class=\"right\">").Append(title.Contains("大学", StringComparison.Ordinal) ? DemoPlan.School : "责任单位").Append("</p>").ToString();
    }

    /// <summary>The text of a report of the years before this program was used. Every year has a little more to tell.</summary>
    public static string EarlierReport(AcademicYear year)
    {
        var n = year.FirstYear - 2015;
        string[] lines =
        [
            "一、概述", $"{year.Print("zh")}，学校按照《高等学校信息公开办法》推进信息公开工作，组织业务培训{1 + (n % 3)}次。",
            "二、主动公开情况", $"本学年学校主动公开信息{180 + (n * 37)}条。官方微信公众号拥有粉丝{21000 + (n * 3150)}人，本年度发布信息{240 + (n * 21)}条。",
            $"教代会共收到代表提案{31 + (n * 3 % 11)}件，确定立案{27 + (n * 2 % 7)}件。", $"校长信箱共收到各类来信{140 + (n * 9)}件，均已答复。",
            "三、依申请公开和不予公开情况", n % 3 == 0 ? "本学年学校未收到信息公开申请。" : $"本学年学校共收到信息公开申请{n % 5 + 1}件，均已按期答复。",
        ];
        return string.Concat(lines.Select(line => line is [_, '、', ..] ? $"<h2>{line}</h2>" : $"<p>{line}</p>")) + $"<p class=\"right\">{DemoPlan.School}</p>";
    }
}
