using Gongkai.Web.Institutions;

namespace Gongkai.Web.Demo;

/// <summary>Who and what the demo university is. All of it is invented.</summary>
internal static class DemoPlan
{
    public const string School = "云汀大学";
    public const string SchoolEn = "Yunting University";
    public const string Code = "19999";

    public static readonly (string Code, string Name, string En, bool IsCollege)[] Units =
    [
        ("01", "党政办公室", "Office of the Party Committee and President", false),
        ("02", "纪检监察室", "Supervision Office", false),
        ("03", "人事处", "Personnel Office", false),
        ("04", "教务处", "Academic Affairs Office", false),
        ("05", "研究生院", "Graduate School", false),
        ("06", "招生就业处", "Admissions and Careers Office", false),
        ("07", "计划财务处", "Finance Office", false),
        ("08", "资产管理处", "Assets Office", false),
        ("09", "学生工作处", "Student Affairs Office", false),
        ("10", "国际交流处", "International Office", false),
        ("11", "工会", "Staff Union", false),
        ("12", "水文学院", "College of Hydrology", true),
    ];

    /// <summary>Which unit owes which items of the national list.</summary>
    public static readonly (string Unit, int[] Items)[] Owners =
    [
        ("01", [1, 2, 5, 6, 49, 50]), ("11", [3]), ("05", [4, 11, 12, 13, 14, 43, 44, 45, 46]), ("06", [7, 8, 9, 10, 31, 32, 33]),
        ("07", [15, 16, 19, 20, 21]), ("08", [17, 18]), ("03", [22, 23, 24, 25, 26]), ("04", [27, 28, 29, 30, 34, 35, 40, 41, 42]),
        ("09", [36, 37, 38, 39]), ("10", [47, 48]),
    ];

    public static readonly (string UserName, string Name, string Pinyin, string Unit, Role Role, bool ForUnit)[] People =
    [
        ("system", "系统员甲", "xitong", "01", Role.SystemAdmin, false),
        ("security", "安全员乙", "anquan", "01", Role.SecurityAdmin, false),
        ("audit", "审计员丙", "shenji", "01", Role.AuditAdmin, false),
        ("office", "公开办小文", "gongkaiban", "01", Role.DisclosureOffice, false),
        ("office2", "公开办小章", "gongkaiban", "01", Role.DisclosureOffice, false),
        ("secrecy", "保密员小严", "baomi", "01", Role.SecrecyReviewer, false),
        ("supervisor", "监督员小明", "jiandu", "02", Role.Supervisor, false),
        ("jiaowu", "教务处信息员", "jiaowu", "04", Role.Liaison, true),
        ("jiaowu-head", "教务处负责人", "jiaowu", "04", Role.UnitHead, true),
        ("reader", "学生小泳", "xuesheng", "12", Role.Reader, false),
        ("liaison", "各处信息员", "gechu", "01", Role.Liaison, false),
        ("head", "各处负责人", "gechu", "01", Role.UnitHead, false),
    ];

    private static readonly Dictionary<int, string> YearlyTitles = new()
    {
        [1] = "{0}年{1}办学基本情况",
        [5] = "{1}{0}年工作要点",
        [6] = "{1}{2}学年信息公开工作年度报告",
        [7] = "{1}{0}年普通本科招生章程",
        [9] = "{1}{0}年分省分专业录取分数线",
        [11] = "{1}{0}年硕士研究生招生简章",
        [16] = "{0}年度受捐赠财产使用与管理情况",
        [17] = "{0}年度校办企业国有资产保值增值情况",
        [19] = "{1}{0}年部门预算",
        [20] = "{1}{0}年部门决算",
        [22] = "{0}年校级领导干部社会兼职情况",
        [27] = "{0}年本科生比例与教师队伍结构",
        [28] = "{0}年本科专业设置及新增停招专业名单",
        [29] = "{2}学年课程开设与学分比例情况",
        [30] = "{2}学年教授为本科生授课情况",
        [32] = "{0}届毕业生规模、结构与去向情况",
        [33] = "{1}{0}届毕业生就业质量年度报告",
        [34] = "{0}年艺术教育发展年度报告",
        [35] = "{1}{2}学年本科教学质量报告",
        [47] = "{0}年中外合作办学情况",
    };

    private static readonly Dictionary<int, string[]> StandingTitles = new()
    {
        [2] = ["云汀大学章程", "云汀大学规章制度管理办法", "云汀大学校长办公会议事规则"],
        [3] = ["云汀大学教职工代表大会实施细则"],
        [4] = ["云汀大学学术委员会章程"],
        [10] = ["云汀大学招生咨询与考生申诉渠道"],
        [14] = ["研究生招生咨询及申诉渠道"],
        [15] = ["云汀大学财务管理办法", "云汀大学国有资产管理办法"],
        [21] = ["云汀大学收费项目与标准一览", "云汀大学收费投诉办法"],
        [24] = ["云汀大学岗位设置与聘用管理办法"],
        [26] = ["云汀大学教职工申诉处理办法"],
        [31] = ["云汀大学促进毕业生就业工作办法"],
        [36] = ["云汀大学学生学籍管理办法"],
        [37] = ["云汀大学奖学金管理办法", "云汀大学勤工助学管理办法", "云汀大学学生资助办法"],
        [38] = ["云汀大学学生违纪处分办法"],
        [39] = ["云汀大学学生申诉办法"],
        [40] = ["关于成立学风建设委员会的通知"],
        [41] = ["云汀大学学术规范"],
        [42] = ["云汀大学学术不端行为查处办法"],
        [43] = ["云汀大学学士学位授予办法", "云汀大学博士、硕士学位授予标准"],
        [45] = ["云汀大学学位授权点增列审核办法"],
        [48] = ["云汀大学国际学生管理规定"],
    };

    private static readonly Dictionary<int, string> EventTitles = new()
    {
        [12] = "{0}年第{3}批硕士研究生复试成绩说明",
        [18] = "{0}年第{3}批实验设备采购中标公告",
        [23] = "{0}年第{3}批因公出国（境）情况",
        [25] = "{0}年第{3}批中层干部任免情况",
        [44] = "{0}年第{3}批同等学力人员资格审查说明",
        [46] = "{0}年第{3}批拟增列学位点论证材料",
        [49] = "巡视整改进展情况（{0}年第{3}期）",
        [50] = "{0}年第{3}号极端天气停课预警与处置情况",
    };

    public static IReadOnlyList<string> StandingTitlesOf(int item) => StandingTitles.GetValueOrDefault(item) ?? [];

    public static string? YearlyTitle(int item, int year) => YearlyTitles.TryGetValue(item, out var title)
        ? string.Format(System.Globalization.CultureInfo.InvariantCulture, title, year, School, $"{year - 1}—{year}", 1)
        : null;

    public static string? EventTitle(int item, int year, int serial) => EventTitles.TryGetValue(item, out var title)
        ? string.Format(System.Globalization.CultureInfo.InvariantCulture, title, year, School, $"{year - 1}—{year}", serial)
        : null;
}
