using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>Finds places that were left to be filled in.</summary>
internal sealed partial class PlaceholderCheck : IReportCheck
{
    // Every form below holds one of these.
    private static readonly SearchValues<char> Signs = SearchValues.Create("?XxＸｘ×N○〇◯□■△▲◇☐－—–-/#_*某请此待…. \t【[(<{〔$%TFu");

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var block in reading.Blocks)
        {
            if (block.Kind == BlockKind.Contents || !block.Span.In(reading.Folded).ContainsAny(Signs))
            {
                continue;
            }

            foreach (var stretch in WithoutAddresses(block.Span, reading.Folded))
            {
                foreach (Match match in Left().Matches(stretch.Of(reading.Folded)))
                {
                    yield return Notice.Of(
                        ReportCodes.Placeholder, Severity.Error, new TextSpan(stretch.Start + match.Index, stretch.Start + match.Index + match.Length), "", ("found", match.Value.Trim()));
                }
            }
        }
    }

    // What looks like a place to fill in is part of an address.
    private static IEnumerable<TextSpan> WithoutAddresses(TextSpan block, string text)
    {
        var start = block.Start;
        foreach (Match address in Addresses().Matches(block.Of(text)))
        {
            yield return new TextSpan(start, block.Start + address.Index);
            start = block.Start + address.Index + address.Length;
        }

        yield return new TextSpan(start, block.End);
    }

    private const string Unit = "(?:[万亿千百]?余?(?:" + Units.Pattern + ")|年|月|日|学年)";

    [GeneratedRegex(@"h?tt?ps?:?[/\\]{1,2}[!-~]+|www\.[!-~]+|[A-Za-z0-9_.\-]+@[A-Za-z0-9_.\-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex(
        @"(?=[?XxＸｘ×N○〇◯□■△▲◇☐－—–\-/#_*＊某请此待…$%TFu{<【\[〔]|20[XxＸｘ×]|[ \t][ \t月日]|\.\.|\([\s)\u4e00-\u9fa5T\[【(<{t])(?:" // what is far more often none
        + @"(?<=[\u4e00-\u9fa5》”]\s{0,2})\?{1,6}\s*" + Unit + @"(?=[，,。、;:)\s余多]|$)" // 发文?份
        + @"|(?<=[共计为到达发文布开展有约、，,约])\?{1,6}\s*" + Unit // 召开会议?次
        + @"|(?<![A-Za-z0-9×＊])(?:20)?[XxＸｘ×]{2,8}(?![A-Za-z0-9])(?:\s*" + Unit + @")?|[○〇]{2,6}(?=\s*(?:" + Unit + @"|大学|学院|学校|处|部|人))(?<![一二三四五六七八九]{1,3}[○〇]{2,6})" // XX期, 20XX年, ××
        + @"|(?<![A-Za-z0-9×])[XN×](?=\s*(?:" + Units.Plain + @"|批次)(?:[，,。、;)]|$))|(?<=共|受理|收到|发布|召开|举办|开展|制定|出台|培训|答复|新增|增设|完成|公示|接待|推送|印发)[XN×](?=" + Units.Plain + @")" // 共X条
        + @"|(?<=[\u4e00-\u9fa5])[XxN×][万亿千百]?元|(?<=[\u4e00-\u9fa5])×(?:" + Units.Plain + @")|(?<=[\u4e00-\u9fa5])×(?:" + Units.Pattern + @")(?=[，,。、;:)]|$)" // 经费×万元, 公示×批
        + @"|(?<=年\s*)[Xx×?*_]{1,2}\s*月|(?<=月\s*)[Xx×?*_]{1,2}\s*[日号]" // 2022年X月X日
        + @"|(?<=[\u4e00-\u9fa5》”)]\s*)[－—–\-/#_*□■○◯△▲◇☐]{1,4}\s*(?:[万亿千]?余?(?:" + Units.Plain + @"|元))(?=[，,。、;])|(?<=[\u4e00-\u9fa5》”)]\s*)[□■○◯◇☐_]{1,4}\s*(?:" + Units.Plain + @")(?=[，,。、;)]|$)" // □次, —条
        + @"|(?<=[\u4e00-\u9fa5]:)[ \t]{2,}(?=(?:号|年|月|日|元|万元|条|件|份|次|人|名|封|期)[)，,。;、])" // 编号：   号
        + @"|[(【\[]请[\u4e00-\u9fa5]{0,10}(?:核实|补充|填写|填报|提供|确认|更新)[^)】\]\n]{0,10}[)】\]]|某{2,}|请在此处?[^，,。\n]{0,12}|此处(?:补充|插入|填写|填入|添加|写明|替换|粘贴)[^，,。\n】)\]]{0,12}" // 某某大学, 此处补充……
        + @"|(?<=[\u4e00-\u9fa5》”)])[ \t]{2,}(?:[万亿千]?元|条|件|篇|项|份|次|人次|期|场|起|名|个|家|所|门|册|本|位|种|类|批)(?=[，,。、;)])" // 推送  期
        + @"|(?<![\d万亿*])\*{2,8}\s*(?=" + Unit + @"[，,。、;:)\s])|(?<![\d万亿#])#{2,8}\s*(?=" + Unit + @"[，,。、;:)\s])" // **条
        + @"|[【\[(<{〔]{1,2}\s*(?:[^】\])>}\n]{0,16}(?:待[\u4e00-\u9fa5]{0,8}(?:补充?|填写?|定|核实|确认|更新|完善|插入|统计|提供|核)|此处|请(?:填写|补充|插入|输入|核实)|(?<=[【\[(<{〔])填写(?!说明|样|示|范|须知|要求|格式|提示)|空缺|空白|数据缺)[^】\])>}\n]{0,16}|(?<=[\u4e00-\u9fa5:\d]\s{0,2}[【\[(<{〔]{1,2})(?:数字|数据|数量|姓名|日期|年份|学校名称|单位名称)|TODO|TBD|todo|tbd)\s*[】\])>}〕]{1,2}" // 【待补充】
        + @"|(?<=[\u4e00-\u9fa5])(?:…{1,2}|\.{3,6})\s*" + Unit + @"(?=[，,。、;)])" // 发布……条
        + @"|(?<![\u4e00-\u9fa5])(?:待(?:补充?|填[写报]?|核[实对定]|[统合]计|汇总|更新|确认|提供|审[核定]|定)|此处填写|此处插入)(?![\u4e00-\u9fa5])|(?<![A-Za-z])(?:TODO|TBD|FIXME|TBC)(?![A-Za-z])" // 待补充
        + @"|_{2,}|(?<=[\u4e00-\u9fa5])[□■]{2,}" // ___, □□档
        + @"|(?<=[率达高长升降增减占为至约了])[*＊×?#_]{1,3}[%％]|(?<=[为于至在])[ \t]+[月日](?=[，,。;、)])|〔(?:19|20)\d\d〕\s*号" // 提高*%, 最低为  月, 〔2011〕  号
        + @"|(?<=[为是由达])\([\u4e00-\u9fa5]{0,8}(?:名称|姓名|日期|数量|金额|人数|条数|件数)\)" // 举办者为（举办者名称）
        + @"|\(\s*\)\s*(?=" + Unit + @"|[万亿](?:[，,。;、]|$))|【\s*】|\[\s*\]\s*(?=" + Unit + @")|(?<=[共计为到达约第布])\(\s+\)|〔\s*〕|〔[^〕\d]{0,4}[XxＸ×*?_]+[^〕]{0,4}〕" // （ ）件
        + @"|(?<=共计?|累计|合计|总计|收到|发布|达到?|约为?|召开|举办|开展)[ \t]{2,}(?=(?:条|件|篇|项|份|次|人次|期|场|起|名|人|余[条件篇项份次]))" // 共计   条
        + @"|\{\{[^}\n]{0,30}\}\}|\$\{[^}\n]{0,30}\}|\{\d\}|%[sd](?![A-Za-z])|(?<!#)\bN/?A\b|\bundefined\b|\bNaN\b)", // {{count}}
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Left();
}
