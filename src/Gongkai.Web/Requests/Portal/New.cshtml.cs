using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Gongkai.Web.Records;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Requests.Portal;

[NeverKept]
internal sealed class NewModel(RequestDesk desk, SuggestionDesk suggestions, SealedFiles files, CaseSeal seal, BotGuard guard, RateGate gate, PageWords words, CampusClock clock) : OurPage
{
    public const int Summary = 5;
    private const int MostFiles = 5;
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    [BindProperty]
    public NewForm Input { get; set; } = new();

    [BindProperty]
    public Answer Guard { get; set; } = new();

    [BindProperty]
    public string Kept { get; set; } = "";

    /// <summary>What the page carries to its next step: all that is filled in, sealed.</summary>
    public string Carried => Protector.Protect(JsonSerializer.Serialize(Input), GoodFor);

    public int Step { get; private set; } = 1;

    public Challenge? Shown { get; private set; }

    public IReadOnlyList<RecordLine> Found { get; private set; } = [];

    public IReadOnlyList<string> Parts => MatterSplit.Of(Input.Description);

    public void OnGet() => Keep(new NewForm { Key = Guid.CreateVersion7(clock.UtcNow) });

    public async Task<IActionResult> OnPostAsync(int step, string? go, List<IFormFile> upload, List<string> drop, CancellationToken cancel)
    {
        var before = Open();
        if (before is null)
        {
            // What came sealed is too old or foreign: the step just typed is kept, the rest is asked again.
            Keep(new NewForm { Key = Guid.CreateVersion7(clock.UtcNow) }.With(1, Input).With(2, Input).With(3, Input).With(4, Input));
            Problem = words["requests.form-old"];
            return Page();
        }

        Step = Math.Clamp(step, 1, Summary);
        var form = before.With(Step, Input);
        form.Files.RemoveAll(f => drop.Contains(f.Hash));
        Keep(form);
        return await TryAsync(
            async () =>
            {
                foreach (var file in Step == 2 ? upload.Where(f => f.FileName.Length > 0) : [])
                {
                    await TakeAsync(form, file, cancel);
                }

                return go switch
                {
                    "back" => await ShowAsync(Step - 1, cancel),
                    "send" => await SendAsync(form, cancel),
                    ['t', 'o', '-', var to] when char.IsAsciiDigit(to) && to - '0' < Step => await ShowAsync(to - '0', cancel),
                    "keep" => await ShowAsync(Step, cancel),
                    _ => await NextAsync(form, cancel),
                };
            },
            () => ShowAsync(Step, cancel));
    }

    public async Task<IActionResult> OnPostAnsweredAsync(CancellationToken cancel)
    {
        if (Open() is { } form)
        {
            await suggestions.AnsweredAsync(form.Key, cancel);
        }

        TempData["Thanks"] = words["requests.answered-thanks"].Value;
        return Go(RequestLinks.Front);
    }

    private async Task<IActionResult> NextAsync(NewForm form, CancellationToken cancel)
    {
        if (!Judge(form, Step))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(Step, cancel);
        }

        return await ShowAsync(Step + 1, cancel);
    }

    private async Task<IActionResult> SendAsync(NewForm form, CancellationToken cancel)
    {
        // A later step may have been reached by hand: all of them are judged again.
        if (Enumerable.Range(1, Summary - 1).FirstOrDefault(s => !Judge(form, s)) is > 0 and var wrong)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(wrong, cancel);
        }

        files.Require(form.Files);
        if (guard.Check(Guard) is not { } proof)
        {
            // A field no person sees was filled in: thanked and forgotten.
            return Go(RequestLinks.Front);
        }

        gate.Pass("request", RateGate.AddressOf(HttpContext), proof.WasWorkedFor ? 60 : 10, TimeSpan.FromHours(1));
        gate.Pass("challenge", $"{proof.Form}", 3, TimeSpan.FromHours(4));
        var receipts = new List<RequestReceipt>();
        foreach (var request in form.Requests(PageWords.Language))
        {
            if (await desk.ReceiveAsync(Actor.Nobody, request, cancel) is { } receipt)
            {
                receipts.Add(receipt);
            }
        }

        // Sent twice: the receipt of the first time still lies in the browser.
        if (receipts.Count > 0)
        {
            TempData["Receipts"] = JsonSerializer.Serialize(receipts);
        }

        return Go(RequestLinks.Receipt);
    }

    private async Task TakeAsync(NewForm form, IFormFile file, CancellationToken cancel)
    {
        if (form.Files.Count >= MostFiles)
        {
            throw new ProblemException("requests.too-many-files", MostFiles);
        }

        gate.Pass("upload", RateGate.AddressOf(HttpContext), 120, TimeSpan.FromHours(1));
        await using var content = file.OpenReadStream();
        form.Files.Add(await files.KeepAsync(content, file.FileName, file.Length, cancel));
    }

    private bool Judge(NewForm form, int step)
    {
        var wrong = form.Wrong(step).DistinctBy(w => w.Field).ToList();
        foreach (var (field, code, arguments) in wrong)
        {
            ModelState.AddModelError($"{nameof(Input)}.{field}", words[code, arguments].Value);
        }

        return wrong.Count == 0;
    }

    private async Task<IActionResult> ShowAsync(int step, CancellationToken cancel)
    {
        Step = Math.Clamp(step, 1, Summary);
        if (Step == Summary)
        {
            Shown = guard.Again(Guard.Token);
        }

        if (Step is 3 or Summary && Input.Matter.Length > 0)
        {
            Found = await suggestions.FindAsync(By, Input.Key, Input.Matter + Input.Description, cancel);
        }

        return Page();
    }

    private void Keep(NewForm form)
    {
        Input = form;

        // What is shown is what is kept, not what the browser posted.
        foreach (var key in ModelState.Keys.ToList())
        {
            ModelState.Remove(key);
        }
    }

    private NewForm? Open()
    {
        try
        {
            return Kept.Length == 0 ? null : JsonSerializer.Deserialize<NewForm>(Protector.Unprotect(Kept));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector => seal.Passing("request-form");
}
