using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Finds a number that comes again in other words and with another value: 举行接待日20次 … 三十次接待日; 推送推文412篇 … 官方微信五百余篇推文. What the one says must be
/// said by the other too; a number that anything of its kind in the report agrees with is left alone. Worth a look only.</summary>
internal static partial class Echoes
{
    private const int MostMentions = 500;
    private const decimal Farthest = 2.6m;
    private const decimal Rounded = 1.2m;

    // A number that is the same as another by chance is seldom as large.
    private const decimal LeastTelling = 10;
    private const double All = 0.99;
    private const double Half = 0.5;
    private const double Third = 0.35;

    private static readonly string[] Degrees = ["本科", "研究生", "硕士", "博士", "专科"];

    /// <summary>Every pair that differs, in the order of the text; then the joint totals.</summary>
    public static IEnumerable<(string Name, Figure First, Figure Second)> Read(Reading reading)
    {
        var mentions = Mention.Read(reading, MostMentions);
        return Differing([.. mentions, .. Cells(reading)]).Concat(Joined(mentions));
    }

    private static IEnumerable<(string Name, Figure First, Figure Second)> Differing(List<Mention> mentions)
    {
        var byPair = mentions.SelectMany((m, at) => m.Said.Pairs.Concat(m.Context).Distinct().Select(pair => (pair, at))).GroupBy(p => p.pair, p => p.at).ToDictionary(g => g.Key, g => g.ToList());
        for (var at = 0; at < mentions.Count; at++)
        {
            var mention = mentions[at];
            if (mention.IsPlanned || mention.Said.IsEmpty || mention.Figure.Unit.Length == 0)
            {
                continue;
            }

            var others = mention.Said.Pairs.Concat(mention.Context).SelectMany(pair => byPair[pair]).Distinct().Where(i => mentions[i].Sentence != mention.Sentence && mention.IsAlike(mentions[i])).Select(i => mentions[i]).ToList();
            if (!others.Exists(o => Agree(mention, o)) && others.Where(o => MayBeOne(mention, o) && !IsCarried(mentions, mention, o)).MaxBy(o => Likeness(mention, o)) is { } other)
            {
                var (first, second) = mention.Figure.Span.Start < other.Figure.Span.Start ? (mention, other) : (other, mention);
                yield return (Name(mention, other), first.Figure, second.Figure);
            }
        }
    }

    // Two things counted together in one place, 书记信箱和校长信箱共380封, and each by itself in a sentence elsewhere.
    private static IEnumerable<(string Name, Figure First, Figure Second)> Joined(List<Mention> mentions)
    {
        foreach (var joint in mentions.Where(m => m.IsJoint && !m.Figure.Approximate))
        {
            if (Both().Match(joint.Own) is not { Success: true } both)
            {
                continue;
            }

            var (a, b) = (both.Groups["a"].Value, both.Groups["b"].Value);
            var pairs = mentions.Zip(mentions.Skip(1)).Where(p => p.First.Sentence == p.Second.Sentence && p.First.Sentence != joint.Sentence && p.First.Figure.Unit == joint.Figure.Unit && p.Second.Figure.Unit == joint.Figure.Unit
                && !p.First.IsJoint && p.First.Own.Contains(a, StringComparison.Ordinal) && p.Second.Own.Contains(b, StringComparison.Ordinal) && !p.First.Figure.Approximate && !p.Second.Figure.Approximate).ToList();
            if (pairs is [var (first, second), ..] && !pairs.Exists(p => p.First.Figure.Value + p.Second.Figure.Value == joint.Figure.Value))
            {
                var sum = first.Figure with { Value = first.Figure.Value + second.Figure.Value, Span = second.Figure.Span };
                yield return Pair.InOrder(joint.Own, joint.Figure, sum);
            }
        }
    }

    [GeneratedRegex(@"(?<a>[\u4e00-\u9fa5]{2,5})[和与及](?<b>[\u4e00-\u9fa5]{2,6}?)(?:一年|全年|学年|共|合计|总计|累计|先后|收到|开了)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Both();

    // 受理21件，上学年转来2件 and 办理23件: what was carried over is what they differ by.
    private static bool IsCarried(List<Mention> mentions, Mention a, Mention b) => !a.Said.Equals(b.Said) && mentions.Exists(m =>
        (m.Sentence == a.Sentence || m.Sentence == b.Sentence) && m.Figure.Value == Math.Abs(a.Figure.Value - b.Figure.Value) && Carried().IsMatch(m.Own + m.Behind));

    [GeneratedRegex(@"结转|转来|转入|遗留|留待|顺延|上一?学?年", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Carried();

    private static string Name(Mention mention, Mention other) => (mention.Own.Length > 0 ? mention.Own : other.Own).Trim(' ', '#', ':') + mention.Behind;

    private static bool Agree(Mention a, Mention b) =>
        (a.Figure.Value == b.Figure.Value || ((a.Figure.Approximate || b.Figure.Approximate) && Ratio(a, b) < Rounded))
        && ((a.Figure.Value == b.Figure.Value && (a.IsBare || b.IsBare) && a.Figure.Value >= LeastTelling) || a.Said.Pairs.Overlaps(b.Said.Pairs) || a.Said.Pairs.Overlaps(b.Context) || a.Context.Overlaps(b.Said.Pairs));

    private static bool MayBeOne(Mention a, Mention b) =>
        !b.IsPlanned && !a.IsGeneral && !b.IsGeneral && !IsOneOf(a, b) && !IsOneOf(b, a) && a.Time == b.Time && (!(a.IsBare && b.IsBare) || a.Time.Contains('C', StringComparison.Ordinal)) && a.Said.Pairs.Overlaps(b.Said.Pairs)
        && Math.Min(a.Figure.Value, b.Figure.Value) > 1 && Ratio(a, b) <= Farthest
        && a.Marks == b.Marks && (a.IsJoint == b.IsJoint || a.IsBare || b.IsBare) && SameGroup(a, b)
        && (!(a.IsPart || b.IsPart) || (!a.IsBare && !b.IsBare && a.Said.Equals(b.Said)))
        && Likeness(a, b) > 0;

    // 培训312人次。其中，4月的一期参训128人次: behind the whole stands one of its parts.
    private static bool IsOneOf(Mention part, Mention whole) => part.OpensPart && part.Sentence == whole.Sentence + 1 && part.Figure.Value < whole.Figure.Value;

    private static decimal Ratio(Mention a, Mention b) =>
        Math.Max(a.Figure.Value, b.Figure.Value) / Math.Max(Math.Min(a.Figure.Value, b.Figure.Value), 0.0001m);

    private static bool SameGroup(Mention a, Mention b)
    {
        if (!Units.CountsPeople(a.Figure.Unit) && a.Figure.Unit is not ("条" or "篇"))
        {
            return true;
        }

        string[] left = a.Groups.Split(' ', StringSplitOptions.RemoveEmptyEntries), right = b.Groups.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<string> apart = [.. left.Except(right), .. right.Except(left)];
        return !(Units.CountsPeople(a.Figure.Unit) && apart.Exists(g => Degrees.Contains(g)))
            && (left.Length == 0 || right.Length == 0 || !left.Except(right).Any() || !right.Except(left).Any());
    }

    // 0 unless all that the one says is said by the other, and half the other way round.
    private static double Likeness(Mention a, Mention b)
    {
        var (there, back) = (a.Said.CoveredBy(b.Said.Pairs, b.Context), b.Said.CoveredBy(a.Said.Pairs, a.Context));
        return (there >= All && back >= (a.IsNamed ? Third : Half)) || (back >= All && there >= (b.IsNamed ? Third : Half)) ? there + back : 0;
    }

    // The numbers of a table, each named by its row; the catalogue's long one counts other things.
    private static IEnumerable<Mention> Cells(Reading reading)
    {
        const int LongestTable = 20;
        var sentence = reading.Sentences.Count;
        foreach (var row in Structure.TableGrids.Of(reading).Where(rows => rows.Count <= LongestTable).SelectMany(rows => rows.Skip(1)))
        {
            sentence++;
            if (row[0].Text.Length is < 2 or > LongestTable || Structure.CatalogueCategories.IsCategory(row[0].Text) || Structure.TableGrids.IsTotal(row))
            {
                continue;
            }

            foreach (var cell in row.Skip(1))
            {
                if (!cell.Text.StartsWith('+') && Structure.TableGrids.Value(cell) is { } value && value > 1)
                {
                    yield return Mention.OfCell(row[0].Text, value, cell.Span, sentence);
                }
            }
        }
    }
}
