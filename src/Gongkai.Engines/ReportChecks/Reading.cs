using Gongkai.Engines.ReportChecks.Figures;
using Gongkai.Engines.WorkingDays;

namespace Gongkai.Engines.ReportChecks;

/// <summary>A report taken apart once, for every check to look at.</summary>
internal sealed class Reading
{
    private ILookup<string, Figure>? _byUnit;

    private Reading(ReportText source, DateOnly? today)
    {
        Today = today;
        Text = source.Text;
        Tables = [.. source.Tables.Select(Fold)];
        Folded = Folding.Fold(source.Text);
        Blocks = BlockReader.Read(Folded, Tables);
        Headings = HeadingReader.Read(Folded, Blocks);
        Sections = SectionReader.Read(Folded, Headings, Blocks);
        Blocks = MarkTables(Blocks);
        var cells = Blocks.Where(b => b.Kind == BlockKind.Cell).Select(b => b.Span.Start).ToHashSet();
        Headings.RemoveAll(h => cells.Contains(h.Span.Start));
        Dates = DateReader.Read(Folded, Blocks);
        Years = PeriodReader.Years(Folded, Blocks);
        Sentences = SentenceReader.Read(Folded, Blocks);
        Masked = Mask.Of(Folded, Blocks, Dates, Headings);
        Figures = FigureReader.Read(Folded, Sentences, Masked, SectionAt);
        Schools = InstitutionReader.All(Folded, Blocks);
        Institution = InstitutionReader.Read(Folded, Blocks, Schools);
        TitleYear = PeriodReader.OfTitle(Folded, Blocks, Years);
        Stated = PeriodReader.Stated(Folded, Dates);
        AcademicYear = Named(TitleYear?.Year ?? MostNamed(), OfStated()) ?? PeriodReader.SchoolYears(Folded).FirstOrDefault()?.Year;
        CalendarYear = TitleYear is null ? PeriodReader.CalendarYear(Folded, Blocks) : null;
        Period = StatedDays() ?? (AcademicYear is { } year ? new Period(year.From, year.To) : CalendarYear is { } calendar ? new Period(new DateOnly(calendar.Year, 1, 1), new DateOnly(calendar.Year, 12, 31)) : null);
    }

    /// <summary>The day to judge by; null when only the report itself is to speak.</summary>
    public DateOnly? Today { get; }

    public string Text { get; }

    /// <summary>The text with its characters folded, same length.</summary>
    public string Folded { get; }

    /// <summary>The tables that the file marks as such, what their cells say folded like the text.</summary>
    public IReadOnlyList<ReportTable> Tables { get; }

    public List<Block> Blocks { get; }

    public List<Heading> Headings { get; }

    public List<Section> Sections { get; }

    public List<DateMention> Dates { get; }

    public List<YearMention> Years { get; }

    public List<Sentence> Sentences { get; }

    /// <summary>Characters that belong to dates, numbers of documents, addresses and the like.</summary>
    public bool[] Masked { get; }

    public List<Figure> Figures { get; }

    /// <summary>The figures sentence by sentence, once a check has asked for them.</summary>
    public List<FigureLine>? Lines { get; set; }

    /// <summary>The names of schools in the blocks that have any, by where those begin.</summary>
    public Dictionary<int, List<(string Name, int Start)>> Schools { get; }

    /// <summary>The tables row by row, once a check has asked for them.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<ReportCell>>>? Grids { get; set; }

    public string? Institution { get; }

    public YearMention? TitleYear { get; }

    public StatedPeriod? Stated { get; }

    public AcademicYear? AcademicYear { get; }

    public Period? Period { get; }

    /// <summary>Where the part that a place stands in ends.</summary>
    public int NextPart(int from) => MainHeadings.FirstOrDefault(h => h.Span.Start > from)?.Span.Start ?? Folded.Length;

    /// <summary>The last day the report may be about: where its stated days and its school year disagree, the later.</summary>
    public DateOnly? Ends => Period?.To is { } told && AcademicYear?.To is { } of ? told > of ? told : of : Period?.To;

    /// <summary>The calendar year of the title, when it names no school year.</summary>
    public (int Year, TextSpan Span)? CalendarYear { get; }
    /// <summary>Headings of the first rank.</summary>
    public IEnumerable<Heading> MainHeadings => Headings.Where(h => h.Rank == 1);

    public static Reading Of(ReportText source, DateOnly? today) => new(source, today);

    /// <summary>The kind of part a character stands in.</summary>
    public SectionKind? SectionAt(int at)
    {
        var low = 0;
        var high = Sections.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Sections[middle].Span.Contains(at))
            {
                return Sections[middle].Kind;
            }

            (low, high) = Sections[middle].Span.Start > at ? (low, middle - 1) : (middle + 1, high);
        }

        return null;
    }

    /// <summary>The nearest heading before a character.</summary>
    public Heading? HeadingAbove(int at)
    {
        var low = 0;
        var high = Headings.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            (low, high) = Headings[middle].Span.Start > at ? (low, middle - 1) : (middle + 1, high);
        }

        return high >= 0 ? Headings[high] : null;
    }

    /// <summary>The sentence a character stands in; an empty stretch when it stands in a table.</summary>
    public TextSpan SentenceAt(int at)
    {
        var low = 0;
        var high = Sentences.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = Sentences[middle].Span;
            if (span.Contains(at))
            {
                return span;
            }

            (low, high) = span.Start > at ? (low, middle - 1) : (middle + 1, high);
        }

        return new TextSpan(at, at);
    }

    /// <summary>The figures of one measure, in the order of the text.</summary>
    public IEnumerable<Figure> OfUnit(string unit) => (_byUnit ??= Figures.ToLookup(f => f.Unit))[unit];

    /// <summary>The figures from a character on.</summary>
    public IEnumerable<Figure> FiguresFrom(int at)
    {
        var low = 0;
        var high = Figures.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Figures[middle].Span.Start < at ? (middle + 1, high) : (low, middle);
        }

        for (; low < Figures.Count; low++)
        {
            yield return Figures[low];
        }
    }

    private static ReportTable Fold(ReportTable table) =>
        table with { Rows = [.. table.Rows.Select(IReadOnlyList<ReportCell> (row) => [.. row.Select(c => c with { Text = Folding.Fold(c.Text).Trim() })])] };

    // Below the heading of the catalogue, what is no sentence is a row of its table.
    private List<Block> MarkTables(List<Block> blocks)
    {
        var catalogue = Sections.FindLast(s => s.Kind == SectionKind.CatalogueTable);
        if (catalogue is null)
        {
            return blocks;
        }

        var main = Headings.Where(h => h.Rank == 1).Select(h => h.Span.Start).ToHashSet();
        return blocks.ConvertAll(block =>
            block.Kind == BlockKind.Prose && block.Span.Start > catalogue.Span.Start + catalogue.Title.Length && catalogue.Span.Contains(block.Span)
            && block.Span.Length <= 200 && !Folded.AsSpan(block.Span.Start, block.Span.Length).Contains('。') && Folded[block.Span.End - 1] != ':'
            && !main.Contains(block.Span.Start)
                ? block with { Kind = BlockKind.Cell }
                : block);
    }

    // When the title and the stated days disagree, what the report tells of says which of them was left over from another year.
    private AcademicYear? Named(AcademicYear? named, AcademicYear? stated) =>
        named is { } year && stated is { } other && year != other && Told(other) > Told(year) ? stated : named ?? stated;

    private int Told(AcademicYear year) =>
        Dates.Count(d => d.Exists && d.First >= year.From && d.Last <= year.To && !Stated!.Span.Contains(d.Span)) + Years.Count(y => y.Year == year && y != TitleYear);

    private AcademicYear? MostNamed() => Years.Where(y => y.Year is not null)
        .GroupBy(y => y.Year)
        .OrderByDescending(g => g.Count())
        .Select(g => g.Key)
        .FirstOrDefault();

    private AcademicYear? OfStated() =>
        StatedDays() is { } days && days.From.Month == 9 && days.To.Year == days.From.Year + 1
            ? WorkingDays.AcademicYear.Of(days.From)
            : null;

    private Period? StatedDays() =>
        Stated is { From.Exists: true, To.Exists: true } stated && stated.From.First <= stated.To.First
            ? new Period(stated.From.First, stated.To.First)
            : null;
}
