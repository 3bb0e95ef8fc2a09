using System.Text;
using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>Words that betray personal data in ordinary, traditional, spread, full-width and English writing, and everyday sentences that look alike.</summary>
public sealed class TellingWordsTests
{
    private static readonly Screener Screener = new();

    [Theory]
    [InlineData("DOB: 12 March 1979")]
    [InlineData("Date of birth 03/27/2003")]
    [InlineData("Born on May 21, 2002")]
    [InlineData("出生年月日：２００３年０１月２９日")]
    [InlineData("出生時間：2003-06-18")]
    [InlineData("出生日期：一九七六年五月十二日")]
    [InlineData("张试生于1976年5月12日")]
    public void A_birth_date(string text) => Assert.Equal(["pii.birth-date"], Codes(text));

    [Theory]
    [InlineData("该生于2023年5月11日参加了比赛。")]
    [InlineData("毕业生于2023年6月20日前离校，研究生于2024年3月1日返校。")]
    [InlineData("校训产生于1950年4月1日，校医院诞生于1952年5月2日。")]
    [InlineData("招生于2023年7月8日启动，先生于1936年10月19日逝世。")]
    [InlineData("世界学生日2023年11月17日举行活动。")]
    [InlineData("2023年5月1日生育津贴开始发放")]
    [InlineData("The university was born on May 20, 1952.")]
    public void No_birth_date(string text) => Assert.Empty(Codes(text));

    [Theory]
    [InlineData("郑试验，住云川省安宁市和平区新联社区连升路三巷6号")]
    [InlineData("戶籍地址：雲川省安寧市和平區中華路甘露新村8幢303室")]
    [InlineData("按所留家庭住址（云川省安宁市和平区东路650弄23号401室）邮寄")]
    [InlineData("张试现居住于云川省安宁市真阳镇南大街北巷18号")]
    [InlineData("家住云川省安宁市大庙镇公主陵村五组")]
    [InlineData("Home address of Zhang Shi: Room 502, Building 3, 22 Garden Road")]
    public void A_home_address_counts_once(string text) => Assert.Equal("pii.home-address 1", Assert.Single(Screener.ScreenText(text).Select(f => $"{f.Code} {f.Details["count"]}")));

    [Theory]
    [InlineData("收件地址：安宁市和平路96号行政楼402室；投标文件邮寄地址：安宁市四牌楼2号办公楼201室。")]
    [InlineData("住址 云川省安宁市和平区****")]
    [InlineData("供应商地址：安宁市和平路103号3幢302室")]
    [InlineData("Address: 22 Garden Road, Anning")]
    public void No_home_address(string text) => Assert.Empty(Codes(text));

    [Theory]
    [InlineData("ｌｉｌｅｉ２００１＠ｑｑ．ｃｏｍ", "pii.personal-email")]
    [InlineData("zhang2000(at)outlook.com", "pii.personal-email")]
    [InlineData("zhang_shi[AT]hotmail.com", "pii.personal-email")]
    [InlineData("邮箱：zhangshi @ qq.com", "pii.personal-email")]
    [InlineData("邮箱：zhang0214@naver.com", "pii.personal-email")]
    [InlineData("例如：name@qq.com", "")]
    [InlineData("office(at)example.edu.cn", "")]
    [InlineData("學號：B09302145", "pii.student-number")]
    [InlineData("學號：２０２１０３０４１５", "pii.student-number")]
    [InlineData("学　号：2023010508", "pii.student-number")]
    [InlineData("董试（2021020817，学号）", "pii.student-number")]
    [InlineData("Student No.: 19120387", "pii.student-number")]
    [InlineData("学号共10位，自2023级起执行", "")]
    [InlineData("passport number C4JLH2938 , German", "pii.passport")]
    [InlineData("Passport: 71 2938475", "pii.passport")]
    [InlineData("护照号：Ｅ３３９０１２８７", "pii.passport")]
    [InlineData("Applicants bring a passport and the form C2345", "")]
    [InlineData("护照科 62751919", "")]
    public void Mail_and_numbers(string text, string codes) => Assert.Equal(codes, string.Join(' ', Codes(text)));

    [Theory]
    [InlineData("教职工张试验核酸检测结果呈阳性")]
    [InlineData("研究生张试验患有双向情感障碍")]
    [InlineData("張試驗同學HIV抗體檢測陽性")]
    [InlineData("张试验，女，乙肝病毒携带者，体检合格")]
    [InlineData("已对张试验（有自杀倾向）启动干预")]
    [InlineData("学生张试验，学籍号：20190834125，因患抑郁症申请休学")]
    [InlineData("张试验因母亲癌症晚期，家庭负债")]
    [InlineData("考生张试验（软件2班）因色盲不予录取")]
    [InlineData("张试验父母双亡")]
    [InlineData("张试验患糖尿病")]
    [InlineData("张试验感染艾滋病")]
    [InlineData("张试验因病休学")]
    [InlineData("张试验家庭突发火灾")]
    [InlineData("张试验被行政拘留")]
    [InlineData("张试验受党内警告处分")]
    [InlineData("张试验考试作弊，成绩记零分")]
    [InlineData("开除张试验学籍")]
    [InlineData("取消张试验入学资格")]
    [InlineData("Student Zhao Lei was placed on probation for plagiarism.")]
    [InlineData("Huang Qian was diagnosed with tuberculosis")]
    public void What_befell_a_person(string text) => Assert.Contains("pii.sensitive", Codes(text));

    [Theory]
    [InlineData("张试验，教授，研究方向为糖尿病的分子机制。")]
    [InlineData("张试验患者护理研究获奖。")]
    [InlineData("学生王某（化名）因替考被开除学籍")]
    [InlineData("考生考试作弊的，取消考试资格。")]
    [InlineData("取消高考生入学资格，开除相关人员公职。")]
    [InlineData("张试验在比赛中受到警告一次，仍夺得冠军。")]
    [InlineData("张试验主持抑郁症青少年的家庭干预项目。")]
    [InlineData("应届毕业生因病休学的，应当提出申请。")]
    [InlineData("师生感染流感后应当及时就诊。")]
    [InlineData("高校因病退学学生的学籍管理")]
    [InlineData("查处考试作弊，杜绝学术不端，严防替考。")]
    [InlineData("取消毕业生推免资格，取消申请人录取资格。")]
    [InlineData("关爱父母离异、容易感染艾滋病的群体")]
    [InlineData("The School was found guilty of plagiarism by nobody.")]
    public void What_befell_nobody(string text) => Assert.DoesNotContain("pii.sensitive", Codes(text));

    [Theory]
    [InlineData("姓名,学院,致贫原因\n张试,文学院,因残\n", "row 2, column 3 pii.sensitive")]
    [InlineData("姓名,体检结论\n张试,色盲\n李验,合格\n", "row 2, column 2 pii.sensitive")]
    [InlineData("姓名,学院,申请理由\n张试,文学院,父亲早逝\n李验,文学院,成绩优异\n", "row 2, column 3 pii.sensitive")]
    [InlineData("姓名,班级,休学原因\n张试,软件二班,焦虑症\n", "row 2, column 3 pii.sensitive")]
    [InlineData("name,Disability / illness\nZhao Lei,epilepsy\n", "row 2, column 2 pii.sensitive")]
    [InlineData("姓名,情况\n张试,家庭突发火灾，经济困难\n", "row 2, column 2 pii.sensitive")]
    [InlineData("姓名,张试\n性别,男\n健康状况,患有哮喘\n", "row 3, column 2 pii.sensitive")]
    [InlineData("姓名,体检结论,诊断,申请理由,致贫原因\n", "")]
    [InlineData("作者,题目\n张试,农村低保户识别机制\n李验,残疾学生融合教育\n王测,抑郁症患者的脑电研究\n", "")]
    [InlineData("题目,作者\n贫困县财政支出研究,张试\n", "")]
    [InlineData("职责,联系人\n建档立卡家庭学生资助,张试\n父母离异儿童的心理调适,李验\n", "")]
    [InlineData("姓名,性别,初步诊断,就诊日期\n张试,女,骨折,三月\n", "row 2, column 3 pii.sensitive")]
    [InlineData("姓名,出生日期\n张试,8 July 2002\n", "row 2, column 2 pii.birth-date")]
    [InlineData("Name,DOB\nZhang,2001.11.30\n", "row 2, column 2 pii.birth-date")]
    [InlineData("name,Home Address\nZhang,\"Flat 4B, 12 Garden Street\"\n", "row 2, column 2 pii.home-address")]
    [InlineData("姓　名,學　號\n張試,21307110045\n", "row 2, column 2 pii.student-number")]
    [InlineData("姓名,护照号\n张试,Ｅ３３９０１２８７\n", "row 2, column 2 pii.passport")]
    [InlineData("事项,公开方式,时限\n合同,依申请公开,20日\n内部资料,不予公开,—\n", "")]
    public void Heads_and_fields(string csv, string found) => Assert.Equal(found, string.Join("; ", Screener
        .Screen(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "a.csv", TestContext.Current.CancellationToken).Findings.Select(f => $"{f.Where} {f.Code}")));

    [Theory]
    [InlineData("機密★五年", "secrecy.mark")]
    [InlineData("【机密】★3年", "secrecy.mark")]
    [InlineData("如“秘密★5年”应标注在首页左上角", "")]
    [InlineData("公开方式：不予公开", "secrecy.soft-mark")]
    [InlineData("信息公开属性：依申请公开", "secrecy.soft-mark")]
    [InlineData("公开方式：依申请公开的信息另行规定", "")]
    [InlineData("公开方式：主动公开", "")]
    [InlineData("传阅后请退回", "secrecy.soft-mark")]
    [InlineData("內部資料，請勿外傳", "secrecy.soft-mark")]
    [InlineData("內部文件 請勿外洩", "secrecy.soft-mark")]
    [InlineData("內部參考", "secrecy.soft-mark")]
    [InlineData("For internal use only", "secrecy.soft-mark")]
    [InlineData("STRICTLY CONFIDENTIAL", "secrecy.soft-mark")]
    [InlineData("The equipment of this laboratory is for internal use only by members of staff.", "")]
    [InlineData("本稿严禁扩散到校外", "secrecy.soft-mark")]
    [InlineData("未经批准，不得对外公布未发表的实验数据。", "")]
    [InlineData("任何人不得对外公布实验数据。", "")]
    [InlineData("内部资料、会后收回的文件不得带出会场，这是基本纪律。", "")]
    [InlineData("绝密级信息 不得上网。", "")]
    [InlineData("本次讲座限校内师生参加", "")]
    [InlineData("《章程修订案（送审稿）》已报教育厅", "")]
    [InlineData("管理办法（征求意见稿）", "")]
    public void Marks(string text, string codes) => Assert.Equal(codes, string.Join(' ', Codes(text)));

    [Theory]
    [InlineData("会议统一按排，召开坐谈会，大部份学生参加", 3)]
    [InlineData("融汇贯通，提纲契领，责无旁代，万事具备", 4)]
    [InlineData("签定合同，招聘启示", 2)]
    [InlineData("按排名录取，全部份额，看做为民服务，坐而论道，公布启示录", 0)]
    [InlineData("融会贯通，提纲挈领，责无旁贷，万事俱备，签订合同，招聘启事", 0)]
    [InlineData("帳號與帳戶", 0)]
    public void Wrong_words(string text, int count) =>
        Assert.Equal(count, Screener.ScreenText(text).Where(f => f.Code == "text.wrong-word").Sum(f => int.Parse(f.Details["count"], System.Globalization.CultureInfo.InvariantCulture)));

    private static List<string> Codes(string text) => [.. Screener.ScreenText(text).Select(f => f.Code)];
}
