using Gongkai.Engines.Screening;
using Gongkai.Engines.Tests.Screening.Masking;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>What only the words around it betray: where it begins and ends, read off a masked copy.</summary>
public sealed class PersonalWordsTests
{
    private static readonly Screener Screener = new();

    [Theory]
    [InlineData("出生日期：2003年5月6日，汉族", "出生日期：*********，汉族")]
    [InlineData("出生年月：2003年5月，汉族", "出生年月：*******，汉族")]
    [InlineData("生于 2003.05.06 在", "生于 ********** 在")]
    [InlineData("张试，2003年5月6日出生，汉族", "张试，*********出生，汉族")]
    [InlineData("张试，2003-05-06生，汉族", "张试，**********生，汉族")]
    [InlineData("Birthday: 2003-05-06", "Birthday: **********")]
    [InlineData("建校于2003年5月6日", "建校于2003年5月6日")]
    public void A_birth_date(string text, string masked) => Compare(text, masked);

    [Theory]
    [InlineData("姓名,出生日期\n张试,生于2003年5月6日\n", "姓名,出生日期\n张试,生于*********\n")]
    [InlineData("姓名,出生日期\n张试,20030506\n", "姓名,出生日期\n张试,********\n")]
    [InlineData("姓名,出生日期\n张试,37747\n", "姓名,出生日期\n张试,*****\n")]
    [InlineData("姓名,出生日期\n张试,03-05-06\n", "姓名,出生日期\n张试,********\n")]
    [InlineData("姓名,出生日期\n张试,不详\n", "姓名,出生日期\n张试,不详\n")]
    [InlineData("姓名,家庭住址\n张试,安宁市和平路\n", "姓名,家庭住址\n张试,******\n")]
    [InlineData("姓名,家庭住址\n张试,安宁市\n", "姓名,家庭住址\n张试,安宁市\n")]
    [InlineData("姓名,家庭住址\n张试,安宁市和平\n", "姓名,家庭住址\n张试,*****\n")]
    [InlineData("姓名,家庭住址\n张试,同上同上同上\n", "姓名,家庭住址\n张试,同上同上同上\n")]
    [InlineData("姓名,护照号\n张试,C0357103\n", "姓名,护照号\n张试,********\n")]
    [InlineData("姓名,护照号\n张试,123456789\n", "姓名,护照号\n张试,*********\n")]
    [InlineData("姓名,通行证号\n张试,H12345678\n李验,12345678\n", "姓名,通行证号\n张试,*********\n李验,********\n")]
    [InlineData("姓名,证件号码\n张试,H12345678\n李验,E12345678\n王测,12345678\n", "姓名,证件号码\n张试,*********\n李验,*********\n王测,12345678\n")]
    [InlineData("姓名,编码\n张试,E12345678\n", "姓名,编码\n张试,E12345678\n")]
    public void Under_the_head_of_a_column(string csv, string masked) => Assert.Equal(masked, MaskedFile.Of(csv, "a.csv").Text);

    [Theory]
    [InlineData("家庭住址：云川省安宁市和平路1号，电话", "家庭住址：***********，电话")]
    [InlineData("住址：不详不详不", "住址：不详不详不")]
    [InlineData("他家住云川省安宁市和平路1号。", "他家住***********。")]
    [InlineData("本人在滨江花园6栋2单元501室居住", "***************室居住")]
    [InlineData("现住址：云川省安宁市滨江花园6栋2单元501室；", "现住址：*******************；")]
    [InlineData("学校地址：云川市学院路30号", "学校地址：云川市学院路30号")]
    public void An_address(string text, string masked)
    {
        var copy = MaskedFile.Of(text, "a.txt");

        if (text.Contains("本人在", StringComparison.Ordinal))
        {
            Assert.DoesNotContain("501", copy.Text, StringComparison.Ordinal);
            Assert.EndsWith("居住", copy.Text, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(masked, copy.Text);
    }

    [Theory]
    [InlineData("护照E12345678，请", "护照*********，请")]
    [InlineData("护照 E 12345678 。", "护照 * ******** 。")]
    [InlineData("Passport No. C0357103 of", "Passport No. ******** of")]
    [InlineData("通行证H12345678，请", "通行证*********，请")]
    [InlineData("台胞证 12345678，请", "台胞证 ********，请")]
    [InlineData("通行证 12345678，请", "通行证 12345678，请")]
    [InlineData("臺胞證 12345678", "臺胞證 ********")]
    [InlineData("护照E12345678和H12345678", "护照*********和H12345678")]
    [InlineData("证件号E12345678和H12345678", "证件号*********和*********")]
    [InlineData("护照号 E12345678X", "护照号 E12345678X")]
    public void A_travel_document(string text, string masked) => Compare(text, masked);

    [Theory]
    [InlineData(50, true)]
    [InlineData(60, false)]
    public void The_word_stands_within_sixty_characters_before_the_number(int between, bool isFound) =>
        Assert.Equal(isFound, Screener.ScreenText($"护照{new string('某', between)}E12345678。{new string('某', 80)}").Any());

    [Theory]
    [InlineData(10, true)]
    [InlineData(20, false)]
    public void Or_within_a_few_behind_it(int between, bool isFound) =>
        Assert.Equal(isFound, Screener.ScreenText($"{new string('某', 80)}E12345678{new string('某', between)}护照").Any());

    [Fact]
    public void On_a_page_it_stands_anywhere()
    {
        Assert.NotEmpty(Screener.ScreenText($"护照\n{new string('某', 100)}\nE12345678"));
        Assert.NotEmpty(Screener.ScreenText("护照\n某\nE12345678"));
    }

    [Theory]
    [InlineData("信箱zhang.san_3-a+b@qq.com。", "信箱**********************。")]
    [InlineData("信箱ｚ２００３＠qq.com", "信箱************")]
    [InlineData("a@163.com b@126.com", "********* *********")]
    [InlineData("a@example.edu.cn b@foxmail.com", "a@example.edu.cn *************")]
    [InlineData("13800138000@qq.com", "******************")]
    [InlineData("13800138000，a@qq.com", "138****8000，********")]
    [InlineData("@qq.com", "@qq.com")]
    [InlineData("张试@qq.com", "张试@qq.com")]
    [InlineData("a@qq.com.example.org", "a@qq.com.example.org")]
    [InlineData("a@@qq.com", "a@@qq.com")]
    public void A_mail_address(string text, string masked) => Compare(text, masked);

    [Theory]
    [InlineData("给予张试甲开除学籍处分。", "给予*********。")]
    [InlineData("学生李验乙（软件2班）患有白血病", "学生************白血病")]
    [InlineData("对张试同学给予记过处分", "对*********处分")]
    [InlineData("张试，男，软件学院学生，给予记过处分。", "***************处分。")]
    [InlineData("张试家庭经济困难", "********")]
    [InlineData("患者患有白血病", "患者患有白血病")]
    [InlineData("对相关同学给予记过处分", "对相关同学给予记过处分")]
    [InlineData("对夏尔巴丁同学给予记过处分", "对***********处分")]
    [InlineData("夏尔巴丁，男，给予记过处分", "夏尔巴丁，男，给予记过处分")]
    [InlineData("学生夏尔巴丁，男，给予记过处分", "学生*************处分")]
    [InlineData("对当事人老师给予记过处分", "对当事人老师给予记过处分")]
    [InlineData("对管理者同志给予警告处分", "对管理者同志给予警告处分")]
    [InlineData("对任课员老师给予警告处分", "对任课员老师给予警告处分")]
    public void What_is_said_of_a_person_by_name(string text, string masked)
    {
        var copy = MaskedFile.Of(text, "a.txt");

        Assert.Equal(text.Length, copy.Text.Length);
        Assert.Equal(masked.Contains('*', StringComparison.Ordinal), copy.Text.Contains('*', StringComparison.Ordinal));
        Assert.Equal(masked.IndexOf('*', StringComparison.Ordinal), copy.Text.IndexOf('*', StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_said_twice_of_one_person_counts_once() =>
        Assert.Equal("1", Assert.Single(Screener.ScreenText("给予张试甲（软件2班）开除学籍处分。")).Details["count"]);

    [Theory]
    [InlineData("乙肝", "丙肝", "肝炎", "艾滋", "梅毒", "结核", "抑郁", "焦虑症", "双相", "精神分裂", "自杀", "自残", "癌", "肿瘤", "恶性", "白血病")]
    [InlineData("尿毒症", "癫痫", "淋巴瘤", "骨折", "流产", "早孕", "怀孕", "瘫痪", "性病", "HIV", "hiv", "精神科", "心理科")]
    public void Whoever_was_treated_for_it_is_ill(params string[] words) => Assert.All(words, w => Assert.Equal(["pii.sensitive"], OfCell($"本人{w}住院")));

    [Theory]
    [InlineData("患", "确诊", "诊断为", "疑似", "可疑", "住院", "就诊", "就医", "复查", "复检", "复诊", "阳性", "重度", "中度", "轻度", "早期", "晚期", "术后", "化疗", "放疗", "病休", "服药", "父亲", "母亲", "本人", "初筛", "建议")]
    public void A_circumstance_tells_that_somebody_is(params string[] words) => Assert.All(words, w => Assert.Equal(["pii.sensitive"], OfCell($"肺结核{w}")));

    [Theory]
    [InlineData("研究", "机制", "分析", "模型", "应用", "患者", "人群", "护理学", "课程", "讲座", "主任", "主治", "医师", "医生", "论文", "项目", "实验", "试剂", "预防", "防治", "筛查工作", "干预", "检测", "宣传", "《", "细胞", "疫苗", "护理", "诊疗", "诊治", "教学")]
    public void A_word_of_work_tells_that_nobody_is(params string[] words) => Assert.All(words, w => Assert.Empty(OfCell($"肺结核住院{w}")));

    [Fact]
    public void A_cell_of_illness_is_neither_a_word_nor_an_essay()
    {
        Assert.Empty(OfCell("患癌症"));
        Assert.NotEmpty(OfCell("患癌症了"));
        Assert.NotEmpty(OfCell("患癌症" + new string('某', 77)));
        Assert.Empty(OfCell("患癌症" + new string('某', 78)));
        Assert.Empty(OfCell("肺结核四例"));
        Assert.Empty(OfCell("父亲住院就诊"));
    }

    [Theory]
    [InlineData("方向", "领域", "题目", "课题", "名称", "课程", "成果", "论文", "项目", "主题", "特长")]
    public void Under_a_head_of_work_nobody_is_ill(params string[] heads) =>
        Assert.All(heads, h => Assert.DoesNotContain("pii.sensitive", Csv($"姓名,{h}\n张试,肺结核住院\n")));

    [Theory]
    [InlineData("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "长孙", "宇文", "端木")]
    [InlineData("独孤", "南宫", "申屠", "闻人", "呼延", "赫连", "澹台", "轩辕", "淳于", "钟离", "太史", "西门", "百里", "东郭")]
    public void A_surname_of_two_characters_makes_a_name_of_four(params string[] surnames) =>
        Assert.All(surnames, s => Assert.Contains("pii.sensitive", Csv($"人员,困难类型\n{s}试验,单亲家庭\n")));

    [Theory]
    [InlineData("张试", true)]
    [InlineData("张试验", true)]
    [InlineData("张试验甲", false)]
    [InlineData("张", false)]
    [InlineData("欧阳试", true)]
    [InlineData("欧阳试验甲", false)]
    [InlineData("一试", false)]
    [InlineData("张t", false)]
    [InlineData("张３", false)]
    public void A_name_has_a_surname_and_one_or_two_characters_more(string name, bool isName) =>
        Assert.Equal(isName, Csv($"人员,困难类型\n{name},单亲家庭\n").Contains("pii.sensitive"));

    private static void Compare(string text, string masked) => Assert.Equal(masked, MaskedFile.Of(text, "a.txt").Text);

    private static List<string> OfCell(string text) => Csv($"姓名,说明\n张试,{text}\n");

    private static List<string> Csv(string csv) =>
        [.. Screener.Screen(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)), "a.csv", TestContext.Current.CancellationToken).Findings.Select(f => f.Code)];
}
