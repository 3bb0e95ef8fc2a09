using CsCheck;
using Gongkai.Engines.ReportChecks.Texts.Language;

namespace Gongkai.Engines.Tests.ReportChecks;

/// <summary>The model of the language, each part against a slower way to the same answer.</summary>
public sealed class LanguageTests
{
    private static readonly LanguageModel Model = LanguageModel.Shared;

    // What reports say, and what nobody does.
    private static readonly Gen<string> Signs = Gen.OneOf(
        One("学校信息公开工作领导小组办公室", "依申请公开和不予公开情况", "本学年共召开会议#次，印发文件#件。", "各二级学院", "公开公开", "校长工报告", "的了一是", "龘信靐息", "^学校、", "《办法》"),
        One("学校信息公开", "教职工代表大会", "招生就业", "重大决策", "#项", "评议").Array[1, 3].Select(string.Concat));

    [Fact]
    public void A_packed_map_holds_what_a_dictionary_holds() =>
        Gen.Select(Gen.Int[1, 9], Gen.Select(Gen.ULong[1, (1UL << PackedMap.KeyBits) - 1], Gen.UInt[0, (1U << PackedMap.ValueBits) - 1]).Array[0, 3000]).Sample((extra, entries) =>
        {
            var map = new PackedMap(6 + extra);
            var known = new Dictionary<ulong, uint>();
            foreach (var (key, value) in entries.DistinctBy(e => e.Item1))
            {
                map.Set(key, value);
                known[key] = value;
            }

            Assert.All(known, entry => Assert.True(map.TryGet(entry.Key, out var value) && value == entry.Value));
            Assert.All(known.Keys.Select(key => key ^ 1).Where(key => key != 0 && !known.ContainsKey(key)), key => Assert.False(map.TryGet(key, out _)));
            Assert.Equal(known.OrderBy(e => e.Key).Select(e => (e.Key, e.Value)), map.All.OrderBy(e => e.Key));
        }, iter: 30);

    [Fact]
    public void Nothing_is_in_an_empty_map()
    {
        Assert.False(new PackedMap(8).TryGet(5, out var value));
        Assert.Equal(0U, value);
    }

    // Words that differ only behind the filter must not be taken for each other.
    [Fact]
    public void A_full_filter_hides_nothing_and_makes_up_nothing()
    {
        var map = new PackedMap(6);
        for (var key = 1UL; key <= 2000; key += 2)
        {
            map.Set(key, (uint)key * 3);
        }

        for (var key = 1UL; key <= 2000; key++)
        {
            Assert.Equal(key % 2 == 1, map.TryGet(key, out var value));
            Assert.Equal(key % 2 == 1 ? (uint)key * 3 : 0, value);
        }
    }

    [Theory]
    [InlineData("信息", true)]
    [InlineData("学校印发", false)]
    [InlineData("息信", false)]
    [InlineData("信", true)]
    [InlineData("龘靐齉", false)]
    [InlineData("教职工", true)]
    public void The_vocabulary_knows_words(string word, bool isWord)
    {
        var number = Model.Words.NumberOf(word);

        Assert.Equal(isWord, number != Vocabulary.Unknown);
        Assert.Equal(isWord, Model.Words.ShareOf(number) > 0);
        Assert.InRange(number, -1, Model.Words.Count - 1);
    }

    [Fact]
    public void The_common_word_has_the_larger_share()
    {
        Assert.True(Share("学校") > Share("学籍"));
        Assert.True(Share("的") > Share("之"));
        Assert.Equal(0, Model.Words.ShareOf(Vocabulary.Unknown));
    }

    [Fact]
    public void A_word_taken_up_is_known_and_its_beginning_is_not()
    {
        var words = Vocabulary.Load();
        var count = words.Count;

        var number = words.Add("龘靐齉");

        Assert.Equal(number, words.NumberOf("龘靐齉"));
        Assert.Equal(number, words.Add("龘靐齉"));
        Assert.Equal(Vocabulary.Unknown, words.NumberOf("龘靐"));
        Assert.Equal(Vocabulary.Unknown, words.NumberOf("龘靐齉爩"));
        Assert.Equal(0, words.ShareOf(number));
        Assert.InRange(words.Count, count + 2, count + 3);
        Assert.Equal(Vocabulary.Nowhere, words.Step(words.Step(Vocabulary.Root, '龘'), '龘'));
        Assert.Equal(Vocabulary.Nowhere, words.Step(Vocabulary.Nowhere, '龘'));
    }

    [Fact]
    public void All_words_of_two_are_words()
    {
        var two = Model.Words.OfTwo().ToList();

        Assert.InRange(two.Count, 20_000, 200_000);
        Assert.All(two.Where((_, n) => n % 97 == 0), w => Assert.Equal(w.Word, Model.Words.NumberOf($"{w.First}{w.Second}")));
        Assert.Contains(two, w => w is { First: '信', Second: '息' });
        Assert.DoesNotContain(two, w => w is { First: '息', Second: '信' });
    }

    [Theory]
    [InlineData("学校", "印发", true)]
    [InlineData("印发", "了", true)]
    [InlineData("公演", "印发", false)]
    public void Pairs_are_known_in_their_order(string before, string word, bool isPair)
    {
        Assert.Equal(isPair, Model.IsPair(Model.Words.NumberOf(before), Model.Words.NumberOf(word)));
        Assert.False(Model.IsPair(Vocabulary.Unknown, Model.Words.NumberOf(word)));
        Assert.False(Model.IsPair(Model.Words.NumberOf(before), Vocabulary.Unknown));
    }

    [Fact]
    public void What_was_seen_together_is_likelier_than_what_was_not()
    {
        Assert.True(Likelihood("印发", "通知") > Likelihood("印发", "公演"));
        Assert.True(Likelihood("印发", "通知") > Likelihood("校长", "通知"));
        Assert.All([Likelihood("信息", "龘"), Likelihood("龘", "信息"), Likelihood("龘", "龘")], l => Assert.InRange(l, -21, -1));
        Assert.Equal(Likelihood("信息", "龘"), Likelihood("龘", "龘"), 9);
    }

    // All words that follow one word have together no more than all of the likelihood, and what was never seen behind it keeps some.
    [Theory]
    [InlineData("信息")]
    [InlineData("学校")]
    [InlineData("的")]
    [InlineData("龘")]
    public void What_may_follow_a_word_makes_up_the_whole(string word)
    {
        var before = Model.WeightOf(Model.Words.NumberOf(word));

        var sum = Enumerable.Range(0, Model.Words.Count).Where(w => Model.Words.WordAt(w) != Vocabulary.Unknown).Sum(w => Math.Exp(Model.Likelihood(before, Model.WeightOf(w))));

        Assert.InRange(sum, 0.8, 1.9);
    }

    [Fact]
    public void The_likeliest_division_is_found() => Signs.Where(s => s.Length is > 0 and <= 14).Sample(signs =>
    {
        var lattice = new Lattice(Model);
        lattice.Read(signs);

        var found = lattice.Words().ToList();

        Assert.Equal(Divisions(signs).Max(Total), Total(found), 6);
    }, iter: 60);

    // Read anew, the changed text must be likelier by as much as was foreseen.
    [Fact]
    public void A_change_is_weighed_as_if_all_had_been_read_anew() =>
        Gen.Select(Signs, Gen.Int[0, 30], Gen.Int[0, 2], One("", "息", "工作", "公", "信息", "龘", "和不予")).Where((signs, at, removed, _) => at + removed <= signs.Length && at < signs.Length).Sample((signs, at, removed, meant) =>
        {
            var changed = $"{signs[..at]}{meant}{signs[(at + removed)..]}";
            if (changed.Length == 0)
            {
                return;
            }

            var lattice = new Lattice(Model);
            lattice.Read(signs);
            var change = lattice.Weigh(at, removed, meant);

            var (before, after) = (new Lattice(Model), new Lattice(Model));
            before.Read(signs);
            after.Read(changed);
            Assert.Equal(Total(after.Words()) - Total(before.Words()), change.Gain, 4);
            Assert.InRange(change.Start, 0, at);
            Assert.InRange(change.End, Math.Min(at + meant.Length, changed.Length), changed.Length);
        }, iter: 400);

    [Fact]
    public void A_lattice_may_be_used_again()
    {
        var lattice = new Lattice(Model);
        lattice.Read("学校信息公开工作领导小组办公室统筹全校的信息公开工作");
        lattice.Read("学校印发");

        Assert.Equal(["学校", "印发"], lattice.Words());
        Assert.Equal("学校印发", lattice.Signs);
    }

    [Theory]
    [InlineData("岚山，2021 年:《x》", "岚山，#年：《*》")]
    [InlineData("a b\tc", "**^*")]
    [InlineData("12.5%;(〇)", "#；（#）")]
    [InlineData("第一\n二", "第一^二")]
    public void A_text_is_read_as_signs(string text, string signs)
    {
        var wording = Wording.Of(text, new Engines.ReportChecks.TextSpan(0, text.Length));

        Assert.Equal(signs, wording.Signs);
        Assert.All(Enumerable.Range(0, signs.Length).Where(i => signs[i] is not ('#' or '*' or '^' or '，' or '；' or '：' or '（' or '）')), i => Assert.Equal(signs[i], text[wording.PlaceOf(i)]));
    }

    private static Gen<string> One(params string[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static double Share(string word) => Model.Words.ShareOf(Model.Words.NumberOf(word));

    private static double Likelihood(string before, string word) => Model.Likelihood(Model.WeightOf(Model.Words.NumberOf(before)), Model.WeightOf(Model.Words.NumberOf(word)));

    private static double Total(IEnumerable<string> words) => words.Prepend("^").Zip(words, Likelihood).Sum();

    // A single sign is a word even if none knows it.
    private static IEnumerable<IEnumerable<string>> Divisions(string signs) => signs.Length == 0
        ? [[]]
        : Enumerable.Range(1, Math.Min(Vocabulary.LongestWord, signs.Length)).Where(length => length == 1 || Model.Words.NumberOf(signs.AsSpan(0, length)) != Vocabulary.Unknown)
            .SelectMany(length => Divisions(signs[length..]).Select(rest => rest.Prepend(signs[..length])));
}
