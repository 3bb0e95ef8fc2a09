using System.Text;

namespace Gongkai.Engines.Screening;

/// <summary>Finds the words that say what a value is: in the head of a column, or just before or after the value.</summary>
internal static class Labels
{
    private const int LongestHead = 24;
    private const int Reach = 26;
    private const int CloseReach = 6;

    private static readonly (string Word, LabelKind Kind)[] Words =
    [
        .. Of(LabelKind.Name, "姓名", "名字", "学生姓名"),
        .. Of(LabelKind.IdNumber, "身份证", "身份号码", "公民身份", "证件号", "身份证件", "idcard", "id card", "id no", "id number", "居住证号", "身份證", "身分證", "身份证明", "sfz", "二代证", "證件", "证件", "旧证号", "原证号", "老证号", "曾用证号", "舊證號", "原證號", "identity card"),
        // Heads are looked at in simplified characters: 身分證, 聯絡.
        .. Of(LabelKind.IdNumber, "身分证"),
        .. Of(LabelKind.Phone, "联络"),
        .. Of(LabelKind.Certificate, "证件号"),
        .. Of(LabelKind.Phone, "手机", "电话", "联系方式", "移动号码", "联系号码", "tel", "mobile", "phone", "微信", "拨打", "致电", "联系人", "手機", "電話", "聯繫", "聯絡", "短信"),
        .. Of(LabelKind.Bank, "银行", "卡号", "账号", "帐号", "账户", "帐户", "开户", "储蓄", "工资卡", "借记卡", "信用卡", "收款", "汇入", "转账", "汇款", "打款", "打卡", "公务卡", "缴费", "户名", "支行", "bank", "card", "银联", "存折", "农行", "工行", "建行", "中行", "交行", "招行", "邮储", "信用社", "汇至", "汇到", "转至", "转入", "銀行", "帳號", "帳戶", "賬號", "賬戶", "卡號", "開戶", "儲蓄", "借記", "提款卡", "轉帳", "轉賬", "匯款", "匯入", "工資卡", "visa", "mastercard", "万事达", "unionpay", "銀聯", "社保卡", "工资折", "折号", "account", "iban"),
        .. Of(LabelKind.Birth, "出生", "生日", "生年", "生于", "birth", "dob", "d.o.b"),
        .. Of(LabelKind.Address, "家庭住址", "家庭地址", "住址", "通讯地址", "通信地址", "户籍地址", "户口所在", "户籍所在", "家庭所在", "联系地址", "现住", "居住地", "收件地址", "邮寄地址", "家庭详细地址", "宿舍地址", "详细地址", "现居", "home address", "residential address", "permanent address"),
        .. Of(LabelKind.Email, "邮箱", "邮件", "mail"),
        .. Of(LabelKind.Student, "学号", "工号", "职工号", "教工号", "学籍号", "教职工编号", "学生编号", "人员编号", "student no", "student id", "student number"),
        .. Of(LabelKind.Passport, "护照", "護照", "passport"),
        .. Of(LabelKind.Permit, "通行证", "回乡证", "台胞证", "往来港澳", "港澳居民", "台湾居民", "通行證", "回鄉證", "台胞證", "臺胞證", "往來港澳", "臺灣居民", "台灣居民"),
        .. Of(LabelKind.Serial, "订单", "流水", "编号", "序号", "项目号", "合同", "单号", "发票", "票据", "凭证", "isbn", "issn", "书号", "刊号", "条码", "条形码", "文号", "批号", "专利", "登记号", "备案", "准考证", "考生号", "考号", "报名号", "课题", "资产", "设备", "qq", "申请号", "案号", "邮编", "批准号", "型号", "工单", "快递", "运单", "一卡通", "校园卡", "图书证", "索取号", "索引号", "交易", "许可证", "论文", "doi", "order", "serial", "采购", "招标", "标书", "档案号", "卷号", "时间戳", "版本", "contract", "invoice", "馆藏号", "登录号", "财产号", "文献号", "icp备", "公交卡", "购书卡", "加油卡", "会员卡", "饭卡", "机构编码", "会议号", "腾讯会议", "会议id", "房间号", "坐标", "经度", "纬度", "考场代码", "考点代码"),
        .. Of(LabelKind.CreditCode, "信用代码", "税号", "纳税人", "组织机构代码", "营业执照", "机构代码", "法人代码", "信用码"),
        .. Of(LabelKind.Amount, "金额", "价格", "预算", "经费", "合计", "总价", "中标价", "成交", "总额", "收入", "支出", "余额", "资产总", "浏览", "瀏覽", "点击数", "点击量", "下载量", "下载数", "市值", "阅读数", "访问量", "阅读量", "播放量", "流量", "page view", "views", "bytes", "hits", "clicks", "visits", "downloads", "¥", "￥", "rmb", "人民币", "人民幣", "cny", "usd", "charged", "样本量", "样本数", "seed"),
        .. Of(LabelKind.IdPrefix, "前六位", "前6位", "身份证前", "证件号前", "身份证号前", "证件号码前", "行政区划", "地区码"),
        .. Of(LabelKind.IdSuffix, "后四位", "后4位", "末四位", "末4位", "后六位", "后6位", "身份证后", "身份证末", "证件号后", "身份证号后", "证件号码后", "身份证尾", "证件尾号"),
        .. Of(LabelKind.Sensitive, "困难类型", "困难原因", "致困原因", "认定原因", "病因", "病史", "病名", "困难等级", "困难程度", "困难情况", "贫困", "低保", "建档立卡", "家庭经济", "家庭情况", "健康", "病情", "疾病", "患病", "残疾", "处分", "违纪", "心理", "宗教", "信仰", "家庭收入", "年收入", "孤儿", "单亲", "特困", "致贫原因", "体检结论", "体检结果", "体检情况", "体检异常", "初步诊断", "临床诊断", "诊断结果", "诊断结论", "疾病诊断", "休学原因", "病种", "伤病", "disability", "illness", "diagnosis", "disease", "medical condition"),
        .. Of(LabelKind.Reason, "申请理由", "申请原因", "退学原因", "请假原因", "缓考原因", "困难理由", "异动原因", "异常情况", "主要异常"),
    ];

    // Within other heads these words say something else: file name, 故障诊断.
    private static readonly string[] NamesAlone = ["name", "full name", "student", "student name", "applicant", "candidate"];
    private static readonly string[] CircumstancesAlone = ["诊断", "疾患", "health"];

    private static readonly string[] Measures = ["产值", "年份", "人次", "得分", "分数", "成绩", "名次", "税额", "负债", "决算", "人口", "gdp", "总值", "总额", "总量", "余额", "单价", "拨款", "季度", "半年", "单位：元"];

    private static readonly HashSet<string> UnitNames = ["元", "万元", "千元", "亿元", "百万元", "人", "万人", "人次", "万人次", "次", "件", "个", "项", "册", "万册", "台", "台件", "套", "吨", "度", "千瓦时", "平方米", "㎡", "m2", "亩", "公里", "条", "篇", "份", "%", "分", "小时", "学时", "天"];

    // By first character, in both cases: nearly every character is passed over with one look.
    private static readonly (string Word, LabelKind Kind)[]?[] ByFirst = MakeIndex();

    /// <summary>What a short text says as the head of a column or the name of a field; nothing for a text that is no label.</summary>
    public static LabelKind OfHead(ReadOnlySpan<char> text)
    {
        // A sentence in the first row of a sheet is no head: 请带好一卡通。
        if (text.Length is 0 or > LongestHead || text.IndexOfAny("。；！？") >= 0)
        {
            return LabelKind.None;
        }

        Span<char> simple = stackalloc char[LongestHead];
        return Simplified.OfHead(text, simple) is >= 0 and var length ? OfSimpleHead(simple[..length]) : OfSimpleHead(text);
    }

    private static LabelKind OfSimpleHead(ReadOnlySpan<char> text)
    {
        if (IsExactly(text, NamesAlone))
        {
            return LabelKind.Name;
        }

        if (IsExactly(text, CircumstancesAlone))
        {
            return LabelKind.Sensitive;
        }

        // 2023年经费: the year says when, the rest what.
        if (text.Length > 5 && text[4] == '年' && IsYear(text[..4]) && CountDigits(text[5..]) <= 2)
        {
            return OfHead(text[5..].TrimStart('度'));
        }

        if (CountDigits(text) > 2)
        {
            return IsYear(text) ? LabelKind.Amount : LabelKind.None;
        }

        var kinds = LabelKind.None;
        for (var i = 0; i < text.Length; i++)
        {
            kinds |= At(text, i, out _);
        }

        return kinds == LabelKind.None && IsOfFigures(text) ? LabelKind.Amount : Settle(kinds);
    }

    private static bool IsExactly(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Length == word.Length && text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // 产值（元）, 访问量, 税额: figures of a table are counted or measured.
    private static bool IsOfFigures(ReadOnlySpan<char> head)
    {
        foreach (var measure in Measures)
        {
            if (head.EndsWith(measure, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return (head[^1] is '）' or ')' && IsUnit(head)) || (head.Length is >= 3 and <= 8 && head[^1] is '数' or '量' or '额' or '值' or '费' && !PersonalWords.IsName(head));
    }

    private static bool IsUnit(ReadOnlySpan<char> head)
    {
        var open = head.LastIndexOfAny('（', '(');
        return open > 0 && UnitNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(head[(open + 1)..^1].Trim());
    }

    /// <summary>Whether a text is a year and nothing else, 2023 or 2024年度: the head of a column of figures, or a cell that says nothing of its neighbours.</summary>
    public static bool IsYear(ReadOnlySpan<char> head) =>
        head.Length is >= 4 and <= 7 && head[..2] is "19" or "20" && char.IsAsciiDigit(head[2]) && char.IsAsciiDigit(head[3]) && head[4..] is "" or "年" or "年度" or "年末" or "年合计";

    /// <summary>What the nearest word before a value says; failing that, the one just after it.</summary>
    public static LabelKind Around(ReadOnlySpan<char> text, int start, int end)
    {
        var from = Math.Max(0, start - ReachIn(text[..start]));
        var before = text[..start];
        for (var i = start - 1; i >= from && text[i] is not ('。' or '；' or '\n' or ';'); i--)
        {
            var kinds = At(before, i, out var length) & ~(LabelKind.Name | LabelKind.Sensitive | LabelKind.Reason);

            // A word for things binds only the number right behind it: 课题组张某 13… is a person's telephone.
            if (start - i - length > CloseReach)
            {
                kinds &= ~(LabelKind.Serial | LabelKind.Amount | LabelKind.Student);
            }

            if (kinds == LabelKind.None)
            {
                continue;
            }

            // The word itself may go on to the left: 项目编号, 银行卡号, 身份证后四位.
            for (var j = Math.Max(from, i - 6); j < i; j++)
            {
                kinds |= At(before, j, out var longer) is var other && j + longer >= i ? other : LabelKind.None;
            }

            return Settle(kinds);
        }

        var to = Math.Min(text.Length, end + 8);
        for (var i = end; i < to && text[i] is not ('，' or '。' or ',' or '；' or '\n' or '、'); i++)
        {
            if (At(text[..to], i, out _) is var kinds && kinds != LabelKind.None)
            {
                return Settle(kinds);
            }
        }

        return LabelKind.None;
    }

    // The same words are longer in English: credit card used for the application fee: 4111….
    private static int ReachIn(ReadOnlySpan<char> before) => before.Length > Reach && Ascii.IsValid(before[^Reach..]) ? 2 * Reach : Reach;

    // 身份证后四位 is no place for a whole number; 校园卡号 is no bank card; an order's telephone is a telephone.
    private static LabelKind Settle(LabelKind kinds)
    {
        if (kinds.HasFlag(LabelKind.IdSuffix) || kinds.HasFlag(LabelKind.IdPrefix))
        {
            kinds &= ~LabelKind.IdNumber;
        }

        if ((kinds & (LabelKind.IdNumber | LabelKind.Phone | LabelKind.Student)) != 0)
        {
            kinds &= ~(LabelKind.Serial | LabelKind.Amount);
        }

        return kinds.HasFlag(LabelKind.Serial) ? kinds & ~LabelKind.Bank : kinds;
    }

    private static LabelKind At(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 0;
        if (ByFirst[text[at]] is not { } words)
        {
            return LabelKind.None;
        }

        var kinds = LabelKind.None;
        foreach (var (word, kind) in words)
        {
            if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && !IsInsideLatinWord(text, at, word))
            {
                kinds |= kind;
                length = Math.Max(length, word.Length);
            }
        }

        return kinds;
    }

    private static bool IsInsideLatinWord(ReadOnlySpan<char> text, int at, string word) =>
        char.IsAsciiLetter(word[0]) && ((at > 0 && char.IsAsciiLetter(text[at - 1]) && word is not ("phone" or "mail")) || (word == "card" && IsIdentity(text[..at].TrimEnd()))
            || (word == "qq" && at > 0 && text[at - 1] is '@' or '＠' or '.'));

    // The card of "ID card" is no bank's; the qq of a mail address is no number of QQ.
    private static bool IsIdentity(ReadOnlySpan<char> before) =>
        before.EndsWith("identity", StringComparison.OrdinalIgnoreCase)
        || (before.EndsWith("id", StringComparison.OrdinalIgnoreCase) && (before.Length == 2 || !char.IsAsciiLetter(before[^3])));

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return count;
    }

    private static (string Word, LabelKind Kind)[]?[] MakeIndex()
    {
        var index = new (string Word, LabelKind Kind)[]?[char.MaxValue + 1];
        foreach (var words in Words.GroupBy(w => w.Word[0]))
        {
            var longestFirst = words.OrderByDescending(w => w.Word.Length).ToArray();
            (index[words.Key], index[char.ToUpperInvariant(words.Key)]) = (longestFirst, longestFirst);
        }

        return index;
    }

    private static IEnumerable<(string, LabelKind)> Of(LabelKind kind, params string[] words) => words.Select(w => (w, kind));
}
