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

/// <summary>A form that was found in order, and who sent it.</summary>
public sealed record SentForm(Actor By, RequestForm Form);

/// <summary>Enters requests in the register (登记): all that came at one moment in one transaction, each with its number and its receipt, and one notice to the office.</summary>
public sealed class RequestRegister(
    GongkaiDb db, CampusClock clock, AuditTrail audit, RequestPolicyDesk policies, SchoolCalendar calendar, CaseNumbers numbers, CaseSeal seal, NoticeBoard notices, LetterDesk letters)
{
    /// <summary>Enters them, all or none; null in place of a form that was entered before.</summary>
    public async Task<IReadOnlyList<RequestReceipt?>> EnterAsync(IReadOnlyList<SentForm> sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        var keys = sent.Select(s => s.Form.Key).ToList();
        var known = await db.Set<InformationRequest>().Where(r => keys.Contains(r.FormKey)).Select(r => r.FormKey).ToHashSetAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var receipts = new List<RequestReceipt?>();
        foreach (var (by, form) in sent)
        {
            receipts.Add(known.Add(form.Key) ? await EnterAsync(by, form) : null);
        }

        await TellOfficeAsync(sent[0].By, [.. receipts.OfType<RequestReceipt>()]);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return receipts;
    }

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

    private async Task<RequestReceipt> EnterAsync(Actor by, RequestForm form)
    {
        var (now, code, receivedOn) = (clock.UtcNow, QueryCode.New(), form.ReceivedOn ?? clock.Today);
        var request = new InformationRequest
        {
            Id = Guid.CreateVersion7(now),
            Number = await numbers.NextAsync("requests", receivedOn.Year),
            FormKey = form.Key,
            Channel = form.Channel,
            ReceivedOn = receivedOn,
            RegisteredAt = now,
            TakenByUnitId = form.TakenByUnitId,
            ApplicantKind = form.Kind,
            SealedApplicant = seal.Close(form.Applicant),
            PersonMark = seal.MarkOf(form.Applicant.Called, form.Applicant.DocumentNumber),
            Matter = form.Matter,
            Description = form.Description,
            Purpose = form.Purpose,
            Form = form.Form,
            Way = form.Way,
            WaiverReason = form.WaiverReason,
            Language = form.Language == "en" ? "en" : "zh",
            Clock = CaseClock.Start((await policies.NowAsync()).Rule, receivedOn, await calendar.OfAsync()),
        };
        request.CodeHash = QueryCode.Hash(request.Id, code);
        foreach (var file in form.Files)
        {
            request.Add(new RequestFile { Id = Guid.CreateVersion7(now), Name = file.Name, Hash = file.Hash, Size = file.Size, Use = RequestFileUse.Proof, At = now });
        }

        request.Note(by, now, "", "requests.told-received");
        if (form.Applicant.Called.Length > 0)
        {
            await letters.WriteAsync(request, LetterKind.Receipt);
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
