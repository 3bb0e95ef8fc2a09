using System.Text;
using Gongkai.Engines.Screening;
using Gongkai.Engines.Tests.Documents;

namespace Gongkai.Engines.Tests.Screening;

public sealed class DisguiseTests
{
    private static readonly Screener Screener = new();
    private static readonly People People = new(23);

    [Theory]
    [InlineData("⓪①②③④⑤⑥⑦⑧⑨")]
    [InlineData("〇一二三四五六七八九")]
    [InlineData("零壹贰叁肆伍陆柒捌玖")]
    [InlineData("٠١٢٣٤٥٦٧٨٩")]
    [InlineData("⁰¹²³⁴⁵⁶⁷⁸⁹")]
    public void Digits_of_another_guise_are_read(string digits)
    {
        var id = string.Concat(People.IdNumber().Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c));
        var mobile = string.Concat(People.Mobile().Select(c => digits[c - '0']));

        Assert.Equal(["pii.id-number"], Codes($"身份证号：{id}"));
        Assert.Equal(["pii.mobile"], Codes($"手机：{mobile}"));
    }

    [Theory]
    [InlineData("①13912345678")]
    [InlineData("会议定于二〇二四年一月二十三日召开")]
    [InlineData("①②③④⑤⑥⑦⑧⑨⑩各项均已完成")]
    public void A_few_odd_digits_are_no_number(string text) => Assert.DoesNotContain("pii.id-number", Codes(text));

    [Theory]
    [InlineData(",")]
    [InlineData("、")]
    [InlineData(":")]
    [InlineData("#")]
    public void Groups_parted_by_the_same_mark_are_one_number(string mark)
    {
        var id = People.IdNumber();

        Assert.Equal(["pii.id-number"], Codes($"{id[..6]}{mark}{id[6..14]}{mark}{id[14..]}"));
    }

    [Fact]
    public void A_number_torn_over_lines_is_found_where_it_begins()
    {
        var (id, mobile) = (People.IdNumber(), People.Mobile());

        var findings = Screen($"身份证号：{id[..10]}\n{id[10..]}\n手机 {mobile[..7]}\n{mobile[7..]}\n", "a.txt");

        Assert.Equal([("pii.id-number", "line 1"), ("pii.mobile", "line 3")], findings);
    }

    [Fact]
    public void The_head_of_a_tabbed_column_says_what_stands_under_it()
    {
        var findings = Screen("姓名\t护照号\t学号\n张试\tE12345678\t2021010101\n", "a.txt");

        Assert.Equal([("pii.passport", "line 2"), ("pii.student-number", "line 2")], findings);
    }

    [Theory]
    [InlineData(17, 0)]
    [InlineData(14, 0)]
    [InlineData(14, 1)]
    [InlineData(10, 4)]
    [InlineData(0, 12)]
    public void A_mask_that_leaves_too_much_is_told(int first, int last)
    {
        var id = People.IdNumber();

        Assert.Equal(["pii.id-number-partial"], Codes($"张试，身份证号：{id[..first]}{new string('*', 18 - first - last)}{id[(18 - last)..]}"));
    }

    [Theory]
    [InlineData(6, 4)]
    [InlineData(3, 4)]
    [InlineData(1, 1)]
    public void A_mask_that_hides_enough_is_left_alone(int first, int last)
    {
        var id = People.IdNumber();

        Assert.Empty(Codes($"张试，身份证号：{id[..first]}{new string('*', 18 - first - last)}{id[(18 - last)..]}"));
    }

    [Fact]
    public void Two_masks_of_one_number_give_it_away_together()
    {
        var id = People.IdNumber();

        var findings = Screen($"姓名,身份证号,证件号码\n张试,{id[..10]}********,**********{id[10..]}\n", "a.csv");

        Assert.Equal("pii.id-number-partial", Assert.Single(findings).Code);
    }

    [Fact]
    public void Neighbouring_columns_of_a_page_do_not_run_together()
    {
        var people = Enumerable.Range(0, 4).Select(_ => (Id: People.IdNumber(), Mobile: People.Mobile())).ToList();
        var content = new StringBuilder("BT /F1 10 Tf ");
        for (var row = 0; row < people.Count; row++)
        {
            var y = 700 - (row * 20);
            content.Append(System.Globalization.CultureInfo.InvariantCulture, $"1 0 0 1 72 {y} Tm ({people[row].Id.Replace('X', '1')}) Tj 1 0 0 1 172.08 {y} Tm ({people[row].Mobile}) Tj ");
        }

        var findings = new Screener().Screen(new MemoryStream(Samples.Pdf(content.Append("ET").ToString())), "a.pdf", TestContext.Current.CancellationToken).Findings;

        Assert.Equal("4", findings.Single(f => f.Code == "pii.mobile").Details["count"]);
    }

    [Theory]
    [InlineData("4-3-4", "{0}-{1}-{2}")]
    [InlineData("3-4-4", "{0}.{1}.{2}")]
    [InlineData("7-4", "手机：{0}\n{1}")]
    [InlineData("3-4-4", "张试\t{0}-{1}-\n{2}\t王验")]
    [InlineData("3-4-4", "张试\t{0} {1} \n{2}\t王验")]
    public void A_mobile_number_is_read_however_its_groups_are_written(string lengths, string form)
    {
        var mobile = People.Mobile();
        var at = 0;
        var groups = lengths.Split('-').Select(l => mobile.Substring(at, -at + (at += l[0] - '0'))).ToArray<object>();

        Assert.Contains("pii.mobile", Codes(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, groups)));
    }

    [Fact]
    public void A_mobile_number_behind_an_identity_number_is_read()
    {
        var (id, mobile) = (People.IdNumber(), People.Mobile());

        Assert.Equal(["pii.id-number", "pii.mobile"], Codes($"{id[..6]}.{id[6..14]}.{id[14..]}/{mobile[..3]}.{mobile[3..7]}.{mobile[7..]}"));
    }

    [Theory]
    [InlineData("1517.308.5969")]
    [InlineData("1300 200 3000")]
    [InlineData("序号\t1517\n308\n5969\t元")]
    public void Figures_in_groups_are_no_mobile_number(string text) => Assert.DoesNotContain("pii.mobile", Codes(text));

    [Theory]
    [InlineData("旧证号：")]
    [InlineData("原证号")]
    [InlineData("曾用证号 ")]
    [InlineData("ID No.: ")]
    [InlineData("ID Card No. ")]
    [InlineData("Identity Card Number: ")]
    public void A_number_of_the_old_form_is_told_by_its_label(string label) => Assert.Equal(["pii.id-number"], Codes(label + People.OldIdNumber()));

    [Fact]
    public void Two_columns_that_each_show_half_a_number_give_it_away()
    {
        var id = People.IdNumber();

        var findings = Screen($"姓名,身份证前缀,身份证后缀\n张试,{id[..10]}********,**********{id[10..]}\n", "a.csv");

        Assert.Equal("pii.id-number-partial", Assert.Single(findings).Code);
    }

    [Theory]
    [InlineData("護照號碼：E12345678", "pii.passport")]
    [InlineData("公务护照PE1234567", "pii.passport")]
    [InlineData("护照号：AB2056788", "pii.passport")]
    [InlineData("Passport No. C0357103", "pii.passport")]
    [InlineData("來往內地通行證：H37540010", "pii.permit")]
    [InlineData("回鄉證 M1234567890", "pii.permit")]
    [InlineData("大陆居民往来台湾通行证 L64525830", "pii.permit")]
    public void Travel_documents_are_told_by_labels_of_either_script(string text, string code) => Assert.Equal([code], Codes(text));

    [Theory]
    [InlineData("护照办理请见教材编号AB2056788")]
    [InlineData("通行證辦理：請攜帶文件")]
    public void A_code_that_only_shares_a_sentence_with_a_passport_is_left_alone(string text) => Assert.Empty(Codes(text));

    [Fact]
    public void Digits_drawn_from_right_to_left_are_read_as_they_are_seen()
    {
        var mobile = People.Mobile();
        var content = string.Concat(Enumerable.Range(0, 11).Reverse().Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"1 0 0 1 {72 + (i * 6.672)} 700 Tm ({mobile[i]}) Tj ")));

        var findings = new Screener().Screen(new MemoryStream(Samples.Pdf($"BT /F1 12 Tf {content}ET")), "a.pdf", TestContext.Current.CancellationToken).Findings;

        Assert.Contains(findings, f => f.Code == "pii.mobile");
    }

    [Trait("Cost", "high")]
    [Fact]
    public void A_page_of_mail_signs_is_read_in_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("a@", 200_000));

        Assert.Empty(Codes(text));
    }

    private static List<(string Code, string Where)> Screen(string text, string name) =>
        [.. Screener.Screen(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, TestContext.Current.CancellationToken).Findings.Select(f => (f.Code, f.Where.ToString()))];

    private static IEnumerable<string> Codes(string text) => Screener.ScreenText(text).Select(f => f.Code).Distinct().Order(StringComparer.Ordinal);
}
