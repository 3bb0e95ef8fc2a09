using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Citations;
using Gongkai.Engines.ReportChecks.Dates;
using Gongkai.Engines.ReportChecks.Figures;
using Gongkai.Engines.ReportChecks.Structure;
using Gongkai.Engines.ReportChecks.Texts;
using Gongkai.Engines.ReportChecks.Texts.Schools;

namespace Gongkai.Engines.ReportChecks;

/// <summary>Reads an annual disclosure report, says what it contains and what is wrong with it. Knows any university's report; needs
/// nothing but its text.</summary>
public static class ReportAuditor
{
    /// <summary>No report has more of one kind that a person could want to read; text built to have more costs no more.</summary>
    private const int MostPerCheck = 300;

    private static readonly IReportCheck[] Checks =
    [
        new SumCheck(),
        new DifferenceCheck(),
        new RequestBalanceCheck(),
        new RequestOutcomeCheck(),
        new TableSumCheck(),
        new EnumerationCheck(),
        new PercentCheck(),
        new Fractions(),
        new MultipleCheck(),
        new RatioCheck(),
        new AverageCheck(),
        new TableRates(),
        new TableQuotients(),
        new ConflictCheck(),
        new PlaceholderCheck(),
        new MalformedDateCheck(),
        new OutsidePeriodCheck(),
        new PeriodMismatchCheck(),
        new LatePublicationCheck(),
        new UnpairedMarkCheck(),
        new CitationCheck(),
        new SectionCheck(),
        new SectionCountCheck(),
        new ContentsCheck(),
        new NumberingCheck(),
        new InlineNumberingCheck(),
        new AnnouncedItemsCheck(),
        new AnnouncedPointsCheck(),
        new AnnouncedTitlesCheck(),
        new CatalogueCheck(),
        new CatalogueCategories(),
        new CatalogueNumbersCheck(),
        new CatalogueFragmentCheck(),
        new CategoryTableCheck(),
        new AnnouncedTableCheck(),
        new AttachmentCheck(),
        new NamedAnnexCheck(),
        new UrlCheck(),
        new ForeignNameCheck(),
        new ForeignDomainCheck(),
        new ResidueCheck(),
        new MixedWidthCheck(),
        new WrongWordCheck(),
    ];

    /// <summary>Audits a report.</summary>
    /// <param name="source">The report.</param>
    /// <param name="today">The day to judge by: a report without a date of its own is late when 31 October has passed, and what it cites
    /// must be in force when it names no school year. Null to judge by the report alone.</param>
    public static Report Audit(ReportText source, DateOnly? today = null)
    {
        var unwrapped = Unwrapped.Of(source);
        var reading = Read(unwrapped.Report, today);
        var findings = new List<ReportFinding>();
        foreach (var check in Checks)
        {
            findings.AddRange(Run(check, reading) ?? Run(check, reading) ?? []);
        }

        findings = Duplicates.Without(findings);
        findings.Sort((a, b) => (a.Span.Start, a.Span.End).CompareTo((b.Span.Start, b.Span.End)));
        return new Report(
            source.Text,
            reading.Institution,
            reading.AcademicYear,
            reading.Period,
            reading.Sections.ConvertAll(s => s with { Span = unwrapped.Origin(s.Span) }),
            reading.Figures.ConvertAll(f => f with { Span = unwrapped.Origin(f.Span) }),
            findings.ConvertAll(f => f with { Span = unwrapped.Origin(f.Span) }));
    }

    // Reading is in proportion to the text; only a machine that stood still makes it late.
    private static Reading Read(ReportText text, DateOnly? today)
    {
        try
        {
            return Reading.Of(text, today);
        }
        catch (RegexMatchTimeoutException)
        {
            return Reading.Of(text, today);
        }
    }

    // Null when a search took for ever. A busy machine can make any search do so once; text built for it does so every time, and then
    // the other checks still answer.
    private static List<ReportFinding>? Run(IReportCheck check, Reading reading)
    {
        try
        {
            return [.. check.Run(reading).Take(MostPerCheck)];
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
