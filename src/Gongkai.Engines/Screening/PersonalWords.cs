using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Words that betray personal data, names of people, and the numbers of travel documents, which only the words around them betray.</summary>
internal static partial class PersonalWords
{
    public static readonly string[] Triggers =
        [
            "护照", "assport", "ASSPORT", "通行证", "回乡证", "台胞证", "证件号",
            "出生", "生于", "生日", "日生", "irth", "IRTH", "dob", "Dob", "DOB", "D.O.B", "orn on", "orn in",
            "住址", "地址", "户籍", "现住", "现居", "居住于", "户口", "住在", "家住", "单元", "ddress", "DDRESS", "esides at", "iving at", "ives at",
            "学号", "学 号", "学　号", "工号", "工 号", "工　号", "tudent n", "tudent N", "TUDENT N", "tudent I", "tudent i", "at)", "at]", "at）", "at】", "at )", "at ]", "AT)", "AT]", "AT）", "AT】",
            "处分", "患有", "身患", "患上", "确诊", "困难", "低保", "建档立卡", "残疾", "孤儿", "特困", "单亲", "开除", "留校察看",
            "乙肝", "肝炎", "艾滋", "抑郁症", "白血病", "尿毒症", "癌症", "肝癌", "肺癌", "胃癌", "肠癌", "腺癌", "管癌", "患癌", "癌晚期", "肿瘤", "强迫症", "血友病", "自闭症", "脑瘫", "精神障碍", "精神病", "精神疾病", "梅毒", "离异", "去世", "警告", "肺结核", "癫痫", "精神分裂",
            "阳性", "感染", "携带者", "双相情感", "双向情感", "焦虑症", "哮喘", "糖尿病", "心脏病", "类风湿", "红斑狼疮", "病史", "自杀", "自残", "轻生", "怀孕", "流产",
            "双亡", "早逝", "病故", "病逝", "休学", "退学", "色盲", "色弱", "拘留", "逮捕", "判处", "党内", "作弊", "替考", "舞弊", "学术不端", "火灾", "变故", "入学资格", "录取资格", "销学位", "除党籍",
            "iagnosed", "probation", "expelled", "uffers from", "uffering from", "lagiari",
            "0生", "1生", "2生", "3生", "4生", "5生", "6生", "7生", "8生", "9生",
        ];

    private const int Near = 60;
    private const int NearBehind = 16;

    private static readonly HashSet<string> DoubleSurnames = ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "长孙", "宇文", "端木", "独孤", "南宫", "申屠", "闻人", "呼延", "赫连", "澹台", "轩辕", "淳于", "钟离", "太史", "西门", "百里", "东郭"];

    private static readonly SearchValues<char> Surnames = SearchValues.Create(Simplified.WithOtherForms("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍卻璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公付肖闫代覃候漆苟"));

    /// <summary>Whether a text is a person's name: a surname of one character or two, and one or two more.</summary>
    public static bool IsName(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExceptInRange('\u4E00', '\u9FFF')
        && ((text.Length is 2 or 3 && Surnames.Contains(text[0])) || (text.Length is 3 or 4 && DoubleSurnames.Contains(text[..2].ToString())));

    public static void FindTravelDocuments(string text, LabelKind column, List<Hit> hits)
    {
        var isPermit = (column & LabelKind.Permit) != 0 || PermitWord().IsMatch(text);
        var isPassport = (column & LabelKind.Passport) != 0 || PassportWord().IsMatch(text);
        var isCertificate = (column & LabelKind.Certificate) != 0 || text.Contains("证件号", StringComparison.Ordinal);
        var isPage = text.Length > Near && text.Contains('\n', StringComparison.Ordinal);
        if (isPermit || isCertificate)
        {
            Add(PermitNumber(), "pii.permit");
        }

        if (isPermit && (text.AsSpan().IndexOf('台') >= 0 || (column & LabelKind.Permit) != 0))
        {
            Add(TaiwanNumber(), "pii.permit");
        }

        if (isPassport || isCertificate)
        {
            Add(PassportNumber(), "pii.passport");
        }

        if (isPassport)
        {
            Add((column & LabelKind.Passport) != 0 ? ForeignPassportCell() : ForeignPassport(), "pii.passport");
        }

        void Add(Regex regex, string code)
        {
            foreach (var match in regex.Matches(text).Select(m => m.Groups["number"] is { Success: true } number ? number : m))
            {
                if (!hits.Exists(h => match.Index < h.Start + h.Length && h.Start < match.Index + match.Length) && (column != LabelKind.None || isPage || IsNamedNear(text, match)))
                {
                    hits.Add(new Hit(code, match.Index, match.Length));
                }
            }
        }
    }

    // In a paragraph the word stands near: what another sentence calls a passport makes none of an order's number. The heads of a page's table may be far.
    private static bool IsNamedNear(string text, Capture number)
    {
        var around = text[Math.Max(0, number.Index - Near)..Math.Min(text.Length, number.Index + number.Length + NearBehind)];
        return PermitWord().IsMatch(around) || PassportWord().IsMatch(around) || around.Contains("证件号", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"通行证|回乡证|台胞证|往来港澳|来往内地|来往大陆|來往大陸")]
    private static partial Regex PermitWord();

    [GeneratedRegex(@"护\s{0,4}照|passport", RegexOptions.IgnoreCase)]
    private static partial Regex PassportWord();

    [GeneratedRegex(@"(?<![A-Za-z0-9])([HMhm]\s?\d{8}(\d{2})?|[CcLlWw]\s?\d{8}|[Cc][A-HJ-NP-Za-hj-np-z]\s?\d{7})(?![A-Za-z0-9])")]
    private static partial Regex PermitNumber();

    [GeneratedRegex(@"(?<![A-Za-z0-9.\-/])\d{8}(?![A-Za-z0-9.\-/年])")]
    private static partial Regex TaiwanNumber();

    [GeneratedRegex(@"(?<![A-Za-z0-9])([EeGg]\s?\d{8}|[Ee][A-HJ-NP-Za-hj-np-z]\s?\d{7}|[DSPdsp][Ee]?\s?\d{7,8}|1[45]\d{7})(?![A-Za-z0-9])")]
    private static partial Regex PassportNumber();

    // Other countries' numbers have too many forms to be told but by the word right before them.
    [GeneratedRegex(@"(护照|passport)\s{0,2}(号码?|证号|no\.?|number)?\s{0,2}[:：为是]?\s{0,2}(?<number>[A-Z]{1,2}\s?\d{6,8}|[A-Z](?=[A-Z]{0,6}\d[A-Z]{0,6}\d[A-Z]{0,6}\d)[A-Z0-9]{7,8}|(?<=[:：号码为是]\s{0,2})(\d{9}|\d{2}\s\d{7}))(?![A-Za-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignPassport();

    [GeneratedRegex(@"^\s{0,4}(?<number>[A-Z]{1,3}\s?\d{6,9}|[A-Z](?=[A-Z]{0,6}\d[A-Z]{0,6}\d[A-Z]{0,6}\d)[A-Z0-9]{7,8}|\d{2}\s?\d{7})\s{0,4}$", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignPassportCell();
}
