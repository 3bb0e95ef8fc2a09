using Gongkai.Web.Search;

namespace Gongkai.Web.Tests.Search;

/// <summary>Which stretch of a long text a hit is shown with.</summary>
public sealed class HighlightsTests
{
    private static readonly string Filler = string.Concat(Enumerable.Repeat("春夏秋冬", 150));

    [Fact]
    public void The_stretch_holds_all_words_where_they_stand_together()
    {
        var text = $"奖学金{Filler}食堂{Filler}校车与奖学金{Filler}奖学金";

        var snippet = Highlights.Snippet(text, Words("奖学金 校车"), 150)!;

        Assert.Equal(["校车", "奖学金"], snippet.Where(s => s.IsHit).Select(s => s.Text));
        Assert.StartsWith("…", snippet[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_of_equal_stretches_is_shown_with_every_hit_in_it()
    {
        var text = $"{Filler}奖学金评定，奖学金发放{Filler}奖学金";

        var snippet = Highlights.Snippet(text, Words("奖学金"), 150)!;

        Assert.Equal(["奖学金", "奖学金"], snippet.Where(s => s.IsHit).Select(s => s.Text));
        Assert.Contains("评定，", snippet.Select(s => s.Text));
    }

    [Fact]
    public void A_text_full_of_a_word_is_shown_from_its_beginning()
    {
        var snippet = Highlights.Snippet(string.Concat(Enumerable.Repeat("工作", 50_000)), Words("工作"), 150)!;

        Assert.Equal(151, string.Concat(snippet.Select(s => s.Text)).Length);
        Assert.DoesNotContain(snippet, s => !s.IsHit && s.Text != "…");
    }

    [Fact]
    public void A_day_is_marked_however_it_is_written() =>
        Assert.Equal(["2026年3月4日"], Highlights.Snippet($"{Filler}于2026年3月4日召开{Filler}", Words("2026-03-04"), 150)!.Where(s => s.IsHit).Select(s => s.Text));

    private static List<IndexQuery.Word> Words(string typed) => [.. IndexQuery.Read(typed).Wanted];
}
