using System.Security.Cryptography;
using System.Text;
using Gongkai.Web.Audit;
using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>The person behind a case: shown to those who handle identity, each reading written to the audit; exported to the person; purged when
/// the time for keeping is over (Personal Information Protection Law Arts. 19, 45, 47).</summary>
public sealed class PersonDesk(GongkaiDb db, CampusClock clock, AuditTrail audit, RequestMoves moves, CaseSeal seal, SealedFiles files, RequestPolicyDesk policies, LetterDesk letters)
{
    private const int PurgedAtOnce = 200;

    /// <summary>Who asks, in full. The reading is written down before it is given.</summary>
    public async Task<Applicant?> ReadAsync(Actor by, Guid id, CancellationToken cancel = default)
    {
        var request = await moves.OpenAsync(by, id, cancel);
        Permit.Require(RequestPermits.MayKnowThePerson(by));
        audit.Note(by, "requests.person-read", request.Id, request.Number);
        await db.SaveChangesAsync(cancel);
        return seal.Open<Applicant>(request.SealedApplicant);
    }

    /// <summary>Who asks, with all but a hint taken out; null for those who see the matter only, and once purged.</summary>
    public Applicant? Masked(InformationRequest request, bool mayReadFile)
    {
        ArgumentNullException.ThrowIfNull(request);
        return mayReadFile ? seal.Open<Applicant>(request.SealedApplicant)?.Masked() : null;
    }

    /// <summary>A file the applicant sent, opened; the reading is written down.</summary>
    public async Task<(string Name, byte[] Bytes)> ReadFileAsync(Actor by, Guid id, Guid fileId, CancellationToken cancel = default)
    {
        var request = await moves.OpenAsync(by, id, cancel);
        Permit.Require(RequestPermits.MayKnowThePerson(by));
        var file = request.Files.FirstOrDefault(f => f.Id == fileId && f.Use == RequestFileUse.Proof) ?? throw new NotFoundException(nameof(RequestFile));
        audit.Note(by, "requests.proof-read", request.Id, $"{request.Number} {file.Id}");
        await db.SaveChangesAsync(cancel);
        return (file.Name, await files.OpenAsync(file.Hash, cancel));
    }

    /// <summary>A letter as it was sent; who may not know the person does not get it. The reading is written down.</summary>
    public async Task<LetterText> ReadLetterAsync(Actor by, Guid id, Guid letterId, CancellationToken cancel = default)
    {
        var request = await moves.OpenAsync(by, id, cancel);
        Permit.Require(RequestPermits.MayKnowThePerson(by));
        var letter = request.Letters.FirstOrDefault(l => l.Id == letterId) ?? throw new NotFoundException(nameof(NoticeLetter));
        audit.Note(by, "requests.letter-read", request.Id, $"{request.Number} {letter.Number}");
        await db.SaveChangesAsync(cancel);
        return letters.TextOf(letter) ?? throw new NotFoundException(nameof(NoticeLetter));
    }

    /// <summary>Everything kept of one person, for that person (查阅复制权): found by name and document number without opening any seal but theirs.</summary>
    /// <exception cref="ProblemException"><c>requests.person-unclear</c>.</exception>
    public async Task<PersonExport> ExportAsync(Actor by, string name, string document, CancellationToken cancel = default)
    {
        Permit.Require(RequestPermits.MayKnowThePerson(by));
        var mark = seal.MarkOf(name, document);
        if (mark.Length == 0)
        {
            throw new ProblemException("requests.person-unclear");
        }

        var cases = await db.Set<InformationRequest>().AsNoTracking().Where(r => r.PersonMark == mark).OrderBy(r => r.Number).ToListAsync(cancel);
        foreach (var request in cases)
        {
            audit.Note(by, "requests.person-exported", request.Id, request.Number);
        }

        if (cases.Count == 0)
        {
            audit.Note(by, "requests.person-not-found", Guid.Empty, "");
        }

        await db.SaveChangesAsync(cancel);
        return new PersonExport(clock.UtcNow, [.. cases.Select(r => new ExportedRequest(
            r.Number, r.ReceivedOn, r.Matter, r.Description, r.Purpose, r.Status.ToString(), seal.Open<Applicant>(r.SealedApplicant),
            [.. r.Files.Where(f => f.Use == RequestFileUse.Proof).Select(f => f.Name)], [.. r.Letters.Where(l => l.IsForApplicant).Select(l => letters.TextOf(l)).OfType<LetterText>()], r.ClosedOn))]);
    }

    /// <summary>Purges the person's data of cases whose time is over, and leaves a proof: the number of the case and the hash of what was sealed, in the audit.</summary>
    public async Task<int> PurgeDueAsync(CancellationToken cancel = default)
    {
        var before = clock.Today.AddYears(-(await policies.NowAsync(cancel)).RetentionYears);
        var due = await db.Set<InformationRequest>().Where(r => r.PurgedAt == null && r.ClosedOn != null && r.ClosedOn < before && !r.Remedies.Any(x => x.EndedOn == null))
            .OrderBy(r => r.ClosedOn).Take(PurgedAtOnce).ToListAsync(cancel);
        var gone = new List<string>();
        foreach (var request in due)
        {
            var proof = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.SealedApplicant)));
            gone.AddRange(request.Files.Where(f => f.Use == RequestFileUse.Proof).Select(f => f.Hash));
            request.Purge(clock.UtcNow);
            audit.Note(Actor.Program, "requests.person-purged", request.Id, $"{request.Number} sha256:{proof}");
        }

        await db.SaveChangesAsync(cancel);
        gone.ForEach(files.Purge);
        return due.Count;
    }
}

/// <summary>Everything kept of one person.</summary>
public sealed record PersonExport(DateTime At, IReadOnlyList<ExportedRequest> Requests);

/// <summary>A case as it is handed to the person whose it is.</summary>
public sealed record ExportedRequest(
    string Number, DateOnly ReceivedOn, string Matter, string Description, string Purpose, string Status, Applicant? Applicant, IReadOnlyList<string> Files, IReadOnlyList<LetterText> Letters, DateOnly? ClosedOn);
