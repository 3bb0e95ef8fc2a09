namespace Gongkai.Engines.Tests;

public sealed class WordBookTests
{
    [Fact]
    public void Every_word_of_the_engines_stands_in_both_languages()
    {
        var incomplete = WordBook.Engines.Keys.Where(key => WordBook.Engines.LanguagesOf(key).Intersect(["zh", "en"]).Count() < 2);

        Assert.Empty(incomplete);
    }

    [Fact]
    public void A_detail_takes_its_place_in_the_text()
    {
        var said = WordBook.Fill("expected {expected}, found {found}", new Dictionary<string, string> { ["expected"] = "8846", ["found"] = "8599" });

        Assert.Equal("expected 8846, found 8599", said);
    }
}
