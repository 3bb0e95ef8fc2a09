using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Finds the sentence of a decision that says what a person did and how it was punished: 白某，男，…，给予记过处分。</summary>
internal static partial class Discipline
{
    // Words that begin with a character which is also a surname, and stand at the head of rules about anybody.
    private static readonly HashSet<string> NoNames =
    [
        "任何", "连续", "党员", "党内", "公然", "公开", "公务", "公职", "应当", "应在", "应于", "应届", "严重", "严禁", "利用", "通过", "向他", "向考", "向有", "干扰", "干部", "相互", "相关", "单独", "单位",
        "平时", "平均", "经查", "经研", "经常", "经批", "经学", "经教", "安排", "包庇", "包括", "关于", "从事", "从轻", "从重", "司机", "班干", "全体", "全校", "双方", "查实", "管理", "索要", "明知", "曾经", "曾受", "曾因", "和他",
        "和其", "时常", "高校", "高年", "万一", "成绩", "成年", "项目", "程度", "方式", "方法", "路上", "车辆", "支持", "卫生", "安全", "常规", "房间", "水电", "易燃", "金额", "国家", "文件", "师生", "空调", "别人", "别的", "都应", "都要",
        "那些", "盗窃", "于考", "于宿", "居住", "左右", "能够", "能主", "计算", "充当", "对于", "何人", "何种", "陈述", "游戏", "郊外", "家长", "宿舍", "温习", "习惯", "古董", "商业", "乐于", "寿命", "时间", "时任", "班主", "班级", "路遇", "路经", "经办", "车间", "车主", "常委", "任课", "任职", "房主", "石材", "储存", "解除", "宣传", "宗教", "武器",
    ];

    public static void Find(string text, List<Hit> hits)
    {
        foreach (var match in Sentence().Matches(text).Concat(Addressed().Matches(text)))
        {
            var name = match.Groups["name"];
            if (PersonalWords.IsName(name.ValueSpan) && name.ValueSpan[^1] is not ('人' or '员' or '者') && !NoNames.Contains(name.Value[..2])
                && !hits.Exists(h => h.Code == "pii.sensitive" && h.Start <= name.Index && name.Index < h.Start + h.Length))
            {
                hits.Add(new Hit("pii.sensitive", name.Index, match.Index + match.Length - name.Index));
            }
        }
    }

    [GeneratedRegex(@"(?<=^|[\n。；：]|[\d一二三四五六七八九十）)][、.．)）]\s?)\s{0,4}(学生|同学|教师|职工|当事人)?(?<name>[\u4E00-\u9FFF]{2,4}?)(同学|同志|老师)?(?=\d{15}|[（(][^）)\n]{1,40}[)）]|[，,]\s?[男女][，,]|[，,]?\s?(学号|工号|身份证)|[，,]?(无故|因|私自|擅自|旷课|旷考|旷工|违反|多次|携带|找人|请人|替|冒名|抄袭|伪造|殴打|酒后|累计|盗窃|夹带|未经|在20\d\d|于20\d\d|20\d\d年))[^。；\n]{0,160}?(给予|受到|处以)[^，。；,\n]{0,10}?(留校察看|开除学籍|开除|记大?过|严重警告|警告|降级|撤职|降低岗位)")]
    private static partial Regex Sentence();

    // 对李某某同学给予记过处分, 解除李某某同学留校察看处分.
    [GeneratedRegex(@"(对|撤销|解除|给予|关于)(?<name>[\u4E00-\u9FFF]{2,4}?)(同学|同志|老师)[^，。；,\n]{0,12}?(留校察看|开除学籍|记大?过|严重警告|警告|降级|撤职)")]
    private static partial Regex Addressed();
}
