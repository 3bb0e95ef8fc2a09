using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Tells which parts stand under one heading: 其他需要报告的事项及清单事项公开情况表 is two of them, and 其他清单事项公开情况 is one.</summary>
internal static partial class JoinedParts
{
    /// <summary>Every kind that the heading joins, in its order; one or none when it joins nothing.</summary>
    public static IReadOnlyList<SectionKind> In(string title)
    {
        var kinds = SectionKinds.In(title);
        if (!title.Contains("清单", StringComparison.Ordinal) || WithCatalogue().Match(title) is not { Success: true } match)
        {
            return kinds;
        }

        var other = match.Groups["overview"].Success ? SectionKind.Overview : match.Groups["proactive"].Success ? SectionKind.Proactive : SectionKind.Other;
        SectionKind[] joined = [.. kinds.Where(k => k != other && k != SectionKind.CatalogueTable), other, SectionKind.CatalogueTable];
        return match.Groups["first"].Success ? [.. joined.Reverse()] : joined;
    }

    // The table beside another part is a part of its own where a joint stands between two names that could each be a heading.
    [GeneratedRegex(
        @"(?<first>清单)[\u4e00-\u9fa5]{0,10}(?:情况表?|一览表?|汇总表?|表|落实|公开)\s*(?:以?及|和|与|暨|并|兼|[、，,;/+·\s-])\s*(?:(?<overview>(?:工作)?(?:概述|概况|总体情况|基本情况))|(?<proactive>主动公开(?:信息|工作)?(?:的)?情况)|(?<other>其[他它][\u4e00-\u9fa5]{0,6}(?:事项|情况|问题|说明|内容)))"
        + @"|(?:(?<overview>(?:工作)?(?:概述|概况|总体情况|基本情况))|(?<proactive>主动公开(?:信息|工作)?(?:的)?情况)|(?<other>其[他它][\u4e00-\u9fa5]{0,6}(?:事项|情况|问题|说明|内容)))\s*(?:以?及|和|与|暨|并|兼|[、，,;/+·\s-])\s*(?:附|《)?[\u4e00-\u9fa5]{0,8}清单",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex WithCatalogue();
}
