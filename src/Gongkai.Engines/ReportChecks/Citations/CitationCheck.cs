using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Citations;

/// <summary>Compares cited titles and numbers with the register, and looks at the form of every document number.</summary>
internal sealed partial class CitationCheck : IReportCheck
{
    private const int LeastNumber = 4;

    // Reports speak of what is issued and not yet in force.
    private const int Ahead = 6;
    private const int PastBefore = 60;
    private const int PastBehind = 40;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var citations = CitationReader.Read(reading);
        foreach (var citation in citations)
        {
            foreach (var finding in CheckTitle(reading, citation))
            {
                yield return finding;
            }
        }

        foreach (var old in CitedVersions.Outdated(reading, citations).Where(c => !IsPast(reading, c.Span)))
        {
            yield return Notice.Of(ReportCodes.CitationOutdated, Severity.Warning, old.Span, "", ("expected", old.Valid), ("found", old.Span.Of(reading.Text)));
        }

        foreach (var (day, right) in ForceDays.Wrong(reading, citations))
        {
            yield return Wrong(day, ForceDays.Say(right), day.Of(reading.Text), "date", Severity.Warning);
        }

        foreach (var odd in CheckOddForms(reading).Concat(CheckOrders(reading)))
        {
            yield return odd;
        }

        foreach (var (span, number) in CitationReader.Numbers(reading))
        {
            if (CheckForm(reading, span, number) is { } form)
            {
                yield return form;
            }

            if (CheckTime(reading, span, number) is { } time)
            {
                yield return time;
            }
        }
    }

    private static IEnumerable<ReportFinding> CheckTitle(Reading reading, Citation citation)
    {
        var title = CitationRegister.Plain(citation.Title);
        var isCited = DocumentNumber.Like(citation.Number);
        if (CitationRegister.Find(title) is { } known)
        {
            if (citation.Number.Length > 0 && known.Numbers.Count > 0 && !known.Numbers.Concat(known.Also).Any(isCited))
            {
                yield return Wrong(citation.NumberSpan, known.Numbers[^1], citation.Number, "number", Severity.Error);
            }

            if (known.Until is { } until && reading.Period is { } told && until <= (IsCalledCurrent(reading, citation) ? told.To : UsedOn(reading, citation) ?? told.From) && !IsPast(reading, citation.TitleSpan))
            {
                yield return Notice.Of(ReportCodes.CitationOutdated, Severity.Warning, citation.TitleSpan, "", ("found", citation.Title), ("expected", $"《{known.By}》"));
            }

            // A report that itself speaks of later days was written after its period.
            if (reading.Ends is { } end && known.From > end.AddMonths(3) && !reading.Dates.Exists(d => d.Exists && d.First >= known.From))
            {
                yield return Notice.Of(ReportCodes.CitationOutdated, Severity.Error, citation.TitleSpan, "not-yet", ("found", citation.Title), ("expected", $"{known.From:yyyy-MM-dd}"));
            }

            yield break;
        }

        // The number of a known document says which one is meant, however its title was changed.
        var meant = citation.Number.Length > 0 ? CitationRegister.FindNear(title, isCited) : null;
        if (IsAbbreviated(title, citation) || (meant is null && Own().IsMatch(title) && !National().IsMatch(title)) || (reading.Institution is { } school && title.Contains(school, StringComparison.Ordinal)) || (meant is null && !National().IsMatch(title) && IsMadeHere(reading, citation)))
        {
            yield break;
        }

        if ((meant ?? CitationRegister.FindNear(title)) is { } near && (meant is not null || !IsOtherDocument(title, near.Title)))
        {
            var severity = Abbreviated(title, near.Title) ? Severity.Warning : Severity.Error;
            yield return Wrong(citation.TitleSpan, near.Title, citation.Title, "", severity);
        }
        else if (citation.Number.Length > 0 && DocumentNumber.Essence(citation.Number).Length > LeastNumber && CitationRegister.Documents.FirstOrDefault(d => d.Numbers.Any(isCited)) is { } numbered)
        {
            // Its number is another document's than its title.
            yield return Wrong(citation.TitleSpan, numbered.Title, citation.Title, "", Severity.Warning);
        }
    }

    // 2022年6月围绕《信访条例》; 依据《学位条例》修订细则，自2025年3月1日起施行: the day of what was done with it, where the sentence names one.
    private static DateOnly? UsedOn(Reading reading, Citation citation)
    {
        var sentence = reading.SentenceAt(citation.TitleSpan.Start);
        var start = Math.Max(sentence.Start, reading.Folded.LastIndexOfAny([';', '。', ':', '\n'], Math.Max(0, citation.TitleSpan.Start - 1)) + 1);
        var dates = reading.Dates.Where(d => d.Exists && d.Span.Start >= start && d.Span.End <= sentence.End).ToList();
        var isBasis = Basis().IsMatch(LeadOf(reading, citation));
        return (dates.LastOrDefault(d => d.Span.End <= citation.TitleSpan.Start) ?? dates.FirstOrDefault(d => d.Span.Start > citation.TitleSpan.End && (isBasis || InForce().IsMatch(reading.Folded.AsSpan(d.Span.End)))))?.First;
    }

    // 依据《学位条例》，学校于2025年3月修订……
    [GeneratedRegex(@"(?:依据|根据|按照|依照|遵照|贯彻|落实|执行)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Basis();

    [GeneratedRegex(@"^起(?:施行|执行|实施)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InForce();

    // 学校编制《2020年信息公开工作要点》
    private static bool IsMadeHere(Reading reading, Citation citation) => MadeHere().IsMatch(LeadOf(reading, citation));

    // What the sentence says up to the title.
    private static string LeadOf(Reading reading, Citation citation) => reading.Folded[reading.SentenceAt(citation.TitleSpan.Start).Start..citation.TitleSpan.Start];

    [GeneratedRegex(@"(?:学校|学院|我校|我院|本校|本院|党委|办公室|办公会|领导小组)[^，。;《]{0,10}(?:编制|制定|制订|印发|出台|起草|下发|审定|审议|通过)(?:了|并[\u4e00-\u9fa5]{2})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MadeHere();

    private static bool IsCalledCurrent(Reading reading, Citation citation) =>
        reading.Folded.AsSpan(0, citation.TitleSpan.Start).TrimEnd('的').EndsWith("现行", StringComparison.Ordinal);

    // 《条例》（国务院令第711号）, once the full title has been said.
    private static bool IsAbbreviated(string title, Citation citation) =>
        title.Length <= 4 && citation.Number.Length > 0 && CitationRegister.Documents.Any(d => d.Title.EndsWith(title, StringComparison.Ordinal) && d.Numbers.Any(DocumentNumber.Like(citation.Number)));

    // 教办函[2014]23号: the year stands in 〔〕, the number without 第 and without leading zeros (GB/T 9704).
    private static ReportFinding? CheckForm(Reading reading, TextSpan span, string number)
    {
        var parts = Parts().Match(number);
        if (!parts.Success)
        {
            return null;
        }

        var right = $"{parts.Groups["agency"].Value}〔{parts.Groups["year"].Value}〕{parts.Groups["serial"].Value.TrimStart('0')}号";
        if (number == right || (SetsDigitsApart(reading) && number.Replace(" ", "", StringComparison.Ordinal) == right))
        {
            return null;
        }

        var isKnown = CitationRegister.Documents.Any(d => d.Numbers.Concat(d.Also).Any(n => right.EndsWith(n, StringComparison.Ordinal)));
        return Notice.Of(ReportCodes.CitationForm, isKnown ? Severity.Error : Severity.Warning, span, "", ("expected", right), ("found", number));
    }

    // A layout that sets every number off with blanks says nothing of how the number was written.
    private static bool SetsDigitsApart(Reading reading) => DigitsApart().Count(reading.Folded) >= 5;

    // 教办函〔14〕23号, 教办函2014〔23〕号, 教育部令〔29〕号: year and serial are not where they belong; an order has 第 and its number alone.
    private static IEnumerable<ReportFinding> CheckOddForms(Reading reading)
    {
        foreach (var stretch in reading.Sentences.Select(s => s.Span).Concat(reading.Blocks.Where(b => b.Kind == BlockKind.Cell).Select(b => b.Span)))
        {
            if (stretch.In(reading.Folded).IndexOfAny("号〔[(﹝") < 0)
            {
                continue;
            }

            foreach (Match match in OddForm().Matches(stretch.Of(reading.Folded)))
            {
                var span = new TextSpan(stretch.Start + match.Index, stretch.Start + match.Index + match.Length);
                yield return Notice.Of(ReportCodes.CitationForm, Severity.Warning, span, "", ("expected", LeadingZero().IsMatch(match.Value) ? LeadingZero().Replace(match.Value, "第") : "〔2014〕23号"), ("found", match.Value));
            }
        }
    }

    // A document that was issued anew: the number that was in force at the end of the period is the one to cite.
    private static ReportFinding? CheckTime(Reading reading, TextSpan span, string number)
    {
        var isCited = DocumentNumber.Like(number);
        if ((reading.Ends ?? reading.Today) is not { } writtenOn
            || CitationRegister.Documents.FirstOrDefault(d => d.Since.Count > 1 && d.Numbers.Any(isCited)) is not { } document
            || IsPast(reading, span) || FollowedByPast(reading, span))
        {
            return null;
        }

        var cited = document.Numbers.ToList().FindLastIndex(isCited.Invoke);
        var valid = Math.Max(0, document.Since.ToList().FindLastIndex(since => since <= writtenOn));
        // Who names the newer one beside it tells of the change.
        return cited < valid && NamesBeside(reading, span, document.Numbers[valid]) ? null
            : cited < valid ? Notice.Of(ReportCodes.CitationOutdated, Severity.Error, span, "", ("expected", document.Numbers[valid]), ("found", number))
            : document.Since[cited] > writtenOn.AddMonths(Ahead)
                ? Notice.Of(ReportCodes.CitationOutdated, Severity.Error, span, "not-yet", ("expected", $"{document.Since[cited]:yyyy-MM-dd}"), ("found", number))
                : null;
    }

    // 2008年施行的《……》（国务院令第492号）已于2019年修订
    private static bool FollowedByPast(Reading reading, TextSpan span) =>
        Revised().IsMatch(reading.Folded[span.End..Math.Min(reading.Folded.Length, span.End + 20)]);

    // 对照《……》（教育部令第21号）清理规章，保留90项，停用12项: what stands far from it is said of others.
    private static bool IsPast(Reading reading, TextSpan span)
    {
        var sentence = reading.SentenceAt(span.Start);
        var (start, end) = (Math.Max(sentence.Start, span.Start - PastBefore), Math.Min(sentence.End, span.End + PastBehind));
        return start < end && Past().IsMatch(reading.Folded[start..end]);
    }

    private static bool NamesBeside(Reading reading, TextSpan span, string number)
    {
        var block = reading.Blocks.Find(b => b.Span.Contains(span));
        return block is not null && CitationReader.Numbers(block.Span.Of(reading.Folded)).Any(n => DocumentNumber.Like(n)(number));
    }

    private static ReportFinding Wrong(TextSpan span, string expected, string found, string wordCase, Severity severity) =>
        Notice.Of(ReportCodes.CitationTitle, severity, span, wordCase, ("expected", expected), ("found", found));

    // 《条例》修订后以国务院令第711号公布: the order stands behind the title in the sentence.
    private static IEnumerable<ReportFinding> CheckOrders(Reading reading)
    {
        foreach (var sentence in reading.Sentences)
        {
            if (!sentence.Span.In(reading.Folded).Contains('令'))
            {
                continue;
            }

            foreach (Match match in Ordered().Matches(sentence.Span.Of(reading.Folded)))
            {
                var (order, known) = (match.Groups["order"], CitationRegister.Find(CitationRegister.Plain(match.Groups["title"].Value)));
                if (known is { Numbers.Count: > 0 } && !known.Numbers.Concat(known.Also).Any(DocumentNumber.Like(order.Value)))
                {
                    yield return Wrong(new TextSpan(sentence.Span.Start + order.Index, sentence.Span.Start + order.Index + order.Length), known.Numbers[^1], order.Value, "number", Severity.Warning);
                }
            }
        }
    }

    [GeneratedRegex(@"《(?<title>[^《》]{4,40})》[^。《》()\d]{0,16}(?:以|由|经|通过)?(?<order>(?:国务院|教育部|财政部)令第?\d{1,3}号)(?:公布|发布|颁布|修订|令|施行|予以)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ordered();

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));

    private static bool Abbreviated(string title, string near) => title == near.Replace("高等学校", "高校", StringComparison.Ordinal);

    // A school's or province's own rules carry names of their own kind.
    private static bool IsOtherDocument(string title, string near) =>
        title.Contains("实施", StringComparison.Ordinal) != near.Contains("实施", StringComparison.Ordinal)
        || title.Contains("细则", StringComparison.Ordinal) || title.Contains("年度", StringComparison.Ordinal) != near.Contains("年度", StringComparison.Ordinal)
        || (title.EndsWith("目录", StringComparison.Ordinal) || title.EndsWith("指南", StringComparison.Ordinal) || title.EndsWith("情况表", StringComparison.Ordinal))
        || Digits(title) != Digits(near);

    [GeneratedRegex(@"^(?<agency>[\u4e00-\u9fa5]{1,12})[〔\[【(﹝<〈［]\s*(?<year>(?:19|20)\d{2})\s*年?\s*[〕\]】)﹞>〉］]\s*第?\s*(?<serial>\d{1,5})\s*号$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"大学|学院|我校|本校|省|市|自治区|试行|暂行|细则", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Own();

    [GeneratedRegex(@"[\u4e00-\u9fa5〕] +\d+ +[\u4e00-\u9fa5]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DigitsApart();

    [GeneratedRegex(@"^(?:高等学校信息公开|中华人民共和国|中国共产党|普通高等学校)(?![^市省]*(?:省|市|自治区|大学|学院))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex National();

    [GeneratedRegex(@"[\u4e00-\u9fa5]{0,6}[办发函字政党教厅][〔\[(﹝]\d{2}[〕\])﹞]\d{1,4}号|[\u4e00-\u9fa5]{0,6}[办发函字政党教厅]\d{4}[〔\[(﹝]\d{1,4}[〕\])﹞]号|[\u4e00-\u9fa5]{0,6}[办发函字政党教厅](?:19|20)\d{2}年?第?\d{1,4}号|[〔\[(﹝](?:19|20)\d{2}[〕\])﹞](?:教|国|财|中|发改|人社)[\u4e00-\u9fa5]{1,5}\d{1,4}号|(?:教育部|国务院|财政部)令第?\d{1,3}(?=[)）])|(?:国务院|[\u4e00-\u9fa5]{2}部)令(?!第\s?\d{1,4}\s?号(?!令))[第字年〔\[(﹝〕\])﹞\d\s号]{1,14}[号〕\])﹞]令?(?<=\d.{0,4})|[办发函字政党教厅](?:19|20)\d{2}[\-—–]\d{1,4}号|[\u4e00-\u9fa5]{0,6}[〔\[(﹝](?:19|20)\d{2}[〕\])﹞]字第?\d{1,4}号|(?:教育部|国务院|财政部)第\d{1,4}号令|(?:教育部|国务院|财政部)(?:第令\d{1,3}号|[〔\[(﹝](?:19|20)\d{2}[〕\])﹞]令第?\d{1,3}号)|[\u4e00-\u9fa5]{0,6}[办发函字政党教厅][{｛<＜«](?:19|20)\d{2}[}｝>＞»]第?\d{1,4}号|(?:教育部|国务院|财政部)令第?0\d{1,3}号|(?:教育部|国务院)令(?:\d{1,4}|[〔\[(﹝]\d{1,4}[〕\])﹞])号|[\u4e00-\u9fa5]{0,6}[办发函字政党教厅财学高人司研监技][〔\[(﹝](?:19|20)\d{2}[〕\])﹞]第?\d{1,4}(?![\d\s]*号|\d|[-—~.])(?=文件|[，,。、;)》的]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OddForm();

    // 教育部令第029号
    [GeneratedRegex(@"(?<=令)第?0+(?=\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeadingZero();

    [GeneratedRegex(@"^\)?(?:[已于在]|(?:19|20)\d{2}年)[^，。]{0,10}(?:修订|废止|失效|取代)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Revised();

    [GeneratedRegex(@"原《|原条例|原办法|原规定|废止(?![^，。;、]{0,8}\d)|修订前|已被|2007年[^)）。令号]{0,8}(?:颁布|公布|发布|施行|制定|出台)|(?:19|20)\d{2}年[^。，]{0,40}之初|早在|(?<![，,、])当年|当时|此前|之前适用|以前|取代|代替|曾|仍执行|仍适用|仍按", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Past();
}
