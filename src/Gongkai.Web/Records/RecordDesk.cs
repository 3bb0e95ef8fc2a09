using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>What writers do with records: start, write, begin the next edition, discard. Pages, commands and jobs come through here.</summary>
public sealed class RecordDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, BodyCleaner cleaner)
{
    /// <summary>Longest title kept; longer ones come back to the writer untouched.</summary>
    public const int LongestTitle = 300;

    /// <summary>Starts a record with its first draft.</summary>
    public async Task<Edition> StartAsync(Actor by, Guid unitId, RecordKind kind, CancellationToken cancel = default)
    {
        Permit.Require(RecordPermits.MayWrite(by, unitId));
        var unit = await db.Set<Unit>().Where(u => u.Id == unitId).FirstOr404Async(cancel);
        var now = clock.UtcNow;
        var record = new Record { Id = Guid.CreateVersion7(now), UnitId = unitId, CreatedAt = now, CreatedById = by.Id };
        var edition = record.Add(new Edition { Id = Guid.CreateVersion7(now), RecordId = record.Id, Record = record, Number = 1, Kind = kind, Issuer = unit.Name });
        edition.WrittenBy(by, now);
        db.Add(record);
        audit.Note(by, "records.started", record.Id, unit.Name);
        await db.SaveChangesAsync(cancel);
        return edition;
    }

    /// <summary>Keeps what a writer has typed. When a colleague saved in between, the text is kept aside and the writer told.</summary>
    /// <exception cref="ConflictException"><c>records.edited-meanwhile</c>: somebody else saved since this version; <c>records.not-draft</c>.</exception>
    public async Task<Edition> WriteAsync(Actor by, Guid editionId, int version, EditionForm form, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        var edition = await OpenAsync(by, editionId, cancel);
        if (edition.Version != version || edition.Status != EditionStatus.Draft)
        {
            var code = edition.Status == EditionStatus.Draft ? "records.edited-meanwhile" : "records.not-draft";
            await SalvageAsync(by, edition, form, cancel);
            throw new ConflictException(code, await LastWriterAsync(edition, by, cancel));
        }

        if (form.Title.Length > LongestTitle)
        {
            throw new ProblemException("records.title-too-long", LongestTitle);
        }

        edition.Title = form.Title.Trim().Normalize();
        edition.DocumentNumber = form.DocumentNumber.Trim().Normalize();
        edition.ProducedOn = form.ProducedOn;
        edition.Issuer = form.Issuer.Trim().Normalize();
        edition.BodyHtml = cleaner.Clean(form.BodyHtml);
        edition.ChangeNote = form.ChangeNote.Trim().Normalize();
        await DescribeAsync(edition, form, cancel);
        edition.WrittenBy(by, clock.UtcNow);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await SalvageAsync(by, edition, form, cancel);
            throw new ConflictException("records.edited-meanwhile", "");
        }

        return edition;
    }

    /// <summary>Begins the next edition as a copy of the one that is live or registered; it stays until the new one is approved.</summary>
    /// <exception cref="ConflictException"><c>records.next-begun</c>: a colleague has begun one already.</exception>
    public async Task<Edition> BeginNextAsync(Actor by, Guid recordId, CancellationToken cancel = default)
    {
        var record = await WholeAsync(recordId, cancel);
        Permit.Require(RecordPermits.MayWrite(by, record.UnitId));
        var now = clock.UtcNow;
        var latest = record.Editions.OrderBy(e => e.Number).Last();
        if (latest.StatusAt(now) is not (EditionStatus.Live or EditionStatus.Registered))
        {
            throw new ConflictException("records.next-begun");
        }

        var next = record.Add(new Edition
        {
            Id = Guid.CreateVersion7(now),
            RecordId = record.Id,
            Record = record,
            Number = latest.Number + 1,
            Title = latest.Title,
            DocumentNumber = latest.DocumentNumber,
            ProducedOn = latest.ProducedOn,
            Issuer = latest.Issuer,
            Kind = latest.Kind,
            Attribute = latest.Attribute,
            AttributeBasis = latest.AttributeBasis,
            Audience = latest.Audience,
            Validity = latest.Validity,
            InterpretsId = latest.InterpretsId,
            TopicSlug = latest.TopicSlug,
            PublicityUntilOn = latest.PublicityUntilOn,
        });
        next.Fulfil(latest.Items.Select(i => i.LineageId));
        var body = latest.BodyHtml;
        foreach (var file in latest.Attachments.OrderBy(a => a.Order))
        {
            var copy = new Attachment
            {
                Id = Guid.CreateVersion7(now),
                EditionId = next.Id,
                Name = file.Name,
                Hash = file.Hash,
                Size = file.Size,
                Type = file.Type,
                Use = file.Use,
                Hold = file.Hold,
                Order = file.Order,
            };
            next.Attach(copy);
            body = body.Replace(file.Id.ToString(), copy.Id.ToString(), StringComparison.Ordinal);
        }

        next.BodyHtml = body;
        next.WrittenBy(by, now);
        db.Add(next);
        audit.Note(by, "records.next-begun", record.Id, next.Title);
        await db.SaveChangesAsync(cancel);
        return next;
    }

    /// <summary>Throws a draft away; a record that never had another edition goes with it.</summary>
    public async Task DiscardAsync(Actor by, Guid editionId, CancellationToken cancel = default)
    {
        var edition = await OpenAsync(by, editionId, cancel);
        if (edition.Status != EditionStatus.Draft)
        {
            throw new ConflictException("records.not-draft", edition.LastMovedBy);
        }

        audit.Note(by, "records.discarded", edition.RecordId, edition.Title);
        db.Remove(edition);
        if (edition.Number == 1)
        {
            db.Remove(edition.Record!);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>An edition a writer may write in, with its record, steps and files.</summary>
    public async Task<Edition> OpenAsync(Actor by, Guid editionId, CancellationToken cancel = default)
    {
        var edition = await db.Set<Edition>().Include(e => e.Attachments).Include(e => e.Items).Include(e => e.Record!.Unit)
            .AsSplitQuery().Where(e => e.Id == editionId).FirstOr404Async(cancel);

        // A person without any business in the unit is told nothing, not even that the edition exists.
        return RecordPermits.MayRead(by, edition.Record!.UnitId) ? edition : throw new NotFoundException(nameof(Edition));
    }

    /// <summary>An edition as the form a writer fills in.</summary>
    public async Task<EditionForm> FormOfAsync(Edition edition, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return new EditionForm
        {
            Title = edition.Title,
            DocumentNumber = edition.DocumentNumber,
            ProducedOn = edition.ProducedOn,
            Issuer = edition.Issuer,
            BodyHtml = edition.BodyHtml,
            ChangeNote = edition.ChangeNote,
            Kind = edition.Kind,
            Attribute = edition.Attribute,
            AttributeBasis = edition.AttributeBasis,
            Audience = edition.Audience,
            Validity = edition.Validity,
            PublicityUntilOn = edition.PublicityUntilOn,
            TopicSlug = edition.TopicSlug,
            Interprets = edition.InterpretsId is { } about ? await db.Set<Record>().Where(r => r.Id == about).Select(r => r.IndexNumber).FirstOrDefaultAsync(cancel) ?? "" : "",
            Items = [.. edition.Items.Select(i => i.LineageId)],
        };
    }

    /// <summary>Text that was kept aside for a person when a colleague saved first.</summary>
    public async Task<IReadOnlyList<Salvage>> SalvagedAsync(Actor by, Guid editionId, CancellationToken cancel = default) =>
        await db.Set<Salvage>().AsNoTracking().Where(s => s.EditionId == editionId && s.ById == by.Id).OrderByDescending(s => s.At).Take(20).ToListAsync(cancel);

    internal async Task<Record> WholeAsync(Guid recordId, CancellationToken cancel) =>
        await db.Set<Record>().Include(r => r.Editions).ThenInclude(e => e.Attachments).Include(r => r.Editions).ThenInclude(e => e.Items).Include(r => r.Unit)
            .AsSplitQuery().Where(r => r.Id == recordId).FirstOr404Async(cancel);

    // All of it belongs to the edition: what the public reads of an approved edition stays as it was approved until the next one is.
    private async Task DescribeAsync(Edition edition, EditionForm form, CancellationToken cancel)
    {
        edition.Kind = form.Kind;
        edition.Attribute = form.Attribute;
        edition.AttributeBasis = form.AttributeBasis.Trim().Normalize();
        edition.Audience = form.Audience;
        edition.Validity = form.Validity;
        edition.PublicityUntilOn = form.Kind == RecordKind.PublicityNotice ? form.PublicityUntilOn : null;
        edition.TopicSlug = form.TopicSlug.Trim();
        edition.InterpretsId = form.Interprets.Trim() is { Length: > 0 } number
            ? await db.Set<Record>().Where(r => r.IndexNumber == number && r.Id != edition.RecordId).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancel)
                ?? throw new ProblemException("records.interprets-unknown", number)
            : null;
        edition.Fulfil(form.Items);
    }

    private async Task SalvageAsync(Actor by, Edition edition, EditionForm form, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        db.Add(new Salvage
        {
            Id = Guid.CreateVersion7(now),
            EditionId = edition.Id,
            ById = by.Id,
            ByName = by.Name,
            At = now,
            Title = form.Title,
            BodyHtml = cleaner.Clean(form.BodyHtml),
        });
        await db.SaveChangesAsync(cancel);
    }

    private async Task<string> LastWriterAsync(Edition edition, Actor by, CancellationToken cancel)
    {
        var others = edition.Authors.Select(a => a.PersonId).Where(id => id != by.Id).ToList();
        return await db.Set<Person>().Where(p => others.Contains(p.Id)).Select(p => p.Name).FirstOrDefaultAsync(cancel)
            ?? by.Name;
    }
}
