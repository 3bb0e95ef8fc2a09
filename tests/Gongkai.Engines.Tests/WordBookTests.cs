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
    public void Why_a_file_cannot_be_read_is_said_in_words()
    {
        var finding = new Finding("file.unreadable", Severity.Error, Place.WholeFile, new Dictionary<string, string> { ["problem"] = "Broken" });

        Assert.Contains("（已损坏）", WordBook.Engines.Say(finding, "zh"), StringComparison.Ordinal);
        Assert.Contains("(damaged)", WordBook.Engines.Say(finding, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_detail_takes_its_place_in_the_text()
    {
        var said = WordBook.Fill("expected {expected}, found {found}", new Dictionary<string, string> { ["expected"] = "8846", ["found"] = "8599" });

        Assert.Equal("expected 8846, found 8599", said);
    }
}
