using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>Marks of secrecy, marks that ask for discretion, wrong words: which, and in what words the finding tells them.</summary>
public sealed class SecrecyMarkTests
{
    private static readonly Screener Screener = new();

    // These ask for discretion wherever they stand.
    [Theory]
    [InlineData("会后收回", "会议结束后收回", "会后交回", "会后请收回", "会后统一收回", "用毕收回", "限校内", "此件不对外公开", "此材料不公开", "不得对外公开", "请勿对外公布", "不得对外公布", "不得擅自公开", "不得翻拍", "禁止外传")]
    [InlineData("严禁扩散", "严禁公开", "仅供内部", "阅后收回", "用后收回", "会后退回", "阅后即焚", "不得外传", "请勿外传", "严禁外传", "勿外传", "不得扩散", "请勿扩散", "严禁复制", "严禁翻印", "不得翻印", "不得复印")]
    [InlineData("未经批准不得公开", "未经允许不得公开", "此件不公开", "此件不予公开", "此件依申请公开", "不得公开传播", "不得上网", "请注意保密", "注意保密", "内部掌握", "限内部")]
    public void A_plain_mark_counts_anywhere(params string[] marks) => Assert.All(marks, m =>
    {
        Assert.Equal([$"secrecy.soft-mark {m}"], Print($"各单位所收到的材料{m}，并按照要求认真落实到位"));
        Assert.Equal([$"secrecy.soft-mark {m}"], Print(m));
    });

    // These only where a mark stands: in brackets, or on a line of its own.
    [Theory]
    [InlineData("内部资料", "内部文件", "内部材料", "内部参考", "内部传阅", "内部交流", "内部讨论稿", "内部版", "不对外公开", "暂不公开", "内部使用", "内部参阅", "内部刊物", "内部发行", "内参", "注意保存", "注意保管", "妥善保管", "内部稿")]
    public void A_standing_mark_counts_in_brackets_or_on_its_own_line(params string[] marks) => Assert.All(marks, m =>
    {
        Assert.Equal([$"secrecy.soft-mark {m}"], Print(m));
        Assert.Equal([$"secrecy.soft-mark {m}"], Print($"★ {m}！"));
        Assert.Equal([$"secrecy.soft-mark {m}"], Print($"前文若干字前文若干字前文（{m}）后文若干字"));
        Assert.Equal([$"secrecy.soft-mark {m}"], Print($"前文若干字前文若干字\n{m}\n后文若干字后文若干字"));
        Assert.Empty(Print($"学院应当整理{m}并归档保存多年，供日后查考"));
    });

    [Theory]
    [InlineData("敏感", "商业秘密", "不公开", "不予公开", "依申请公开")]
    public void A_word_of_law_counts_only_alone_on_its_line(params string[] marks) => Assert.All(marks, m =>
    {
        Assert.Equal([$"secrecy.soft-mark {m}"], Print($"【{m}】"));
        Assert.Empty(Print($"前文（{m}）后文"));
        Assert.Empty(Print($"{m}一"));
    });

    [Theory]
    [InlineData("内部", "工作秘密", "秘密级")]
    public void Some_count_in_brackets_as_well(params string[] marks) => Assert.All(marks, m =>
    {
        Assert.Equal([$"secrecy.soft-mark {m}"], Print(m).Where(f => f.StartsWith("secrecy.soft", StringComparison.Ordinal)));
        Assert.Equal([$"secrecy.soft-mark {m}"], Print($"前文（{m}）后文").Where(f => f.StartsWith("secrecy.soft", StringComparison.Ordinal)));
        Assert.Empty(Print($"{m}一").Where(f => f.StartsWith("secrecy.soft", StringComparison.Ordinal)));
    });

    [Theory]
    [InlineData("送审稿", "讨论稿")]
    public void A_draft_is_marked_in_brackets_at_the_head(params string[] marks) => Assert.All(marks, m =>
    {
        Assert.Equal([$"secrecy.soft-mark {m}"], Print($"管理办法（{m}）"));
        Assert.Empty(Print(m));
        Assert.Empty(Lines([.. Enumerable.Repeat("正文", 10), $"管理办法（{m}）"]));
        Assert.Equal([$"secrecy.soft-mark {m}"], Lines([.. Enumerable.Repeat("正文", 9), $"管理办法（{m}）"]));
    });

    [Theory]
    [InlineData("（内部资料）", true)]
    [InlineData("(内部资料)", true)]
    [InlineData("【内部资料】", true)]
    [InlineData("[内部资料]", true)]
    [InlineData("〔内部资料〕", true)]
    [InlineData("［内部资料］", true)]
    [InlineData("（内部资料，", true)]
    [InlineData("（内部资料、", true)]
    [InlineData("（内部资料 ", true)]
    [InlineData("（内部资料★", true)]
    [InlineData("（内部资料的", false)]
    [InlineData("的内部资料）", false)]
    public void Brackets_of_every_kind_hold_a_mark(string mark, bool isMark) => Assert.Equal(isMark, Print($"前文若干字前文若干字{mark}后文若干字").Count > 0);

    [Theory]
    [InlineData("内部资料管理办法", false)]
    [InlineData("内部资料规定", false)]
    [InlineData("内部资料制度", false)]
    [InlineData("内部资料管理", false)]
    [InlineData("内部资料通知", false)]
    [InlineData("内部资料情况", false)]
    [InlineData("内部资料细则", false)]
    [InlineData("内部资料工作", false)]
    [InlineData("内部资料的", false)]
    [InlineData("内部资料清单", false)]
    [InlineData("内部资料目录", false)]
    [InlineData("内部资料目录一", true)]
    [InlineData("内部资料一二三四五六七八九", true)]
    [InlineData("内部资料一二三四五六七八九十", false)]
    [InlineData("一二三四五六七八九内部资料", true)]
    [InlineData("一二三内部资料四五六", false)]
    public void A_title_is_no_mark(string line, bool isMark) => Assert.Equal(isMark, Print(line).Count > 0);

    [Theory]
    [InlineData("机密★5年", "机密")]
    [InlineData("机　密 ☆ 长期", "机密")]
    [InlineData("绝 密★启用前", "绝密")]
    [InlineData("秘密*1年", "秘密")]
    [InlineData("密级：机密级", "机密")]
    [InlineData("【秘 密】", "秘密")]
    public void The_finding_tells_the_level(string text, string level) => Assert.Equal([$"secrecy.mark {level}"], Print(text));

    [Theory]
    [InlineData(3996, 1)]
    [InlineData(3998, 1)]
    [InlineData(3999, 0)]
    public void A_bare_level_counts_at_the_head_of_a_page(int more, int found) => Assert.Equal(found, Print("密级\n机密\n"[3..] + new string('某', more - 1)).Count);

    [Fact]
    public void One_mark_in_two_lines_counts_once_and_each_word_is_told()
    {
        Assert.Equal(["secrecy.mark 机密"], Print("机密★5年\n秘密"));
        Assert.Equal(["secrecy.mark 机密"], Print("机密\n秘密"));
        Assert.Equal(["secrecy.soft-mark 会后收回、不得外传"], Print("会后收回，不得外传，会后收回"));
    }

    [Fact]
    public void A_wrong_word_is_told_with_the_right_one()
    {
        var profile = ScreeningProfile.General with { WrongWords = new Dictionary<string, string> { ["帐号"] = "账号", ["布署"] = "部署" } };

        var finding = Assert.Single(new Screener(profile).ScreenText("帐号与布署，帐号"));

        Assert.Equal(("3", "帐号、布署", "账号、部署", Severity.Warning), (finding.Details["count"], finding.Details["word"], finding.Details["right"], finding.Severity));
    }

    [Fact]
    public void A_school_adds_marks_of_its_own()
    {
        var screener = new Screener(ScreeningProfile.General with { SoftMarks = ["校内传看"] });

        Assert.Equal("校内传看", Assert.Single(screener.ScreenText("此件请在校内传看并妥为处理")).Details["word"]);
        Assert.Empty(Print("此件请在校内传看并妥为处理"));
    }

    private static List<string> Lines(params string[] lines) =>
        [.. Screener.Screen(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines))), "a.txt", TestContext.Current.CancellationToken).Findings.Select(f => $"{f.Code} {f.Details["word"]}")];

    private static List<string> Print(string text) => [.. Screener.ScreenText(text).Select(f => $"{f.Code} {f.Details["word"]}")];
}
