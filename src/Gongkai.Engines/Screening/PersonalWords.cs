using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Finds personal data that only the words around it betray: birth dates, addresses, travel documents, mail addresses,
/// hardship, health and discipline beside a name.</summary>
internal static partial class PersonalWords
{
    public static readonly string[] Triggers =
        ["护照", "護照", "assport", "通行证", "通行證", "回乡证", "回鄉證", "台胞证", "台胞證", "臺胞證", "出生", "生于", "生日", "日生", "irth", "住址", "地址", "户籍", "现住", "户口", "住在", "家住", "处分", "患有", "身患", "患上", "确诊", "困难", "低保", "建档立卡", "残疾", "孤儿", "特困", "单亲", "开除学籍", "留校察看", "乙肝", "肝炎", "艾滋", "抑郁症", "白血病", "尿毒症", "癌症", "肺结核", "癫痫", "精神分裂", "单元", "证件号",
        "0生", "1生", "2生", "3生", "4生", "5生", "6生", "7生", "8生", "9生"];

    private const int Near = 60;
    private const int NearBehind = 16;

    private static readonly HashSet<string> DoubleSurnames = ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "长孙", "宇文", "端木", "独孤", "南宫", "申屠", "闻人", "呼延", "赫连", "澹台", "轩辕", "淳于", "钟离", "太史", "西门", "百里", "东郭"];

    private static readonly SearchValues<char> Surnames = SearchValues.Create("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍卻璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公付肖闫代覃候漆苟");

    /// <summary>Whether a text is a person's name: a surname of one character or two, and one or two more.</summary>
    public static bool IsName(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExceptInRange('\u4E00', '\u9FFF')
        && ((text.Length is 2 or 3 && Surnames.Contains(text[0])) || (text.Length is 3 or 4 && DoubleSurnames.Contains(text[..2].ToString())));

    public static void FindBirthDates(string text, LabelKind column, List<Hit> hits)
    {
        if ((column & LabelKind.Birth) != 0)
        {
            if (BirthCell().Match(text) is { Success: true } cell)
            {
                hits.Add(new Hit("pii.birth-date", cell.Index, cell.Length));
            }

            return;
        }

        foreach (Match match in BirthProse().Matches(text))
        {
            var date = match.Groups["date"];
            hits.Add(new Hit("pii.birth-date", date.Index, date.Length));
        }
    }

    public static void FindAddresses(string text, LabelKind column, List<Hit> hits)
    {
        if ((column & LabelKind.Address) != 0)
        {
            if (text.Length >= 5 && AddressPart().IsMatch(text))
            {
                hits.Add(new Hit("pii.home-address", 0, text.Length));
            }

            return;
        }

        foreach (Match match in AddressProse().Matches(text))
        {
            var address = match.Groups["address"];
            if (AddressPart().IsMatch(address.Value))
            {
                hits.Add(new Hit("pii.home-address", address.Index, address.Length));
            }
        }

        foreach (Match match in Residence().Matches(text))
        {
            if (!hits.Exists(h => h.Code == "pii.home-address" && match.Index >= h.Start && match.Index < h.Start + h.Length))
            {
                hits.Add(new Hit("pii.home-address", match.Index, match.Length));
            }
        }
    }

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

        if (isPermit && (text.AsSpan().IndexOfAny('台', '臺') >= 0 || (column & LabelKind.Permit) != 0))
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

    public static void FindMail(string text, int at, List<Hit> hits)
    {
        for (; at >= 0; at = text.IndexOfAny(['@', '＠'], at + 1))
        {
            var start = at;
            while (start > 0 && at - start < 64 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+' or (>= '０' and <= '９')))
            {
                start--;
            }

            var domain = Freemail().Match(text, at + 1);
            if (start < at && domain.Success && domain.Index == at + 1)
            {
                hits.RemoveAll(h => h.Start >= start && h.Start < at);
                hits.Add(new Hit("pii.personal-email", start, domain.Index + domain.Length - start));
            }
        }
    }

    /// <summary>Hardship, health or discipline said of a person by name.</summary>
    public static void FindSensitive(string text, List<Hit> hits)
    {
        Discipline.Find(text, hits);
        Circumstances.Find(text, hits);
    }

    [GeneratedRegex(@"(19|20)\d{2}\s{0,4}[年./\-]\s{0,4}\d{1,2}(\s{0,4}[月./\-]\s{0,4}\d{1,2}\s{0,4}日?)?\s{0,4}月?|(?<!\d)(19|20)\d{2}(0[1-9]|1[0-2])((0[1-9]|[12]\d|3[01]))?(?!\d)|^[1-4]\d{4}$|(?<!\d)\d{2}[./\-]\d{1,2}[./\-]\d{1,2}(?!\d)")]
    private static partial Regex BirthCell();

    [GeneratedRegex(@"(出生日期|出生年月日?|出生时间|生日|出生于|生于|出生|birth(day|\s{0,4}date)?)\s{0,4}[:：为是|\t ]{0,6}\s{0,4}(?<date>(19|20)\d{2}\s{0,4}[年./\-]\s{0,4}\d{1,2}\s{0,4}[月./\-]\s{0,4}\d{1,2}\s{0,4}日?|(?<=出生年月\s{0,4}[:：]\s{0,4})(19|20)\d{2}\s{0,4}[年./\-]\s{0,4}\d{1,2}\s{0,4}月?|(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d))|(?<date>(19|20)\d{2}\s{0,4}[年./\-]\s{0,4}\d{1,2}\s{0,4}[月./\-]\s{0,4}\d{1,2}\s{0,4}日?)\s{0,4}(出\s{0,4}生|生(?![产效成活态日物源]))", RegexOptions.IgnoreCase)]
    private static partial Regex BirthProse();

    [GeneratedRegex(@"[省市区县旗乡镇村路街巷弄号栋幢楼室组屯庄]")]
    private static partial Regex AddressPart();

    [GeneratedRegex(@"(家庭(详细)?(住址|地址)|现?住址|通[讯信]地址|户籍(所在地|地址)|户口所在地|现住(址|地)?|居住地址|家住|住在|收件地址|邮寄地址)\s{0,4}[:：为是]?\s{0,4}(?<address>[\u4E00-\u9FFF][\u4E00-\u9FFFA-Za-z0-9０-９\-—#（）()]{4,60})")]
    private static partial Regex AddressProse();

    [GeneratedRegex(@"[\u4E00-\u9FFF]{2,20}?(路|街|道|巷|弄|村|小区|花园|家园|公寓|苑|社区|镇|乡|号)[\u4E00-\u9FFFA-Za-z0-9０-９\-]{0,16}?\d{1,4}\s{0,4}(号楼|栋|幢|座|楼)?\s{0,4}[甲乙丙丁\dA-Z]{0,3}\s{0,4}单元\s{0,4}\d{1,5}\s{0,4}(室|号|房)?|[\u4E00-\u9FFF]{2,20}(乡|镇)[\u4E00-\u9FFF]{2,10}村[\u4E00-\u9FFF]{0,6}?[\d一二三四五六七八九十]{1,4}\s{0,4}(组|社|队)\s{0,4}\d{0,4}\s{0,4}号?")]
    private static partial Regex Residence();

    [GeneratedRegex(@"通行[证證]|回乡证|回鄉證|台胞[证證]|臺胞證|往来港澳|往來港澳|来往内地|來往內地|来往大陆|來往大陸")]
    private static partial Regex PermitWord();

    [GeneratedRegex(@"护\s{0,4}照|護\s{0,4}照|passport", RegexOptions.IgnoreCase)]
    private static partial Regex PassportWord();

    [GeneratedRegex(@"(?<![A-Za-z0-9])([HMhm]\s?\d{8}(\d{2})?|[CcLlWw]\s?\d{8}|[Cc][A-HJ-NP-Za-hj-np-z]\s?\d{7})(?![A-Za-z0-9])")]
    private static partial Regex PermitNumber();

    [GeneratedRegex(@"(?<![A-Za-z0-9.\-/])\d{8}(?![A-Za-z0-9.\-/年])")]
    private static partial Regex TaiwanNumber();

    [GeneratedRegex(@"(?<![A-Za-z0-9])([EeGg]\s?\d{8}|[Ee][A-HJ-NP-Za-hj-np-z]\s?\d{7}|[DSPdsp][Ee]?\s?\d{7,8}|1[45]\d{7})(?![A-Za-z0-9])")]
    private static partial Regex PassportNumber();

    // Other countries' numbers have too many forms to be told but by the word right before them.
    [GeneratedRegex(@"(护照|護照|passport)\s{0,2}(号码?|號碼?|证号|no\.?|number)?\s{0,2}[:：为是]?\s{0,2}(?<number>[A-Z]{1,2}\s?\d{6,8})(?![A-Za-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignPassport();

    [GeneratedRegex(@"^\s{0,4}(?<number>[A-Z]{1,3}\s?\d{6,9}|\d{9})\s{0,4}$", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignPassportCell();

    [GeneratedRegex(@"\G(vip\.)?(qq|163|126|139|189|188|wo|yeah|sina|sohu|tom|21cn|foxmail|gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo|aliyun|263|eyou|protonmail|mail)\.(com\.cn|com|net|cn|me|co\.jp|com\.hk)(?![A-Za-z0-9.\-]*[A-Za-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Freemail();
}
