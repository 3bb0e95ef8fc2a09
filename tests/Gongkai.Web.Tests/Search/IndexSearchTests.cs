using Gongkai.Web.Search;

namespace Gongkai.Web.Tests.Search;

/// <summary>What the index finds by itself, beside what Lucene finds on it.</summary>
public sealed class IndexSearchTests : IDisposable
{
    private static readonly string[] Vocabulary = ["招生", "财务", "预算", "采购", "章程", "奖学金", "校车", "就业", "决算", "食堂"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongkai-index-");
    private readonly SearchIndex _index;

    public IndexSearchTests() => _index = new SearchIndex(_folder.FullName);

    public void Dispose()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Single_words_are_found_and_ranked_as_lucene_would()
    {
        var random = new Random(19);
        Put(Enumerable.Range(0, 600).Select(n => new IndexedRecord
        {
            RecordId = Id(n),
            EditionId = Id(n),
            Title = $"{Some(1)}第{n}号",
            Body = Some(random.Next(0, 6)),
            PublishedAt = DateTime.UnixEpoch.AddDays(n),
            Files = random.Next(3) == 0 ? [new IndexedFile(Id(n), "", $"{Some(1)}.txt", $"line 1\t{Some(random.Next(1, 4))}")] : [],
        }));

        foreach (var words in (string[])["招生 财务", "预算 采购", "章程 校车", "招生", "就业 决算 预算", "食堂 没有", "校车 没有 食堂", "招生财务", "预算采购 章程", "奖学金奖学金", "第5号 决算"])
        {
            var query = IndexQuery.Read(words);
            var own = IndexSearch.Find(_index, query, Anybody, byDate: false, 0, 1000);
            var lucene = IndexSearch.Find(_index, query.Matching(), query.InTitles(), [], Anybody, byDate: false, 0, 1000);

            Assert.Equal(lucene.Total, own.Total);
            Assert.Equal(lucene.Hits.Select(h => h.Title), own.Hits.Select(h => h.Title));
        }

        Assert.NotEqual(0, IndexSearch.Find(_index, IndexQuery.Read("招生 财务"), Anybody, byDate: false, 0, 10).Total);

        string Some(int words) => string.Join(random.Next(3) == 0 ? "，" : "", Enumerable.Range(0, words).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
    }

    [Fact]
    public void What_stands_in_more_texts_than_are_ranked_comes_with_its_titles_first_and_then_the_newest()
    {
        Put(Enumerable.Range(0, 20_050).Select(n => new IndexedRecord
        {
            RecordId = Id(n),
            EditionId = Id(n),
            Title = n is 70 or 900 ? $"食堂{n}" : $"通知{n}",
            Body = n == 500 ? "食堂食堂食堂" : "食堂",
            PublishedAt = DateTime.UnixEpoch.AddDays(n),
        }));

        var found = IndexSearch.Find(_index, IndexQuery.Read("食堂"), Anybody, byDate: false, 0, 4);

        Assert.Equal(20_050, found.Total);
        Assert.Equal(["食堂900", "食堂70", "通知20049", "通知20048"], found.Hits.Select(h => h.Title));
    }

    private static IndexFilter Anybody => new() { Now = DateTime.MaxValue.ToUniversalTime() };

    private static Guid Id(int n) => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(n));

    private void Put(IEnumerable<IndexedRecord> records)
    {
        foreach (var record in records)
        {
            _index.Put(record);
        }

        _index.Refresh();
    }
}
