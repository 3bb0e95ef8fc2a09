using Gongkai.Web.Audit;
using Gongkai.Web.Calendar;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Web.Records;

/// <summary>A reader's word that a record is wrong, outdated or unclear (纠错反馈), said without an account.</summary>
public sealed class Feedback : IBelongsToInstitution
{
    /// <inheritdoc/>
    public Guid InstitutionId { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The record it is about.</summary>
    public Guid RecordId { get; init; }

    /// <summary>The record.</summary>
    public Record? Record { get; private set; }

    /// <summary>What is the matter.</summary>
    public FeedbackKind Kind { get; init; }

    /// <summary>In the reader's words.</summary>
    public required string Text { get; init; }

    /// <summary>Where to answer; empty for none.</summary>
    public string Email { get; init; } = "";

    /// <summary>When it was said.</summary>
    public DateTime At { get; init; }

    /// <summary>By when it is answered: three working days (practice for error reports on government sites).</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The owner unit's answer.</summary>
    public string Answer { get; internal set; } = "";

    /// <summary>When it was answered.</summary>
    public DateTime? AnsweredAt { get; internal set; }

    /// <summary>Who answered.</summary>
    public string AnsweredBy { get; internal set; } = "";
}

/// <summary>What is the matter with a record.</summary>
public enum FeedbackKind
{
    /// <summary>有误.</summary>
    Wrong,

    /// <summary>过时.</summary>
    Outdated,

    /// <summary>不清楚.</summary>
    Unclear,
}

/// <summary>Takes readers' feedback, brings it to the owner unit, answers it.</summary>
public sealed class FeedbackDesk(GongkaiDb db, CampusClock clock, PublicRecords records, NoticeBoard notices, AuditTrail audit, SchoolCalendar calendar)
{
    /// <summary>Days to answer.</summary>
    public const int AnswerDays = 3;

    /// <summary>Keeps a reader's word and tells the owner unit.</summary>
    /// <exception cref="NotFoundException">The reader cannot read the record.</exception>
    public async Task<Feedback> SayAsync(Actor reader, string indexNumber, FeedbackKind kind, string text, string email, CancellationToken cancel = default)
    {
        var edition = await records.For(reader).Include(e => e.Record).Where(e => e.Record!.IndexNumber == indexNumber).FirstOr404Async(cancel);
        var feedback = new Feedback
        {
            Id = Guid.CreateVersion7(clock.UtcNow),
            RecordId = edition.RecordId,
            Kind = kind,
            Text = text.Trim().Normalize(),
            Email = email.Trim(),
            At = clock.UtcNow,
            DueOn = (await calendar.OfAsync(cancel)).After(clock.Today, AnswerDays).Date,
        };
        db.Add(feedback);
        await notices.TellAsync(reader, Role.Liaison, edition.Record!.UnitId, "notices.feedback", edition.Title, $"/office/feedback/{feedback.Id}", cancel);
        audit.Note(Actor.Nobody, "feedback.said", edition.RecordId, kind.ToString());
        await db.SaveChangesAsync(cancel);
        return feedback;
    }

    /// <summary>What a person may see, unanswered first, then newest.</summary>
    public IQueryable<Feedback> For(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var units = by.Holds(Role.DisclosureOffice) || by.Holds(Role.Supervisor) ? null : by.UnitsFor(Role.Liaison);
        var all = db.Set<Feedback>().AsNoTracking().Include(f => f.Record!.Unit);
        return (units is null ? all : all.Where(f => units.Contains(f.Record!.UnitId))).OrderBy(f => f.AnsweredAt != null).ThenByDescending(f => f.At);
    }

    /// <summary>Answers; the reader is told by mail if an address was left.</summary>
    /// <exception cref="ProblemException"><c>feedback.answer-missing</c>.</exception>
    /// <exception cref="ConflictException"><c>feedback.answered-meanwhile</c>.</exception>
    public async Task AnswerAsync(Actor by, Guid id, string answer, CancellationToken cancel = default)
    {
        var feedback = await db.Set<Feedback>().Include(f => f.Record).Where(f => f.Id == id).FirstOr404Async(cancel);
        Permit.Require(RecordPermits.MayWrite(by, feedback.Record!.UnitId));
        if (string.IsNullOrWhiteSpace(answer))
        {
            throw new ProblemException("feedback.answer-missing");
        }

        if (feedback.AnsweredAt is not null)
        {
            throw new ConflictException("feedback.answered-meanwhile", feedback.AnsweredBy);
        }

        (feedback.Answer, feedback.AnsweredAt, feedback.AnsweredBy) = (answer.Trim().Normalize(), clock.UtcNow, by.Name);
        if (feedback.Email.Length > 0)
        {
            notices.Mail(feedback.Email, Platform.Words.PageWords.In("zh", "feedback.mail-subject"), feedback.Answer);
        }

        audit.Note(by, "feedback.answered", feedback.RecordId, feedback.Kind.ToString());
        await db.SaveChangesAsync(cancel);
    }
}

internal sealed class FeedbackMap : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("feedback");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne(f => f.Record).WithMany().HasForeignKey(f => f.RecordId).OnDelete(DeleteBehavior.Cascade);
    }
}
