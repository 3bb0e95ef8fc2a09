using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Screening;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Screening;

public sealed class RulesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_schools_own_numbers_words_and_marks_are_found_from_then_on()
    {
        using var office = await site.VisitAsAsync("office");
        await office.OpenAsync("/office/settings/screening");
        await office.SubmitAsync("main form", ("Input.StudentNumbers", @"[BSM]\d{7}"), ("Input.WrongWords", "测试错词=测试正词"), ("Input.SoftMarks", "仅供校内参考"));
        Assert.Contains("检测规则已保存", office.Text, StringComparison.Ordinal);

        var found = await FoundAsync("同学B1234567的材料仅供校内参考，含测试错词。");
        var other = await FoundAsync("同学X1234567的材料。");

        Assert.Contains("pii.student-number", found);
        Assert.Equal(3, found.Count);
        Assert.Empty(other);
    }

    [Theory]
    [InlineData("[", "", "不是可用的正则表达式")]
    [InlineData(@"\d+", "", "过宽")]
    [InlineData(@"(a)\1", "", "不是可用的正则表达式")]
    [InlineData("", "只有错词", "错误=正确")]
    public async Task A_rule_that_cannot_be_used_comes_back_saying_why(string pattern, string words, string sentence)
    {
        using var system = await site.VisitAsAsync("system");
        await system.OpenAsync("/office/settings/screening");

        await system.SubmitAsync("main form", ("Input.StudentNumbers", pattern), ("Input.WrongWords", words));

        Assert.Contains(sentence, system.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(pattern, system.Page.QuerySelector("#Input_StudentNumbers")!.TextContent.Trim());
    }

    [Fact]
    public async Task Nobody_else_changes_what_is_looked_for()
    {
        var by = await site.ActorAsync("liaison");

        await Assert.ThrowsAsync<RefusedException>(() => site.WithAsync(give => give.GetRequiredService<ScreeningRulesDesk>().ChangeAsync(by, "", "", "", "")));
    }

    private Task<List<string>> FoundAsync(string text) => site.WithAsync(async give =>
    {
        var subject = Guid.CreateVersion7(site.Time.GetUtcNow());
        await give.GetRequiredService<ScreeningDesk>().ScreenHtmlAsync(subject, $"<p>{text}</p>");
        await give.GetRequiredService<GongkaiDb>().SaveChangesAsync();
        return (await give.GetRequiredService<ScreeningDesk>().FoundAsync([subject]))[subject].Select(f => f.Code).ToList();
    });
}
