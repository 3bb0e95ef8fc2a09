using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Requests.Office;

internal sealed class RegisterModel(RequestDesk desk, SealedFiles files, InstitutionDesk institutions, CampusClock clock) : OurPage
{
    [BindProperty]
    public RequestForm Input { get; set; } = new();

    public RequestReceipt? Kept { get; private set; }

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public bool MayHandle => RequestPermits.MayHandle(By);

    public IEnumerable<(string Name, string Key, string Value)> PersonFields =>
    [
        (nameof(Applicant.Name), "requests.name", Input.Applicant.Name), (nameof(Applicant.Organisation), "requests.organisation", Input.Applicant.Organisation),
        (nameof(Applicant.DocumentKind), "requests.document-kind", Input.Applicant.DocumentKind), (nameof(Applicant.DocumentNumber), "requests.document-number", Input.Applicant.DocumentNumber),
        (nameof(Applicant.Email), "requests.email", Input.Applicant.Email), (nameof(Applicant.Telephone), "requests.telephone", Input.Applicant.Telephone),
        (nameof(Applicant.Address), "requests.address", Input.Applicant.Address),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = new RequestForm { Key = Guid.CreateVersion7(clock.UtcNow), Channel = RequestChannel.PostSigned, Way = DeliveryWay.Post, Form = DeliveryForm.Paper };
    }

    public async Task<IActionResult> OnPostAsync(List<IFormFile> upload, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Input.Channel == RequestChannel.Web)
        {
            Input = Input with { Channel = RequestChannel.Counter };
        }

        return await TryAsync(
            async () =>
            {
                Permit.Require(RequestPermits.MayRegister(By, Input.TakenByUnitId));
                var kept = new List<SealedFile>();
                foreach (var file in upload.Where(f => f.FileName.Length > 0))
                {
                    await using var content = file.OpenReadStream();
                    kept.Add(await files.KeepAsync(content, file.FileName, file.Length, cancel));
                }

                Kept = await desk.ReceiveAsync(By, Input with { Files = kept }, cancel);
                return Kept is null ? Go(RequestLinks.Office) : Page();
            },
            () => Task.FromResult<IActionResult>(Page()));
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var all = await institutions.UnitsAsync(cancel);
        Units = [.. all.Where(u => u.IsActive && (MayHandle || By.Holds(Role.Liaison, u.Id)))];
        Permit.Require(MayHandle || Units.Count > 0);
    }
}
