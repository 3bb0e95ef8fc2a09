using System.Text.RegularExpressions;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.ReportChecks.Dates;

/// <summary>Compares the day of publication, or else of signature, with 31 October, by which the report is to be public.</summary>
internal sealed partial class LatePublicationCheck : IReportCheck
{
    private const int LinesAtTheEdge = 14;

    // 在学校信息公开网(https://…)向社会公布
    private const int LongestWay = 110;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        if (reading.AcademicYear is not { } year)
        {
            yield break;
        }

        var signed = Signed(reading) ?? SignedWithin(reading);
        if ((Published(reading) is { } published ? Later(published, signed, year) : signed) is not { } date)
        {
            // A draft without any date, read after the day on which it should have been public.
            if (reading.Today is { } today && today > year.ReportDueOn && today <= year.Next.ReportDueOn)
            {
                var title = reading.TitleYear?.Span ?? new TextSpan(0, Math.Min(1, reading.Text.Length));
                yield return Late(title, year, today);
            }

            yield break;
        }

        if (date.First <= year.ReportDueOn)
        {
            yield break;
        }

        // More than a year later it is the date of something else.
        if (date.First <= year.ReportDueOn.AddYears(1))
        {
            yield return Late(date.Span, year, date.First);
        }
    }

    // A signature after the day on which the report was due says that it was not public before, whatever the page says.
    private static DateMention Later(DateMention published, DateMention? signed, AcademicYear year) =>
        signed is not null && signed.First > year.ReportDueOn && signed.First <= year.ReportDueOn.AddYears(1) && published.First <= year.ReportDueOn ? signed : published;

    // Attachments may follow: a date alone in its line below the school's name or that of its office.
    private static DateMention? SignedWithin(Reading reading) => Days(reading).LastOrDefault(date =>
    {
        var at = reading.Blocks.FindIndex(b => b.Span.Contains(date.Span));
        return at > 0 && reading.Blocks[at].Span.Length - date.Span.Length <= 2 && reading.Blocks[at - 1].Span.Length <= 30
            && reading.Institution is { } school && reading.Blocks[at - 1].Span.Of(reading.Folded).Contains(school, StringComparison.Ordinal)
            && !reading.Blocks[at - 1].Span.Of(reading.Folded).Contains("报告", StringComparison.Ordinal);
    });

    private static ReportFinding Late(TextSpan span, AcademicYear year, DateOnly on) => Notice.Of(
        ReportCodes.LatePublication, Severity.Warning, span, "", ("expected", $"≤ {year.ReportDueOn:yyyy-MM-dd}"), ("found", $"{on:yyyy-MM-dd}"));

    private static DateMention? Published(Reading reading) => Days(reading).FirstOrDefault(date =>
    {
        var lead = reading.Folded[Math.Max(0, date.Span.Start - 14)..date.Span.Start];
        return PublicationLead().IsMatch(lead[(lead.LastIndexOf('\n') + 1)..])
            || (PublicationBehind().IsMatch(reading.Folded[date.Span.End..Math.Min(reading.Folded.Length, date.Span.End + LongestWay)]) && reading.SentenceAt(date.Span.Start).In(reading.Folded) is var sentence && OwnReport().IsMatch(sentence) && !sentence.Contains('《'));
    });

    // The last date of the report that stands alone in its line.
    private static DateMention? Signed(Reading reading)
    {
        var last = reading.Blocks.Where(b => b.Kind != BlockKind.Contents).TakeLast(LinesAtTheEdge).ToList();
        return Days(reading).LastOrDefault(date => last.Exists(b => b.Span.Contains(date.Span) && b.Span.Length - date.Span.Length <= 24 && !b.Span.Of(reading.Folded).Contains('。', StringComparison.Ordinal)));
    }

    private static IEnumerable<DateMention> Days(Reading reading) => reading.Dates.Where(d => d.Exists && d.Day > 0);

    // Of other reports, such as those on the quality of teaching, nothing is asked.
    [GeneratedRegex(@"本报告|本年报|报告全文|信息公开[\u4e00-\u9fa5]{0,6}报告|^\s*(?:年度)?报告", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnReport();

    // 本报告……，2020年11月13日在学校网站公开发布
    [GeneratedRegex(@"^\s*起?(?:(?:在|于|通过|经|面向|向)[^，。;()]{2,24}(?:\([^()\n]{0,70}\))?(?:面?向(?:全?社会|校内外|师生|公众))?)?(?:公开发布|发布|公布|公开|挂网|上网|登载|刊登|刊出|挂出|上线)(?=[，。;(]|$)|^经[^，。;]{2,16}(?:审议|审定|审核|批准)(?:通过)?[，,]?(?:自|从)?即日起(?:公布|发布|公开|施行)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PublicationBehind();

    [GeneratedRegex(@"(?:发布|公布|公开|发表|更新|上传|发稿|编辑)(?:时间|日期|于)?(?:为|是)?\s*[:\]】]?\s*\[?$|^[^\u4e00-\u9fa5]*(?:时间|日期)\s*:?\s*$|发布\s*:\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PublicationLead();
}
