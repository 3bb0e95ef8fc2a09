using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks;

/// <summary>Finds the headings of a report. A heading may stand alone or run into its text (一、概述。…).</summary>
internal static partial class HeadingReader
{
    private const int LongestHeading = 48;

    // Numbered in a way that makes headings only where there are no others: 【1】概况, 第一 概况, 问题1：….
    private const int Odd = 9;
    private const int LongestTitle = 24;
    private const int LongestBare = 40;

    // The names of several parts in a row.
    private const int LongestOfSeveral = 80;
    private const int FewestInRow = 4;
    private const int FewestBare = 5;
    private const int FewestParts = 3;

    private static readonly SearchValues<char> NotInBareHeadings = SearchValues.Create("。，,;:0123456789");

    /// <summary>Whether a line begins with a heading's number.</summary>
    public static bool IsNumbered(string line) => First().IsMatch(line) || Second().IsMatch(line) || Third().IsMatch(line);

    /// <summary>Every heading in order.</summary>
    public static List<Heading> Read(string folded, IReadOnlyList<Block> blocks)
    {
        var headings = new List<Heading>();
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Prose && Match(folded, block) is { } heading)
            {
                headings.Add(heading);
            }
        }

        Demote(headings);
        var main = headings.FindAll(h => h.Rank == 1);
        if (main.Count < 3)
        {
            Promote(folded, blocks, headings);
        }
        else if (main.Count(h => SectionKinds.In(h.Title).Count > 0) < FewestParts && (PromoteBracketed(folded, blocks, headings) || PromoteBare(folded, blocks, headings)))
        {
            // What is numbered stands below what is in brackets.
            foreach (var heading in main)
            {
                headings[headings.IndexOf(heading)] = heading with { Rank = 2 };
            }
        }

        headings.RemoveAll(h => h.Rank == Odd);
        return headings;
    }

    private static Heading? Match(string folded, Block block)
    {
        var line = folded.Substring(block.Span.Start, Math.Min(block.Span.Length, 200));
        foreach (var (rank, form) in new[] { (1, First()), (2, Second()), (3, Third()), (3, Bare()), (Odd, InOddForm()) })
        {
            var match = form.Match(line);
            if (!match.Success || ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) is not { } number || number is < 1 or > 40)
            {
                continue;
            }

            if (TitleEnd(line, match.Length) is { } end)
            {
                return new Heading(rank, number, line[match.Length..end].Trim(), new TextSpan(block.Span.Start, block.Span.Start + end));
            }
        }

        return null;
    }

    // Where the heading's words end: at the end of the line, at the first full stop, or, before text that follows without one,
    // at the first blank when the words name a standard part. Null when this is a numbered paragraph and no heading.
    private static int? TitleEnd(string line, int from)
    {
        var stop = line.AsSpan(from).IndexOfAny('。', '!', '！');
        var end = stop < 0 ? line.Length : from + stop;
        if (end > from && (end - from <= LongestHeading || IsOfSeveral(line[from..end])) && line.AsSpan(from, end - from).IndexOf(';') < 0)
        {
            return end;
        }

        var blank = line.AsSpan(from).IndexOfAny(' ', ':', '\n');
        return blank is > 1 and <= LongestHeading && SectionKinds.In(line.Substring(from, blank)).Count > 0 ? from + blank : null;
    }

    // 一、二、… inside a part starts again at one and names no standard part: it is a list, not a row of headings.
    private static void Demote(List<Heading> headings)
    {
        var main = 0;
        var nested = 0;
        for (var i = 0; i < headings.Count; i++)
        {
            var heading = headings[i];
            if (heading.Rank != 1)
            {
                continue;
            }

            var isPart = SectionKinds.In(heading.Title).Count > 0;
            if (heading.Number == nested + 1 && main > 0 && (nested > 0 || heading.Number == 1)
                && (!isPart || (nested > 0 && heading.Number != main + 1)))
            {
                nested = heading.Number;
                headings[i] = heading with { Rank = 2 };
                continue;
            }

            nested = 0;
            main = heading.Number;
        }
    }

    // A report without 一、二、…: parts numbered (一) (二) or 1. 2. 3., or not numbered at all.
    private static void Promote(string folded, IReadOnlyList<Block> blocks, List<Heading> headings)
    {
        if (PromoteRow(headings, headings.FindAll(h => h.Rank == Odd)) || PromoteBracketed(folded, blocks, headings))
        {
            return;
        }

        // A list of 1. 2. 3. within a part names fewer parts than the lines that are their names.
        var bare = Bare(folded, blocks);
        var numbered = headings.FindAll(h => h.Rank == 3 && h.Title.Length > 1 && (h.Title.Length <= LongestTitle || IsOfSeveral(h.Title)) && IsWholeLine(folded, h) && !h.Title.AsSpan().ContainsAny(NotInBareHeadings));
        var isBare = CountKinds(bare) >= FewestBare;
        if (!(isBare && CountKinds(numbered) < CountKinds(bare)) && PromoteRow(headings, numbered))
        {
            return;
        }

        if (isBare)
        {
            AddBare(headings, bare);
            return;
        }

        foreach (var rank in new[] { 2, 3 })
        {
            if (CountKinds(headings.FindAll(h => h.Rank == rank)) >= 4)
            {
                PromoteRank(headings, rank);
                return;
            }
        }

        if (bare.Count >= FewestInRow)
        {
            AddBare(headings, bare);
        }
    }

    private static int CountKinds(List<Heading> headings) => headings.SelectMany(h => SectionKinds.In(h.Title).Take(1)).Distinct().Count();

    // 依申请公开和不予公开情况: lines that are the name of a part and nothing else. Blanks may set the characters of a short one apart.
    private static List<Heading> Bare(string folded, IReadOnlyList<Block> blocks)
    {
        var bare = new List<Heading>();
        foreach (var block in blocks.Where(b => b.Kind == BlockKind.Prose && b.Span.Length <= LongestOfSeveral))
        {
            var line = string.Concat(block.Span.Of(folded).Where(c => !char.IsWhiteSpace(c)));
            if (SectionKinds.In(line).Count > 0 && (block.Span.Length <= LongestBare || IsOfSeveral(line)) && !line.AsSpan().ContainsAny(NotInBareHeadings) && !IsNumbered(line) && !ReportTitle().IsMatch(line))
            {
                bare.Add(new Heading(1, 0, line, block.Span));
            }
        }

        return bare;
    }

    // 因……受到举报、复议、诉讼的情况及新做法新举措、主要经验、问题和改进措施
    private static bool IsOfSeveral(string words) =>
        words.Length <= LongestOfSeveral && SectionKinds.In(words).Count > 1 && SeveralNames().IsMatch(words);

    private static void AddBare(List<Heading> headings, List<Heading> bare)
    {
        headings.AddRange(bare);
        headings.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
    }

    // 1 概况 … 7 不足与打算: a row that runs through the whole report, but for one slip in it, is that of its parts.
    private static bool PromoteRow(List<Heading> headings, List<Heading> row)
    {
        if (row.Count < FewestInRow || row[0].Number != 1 || row.Zip(row.Skip(1)).Count(p => p.Second.Number != p.First.Number + 1) > (row.Count > FewestInRow ? 2 : 0) || row.Skip(1).Any(h => h.Number == 1) || !row.Exists(h => SectionKinds.In(h.Title).Count > 0))
        {
            return false;
        }

        foreach (var heading in row)
        {
            headings[headings.IndexOf(heading)] = heading with { Rank = 1 };
        }

        return true;
    }

    // 概述, 主动公开情况 … and below them 一、招生信息: the names of the parts have no number, and what stands below them has.
    private static bool PromoteBare(string folded, IReadOnlyList<Block> blocks, List<Heading> headings)
    {
        var bare = Bare(folded, blocks);
        if (CountKinds(bare) < FewestBare)
        {
            return false;
        }

        AddBare(headings, bare);
        return true;
    }

    // 【总体情况】: lines that are all brackets.
    private static bool PromoteBracketed(string folded, IReadOnlyList<Block> blocks, List<Heading> headings)
    {
        var row = blocks.Where(b => b.Kind == BlockKind.Prose && b.Span.Length <= LongestOfSeveral && InBrackets().IsMatch(b.Span.Of(folded)))
            .Select(b => new Heading(1, 0, InBrackets().Match(b.Span.Of(folded)).Groups["title"].Value, b.Span)).ToList();
        if (row.Count < FewestInRow || row.Count(h => SectionKinds.In(h.Title).Count > 0) < FewestParts)
        {
            return false;
        }

        headings.AddRange(row);
        headings.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return true;
    }

    private static bool IsWholeLine(string folded, Heading heading)
    {
        var end = folded.AsSpan(heading.Span.End).IndexOf('\n');
        return folded.AsSpan(heading.Span.End, end < 0 ? folded.Length - heading.Span.End : end).IsWhiteSpace();
    }

    // In order; a number that was left out does not hide the parts behind it.
    private static void PromoteRank(List<Heading> headings, int rank)
    {
        var last = 0;
        for (var i = 0; i < headings.Count; i++)
        {
            var heading = headings[i];
            if (heading.Rank == rank && SectionKinds.In(heading.Title).Count > 0
                && (heading.Number == last + 1 || (heading.Number == last + 2 && last > 0 && !headings.Skip(i + 1).Any(h => h.Rank == rank && h.Number == last + 1 && SectionKinds.In(h.Title).Count > 0))))
            {
                headings[i] = heading with { Rank = 1 };
                last = heading.Number;
            }
        }
    }

    [GeneratedRegex(@"^(?:第\s*(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:部分|章|篇|编)[、.:\s]*|(?<n>[一二三四五六七八九十]{1,3})\s*[、.，,:]\s*|(?<n>[一二三四五六七八九十]{1,3})\s+(?=\S))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex First();

    [GeneratedRegex(@"^\(\s*(?<n>[一二三四五六七八九十]{1,3})\s*\)\s*[、.]?\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Second();

    [GeneratedRegex(@"^(?<n>\d{1,2})\s*[、.](?!\d)\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Third();

    [GeneratedRegex(@"^(?:[【\[]\s*(?<n>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[】\]]\s*|第(?<n>[一二三四五六七八九十]{1,2})\s+(?=[\u4e00-\u9fa5])|(?:Page|Part|PART|Chapter|CHAPTER)\s*(?<n>\d{1,2})[.:\s]*|(?:问题|[问题Qq])\s*(?<n>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[:、.]\s*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InOddForm();

    [GeneratedRegex(@"^[【\[〖](?<title>[\u4e00-\u9fa5、与和及以]{2,72})[】\]〗]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^[\u4e00-\u9fa5、\s]*(?:情况|概述|概况|措施|事项|表|打算|计划)(?:以?及|和|与|暨|、)[\u4e00-\u9fa5、\s]*(?:情况|事项|措施|表|举措|问题|打算|经验|计划|说明|方向)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SeveralNames();

    // 3 依申请公开: a number and a blank, with nothing else in the line.
    [GeneratedRegex(@"^(?<n>\d{1,2}) +(?=[\u4e00-\u9fa5][^。，,;:\d\t]{1,24}$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bare();

    [GeneratedRegex(@"信息公开.{0,8}报告$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReportTitle();
}
