using System.ComponentModel.DataAnnotations;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Search;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Feeds.Portal;

[NeverKept]
internal sealed class SubscribeModel(SubscriptionDesk desk, FeedDesk feeds) : OurPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public FeedScope Scope { get; private set; } = FeedScope.All;

    public string Title { get; private set; } = "";

    public bool IsAsked { get; private set; }

    public Task OnGetAsync(string? of, CancellationToken cancel)
    {
        var query = Request.Query.Where(q => q.Key != "of").ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        return LoadAsync(of ?? (query.Count == 0 ? FeedScope.All.Path : FeedScope.Of(SearchWish.Read(query)).Path), cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? of, string? website, CancellationToken cancel)
    {
        await LoadAsync(of, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            // A field no person sees: what fills it in is thanked and forgotten.
            if (string.IsNullOrEmpty(website))
            {
                await desk.AskAsync(Input.Email, Scope, Request.Site(), cancel);
            }

            IsAsked = true;
        }
        catch (ProblemException problem)
        {
            ModelState.AddModelError("Input.Email", new Platform.Words.PageWords()[problem.Code]);
        }

        return Page();
    }

    private async Task LoadAsync(string? of, CancellationToken cancel)
    {
        Scope = FeedScope.Read(of) ?? throw new NotFoundException(nameof(FeedScope));
        Title = await feeds.TitleAsync(Scope, cancel);
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "feeds.email-missing")]
        [StringLength(200, ErrorMessage = "feeds.email-malformed")]
        public string Email { get; set; } = "";
    }
}
