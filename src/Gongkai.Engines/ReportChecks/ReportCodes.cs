namespace Gongkai.Engines.ReportChecks;

/// <summary>The codes of everything that can be wrong with a report. Stable; their meaning stands in the words under the same key.</summary>
public static class ReportCodes
{
    /// <summary>Parts and their total disagree.</summary>
    public const string SumMismatch = "sum-mismatch";

    /// <summary>A rate disagrees with the numbers it is made of.</summary>
    public const string PercentMismatch = "percent-mismatch";

    /// <summary>One thing is given two values.</summary>
    public const string ConflictingFigure = "conflicting-figure";

    /// <summary>A place was left to be filled in.</summary>
    public const string Placeholder = "placeholder";

    /// <summary>A date that is broken or that no calendar has.</summary>
    public const string MalformedDate = "malformed-date";

    /// <summary>Something dated outside the school year is reported.</summary>
    public const string DateOutsidePeriod = "date-outside-period";

    /// <summary>Title, text and stated period disagree about the school year.</summary>
    public const string PeriodMismatch = "period-mismatch";

    /// <summary>A bracket or quotation mark without its partner.</summary>
    public const string UnpairedMark = "unpaired-mark";

    /// <summary>The title of a known document, or its number, is wrong.</summary>
    public const string CitationTitle = "citation-title";

    /// <summary>A document number is not written in the prescribed form.</summary>
    public const string CitationForm = "citation-form";

    /// <summary>A text that was no longer, or not yet, in force is cited.</summary>
    public const string CitationOutdated = "citation-outdated";

    /// <summary>A required part is not there.</summary>
    public const string SectionMissing = "section-missing";

    /// <summary>Two required parts stand under one heading.</summary>
    public const string SectionMerged = "section-merged";

    /// <summary>The parts announced are not the parts there are.</summary>
    public const string SectionCount = "section-count";

    /// <summary>The numbering of headings leaps or repeats.</summary>
    public const string NumberingGap = "numbering-gap";

    /// <summary>The catalogue has not its ten categories and fifty items, or rows of it lack something.</summary>
    public const string CatalogueCount = "catalogue-count";

    /// <summary>A table is announced and not there.</summary>
    public const string TableAnnouncedMissing = "table-announced-missing";

    /// <summary>An address that no browser can open.</summary>
    public const string MalformedUrl = "malformed-url";

    /// <summary>The report was published after 31 October.</summary>
    public const string LatePublication = "late-publication";

    /// <summary>Another school's name was left in.</summary>
    public const string ForeignName = "foreign-name";

    /// <summary>Marks of a conversion were left in.</summary>
    public const string ConversionResidue = "conversion-residue";

    /// <summary>Full-width and half-width forms are mixed.</summary>
    public const string MixedWidth = "mixed-width";

    /// <summary>A word that is wrong here.</summary>
    public const string WrongWord = "wrong-word";

    /// <summary>Every code, in the order of the documentation.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SumMismatch, PercentMismatch, ConflictingFigure, Placeholder, MalformedDate, DateOutsidePeriod, PeriodMismatch, UnpairedMark,
        CitationTitle, CitationForm, CitationOutdated, SectionMissing, SectionMerged, SectionCount, NumberingGap, CatalogueCount,
        TableAnnouncedMissing, MalformedUrl, LatePublication, ForeignName, ConversionResidue, MixedWidth, WrongWord,
    ];
}
