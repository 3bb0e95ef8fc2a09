using Gongkai.Engines;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Records.Office;

internal sealed class EditModel(RecordDesk records, ReviewDesk review, FileDesk files, Checklist checklist, ItemSuggestion suggestion, CatalogueDesk catalogue, ItemDesk items, TopicDesk topics, CampusClock clock, PageWords words) : OurPage
{
    [BindProperty]
    public EditionForm Input { get; set; } = new();

    public Edition Edition { get; private set; } = null!;

    /// <summary>The version the form was opened at; what is saved elsewhere meanwhile is told, not overwritten.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Finding> Checks { get; private set; } = [];

    public IReadOnlyList<EditionVerb> Verbs { get; private set; } = [];

    public IReadOnlyList<Item> AllItems { get; private set; } = [];

    /// <summary>What the unit's college lists of its own, below the school's catalogue.</summary>
    public IReadOnlyList<Item> CollegeItems { get; private set; } = [];

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public IReadOnlyList<Item> Suggested { get; private set; } = [];

    public IReadOnlyList<Salvage> Salvaged { get; private set; } = [];

    public bool MayWrite => Edition.Status == EditionStatus.Draft && RecordPermits.MayWrite(By, Edition.Record!.UnitId);

    public bool MayRelease => By.Holds(Role.SecrecyReviewer, Edition.Record!.UnitId) && !Edition.WasWrittenBy(By.Id);

    public bool MayDecide => Verbs.Contains(EditionVerb.Decide);

    public bool MayBeginNext => Edition.StatusAt(clock.UtcNow) is EditionStatus.Live or EditionStatus.Registered && Edition.EndAt(clock.UtcNow) == RecordEnd.None && RecordPermits.MayWrite(By, Edition.Record!.UnitId);

    /// <summary>The part of the page a finding speaks of.</summary>
    public static string Anchor(Finding finding) => finding.Where.Locator.Split(':', 2) switch
    {
        ["file", var id] => $"file-{id}",
        ["field", var field] => field,
        _ => "checks",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        await LoadAsync(id, keepForm: false, cancel);
        return Page();
    }

    public Task<IActionResult> OnPostSaveAsync(Guid id, int version, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await records.WriteAsync(By, id, version, Input, cancel);
        return Go(RecordLinks.Edit(id), words["records.saved"]);
    }, cancel);

    /// <summary>Keeps what is typed while it is typed; answers with the new version, or says who was first.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(Guid id, int version, CancellationToken cancel)
    {
        try
        {
            var edition = await records.WriteAsync(By, id, version, Input, cancel);
            return new JsonResult(new { version = edition.Version, said = words["records.autosaved", clock.ToCampus(clock.UtcNow).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)].Value });
        }
        catch (Exception error) when (error is ConflictException or ProblemException)
        {
            return new ContentResult { StatusCode = error is ConflictException ? 409 : 400, Content = Refusals.Say(error), ContentType = "text/plain; charset=utf-8" };
        }
    }

    public Task<IActionResult> OnPostMoveAsync(Guid id, int version, EditionVerb verb, string? reason, DateTime? at, CancellationToken cancel) => DoAsync(id, async () =>
    {
        switch (verb)
        {
            case EditionVerb.Publish:
                await review.PublishAsync(By, id, version, cancel);
                break;
            case EditionVerb.Schedule:
                await review.ScheduleAsync(By, id, version, clock.ToUtc(at ?? throw new ProblemException("records.minute-missing")), cancel);
                break;
            default:
                await review.MoveAsync(By, id, version, verb, reason, cancel);
                break;
        }

        return Go(RecordLinks.Edit(id), words["records.moved", words.Of(verb)]);
    }, cancel);

    public Task<IActionResult> OnPostAttachAsync(Guid id, IReadOnlyList<IFormFile> upload, CancellationToken cancel) => DoAsync(id, async () =>
    {
        foreach (var file in upload)
        {
            await using var content = file.OpenReadStream();
            await files.AttachAsync(By, id, content, file.FileName, cancel: cancel);
        }

        return Go($"{RecordLinks.Edit(id)}#files", words["records.attached", upload.Count]);
    }, cancel);

    public Task<IActionResult> OnPostDetachAsync(Guid id, Guid file, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await files.DetachAsync(By, id, file, cancel);
        return Go($"{RecordLinks.Edit(id)}#files", words["records.detached"]);
    }, cancel);

    public Task<IActionResult> OnPostReleaseAsync(Guid id, Guid subject, string? reason, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await files.ReleaseAsync(By, id, subject, reason ?? "", cancel);
        return Go(RecordLinks.Edit(id), words["screening.released-done"]);
    }, cancel);

    public Task<IActionResult> OnPostDecideAsync(Guid id, int version, DisclosureAttribute attribute, string? basis, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await review.DecideAsync(By, id, version, attribute, basis ?? "", cancel);
        return Go(RecordLinks.Edit(id), words["records.attribute-decided-done", words.Of(attribute)]);
    }, cancel);

    public Task<IActionResult> OnPostNextAsync(Guid id, CancellationToken cancel) => DoAsync(id, async () =>
    {
        var next = await records.BeginNextAsync(By, (await records.OpenAsync(By, id, cancel)).RecordId, cancel);
        return Go(RecordLinks.Edit(next.Id), words["records.next-begun-done", next.Number]);
    }, cancel);

    public Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await records.DiscardAsync(By, id, cancel);
        return Go(RecordLinks.Office, words["records.discarded-done"]);
    }, cancel);

    private Task<IActionResult> DoAsync(Guid id, Func<Task<IActionResult>> act, CancellationToken cancel) => TryAsync(act, async () =>
    {
        await LoadAsync(id, keepForm: Request.Form.ContainsKey("Input.Title"), cancel);
        return Page();
    });

    private async Task LoadAsync(Guid id, bool keepForm, CancellationToken cancel)
    {
        Edition = await records.OpenAsync(By, id, cancel);
        Checks = await checklist.ForAsync(Edition, cancel);
        Verbs = await review.VerbsAsync(By, Edition, cancel);
        AllItems = [.. (await catalogue.InForceAsync(cancel: cancel))?.Categories.SelectMany(c => c.Items) ?? []];
        CollegeItems = await items.OfUnitAsync(Edition.Record!.UnitId, cancel);
        Topics = await topics.AllAsync(cancel);
        Suggested = Edition.Items.Count == 0 ? await suggestion.ForAsync(Edition, cancel: cancel) : [];
        Salvaged = await records.SalvagedAsync(By, id, cancel);
        Version = Edition.Version;
        if (!keepForm)
        {
            Input = await records.FormOfAsync(Edition, cancel);
        }
    }
}
