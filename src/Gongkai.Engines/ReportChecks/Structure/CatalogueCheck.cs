using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Compares what is said of the catalogue and its table with the national one: 10 categories, 50 items. A school with a longer
/// catalogue of its own says so, and its table is measured by that.</summary>
internal sealed partial class CatalogueCheck : IReportCheck
{
    private const int Categories = 10;
    private const int Items = 50;
    private const int MostMissing = 3;
    private const int MostOff = 2;
    private const int SentencesBefore = 8;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var own = 0;
        foreach (var stretch in reading.Sentences.Select(s => s.Span).Concat(reading.Blocks.Where(b => b.Kind == BlockKind.Cell).Select(b => b.Span)))
        {
            if (!stretch.In(reading.Folded).ContainsAny('类', '项', '面'))
            {
                continue;
            }

            var text = stretch.Of(reading.Folded);
            foreach (Match match in ItemsAlone().Matches(text).Where(m => m.Groups["i"].Value != "50" && NationalList().IsMatch(text) && !Own().IsMatch(text) && !Statement().IsMatch(text)))
            {
                var span = new TextSpan(stretch.Start + match.Index, stretch.Start + match.Index + match.Length);
                yield return Notice.Of(ReportCodes.CatalogueCount, Severity.Warning, span, "items", ("expected", "50"), ("found", match.Value));
            }

            foreach (var match in CategoriesTold().Matches(text).Where(m => ChineseNumber.ParseAny(m.Groups["c"].ValueSpan) is { } n && n != Categories && !Own().IsMatch(text)))
            {
                yield return Notice.Of(ReportCodes.CatalogueCount, Severity.Warning, new TextSpan(stretch.Start + match.Index, stretch.Start + match.Index + match.Length), "statement", ("expected", "10 / 50"), ("found", match.Value));
            }

            foreach (Match match in Statement().Matches(text))
            {
                if (ChineseNumber.ParseAny(match.Groups["c"].ValueSpan) is not { } categories
                    || ChineseNumber.ParseAny(match.Groups["i"].ValueSpan) is not { } items || ((items < 20 || categories is < 5 or > 20) && (categories, items) != (Items, Categories))
                    || (!About().IsMatch(text) && !match.Value.Contains("大类", StringComparison.Ordinal)))
                {
                    continue;
                }

                // A school's own is longer; what is said of the Ministry's is said of no other.
                if (Own().IsMatch(text) && items >= Items && categories >= Categories && items + categories > Items + Categories && !OfMinistry().IsMatch(text[..match.Index]))
                {
                    own = Math.Max(own, items);
                }
                else if (categories != Categories || items != Items)
                {
                    var span = new TextSpan(stretch.Start + match.Index, stretch.Start + match.Index + match.Length);
                    var severity = text.Contains("清单", StringComparison.Ordinal) || !OwnIndex().IsMatch(text[..match.Index]) ? Severity.Error : Severity.Warning;
                    yield return Notice.Of(ReportCodes.CatalogueCount, severity, span, "statement", ("expected", "10 / 50"), ("found", match.Value));
                }
            }
        }

        var rows = CatalogueTableReader.Read(reading);
        foreach (var repeated in RepeatedItems.Of(reading, rows))
        {
            yield return Finding(repeated.Span, Severity.Warning, "repeat", "1", repeated.Number.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var told in own > 0 ? [] : OwnTotals(reading, rows))
        {
            yield return told;
        }

        foreach (var finding in IsOfCategories(reading, rows) ? [] : CheckTable(rows, own > 0 ? own : OwnCount(reading, rows)))
        {
            yield return finding;
        }
    }

    // 适用的36项……增设5项，合计公开41项……见下表: what the school itself says its table holds, when that is what it holds or nearly so.
    private static int OwnCount(Reading reading, List<CatalogueRow> rows)
    {
        if (rows.Count == 0 || rows.Count == Items)
        {
            return Items;
        }

        var before = reading.Sentences.FindAll(s => s.Span.End <= rows[0].Span.Start).TakeLast(SentencesBefore).Select(s => s.Span.Of(reading.Folded));
        var told = before.SelectMany(text => ItemsTold().Matches(text)).Select(m => int.Parse(m.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)).Where(n => n != Items).ToList();
        return told.Where(n => Math.Abs(n - rows.Count) <= MostOff).DefaultIfEmpty(Items).MinBy(n => Math.Abs(n - rows.Count));
    }

    // 增设5项，合计公开42项, where the table below has 41 rows without a gap.
    private static IEnumerable<ReportFinding> OwnTotals(Reading reading, List<CatalogueRow> rows)
    {
        if (rows.Count is 0 or Items || rows[^1].Number != rows.Count || rows.DistinctBy(r => r.Number).Count() != rows.Count)
        {
            yield break;
        }

        foreach (var sentence in reading.Sentences.FindAll(s => s.Span.End <= rows[0].Span.Start).TakeLast(SentencesBefore))
        {
            foreach (var match in TotalTold().Matches(sentence.Span.Of(reading.Folded)).Where(m => int.Parse(m.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) is var n && n != rows.Count && n != Items && Math.Abs(n - rows.Count) <= MostOff))
            {
                yield return Finding(new TextSpan(sentence.Span.Start + match.Index, sentence.Span.Start + match.Index + match.Length), Severity.Warning, "rows", match.Groups["n"].Value, rows.Count.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    [GeneratedRegex(@"(?:合计|总计|共计|总共|一共|共|计)(?:公开|公布|列出|列有|列入|列示|有|为|达)?\s*(?<n>[2-9]\d)项(?!目)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TotalTold();

    // Ten rows, a category each, are not the fifty items.
    private static bool IsOfCategories(Reading reading, List<CatalogueRow> rows) =>
        rows.Count is > 0 and <= Categories + 1 && rows.Count(r => CatalogueCategories.IsCategory(r.Span.Of(reading.Folded))) >= rows.Count - 2;

    private static IEnumerable<ReportFinding> CheckTable(List<CatalogueRow> rows, int expected)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        var whole = new TextSpan(rows[0].Span.Start, rows[^1].Span.End);
        var faults = 0;
        foreach (var repeated in rows.GroupBy(r => r.Number).Where(g => g.Count() > 1))
        {
            faults++;
            yield return Finding(repeated.Last().Span, Severity.Error, "repeat", "1", repeated.Key.ToString(CultureInfo.InvariantCulture));
        }

        var missing = Enumerable.Range(1, expected).Count(n => !rows.Exists(r => r.Number == n));
        if (missing > MostMissing && rows[^1].Number >= expected)
        {
            // The last row is there and many before it are not: the layout was lost on the way into text.
            yield return Finding(whole, Severity.Warning, "rows", expected.ToString(CultureInfo.InvariantCulture), rows.Count.ToString(CultureInfo.InvariantCulture)) with { ByConversion = true };
            yield break;
        }

        var last = Math.Min(Math.Max(rows.Max(r => r.Number), rows.Count < expected ? 0 : expected), 200);
        for (var number = 1; number <= last; number++)
        {
            if (!rows.Exists(r => r.Number == number))
            {
                faults++;
                var before = rows.FindLast(r => r.Number < number);
                yield return Finding((before ?? rows[0]).Span, Severity.Error, "gap", number.ToString(CultureInfo.InvariantCulture), "");
            }
        }

        if (faults == 0 && rows.Count != expected)
        {
            yield return Finding(
                whole, Severity.Error, "rows", expected.ToString(CultureInfo.InvariantCulture), rows.Count.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var row in rows.Where(r => !r.HasLink))
        {
            yield return Finding(row.Span, Severity.Warning, "no-link", "", row.Number.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var row in WithoutUnit(rows))
        {
            yield return Finding(row.Span, Severity.Warning, "no-unit", "", row.Number.ToString(CultureInfo.InvariantCulture));
        }
    }

    // A blank cell takes the unit of the row above when the table merges cells; it plainly does not when it writes the same unit
    // again and again.
    private static IEnumerable<CatalogueRow> WithoutUnit(List<CatalogueRow> rows)
    {
        var blank = rows.FindAll(r => r.Unit.Length == 0);
        var repeats = rows.Zip(rows.Skip(1)).Count(p => p.First.Unit.Length > 0 && p.First.Unit == p.Second.Unit);
        var merges = repeats < 3 && blank.Count > 2;
        return blank.Count == rows.Count ? [] : blank.Where(r => r == rows[0] || (!merges && repeats >= 3 && blank.Count <= 5));
    }

    private static ReportFinding Finding(TextSpan span, Severity severity, string wordCase, string expected, string found) =>
        Notice.Of(ReportCodes.CatalogueCount, severity, span, wordCase, ("expected", expected), ("found", found));

    // 《清单》的12个类别, 50个事项分为9个类别: what the Ministry's list is divided into.
    [GeneratedRegex(@"(?:(?:国家|教育部|部颁)?清单》?(?:规定|所列|列出|确定)?的?|(?:50|五十)个?(?:项|事项|条)(?:内容|信息)?(?:共|按|被)?(?:分为|分成|归为|归入|划为))\s*(?<c>\d{1,2}|[一二三四五六七八九十]{1,3})\s*个?大?(?:类别|类)(?![^，,。;]{0,6}[二三四五六七八九\d]+\s*[项条])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CategoriesTold();

    [GeneratedRegex(@"(?<c>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:个)?\s*(?:大类别?|大项|类别|个?方面|类)(?:信息)?[，,、\s]*(?:共计|总计|共|计|合计|和|及)?\s*(?<i>\d{2,3}|[一二三四五六七八九十百]{2,5})\s*(?:个|小|条|款|子)?(?:项|条|事项|款|条目|小项|个|目)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"(?<![第\d至—\-])(?<n>[2-9]\d)项(?!目)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItemsTold();

    // 附表列出49项内容; but of 其中适用43项 nothing is known.
    [GeneratedRegex(@"(?<![除余中])(?:共|列出|所列|列有|规定|计|全部|包括)(?:的)?\s*(?<i>4[5-9]|5\d|60)\s*项(?!目|申请|任务|工作)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItemsAlone();

    [GeneratedRegex(@"(?:国家|教育部|部颁)清单》?的?$|(?:国家|教育部|部颁)?清单》?(?:规定|所列|要求|明确|列出|确定)(?:的|了)?$|高等学校信息公开事项清单》?(?:\([^()]*\))?(?:共计|共有|共|有|包括|所列|列出|规定|列有|明确|分为|含)?(?:了|的)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfMinistry();

    [GeneratedRegex(@"清单|附表|教办函〔?2014", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NationalList();

    [GeneratedRegex(@"清单|目录|事项|教办函|依据", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex About();

    // 学校编制了《信息公开目录》，目录共列8大类61项: the school's index is not the Ministry's catalogue.
    [GeneratedRegex(@"目录[^，,。;]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnIndex();

    [GeneratedRegex(@"二级学院清单|目录|拓展|扩展|增加|增设|新增|细化|分解(?!到|至|落实|给|任务)|补充|扩充|在此基础上|结合[^，。]{0,10}实际|自行|自主|校本|本校清单|(?:学校|我校)清单(?!专[栏题网区]|栏目|网页|页面)|延伸|丰富", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Own();
}
