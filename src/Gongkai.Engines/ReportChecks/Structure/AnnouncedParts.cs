using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>What the introduction says of the parts of the report: 全文包括概述、主动公开情况……等七个部分.</summary>
/// <param name="Span">The sentence's stretch that says so.</param>
/// <param name="Count">The number announced; null when none is.</param>
/// <param name="Names">The names announced, as single parts.</param>
internal sealed partial record AnnouncedParts(TextSpan Span, int? Count, IReadOnlyList<string> Names)
{
    private const int ShortName = 4;
    private const int LeastJoints = 4;

    private static readonly string[] Joints = ["以及", "和", "及", "与"];

    public static AnnouncedParts? Read(Reading reading, IReadOnlyList<Heading> headings)
    {
        var first = headings.Count > 0 ? headings[0].Span.Start : reading.Folded.Length;
        var second = headings.Count > 1 ? headings[1].Span.Start : first;
        foreach (var sentence in reading.Sentences.TakeWhile(s => s.Span.Start < second))
        {
            var text = sentence.Span.Of(reading.Folded);
            if (text.Length > 900 || !About().IsMatch(text))
            {
                continue;
            }

            // Below the first heading only what names the parts can be meant.
            var match = sentence.Span.Start >= first && Preface().IsMatch(headings[0].Title) && CountOnly().Match(text) is { Success: true } said ? said
                : sentence.Span.Start >= first ? NamesThenCount().Match(text) is { Success: true } n && n.Groups["names"].Value.Count(c => c == '、') >= LeastJoints ? n : Match.Empty : NamesThenCount().Match(text) is { Success: true } a ? a
                : CountThenNames().Match(text) is { Success: true } b ? b
                : FromNames().Match(text) is { Success: true } f ? f
                : FewNames().Match(text) is { Success: true } few && NamesHeadings(few.Groups["names"].Value, headings) ? few
                : CountOnly().Match(text) is { Success: true } c ? c
                : NamesOnly().Match(text);
            // 分为四组：总的情况5问，公开情况4问: how many each group has.
            if (match.Success && !Grouped().IsMatch(match.Groups["names"].ValueSpan))
            {
                var count = match.Groups["n"].Success ? ChineseNumber.ParseAny(match.Groups["n"].ValueSpan) : null;
                var names = match.Groups["names"].Success ? Split(match.Groups["names"].Value, headings) : [];
                return new AnnouncedParts(new TextSpan(sentence.Span.Start + match.Index, sentence.Span.Start + match.Index + match.Length), count, names);
            }
        }

        return null;
    }

    // 从组织领导、制度建设、平台建设三个方面报告: so few names are those of the parts only if nearly all of them head one.
    private static bool NamesHeadings(string list, IReadOnlyList<Heading> headings)
    {
        var names = list.Split('、');
        return headings.Count <= names.Length + 1 && names.Count(n => headings.Any(h => Likeness.Of(h.Title, n) >= 1)) >= names.Length - 1;
    }

    private static List<string> Split(string list, IReadOnlyList<Heading> headings)
    {
        var byComma = list.Count(c => c is '，' or ',' or ';') >= 3;
        bool IsHeading(string words) => words.Length >= ShortName && headings.Any(h => h.Title == words);
        var fragments = list.Split(byComma ? ['，', ',', ';', '\n'] : ['、', '，', ',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(f => Ordinal().Replace(f, ""))
            .Where(f => f.Length > 1)
            .SelectMany(f => SplitBefore(f, IsHeading))
            .SelectMany(SplitAtJoint)
            .ToList();
        JoinUnfinished(fragments, IsHeading);
        foreach (var heading in headings)
        {
            JoinAsHeading(fragments, heading.Title.Split('、'));
        }

        return fragments;
    }

    // 收费及减免和工作展望: what stands behind the joint is a heading by itself.
    private static IEnumerable<string> SplitBefore(string fragment, Func<string, bool> isHeading)
    {
        foreach (var joint in Joints)
        {
            if (fragment.LastIndexOf(joint, StringComparison.Ordinal) is var at and > 0 && isHeading(fragment[(at + joint.Length)..]))
            {
                return [fragment[..at], fragment[(at + joint.Length)..]];
            }
        }

        return [fragment];
    }

    // 改进措施和清单事项公开情况表 are two parts; 依申请公开和不予公开情况 is one.
    private static IEnumerable<string> SplitAtJoint(string fragment)
    {
        foreach (var joint in Joints)
        {
            var at = fragment.LastIndexOf(joint, StringComparison.Ordinal);
            if (at == 0)
            {
                return SplitAtJoint(fragment[joint.Length..]);
            }

            if (at > 0 && SectionKinds.In(fragment[..at]) is [.., var left] && SectionKinds.In(fragment[(at + joint.Length)..]) is [var right, ..] && left != right)
            {
                return [.. SplitAtJoint(fragment[..at]), fragment[(at + joint.Length)..]];
            }
        }

        return [fragment];
    }

    // 受到举报 / 复议 / 诉讼的情况: a name goes on until it comes to a noun that can end one.
    private static void JoinUnfinished(List<string> fragments, Func<string, bool> isHeading)
    {
        for (var i = 0; i + 1 < fragments.Count;)
        {
            if (Finished().IsMatch(fragments[i]) || fragments[i].Length <= ShortName || isHeading(fragments[i + 1]))
            {
                i++;
                continue;
            }

            fragments[i] += "、" + fragments[i + 1];
            fragments.RemoveAt(i + 1);
        }
    }

    // A heading that has 、 in it is announced with the same 、.
    private static void JoinAsHeading(List<string> fragments, string[] parts)
    {
        if (parts.Length < 2)
        {
            return;
        }

        for (var i = 0; i + parts.Length <= fragments.Count; i++)
        {
            if (parts.Select((part, k) => Likeness.Of(part, fragments[i + k])).All(l => l >= 0.5))
            {
                fragments[i] = string.Join('、', fragments.GetRange(i, parts.Length));
                fragments.RemoveRange(i + 1, parts.Length - 1);
                return;
            }
        }
    }

    [GeneratedRegex(@"全文|正文|报告|本文|内容|年报|文本|篇章|全篇|下文", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex About();

    [GeneratedRegex(@"\d\s*(?:问|节|条)[，,、;]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Grouped();

    // Where the first part is the introduction itself, it announces the others.
    [GeneratedRegex(@"^(?:前言|引言|导言|序言|说明|编制说明|编者按?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Preface();

    private const string Number = @"(?<![统第])(?<n>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*个?\s*大?(?:部分|章节|板块|篇章|章(?!程)|节|篇(?!幅)|编(?!制|印|写|号|码|排|入|辑|发)|个问题|问(?!题|卷|答|询|责|政)|页(?!面|脚))";

    [GeneratedRegex(@"(?:包括|包含|涵盖|分为|内容为|内容有|由|含|有)[:\s]*(?<names>[^。]{8,400}?)\s*(?:等|共计|总共|共|组成|构成|合计)*\s*(?:" + Number + @"|(?<n>[五六七八九十])个方面)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamesThenCount();

    // 从概述、主动公开、……七个方面报告如下
    [GeneratedRegex(@"(?:从|按照?|就)[:\s]*(?<names>[^。，,]{4,20}(?:、[^。，,、]{2,24}){3,12}?)\s*(?:等|共计|总共|共|这)*\s*(?:" + Number + @"|(?<n>[五六七八九十])个?方面)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FromNames();

    [GeneratedRegex(@"(?:从|按照?|就|围绕)[:\s]*(?<names>[^。，,、]{2,12}(?:、[^。，,、]{2,12}){1,2}?)\s*(?:等|这)?\s*(?<n>[二两三四])个?(?:方面|部分)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FewNames();

    [GeneratedRegex(Number + @"(?:内容)?(?:组成|构成)?(?:[:]|[，,]?\s*(?:分别[是为]?|依次[是为]?|包括|包含|即|主要[是为有]|具体[是为]|[是为]))[:，,]?\s*(?<names>[^。]{8,400})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CountThenNames();

    [GeneratedRegex(@"(?:全文|报告|内容)[^。，,]{0,8}(?:包括|包含|涵盖|分为)[:\s]*(?<names>[^。]{20,400})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamesOnly();

    [GeneratedRegex(@"(?:分为|分成|分|共|由|包括|含|有|设|列|全文|正文|报告|回答|解答)\s*" + Number + @"|(?:分为|分成|包括|包含|由)[^。，,、]{1,12}等\s*" + Number + @"|(?:从|以下|下列|如下)\s*(?<n>[四五六七八九十]|[4-9]|10)\s*个?大?(?:方面|部分)(?:进行|作|报告|说明|总结|汇报|组成|内容|:)|(?:内容|报告|正文|全文|本文)[^。，,;]{0,4}(?:分为|分成|分|包括|包含|共有|共)\s*(?<n>[四五六七八九十]|[4-9]|10)\s*个?大?方面", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CountOnly();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,2}是|\(?[一二三四五六七八九十\d]{1,2}[)、.])\s*|等$|[。;]$|^以及", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?:情况表?|概述|概况|综述|措施|事项|表|问题|经验|打算|举措|做法|评议|方向|建议|计划|公开|不足|等|说明|特色|成效|清单)\)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Finished();
}
