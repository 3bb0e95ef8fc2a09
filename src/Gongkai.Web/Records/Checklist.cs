using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Gongkai.Engines;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Calendar;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Screening;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records;

/// <summary>What stands between an edition and publication: coded errors, which block, and warnings, which inform. Each names the field or
/// file to go to in its place, like <c>field:Title</c> or <c>file:…</c>.</summary>
public sealed partial class Checklist(GongkaiDb db, CampusClock clock, ScreeningDesk screening, SchoolCalendar calendar)
{
    /// <summary>Everything that stands in the way now, errors first. Text that changed since it was last screened is screened again.</summary>
    public async Task<IReadOnlyList<Finding>> ForAsync(Edition edition, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        await ScreenAsync(edition, cancel);
        var findings = new List<Finding>();
        Text(edition, findings);
        Attributes(edition, findings);
        Dates(edition, await calendar.OfAsync(cancel), (await calendar.PublicationAsync(cancel)).Find(LimitKind.Publish)!.Days, findings);
        await TwinsAsync(edition, findings, cancel);
        await ScreeningAsync(edition, findings, cancel);
        return [.. findings.OrderByDescending(f => f.Severity)];
    }

    /// <summary>Screens the text of an edition unless it has been since it last changed.</summary>
    public async Task ScreenAsync(Edition edition, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.ScreenedAt is not null)
        {
            return;
        }

        await screening.ScreenHtmlAsync(edition.Id, ScreenedHtml(edition), cancel);
        await screening.ForgetReleasesAsync(edition.Id, cancel);
        edition.ScreenedAt = clock.UtcNow;
        if (db.Entry(edition).State != EntityState.Detached)
        {
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>All words of an edition that the public reads.</summary>
    internal static string ScreenedHtml(Edition edition)
    {
        string[] around = [edition.Title, edition.DocumentNumber, edition.Issuer, edition.ChangeNote, edition.AttributeBasis];
        return string.Concat(around.Select(text => $"<p>{WebUtility.HtmlEncode(text)}</p>")) + edition.BodyHtml;
    }

    private static void Text(Edition edition, List<Finding> findings)
    {
        if (string.IsNullOrWhiteSpace(edition.Title))
        {
            findings.Add(Error("records.title-missing", "field:Title"));
        }

        if (string.IsNullOrWhiteSpace(BodyCleaner.TextOf(edition.BodyHtml)) && !edition.Attachments.Any(a => a.Use == AttachmentUse.Attachment) && !edition.BodyHtml.Contains("<img", StringComparison.Ordinal))
        {
            findings.Add(Error("records.body-missing", "field:BodyHtml"));
        }

        if (edition.Number > 1 && string.IsNullOrWhiteSpace(edition.ChangeNote))
        {
            findings.Add(Error("records.change-note-missing", "field:ChangeNote"));
        }

        if (edition.DocumentNumber.Length > 0 && !DocumentNumber().IsMatch(edition.DocumentNumber))
        {
            findings.Add(Warning("records.document-number-malformed", "field:DocumentNumber"));
        }
    }

    private static void Attributes(Edition edition, List<Finding> findings)
    {
        if (edition.Items.Count == 0)
        {
            findings.Add(Error("records.item-missing", "field:Items"));
        }

        if (edition.Attribute == DisclosureAttribute.Undecided)
        {
            // It goes to the office, which decides; nobody before it is held up.
            findings.Add(edition.Status == EditionStatus.OfficeApproval ? Error("records.attribute-undecided", "field:Attribute") : Warning("records.attribute-to-office", "field:Attribute"));
        }
        else if (edition.Attribute != DisclosureAttribute.Proactive)
        {
            findings.Add(Make("records.attribute-registered", Severity.Info, "field:Attribute", []));
        }

        if ((edition.Attribute is DisclosureAttribute.OnRequest or DisclosureAttribute.Withheld || edition.Audience != Audience.Public) && string.IsNullOrWhiteSpace(edition.AttributeBasis))
        {
            findings.Add(Error("records.basis-missing", "field:AttributeBasis"));
        }
    }

    private void Dates(Edition edition, WorkingDayCalendar days, int limit, List<Finding> findings)
    {
        var today = clock.Today;
        if (edition.Kind == RecordKind.PublicityNotice)
        {
            if (edition.PublicityUntilOn is null)
            {
                findings.Add(Error("records.publicity-end-missing", "field:PublicityUntilOn"));
            }
            else if (edition.PublicityUntilOn < today)
            {
                findings.Add(Error("records.publicity-end-past", "field:PublicityUntilOn"));
            }
        }

        if (edition.ProducedOn is not { } produced)
        {
            findings.Add(Warning("records.produced-on-missing", "field:ProducedOn"));
            return;
        }

        if (produced > today)
        {
            findings.Add(Error("records.produced-in-future", "field:ProducedOn"));
            return;
        }

        if (edition.Number == 1 && edition.Attribute == DisclosureAttribute.Proactive && produced.Year >= 2010)
        {
            var due = days.After(produced, limit).Date;
            if (today > due)
            {
                findings.Add(Warning("records.published-late", "field:ProducedOn", ("due", due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("limit", limit.ToString(CultureInfo.InvariantCulture))));
            }
        }
    }

    private async Task TwinsAsync(Edition edition, List<Finding> findings, CancellationToken cancel)
    {
        var (title, id) = (edition.Title, edition.RecordId);
        if (title.Length > 0 && await db.Set<Edition>().AnyAsync(e => e.Title == title && e.RecordId != id && e.PublishedAt != null && e.ReplacedAt == null && e.Record!.End == RecordEnd.None, cancel))
        {
            findings.Add(Warning("records.title-twin", "field:Title"));
        }
    }

    private async Task ScreeningAsync(Edition edition, List<Finding> findings, CancellationToken cancel)
    {
        Guid[] subjects = [edition.Id, .. edition.Attachments.Where(a => a.Use != AttachmentUse.Source).Select(a => a.Id)];
        var found = await screening.FoundAsync(subjects, cancel);
        var released = await screening.ReleasesAsync(subjects, cancel);
        findings.AddRange(found[edition.Id].Select(f => At(f, "field:BodyHtml", "", released.ContainsKey(edition.Id))));
        foreach (var file in edition.Attachments.Where(a => a.Use != AttachmentUse.Source))
        {
            if (file.Hold == Hold.Unscreened)
            {
                findings.Add(Error("records.file-unscreened", $"file:{file.Id}", ("name", file.Name)));
            }

            findings.AddRange(found[file.Id].Select(f => At(f, $"file:{file.Id}", file.Name, released.ContainsKey(file.Id))));
        }
    }

    private static Finding At(Finding finding, string field, string file, bool isReleased) => finding with
    {
        Severity = isReleased && finding.Severity == Severity.Error ? Severity.Warning : finding.Severity,
        Where = new Place(Layer.Body, field),
        Details = new Dictionary<string, string>(finding.Details) { ["file"] = file },
    };

    private static Finding Error(string code, string field, params (string Key, string Value)[] details) => Make(code, Severity.Error, field, details);

    private static Finding Warning(string code, string field, params (string Key, string Value)[] details) => Make(code, Severity.Warning, field, details);

    private static Finding Make(string code, Severity severity, string field, (string Key, string Value)[] details) =>
        new(code, severity, new Place(Layer.Body, field), details.ToDictionary(d => d.Key, d => d.Value));

    [GeneratedRegex(@"^[\u4e00-\u9fa5A-Za-z]{1,16}〔(19|20)\d{2}〕[1-9]\d{0,4}号$|第[1-9]\d{0,4}号$")]
    private static partial Regex DocumentNumber();
}
