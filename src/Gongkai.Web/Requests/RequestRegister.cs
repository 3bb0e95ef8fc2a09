using System.Globalization;
using Gongkai.Web.Audit;
using Gongkai.Web.Calendar;
using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Requests;

/// <summary>What was received: the case, its number, and the query code that is told this once.</summary>
public sealed record RequestReceipt(Guid Id, string Number, string Code, string Matter, DateOnly DueOn);

/// <summary>A form that was found in order, and who sent it. Its seals are made before it waits its turn.</summary>
/// <param name="By">Who sent it.</param>
/// <param name="Form">What was filled in.</param>
/// <param name="ReceivedOn">The day of receipt.</param>
/// <param name="SealedApplicant">Who asks, sealed.</param>
/// <param name="PersonMark">The mark of the same person.</param>
public sealed record SentForm(Actor By, RequestForm Form, DateOnly ReceivedOn, string SealedApplicant, string PersonMark);

/// <summary>Enters requests in the register (登记): all that came at one moment in one transaction, each with its number and its receipt, and one notice to the office.</summary>
public sealed class RequestRegister(
    GongkaiDb db, CampusClock clock, AuditTrail audit, RequestPolicyDesk policies, SchoolCalendar calendar, CaseNumbers numbers, NoticeBoard notices, LetterDesk letters)
{
    /// <summary>Enters them, all or none; null in place of a form that was entered before.</summary>
    public async Task<IReadOnlyList<RequestReceipt?>> EnterAsync(IReadOnlyList<SentForm> sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var keys = sent.Select(s => s.Form.Key).ToList();
        var known = await db.Set<InformationRequest>().Where(r => keys.Contains(r.FormKey)).Select(r => r.FormKey).ToHashSetAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();

        // All or none: nothing goes back to a point between. On SQLite such a point writes what it would bring back to a file of its own.
        db.Database.AutoSavepointsEnabled = false;
        var fresh = sent.Where(s => known.Add(s.Form.Key)).ToList();
        var given = new Dictionary<int, Queue<string>>();
        foreach (var year in fresh.GroupBy(s => s.ReceivedOn.Year))
        {
            given[year.Key] = await numbers.NextAsync("requests", year.Key, year.Count());
        }

        if (fresh.Count(HasLetter) is > 0 and var letterCount)
        {
            await letters.ReserveAsync(letterCount);
        }

        var receipts = new Dictionary<SentForm, RequestReceipt>(ReferenceEqualityComparer.Instance);
        foreach (var form in fresh)
        {
            receipts[form] = await EnterAsync(form, given[form.ReceivedOn.Year].Dequeue());
        }

        await TellOfficeAsync(sent[0].By, [.. receipts.Values]);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return [.. sent.Select(receipts.GetValueOrDefault)];
    }

    private static bool HasLetter(SentForm sent) => sent.Form.Applicant.Called.Length > 0;

    // Whoever works in the office is told once of all that came at one moment.
    private async Task TellOfficeAsync(Actor by, IReadOnlyList<RequestReceipt> entered)
    {
        if (entered.Count == 0)
        {
            return;
        }

        var office = await notices.HoldersAsync(Role.DisclosureOffice, await policies.OfficeUnitAsync());
        if (entered is [var only])
        {
            notices.Tell(by, office, "notices.request-new", $"{only.Number} {only.Matter}", RequestLinks.Handle(only.Id));
        }
        else
        {
            notices.Tell(Actor.Program, office, "notices.requests-new", $"{entered[0].Number} – {entered[^1].Number}", RequestLinks.Office);
        }
    }

    private async Task<RequestReceipt> EnterAsync(SentForm sent, string number)
    {
        var (by, form, now, code) = (sent.By, sent.Form, clock.UtcNow, QueryCode.New());
        var request = new InformationRequest
        {
            Id = Guid.CreateVersion7(now),
            Number = number,
            FormKey = form.Key,
            Channel = form.Channel,
            ReceivedOn = sent.ReceivedOn,
            RegisteredAt = now,
            TakenByUnitId = form.TakenByUnitId,
            ApplicantKind = form.Kind,
            SealedApplicant = sent.SealedApplicant,
            PersonMark = sent.PersonMark,
            Matter = form.Matter,
            Description = form.Description,
            Purpose = form.Purpose,
            Form = form.Form,
            Way = form.Way,
            WaiverReason = form.WaiverReason,
            Language = form.Language == "en" ? "en" : "zh",
            Clock = CaseClock.Start((await policies.NowAsync()).Rule, sent.ReceivedOn, await calendar.OfAsync()),
        };
        request.CodeHash = QueryCode.Hash(request.Id, code);
        foreach (var file in form.Files)
        {
            request.Add(new RequestFile { Id = Guid.CreateVersion7(now), Name = file.Name, Hash = file.Hash, Size = file.Size, Use = RequestFileUse.Proof, At = now });
        }

        request.Note(by, now, "", "requests.told-received");
        if (HasLetter(sent))
        {
            await letters.WriteAsync(request, LetterKind.Receipt, new Dictionary<string, string> { ["applicant"] = form.Applicant.Called });
        }

        db.Add(request);
        if (form.Applicant.Email.Length > 0)
        {
            notices.MailPrivately(
                form.Applicant.Email, PageWords.In(request.Language, "requests.mail-subject", request.Number),
                PageWords.In(request.Language, "requests.mail-receipt", request.Number, QueryCode.Show(code), request.Clock.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        audit.Note(by, "requests.received", request.Id, $"{request.Number} {request.Channel}");
        return new RequestReceipt(request.Id, request.Number, code, request.Matter, request.Clock.DueOn);
    }
}
