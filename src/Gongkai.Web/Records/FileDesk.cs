using Gongkai.Engines.Documents;
using Gongkai.Web.Audit;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Screening;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>What is done with the files of an edition: hang on, take off, release, and read a Word file into a draft.</summary>
public sealed class FileDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, BlobStore blobs, ScreeningDesk screening, RecordDesk records, BodyCleaner cleaner)
{
    /// <summary>Largest file taken, in bytes.</summary>
    public const long LargestFile = 100L * 1024 * 1024;

    /// <summary>Largest form read to its end, in bytes, so that a file too large is answered with a sentence rather than a cut line.</summary>
    public const long LargestForm = 6 * LargestFile;

    private static readonly string[] Refused = ["executable", "unknown"];

    /// <summary>Hangs a file on a draft. It is screened at once and held when something is found.</summary>
    /// <exception cref="ProblemException"><c>files.type-refused</c>, <c>files.too-large</c>, <c>files.empty</c>, <c>files.no-space</c>.</exception>
    public async Task<Attachment> AttachAsync(Actor by, Guid editionId, Stream content, string name, AttachmentUse use = AttachmentUse.Attachment, CancellationToken cancel = default)
    {
        var edition = await DraftAsync(by, editionId, cancel);
        var blob = await blobs.KeepAsync(content, LargestFile, cancel);
        var attachment = Take(edition, blob, name, use);
        edition.WrittenBy(by, clock.UtcNow);
        if (use != AttachmentUse.Source)
        {
            attachment.Hold = await screening.ScreenFileAsync(attachment.Id, blob.Hash, attachment.Name, cancel) ? Hold.Held : Hold.Clear;
        }

        audit.Note(by, "records.file-attached", edition.RecordId, attachment.Name);
        await db.SaveChangesAsync(cancel);
        return attachment;
    }

    /// <summary>Takes a file off a draft.</summary>
    public async Task DetachAsync(Actor by, Guid editionId, Guid attachmentId, CancellationToken cancel = default)
    {
        var edition = await DraftAsync(by, editionId, cancel);
        var attachment = edition.Attachments.FirstOrDefault(a => a.Id == attachmentId) ?? throw new NotFoundException(nameof(Attachment));
        edition.Detach(attachment);
        db.Remove(attachment);
        edition.WrittenBy(by, clock.UtcNow);
        audit.Note(by, "records.file-detached", edition.RecordId, attachment.Name);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Lets a held file or text pass, with a reason: by a secrecy reviewer who did not write it.</summary>
    /// <exception cref="ProblemException"><c>screening.reason-missing</c>.</exception>
    /// <exception cref="ConflictException"><c>records.released-meanwhile</c>: a colleague was first; <c>records.edited-meanwhile</c>.</exception>
    public async Task ReleaseAsync(Actor by, Guid editionId, Guid subjectId, string reason, CancellationToken cancel = default)
    {
        var edition = await records.OpenAsync(by, editionId, cancel);
        Permit.Require(by.Holds(Role.SecrecyReviewer, edition.Record!.UnitId) && !edition.WasWrittenBy(by.Id), edition.WasWrittenBy(by.Id) ? "records.own-work" : "shared.refused");
        await RequireUnreleasedAsync(edition, subjectId, cancel);
        if (subjectId == edition.Id)
        {
            screening.Release(by, subjectId, edition.Title, reason);
        }
        else
        {
            var attachment = edition.Attachments.FirstOrDefault(a => a.Id == subjectId) ?? throw new NotFoundException(nameof(Attachment));
            screening.Release(by, subjectId, attachment.Name, reason);
            attachment.Hold = Hold.Released;
        }

        edition.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await RequireUnreleasedAsync(await records.OpenAsync(by, editionId, cancel), subjectId, cancel);
            throw new ConflictException("records.edited-meanwhile", "");
        }
    }

    // A file that a rescan held again waits for a new release.
    private async Task RequireUnreleasedAsync(Edition edition, Guid subjectId, CancellationToken cancel)
    {
        var isHeldAgain = edition.Attachments.Any(a => a.Id == subjectId && a.Hold != Hold.Released);
        if (!isHeldAgain && (await screening.ReleasesAsync([subjectId], cancel)).TryGetValue(subjectId, out var first))
        {
            throw new ConflictException("records.released-meanwhile", first.ByName);
        }
    }

    /// <summary>Reads a Word file into a draft: title, number, date, issuer where they are still empty, the text, its pictures. The file
    /// itself is kept as source.</summary>
    /// <exception cref="ProblemException"><c>files.Broken</c>, <c>files.Encrypted</c>, <c>files.Unsupported</c>, <c>files.TooLarge</c>, <c>files.macro</c>, <c>files.empty</c>.</exception>
    public async Task<Edition> ReadWordAsync(Actor by, Guid editionId, Stream content, string name, CancellationToken cancel = default)
    {
        var edition = await DraftAsync(by, editionId, cancel);
        var blob = await blobs.KeepAsync(content, LargestFile, cancel);
        if (blob.Size == 0)
        {
            throw new ProblemException("files.empty", name);
        }

        WordHtml page;
        DocumentFacts facts;
        try
        {
            await using (var file = blobs.Open(blob.Hash))
            {
                page = WordToHtml.Convert(file, cancel: cancel);
            }

            await using (var file = blobs.Open(blob.Hash))
            {
                var reading = new DocumentReader().Read(file, name, cancel);
                facts = DocumentFacts.Read(reading.Pieces);
                if (reading.Findings.Any(f => f.Code == "file.macro"))
                {
                    throw new ProblemException("files.macro", name);
                }
            }
        }
        catch (DocumentException error)
        {
            throw new ProblemException($"files.{error.Problem}", name);
        }

        var body = page.Html;
        foreach (var (at, image) in page.Images.Index())
        {
            var kept = await blobs.KeepAsync(new MemoryStream(image.Bytes.ToArray()), LargestFile, cancel);
            var picture = Take(edition, kept, image.Name, AttachmentUse.BodyImage);
            picture.Hold = await screening.ScreenFileAsync(picture.Id, kept.Hash, picture.Name, cancel) ? Hold.Held : Hold.Clear;
            body = body.Replace($"\"image:{at + 1}\"", $"\"{RecordLinks.File(picture.Id, picture.Name)}\"", StringComparison.Ordinal);
        }

        Take(edition, blob, name, AttachmentUse.Source);
        edition.BodyHtml = cleaner.Clean(WordHead.Without(body, facts));
        edition.Title = facts.Title is { Length: > 0 and <= RecordDesk.LongestTitle } title ? title : edition.Title.Length > 0 ? edition.Title : Path.GetFileNameWithoutExtension(name);
        edition.DocumentNumber = facts.DocumentNumber ?? edition.DocumentNumber;
        edition.ProducedOn = facts.ProducedOn ?? edition.ProducedOn;
        edition.Issuer = facts.Issuer ?? edition.Issuer;
        edition.WrittenBy(by, clock.UtcNow);
        audit.Note(by, "records.word-read", edition.RecordId, name);
        await db.SaveChangesAsync(cancel);
        return edition;
    }

    private async Task<Edition> DraftAsync(Actor by, Guid editionId, CancellationToken cancel)
    {
        var edition = await records.OpenAsync(by, editionId, cancel);
        Permit.Require(RecordPermits.MayWrite(by, edition.Record!.UnitId));
        return edition.Status == EditionStatus.Draft ? edition : throw new ConflictException("records.not-draft", edition.LastMovedBy);
    }

    private Attachment Take(Edition edition, Blob blob, string name, AttachmentUse use)
    {
        if (blob.Size == 0)
        {
            throw new ProblemException("files.empty", name);
        }

        using var file = blobs.Open(blob.Hash);
        var type = FileTypeDetector.Detect(file, name).ToString().ToLowerInvariant();
        if (Refused.Contains(type))
        {
            throw new ProblemException("files.type-refused", name);
        }

        var attachment = new Attachment
        {
            Id = Guid.CreateVersion7(clock.UtcNow),
            EditionId = edition.Id,
            Name = SafeName(name),
            Hash = blob.Hash,
            Size = blob.Size,
            Type = type,
            Use = use,
            Order = edition.Attachments.Count,
        };
        edition.Attach(attachment);
        db.Add(attachment);
        return attachment;
    }

    // A browser may send a whole path; a hostile one sends worse.
    private static string SafeName(string name)
    {
        var last = name.Normalize().Split('/', '\\')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))]).Trim();
        return clean.Length switch
        {
            0 => "file",
            > 150 => clean[..100] + Path.GetExtension(clean),
            _ => clean,
        };
    }
}
