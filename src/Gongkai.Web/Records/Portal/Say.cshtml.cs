using System.ComponentModel.DataAnnotations;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Records.Portal;

[NeverKept]
internal sealed class SayModel(FeedbackDesk desk, PublicRecords records) : OurPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string IndexNumber { get; private set; } = "";

    public string RecordTitle { get; private set; } = "";

    public Feedback? Kept { get; private set; }

    public Task OnGetAsync(string indexNumber, CancellationToken cancel) => LoadAsync(indexNumber, cancel);

    public async Task<IActionResult> OnPostAsync(string indexNumber, string? website, CancellationToken cancel)
    {
        await LoadAsync(indexNumber, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // A field no person sees: what fills it in is thanked and forgotten.
        if (string.IsNullOrEmpty(website))
        {
            Kept = await desk.SayAsync(By, indexNumber, Input.Kind, Input.Text, Input.Email, cancel);
        }

        return Page();
    }

    private async Task LoadAsync(string indexNumber, CancellationToken cancel)
    {
        var edition = await records.For(By).Where(e => e.Record!.IndexNumber == indexNumber).FirstOr404Async(cancel);
        (IndexNumber, RecordTitle) = (indexNumber, edition.Title);
    }

    internal sealed class Form
    {
        public FeedbackKind Kind { get; set; }

        [Required(ErrorMessage = "feedback.text-missing")]
        [StringLength(2000, ErrorMessage = "feedback.text-too-long")]
        public string Text { get; set; } = "";

        [RegularExpression(@"^$|^[^@\s]+@[^@\s]+$", ErrorMessage = "feedback.email-malformed")]
        [StringLength(200, ErrorMessage = "feedback.email-malformed")]
        public string Email { get; set; } = "";
    }
}
