using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>Which words say what a number is, and how far they reach.</summary>
public sealed class LabelTests
{
    private static readonly Screener Screener = new();

    // Fifteen digits are a number of the old form where a word says so, and else only suspected of being one.
    [Theory]
    [InlineData("身份证", "身份号码", "公民身份", "证件号", "居住证号", "身份證", "身分證", "sfz", "二代证", "證件", "证件", "旧证号", "原证号", "老证号", "曾用证号", "舊證號", "原證號")]
    [InlineData("idcard", "ID card", "ID No", "id number", "Identity Card")]
    public void A_word_says_that_it_is_an_identity_number(params string[] words) =>
        Assert.All(words, w => Assert.Equal(["pii.id-number"], Codes($"{w}：110105491231002")));

    // 1380 013 8000 are three figures, unless a word says otherwise.
    [Theory]
    [InlineData("手机", "电话", "联系方式", "移动号码", "联系号码", "微信", "拨打", "致电", "联系人", "手機", "電話", "聯繫", "聯絡", "短信")]
    [InlineData("tel", "Mobile", "PHONE", "telephone")]
    public void A_word_says_that_it_is_a_telephone(params string[] words) =>
        Assert.All(words, w => Assert.Equal(["pii.mobile"], Codes($"{w}：1380 013 8000")));

    // A card of thirteen digits needs a word.
    [Theory]
    [InlineData("银行", "卡号", "账号", "帐号", "账户", "帐户", "开户", "储蓄", "工资卡", "借记卡", "信用卡", "收款", "汇入", "转账", "汇款", "打款", "打卡", "公务卡", "缴费", "户名", "支行", "银联", "存折")]
    [InlineData("农行", "工行", "建行", "中行", "交行", "招行", "邮储", "信用社", "汇至", "汇到", "转至", "转入", "銀行", "帳號", "帳戶", "賬號", "賬戶", "卡號", "開戶", "bank", "card")]
    public void A_word_says_that_it_is_a_card(params string[] words) =>
        Assert.All(words, w => Assert.Equal(["pii.bank-card"], Codes($"{w}：4222222222222").Where(c => c != "text.wrong-word")));

    [Theory]
    [InlineData("学号", "工号", "职工号", "教工号", "学籍号")]
    public void A_word_says_that_it_is_a_student_number(params string[] words) =>
        Assert.All(words, w => Assert.Equal(["pii.student-number"], Codes($"{w}：2021010101")));

    [Theory]
    [InlineData("订单", "流水", "编号", "序号", "项目号", "合同", "单号", "发票", "票据", "凭证", "ISBN", "issn", "书号", "刊号", "条码", "条形码", "文号", "批号", "专利", "登记号", "备案", "准考证", "考生号")]
    [InlineData("考号", "报名号", "课题", "资产", "设备", "QQ", "申请号", "案号", "邮编", "批准号", "型号", "快递", "运单", "一卡通", "校园卡", "图书证", "索取号", "索引号", "交易", "许可证", "论文", "DOI")]
    [InlineData("order", "Serial", "采购", "招标", "标书", "档案号", "卷号", "时间戳", "版本")]
    [InlineData("信用代码", "税号", "纳税人", "组织机构代码", "营业执照", "机构代码", "法人代码", "信用码")]
    [InlineData("金额", "价格", "预算", "经费", "合计", "总价", "中标价", "成交", "总额", "收入", "支出", "余额")]
    public void A_word_says_that_it_is_the_number_of_a_thing(params string[] words) =>
        Assert.All(words, w => Assert.Empty(Codes($"{w}：13800138000")));

    // The nearest word before it outweighs others; one behind it counts where none stands before.
    [Theory]
    [InlineData("编号 13800138000", "")]
    [InlineData("编号与手机 13800138000", "pii.mobile")]
    [InlineData("手机与编号 13800138000", "")]
    [InlineData("编号甲乙丙丁戊己 13800138000", "pii.mobile")]
    [InlineData("编号甲乙丙丁戊 13800138000", "")]
    [InlineData("编号。13800138000", "pii.mobile")]
    [InlineData("编号；13800138000", "pii.mobile")]
    [InlineData("编号;13800138000", "pii.mobile")]
    [InlineData("编号\n13800138000", "pii.mobile")]
    [InlineData("卡号甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙4222222222222", "pii.bank-card")]
    [InlineData("卡号甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊4222222222222", "")]
    [InlineData("4222222222222（卡号）", "pii.bank-card")]
    [InlineData("4222222222222是本人的卡号", "pii.bank-card")]
    [InlineData("4222222222222是本人自己办的卡号", "")]
    [InlineData("4222222222222，卡号", "")]
    [InlineData("4222222222222。卡号", "")]
    [InlineData("4222222222222、卡号", "")]
    [InlineData("项目编号 13800138000", "")]
    [InlineData("银行卡号 4222222222222", "pii.bank-card")]
    [InlineData("校园卡号 4222222222222", "")]
    [InlineData("订单电话 13800138000", "pii.mobile")]
    [InlineData("学生编号 2021010101", "pii.student-number")]
    [InlineData("学号为 2021010101", "pii.student-number")]
    [InlineData("学号（2021010101）", "pii.student-number")]
    [InlineData("学号 202101", "pii.student-number")]
    [InlineData("学号 20210", "")]
    [InlineData("学号 20210101012345", "pii.student-number")]
    [InlineData("学号 202101010123456", "")]
    [InlineData("学号甲乙丙丁戊己：2021010101", "")]
    [InlineData("身份证后四位 110105491231002", "pii.id-number-suspect")]
    [InlineData("身份证前六位 110105491231002", "pii.id-number-suspect")]
    [InlineData("姓名 110105491231002", "pii.id-number-suspect")]
    [InlineData("身份证号分别为 110105491231002、110105491231010", "pii.id-number")]
    [InlineData("hotel 1380 013 8000", "")]
    [InlineData("telephone 1380 013 8000", "pii.mobile")]
    [InlineData("discard 4222222222222", "")]
    [InlineData("ID card 4222222222222", "")]
    [InlineData("identity card 4222222222222", "")]
    [InlineData("paid card 4222222222222", "pii.bank-card")]
    public void A_word_reaches_so_far_and_no_farther(string text, string codes) => Assert.Equal(codes, string.Join(' ', Codes(text).Order(StringComparer.Ordinal)));

    // As the head of a column.
    [Theory]
    [InlineData("证件号码", "pii.id-number")]
    [InlineData("证件号码（必填）", "pii.id-number")]
    [InlineData("证件号码123", "pii.id-number-suspect")]
    [InlineData("证件号码12", "pii.id-number")]
    [InlineData("请填写证件号码。", "pii.id-number-suspect")]
    [InlineData("请填写证件号码！", "pii.id-number-suspect")]
    [InlineData("证件号码？", "pii.id-number-suspect")]
    [InlineData("证件号码；", "pii.id-number-suspect")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十证件号码", "pii.id-number")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一证件号码", "pii.id-number-suspect")]
    [InlineData("证件号码或项目编号", "pii.id-number")]
    [InlineData("项目编号", "")]
    public void The_head_of_a_column_is_a_short_text_without_a_sentence(string head, string codes)
    {
        var found = Screener.Screen(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"序,{head}\n甲,110105491231002\n")), "a.csv", TestContext.Current.CancellationToken).Findings;

        Assert.Equal(codes, string.Join(' ', found.Select(f => f.Code)));
    }

    private static List<string> Codes(string text) => [.. Screener.ScreenText(text).Select(f => f.Code).Distinct()];
}
