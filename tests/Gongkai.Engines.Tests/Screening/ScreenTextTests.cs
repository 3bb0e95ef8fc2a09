using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Screening;

public sealed class ScreenTextTests
{
    private static readonly Screener Screener = new();
    private static readonly People People = new(7);

    [Fact]
    public void An_identity_number_is_found_in_every_disguise()
    {
        for (var i = 0; i < 200; i++)
        {
            var id = People.IdNumber();
            string[] disguises =
            [
                id, id.ToLowerInvariant(), Wide(id), $"{id[..6]} {id[6..14]} {id[14..]}", $"{id[..6]}-{id[6..14]}-{id[14..]}", string.Join(' ', id.ToCharArray()),
                $"{id[..3]} {id[3..6]} {id[6..10]} {id[10..14]} {id[14..]}", $"{id[..17]} {id[17]}", $"{id[..9]}\u200B{id[9..]}", $"{id[..10]}\n{id[10..]}", $"{id}{People.Mobile()}"[..18],
            ];
            Assert.All(disguises, d => Assert.Contains("pii.id-number", Codes($"张试（{d}）已报名")));
            Assert.All(disguises, d => Assert.Contains("pii.id-number", Codes(d)));
        }
    }

    [Theory]
    [InlineData("联系电话：13800138000")]
    [InlineData("138-0013-8000")]
    [InlineData("138 0013 8000")]
    [InlineData("+86 13800138000")]
    [InlineData("+86-138-0013-8000")]
    [InlineData("008613800138000")]
    [InlineData("１３８００１３８０００")]
    [InlineData("张试13800138000")]
    [InlineData("Tel:13800138000")]
    [InlineData("1380013 8000")]
    [InlineData("13800138000、13900139000")]
    public void A_mobile_number_is_found_in_every_disguise(string text) => Assert.Equal(["pii.mobile"], Codes(text));

    [Theory]
    [InlineData("张试，男，2003-05-06生，汉族。", "pii.birth-date")]
    [InlineData("张试，男，2003年5月6日生。", "pii.birth-date")]
    [InlineData("11010519491231002X13800138000", "pii.id-number pii.mobile")]
    [InlineData("护照号E12345678。", "pii.passport")]
    [InlineData("对学生阿依努尔给予记过处分：学生阿依努尔，无故旷课，给予记过处分。", "pii.sensitive")]
    [InlineData("对阿依努尔同学给予记过处分。", "pii.sensitive")]
    [InlineData("经研究决定，给予记过处分。", "")]
    [InlineData("零件规格12生产线3条。", "")]
    public void Words_beside_a_value_say_what_it_is(string text, string codes) => Assert.Equal(codes, string.Join(' ', Codes(text).Distinct().Order()));

    [Fact]
    public void A_passport_is_named_near_its_number()
    {
        var far = new string('某', 80);

        Assert.Contains("pii.passport", Codes($"请携带护照，号码E12345678。{far}"));
        Assert.DoesNotContain("pii.passport", Codes($"请携带护照。{far}设备出厂代码E12345678。"));
    }

    [Fact]
    public void A_bank_card_is_found_by_its_check_digit_and_its_name()
    {
        for (var i = 0; i < 100; i++)
        {
            var card = People.Card(i % 2 == 0 ? 19 : 16);
            Assert.Equal(["pii.bank-card"], Codes($"银行卡号：{card}"));
            Assert.Equal(["pii.bank-card"], Codes($"卡号 {string.Join(' ', card.Chunk(4).Select(c => new string(c)))}"));
        }
    }

    [Theory]
    [InlineData("统一社会信用代码 121100004000000009")]
    [InlineData("统一社会信用代码：91350100M000100Y43")]
    [InlineData("咨询电话：010-62331234，0571-88273456")]
    [InlineData("服务热线 400-123-4567")]
    [InlineData("云大教〔2024〕15号")]
    [InlineData("中标金额 13812345678 元")]
    [InlineData("合计13812345678.50元")]
    [InlineData("ISBN 978-7-302-51234-6")]
    [InlineData("ISSN 1000-1234")]
    [InlineData("订单号：202405061234567890")]
    [InlineData("项目编号：13812345678")]
    [InlineData("https://example.edu.cn/info/13812345678/20240506123456.htm")]
    [InlineData("2024年5月6日 10:30:00")]
    [InlineData("1101**********1234")]
    [InlineData("138****1234")]
    [InlineData("6222 **** **** 1234")]
    [InlineData("邮箱 zh***@qq.com")]
    [InlineData("应当保守国家秘密和商业秘密，不得泄露工作秘密。")]
    [InlineData("本办法所称秘密，是指国家秘密。")]
    [InlineData("家庭经济困难学生认定办法")]
    [InlineData("对相关同学给予警告处分。")]
    [InlineData("任何人无故缺课，给予警告处分。")]
    [InlineData("班主任因失职，给予警告处分。")]
    [InlineData("经办人未经批准擅自离岗，给予警告处分。")]
    [InlineData("党员无故不参加组织生活的，给予严重警告处分。")]
    [InlineData("连续旷课五日的，给予记过处分；应届生违反的，给予开除学籍处分。")]
    [InlineData("学生（含研究生）违反考试纪律，给予警告处分。")]
    [InlineData("2021 2022 2023 2024 2025")]
    [InlineData("205 3922 0322 1210 350")]
    [InlineData("张试，1965年3月生，教授")]
    [InlineData("地址：云川市学院路30号")]
    public void What_is_public_by_nature_is_left_alone(string text) => Assert.Empty(Codes(text));

    [Theory]
    [InlineData("身份证号 11010519491231002X 和 110105194912310021", "pii.id-number pii.id-number-suspect")]
    [InlineData("身份证号：110105491231002", "pii.id-number")]
    [InlineData("110105199003071000", "pii.id-number")]
    [InlineData("身份证号：110105199003****12", "pii.id-number-partial")]
    [InlineData("身份证：110105********002X，出生日期：1949-12-31", "pii.birth-date pii.id-number-partial")]
    [InlineData("护照号码：E12345678", "pii.passport")]
    [InlineData("港澳居民来往内地通行证 H12345678", "pii.permit")]
    [InlineData("出生日期：2003年5月6日", "pii.birth-date")]
    [InlineData("张试，2003年5月6日出生", "pii.birth-date")]
    [InlineData("家庭住址：云川省安宁市城关镇和平路18号3单元402", "pii.home-address")]
    [InlineData("现居云川市滨江路碧水花园6栋2单元501室", "pii.home-address")]
    [InlineData("联系 zhangshi2003@qq.com", "pii.personal-email")]
    [InlineData("13800138000@139.com", "pii.personal-email")]
    [InlineData("学号：2021010234", "pii.student-number")]
    [InlineData("给予张试甲开除学籍处分", "pii.sensitive")]
    [InlineData("张试甲受到严重警告处分。", "pii.sensitive")]
    [InlineData("李验乙同学受到警告处分。", "pii.sensitive")]
    [InlineData("张试甲家庭被认定为建档立卡贫困户。", "pii.sensitive")]
    [InlineData("李验乙为低保户。", "pii.sensitive")]
    [InlineData("李验乙（低保户）申请助学金。", "pii.sensitive")]
    [InlineData("张试甲患乙肝，申请休学。", "pii.sensitive")]
    [InlineData("李验乙，肢体残疾二级。", "pii.sensitive")]
    [InlineData("开除学籍：张试甲", "pii.sensitive")]
    [InlineData("姓名：李验；困难等级：特别困难", "pii.sensitive")]
    [InlineData("姓名：李验；困难等级：无", "")]
    [InlineData("高校家庭经济困难学生认定办法，应为低保家庭学生减免学费。", "")]
    [InlineData("经民政部门认定为低保户的，凭证办理；公民为残疾人的优先。", "")]
    [InlineData("警告处分：由学院作出。", "")]
    [InlineData("方案（低保、特困学生资助）已公布。", "")]
    [InlineData("工单 NO.13912345678", "")]
    [InlineData("学生李验乙（软件2班）患有白血病", "pii.sensitive")]
    [InlineData("李验，男，软件学院2021级学生，在期末考试中夹带作弊，给予留校察看处分。", "pii.sensitive")]
    [InlineData("张试（软件2班）携带手机进入考场，给予记过处分", "pii.sensitive")]
    [InlineData("赵样甲无故缺课两次，给予警告处分，取消当年评优资格。", "pii.sensitive")]
    [InlineData("对张试同学给予记过处分", "pii.sensitive")]
    [InlineData("关于解除李验乙同学留校察看处分的决定", "pii.sensitive")]
    [InlineData("机密★5年", "secrecy.mark")]
    [InlineData("秘 密 ☆ 1年", "secrecy.mark")]
    [InlineData("绝密★长期", "secrecy.mark")]
    [InlineData("机密", "secrecy.mark")]
    [InlineData("会后收回", "secrecy.soft-mark")]
    [InlineData("（此件不公开）", "secrecy.soft-mark")]
    [InlineData("内部资料 注意保存", "secrecy.soft-mark")]
    [InlineData("截止目前，已完成", "text.wrong-word")]
    public void Each_kind_has_its_code(string text, string expected) => Assert.Equal(expected, string.Join(' ', Codes(text).Order(StringComparer.Ordinal)));

    [Fact]
    public void A_finding_never_repeats_what_it_found()
    {
        var id = People.IdNumber();

        var finding = Assert.Single(Screener.ScreenText($"{id}，{id}"));

        Assert.Equal("2", finding.Details["count"]);
        Assert.DoesNotContain(finding.Details.Values.Append(finding.Where.ToString()).Append(WordBook.Engines.Say(finding, "zh")), v => v.Contains(id[..6], StringComparison.Ordinal));
    }

    private static string Wide(string text) => new([.. text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)]);

    private static List<string> Codes(string text) => [.. Screener.ScreenText(text).Select(f => f.Code)];
}
