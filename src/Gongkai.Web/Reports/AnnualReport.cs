using Gongkai.Engines.ReportChecks;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;

namespace Gongkai.Web.Reports;

/// <summary>An annual report on disclosure (信息公开工作年度报告, Measures Art. 25) from the first draft to the public record, and its corrections after.</summary>
public sealed class AnnualReport : IBelongsToInstitution
{
    private readonly List<ReportSection> _sections = [];
    private readonly List<ReportStep> _steps = [];
    private readonly List<ReportWord> _words = [];

    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>First day of its period; usually 1 September.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>Last day of its period; usually 31 August.</summary>
    public DateOnly ToOn { get; init; }

    /// <summary>Its period.</summary>
    public Period Period => new(FromOn, ToOn);

    /// <summary>Where it stands.</summary>
    public ReportStatus Status { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>The public record it became; null before.</summary>
    public Guid? RecordId { get; internal set; }

    /// <summary>What the public is told of the correction under way; empty for a first edition.</summary>
    public string ChangeNote { get; internal set; } = "";

    /// <summary>Guards against two people changing it at once.</summary>
    public int Version { get; set; }

    /// <summary>Its parts: the lead and the eight sections.</summary>
    public IReadOnlyList<ReportSection> Sections => _sections;

    /// <summary>Every move it made, oldest first.</summary>
    public IReadOnlyList<ReportStep> Steps => _steps;

    /// <summary>What was said to figures that moved much.</summary>
    public IReadOnlyList<ReportWord> Words => _words;

    /// <summary>Whether texts may be changed where it stands.</summary>
    public bool IsOpen => Status is ReportStatus.Draft or ReportStatus.Contributing or ReportStatus.Office;

    /// <summary>Whether a person wrote in it since it was last released: they do not approve it.</summary>
    public bool WasWrittenBy(Guid personId) => _sections.Exists(s => s.ChangedById == personId);

    internal void Add(ReportSection section) => _sections.Add(section);

    internal void Explain(ReportWord word)
    {
        _words.RemoveAll(w => w.Code == word.Code);
        _words.Add(word);
        Version++;
    }

    /// <summary>Makes a move; the only place that sets the status.</summary>
    internal void Move(ReportVerb verb, Actor by, DateTime at, string reason)
    {
        var next = ReportLifecycle.After(Status, verb) ?? throw new InvalidOperationException($"Cannot {verb} a report that is {Status}.");
        _steps.Add(new ReportStep { Id = Guid.CreateVersion7(at), Number = _steps.Count + 1, From = Status, Verb = verb, To = next, ByName = by.Name, At = at, Reason = reason });
        Status = next;
        Version++;
    }
}

/// <summary>A part of a report as its writers see it: prose with fields, conditions and tables.</summary>
public sealed class ReportSection
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary><c>lead</c>, or the name of the section's kind, like <c>on-request</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Where it stands, from 0.</summary>
    public int Order { get; init; }

    /// <summary>The text with its fields.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>Sent with every form; who comes second is told.</summary>
    public int Number { get; internal set; }

    /// <summary>Who changed it last; empty when it is as the template made it.</summary>
    public string ChangedBy { get; internal set; } = "";

    /// <summary>Who changed it last.</summary>
    public Guid? ChangedById { get; internal set; }
}

/// <summary>One move of a report.</summary>
public sealed class ReportStep
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Counted from 1.</summary>
    public int Number { get; init; }

    /// <summary>Where it stood.</summary>
    public ReportStatus From { get; init; }

    /// <summary>What was done.</summary>
    public ReportVerb Verb { get; init; }

    /// <summary>Where it stands after.</summary>
    public ReportStatus To { get; init; }

    /// <summary>Who did it.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>Why; empty where none is asked.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>A word of explanation to a figure that moved by more than the set share.</summary>
public sealed class ReportWord
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The figure.</summary>
    public required string Code { get; init; }

    /// <summary>Why it moved.</summary>
    public required string Text { get; init; }

    /// <summary>Who said so.</summary>
    public required string ByName { get; init; }
}

/// <summary>A text that a section once had, or that somebody typed while a colleague saved first: nothing typed is lost.</summary>
public sealed class SectionText : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The report.</summary>
    public Guid ReportId { get; init; }

    /// <summary>The section.</summary>
    public required string Key { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>Whether it was kept aside because a colleague saved first.</summary>
    public bool IsAside { get; init; }
}

/// <summary>What somebody says to a section of a report in the making (批注); it stays inside.</summary>
public sealed class SectionComment : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The report.</summary>
    public Guid ReportId { get; init; }

    /// <summary>The section.</summary>
    public required string Key { get; init; }

    /// <summary>What is said.</summary>
    public required string Text { get; init; }

    /// <summary>Who said it.</summary>
    public required string ByName { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>Who said that it is dealt with; empty while it is open.</summary>
    public string SettledBy { get; internal set; } = "";
}

/// <summary>What a unit is asked to contribute (供稿): its part, by a day.</summary>
public sealed class ReportPart : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The report.</summary>
    public Guid ReportId { get; init; }

    /// <summary>The report.</summary>
    public AnnualReport? Report { get; private set; }

    /// <summary>Who is asked.</summary>
    public Guid UnitId { get; init; }

    /// <summary>Who is asked.</summary>
    public Unit? Unit { get; private set; }

    /// <summary>For which section.</summary>
    public required string Key { get; init; }

    /// <summary>What is asked.</summary>
    public required string Task { get; init; }

    /// <summary>By when.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>What the unit wrote; empty until it did.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>Who answered for the unit.</summary>
    public string AnsweredBy { get; internal set; } = "";

    /// <summary>When.</summary>
    public DateTime? AnsweredAt { get; internal set; }

    /// <summary>Guards against two people answering at once.</summary>
    public int Version { get; set; }
}

/// <summary>A report as it was released for publication: the text composed, and every figure frozen. Text and figures never change; a correction is the next one.</summary>
public sealed class ReportRelease : IBelongsToInstitution, IShown
{
    private readonly List<FrozenFigure> _figures = [];

    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The report.</summary>
    public Guid ReportId { get; init; }

    /// <summary>The report.</summary>
    public AnnualReport? Report { get; private set; }

    /// <summary>First, second: counted from 1.</summary>
    public int Number { get; init; }

    /// <summary>The edition of the public record that it is; who may read that may read this.</summary>
    public Guid EditionId { get; init; }

    /// <summary>When its figures were frozen.</summary>
    public DateTime At { get; init; }

    /// <summary>What the public is told of the correction; empty for the first.</summary>
    public string ChangeNote { get; init; } = "";

    /// <summary>The composed blocks as JSON.</summary>
    public required string Blocks { get; init; }

    /// <summary>SHA-256 of the PDF that was made of the frozen text; empty while none was.</summary>
    public string PdfHash { get; internal set; } = "";

    /// <summary>Every figure as it then was.</summary>
    public IReadOnlyList<FrozenFigure> Figures => _figures;

    internal void Freeze(FrozenFigure figure) => _figures.Add(figure);
}

/// <summary>A figure as it was when a report was released, with what is needed to prove it.</summary>
public sealed class FrozenFigure
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Its place in the list.</summary>
    public int Order { get; init; }

    /// <summary>Which figure.</summary>
    public required string Code { get; init; }

    /// <summary>Its name then.</summary>
    public required string Name { get; init; }

    /// <summary>Its measure word then.</summary>
    public required string Unit { get; init; }

    /// <summary>What it then counted.</summary>
    public required string Counts { get; init; }

    /// <summary>The value; null when nothing could be said.</summary>
    public decimal? Value { get; init; }

    /// <summary>How many rows it counted.</summary>
    public int Rows { get; init; }

    /// <summary>SHA-256 over the keys and amounts of those rows.</summary>
    public required string Hash { get; init; }
}

/// <summary>The school's own template; without it the one that comes with the program is used.</summary>
public sealed class ReportTemplate : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The sections' texts by key, as JSON.</summary>
    public required string Sections { get; set; }

    /// <summary>Who changed it last.</summary>
    public required string ByName { get; set; }

    /// <summary>When.</summary>
    public DateTime At { get; set; }

    /// <summary>Guards against two people changing it at once.</summary>
    public int Version { get; set; }
}
