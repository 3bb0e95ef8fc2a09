using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts.Schools;

/// <summary>Knows the places where only the school that reports can be meant: its site, its offices, all of its people, the makers of the report. In a sentence about
/// partners, visits or comparisons they may be another's.</summary>
internal static partial class OwnPlace
{
    private const int Behind = 16;

    /// <summary>Whether a school's name stands in such a place.</summary>
    public static bool Is(string text, string name, int start) => IsAlone(text, name, start) && (IsPlainly(text, name, start) || Office().IsMatch(After(text, name, start)));

    /// <summary>The same for a name that may be a college of the school, which has a site and people of its own.</summary>
    public static bool IsPlain(string text, string name, int start) => IsAlone(text, name, start) && ReportedIn().IsMatch(Clause(text, start)) && IsPlainly(text, name, start);

    /// <summary>Whether nothing in the sentence says what another school has to do with it.</summary>
    public static bool IsUnexplained(string text, string name, int start) =>
        IsAlone(text, name, start) && !Reason().IsMatch(Sentence(text, start).Replace(name, "", StringComparison.Ordinal)) && !Belonging().IsMatch(After(text, name, start));

    /// <summary>Whether the sentence tells of no dealings with others at all: who is named there is the school itself, under a wrong name.</summary>
    public static bool IsUnrelated(string text, string name, int start)
    {
        var sentence = Sentence(text, start).Replace(name, "", StringComparison.Ordinal);
        return !Visit().IsMatch(sentence) && !Dealings().IsMatch(sentence) && !Beside().IsMatch(text[..start]) && !Person().IsMatch(After(text, name, start));
    }

    /// <summary>Whether the sentence tells of work with others.</summary>
    public static bool IsPartner(string text, int start) => Partner().IsMatch(Sentence(text, start));

    /// <summary>Whether an office of the school follows, in a sentence of no others.</summary>
    public static bool IsOffice(string text, string name, int start) => IsAlone(text, name, start) && Department().IsMatch(After(text, name, start));

    /// <summary>Whether the sentence tells of a visit or a meeting with others.</summary>
    public static bool IsOnVisit(string text, int start) => Visit().IsMatch(Sentence(text, start));

    private static bool IsPlainly(string text, string name, int start)
    {
        var (before, after) = (Clause(text, start), After(text, name, start));
        return People().IsMatch(after) || Site().IsMatch(after) || Report().IsMatch(before) || Apposition().IsMatch(before);
    }

    private static bool IsAlone(string text, string name, int start)
    {
        // 可与某某大学校长办公室联系
        if (Contact().IsMatch(After(text, name, start)))
        {
            return true;
        }

        var sentence = Sentence(text, start).Replace(name, "", StringComparison.Ordinal);
        return !Visit().IsMatch(sentence) && !Company().IsMatch(sentence) && !Beside().IsMatch(text[..start]) && !Another().IsMatch(After(text, name, start));
    }

    private static string Sentence(string text, int start)
    {
        var stop = text.IndexOf('。', start);
        // The category 对外交流与合作 is no dealing with anybody.
        return text[(start == 0 ? 0 : text.LastIndexOf('。', start - 1) + 1)..(stop < 0 ? text.Length : stop)].Replace("对外交流与合作", "", StringComparison.Ordinal);
    }

    private static string Clause(string text, int start) => text[(start == 0 ? 0 : text.LastIndexOfAny(['。', '，', ',', ';', '\n'], start - 1) + 1)..start];

    private static string After(string text, string name, int start) => text[(start + name.Length)..Math.Min(text.Length, start + name.Length + Behind)];

    // Why another school is named: who studied, taught or spoke there, what was there before, contests, prizes, trade.
    [GeneratedRegex(@"前身|原名|曾|创办|创建|建校|改建|升格|划转|并入|隶属|参加|参赛|出席|主讲|授课|讲座|讲学|(?<!工)作报告|任教|任职|调任|就读|考入|升入|录取到|深造|访学|进修|攻读|授予|学位|留学|博士|硕士|教师资格|引进|应聘|选派|派出|派往|交换|互派|互查|互认|互评|合办|联办|举办者|结成|同行|专家|评审|评估|评议组|督导|验收|获奖|获得|荣获|杯|大赛|比赛|联赛|排行|位列|学会|协会|中标|成交|供应商|采购|记者|媒体|报道|刊登|转发|专家库|挂牌|基地|实习|就业|签约|医院|继续教育|自考|主考|网络教育|远程|课程|慕课|推免|联考|考点|接收|支教|扶贫|援|邻|隔壁|两校|三校|四校|各校|多校|外校|他校|他院|其他学校|上级|教育厅|教育部|通报|例如|比如|譬如|像", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reason();

    [GeneratedRegex(@"^(?:附属|附中|附小|毕业|出身|校友|[\u4e00-\u9fa5]{0,4}(?:教授|博士|院长(?!信箱|办)|校长(?!信箱|办)|老师|研究员|院士|副教授))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Belonging();

    // What another school has to do with this one. The affairs of the own school (采购, 附属医院, 校友会, 上级) say nothing of it.
    [GeneratedRegex(@"前身|原名|曾|创办|改建|升格|划转|并入|隶属|参加|参赛|出席|主讲|授课|讲座|讲学|(?<!工)作报告|任教|任职|调任|调入|就读|考入|升入|录取到|深造|访学|进修|攻读|授予|引进|应聘|聘请|选派|派出|派往|挂职|交换|互派|互查|互认|互评|互访|合办|联办|结成|同行|专家|大赛|比赛|联赛|排行|中标|成交|供应商|记者|报道|转发|转载|挂牌|签约|签订|签署|协议|自考|主考|慕课|推免|联考|考点|支教|扶贫|帮扶|支援|结对|对口|邻|隔壁|两校|三校|四校|各校|其他学校|例如|比如|譬如|合作|联合|共建|共享|交流|调研|对标|借鉴|参考|参照|学习[^，。]{0,8}经验|兄弟|同类|其[他它]高校|等[\d一二三四五六七八九十两多几]*[所家个](?:高校|院校|大学|学校)|毕业|承办|主办|来自|高于|低于|相比|联盟|论坛|并列|合并|更名|托管|研讨|旁听|区别|混淆|冒用|假冒|误", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dealings();

    [GeneratedRegex(@"合作|联合|共建|帮扶|对口|支援|结对|签订|签署|协议|互派|互访|兄弟院?校|举办者", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Partner();

    [GeneratedRegex(@"^(?:、|与|的?(?:教授|专家|老师|同行|博士)|出版社|学报|附属中学学生|[\u4e00-\u9fa5]{0,4}(?:教授|研究员|院士))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Person();

    [GeneratedRegex(@"^(?:的)?(?:纪检|监察|审计|财务|人事|教务|学生|招生|就业|后勤|党委|宣传|信息|党政|院长|书记|校务|院务|行政|办事|图书|保卫|科研|资产|基建|学生会|团委|工会|教代会|职代会)[\u4e00-\u9fa5]{0,8}?(?:部门|处|办|室|中心|组|信箱|电话|热线|大厅|网|馆|会|平台|窗口)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Department();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]{2,10}(?:办公室|处|部|中心|办)联系", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Contact();

    [GeneratedRegex(@"赴|来访|来校|来我|到访|互访|邀请(?![^，。]{0,6}(?:师生|学生|教师|教职工|家长|校友|媒体))|应邀|考察|走访|参观|观摩", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Visit();

    [GeneratedRegex(@"合作|联合|共建|共享|交流|调研|对标|借鉴|参考|参照|学习[^，。]{0,8}经验|经验[^，。]{0,6}介绍|介绍[^，。]{0,12}(?:经验|做法|体会)|兄弟|同类|其他高校|其它高校|等[\d一二三四五六七八九十两多几]*[所家个]?(?:[\u4e00-\u9fa5]{0,2}高校|院校|大学|学校|单位)|对口|支援|帮扶|结对|毕业|转载|承办|主办|来自|受聘|聘请|兼职|挂职|调入|校友(?!和|及|、|会|家长)|高于|低于|相比|签订|签署|协议|联盟|论坛|委托|并列|排名|第三方|前身|合并|更名|托管|附属|共同|研讨|旁听", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Company();

    [GeneratedRegex(@"(?:与|和|同|及|跟|比|较|原|像|如)$|(?:大学|学院|学校)、$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beside();

    [GeneratedRegex(@"^(?:、|等|和[\u4e00-\u9fa5]{2,8}(?:大学|学院)|与|专家|教授|老师|同行|出版社|学报|第[一二三四五六七八九十]*附属|医院)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Another();

    [GeneratedRegex(@"^(?:的)?(?:全体|广大|全校|全院|在校|各学院|各单位|各部门|各系部?|各院系|各处室|各二级|教职|师生|教工|新生|学生家长|校园内)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex People();

    [GeneratedRegex(@"^(?:的)?(?:信息公开|官网|官方|主页|首页|门户|网站|校园网|新闻网|微信|微博|公众号|校务公开|办公网|校内网|图书馆|档案馆|阳光)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Site();

    [GeneratedRegex(@"^(?:党委|党政|校长|院长|学校|学院|校务|综合|信息公开)[\u4e00-\u9fa5]{0,8}?(?:办公室|办(?!学|法|事)|领导小组|工作组)|^(?:本|20\d\d)[\u4e00-\u9fa5—-]{0,6}学年|^(?:纪委|监察|党委|学术委员会|教代会|工会)|^[\u4e00-\u9fa5]{2,6}(?:处|部|科|室|办|中心|图书馆|档案馆|委员会)(?:[、和及][\u4e00-\u9fa5]{2,8})?(?:负责|牵头|统一|解释|公布|发布|公开|组织|提供|承担|落实|收集|受理|汇总)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Office();

    [GeneratedRegex(@"(?:报告|年报|电子版|纸质版|全文|清单|指南)[^。，,;]{0,10}(?:在|由|于|是|为|自|至|登录|访问)$|(?:解释权|版权|著作权)[^。，,;]{0,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Report();

    [GeneratedRegex(@"(?:我校|本校|我院|本院|兹将|现将|作为|成为|建设)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Apposition();

    [GeneratedRegex(@"报告|年报|信息|公开|电话|邮箱|信箱|地址|电子版|清单|指南|查询|查阅|下载|登录|访问", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReportedIn();
}
