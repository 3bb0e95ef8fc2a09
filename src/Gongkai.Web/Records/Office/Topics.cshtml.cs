using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Records.Office;

internal sealed class TopicsModel(GongkaiDb db, TopicDesk desk, PageWords words) : OurPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public async Task OnGetAsync(string? slug, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input.IsListed = true;
        if (Topics.FirstOrDefault(t => t.Slug == slug) is { } topic)
        {
            Input = new Form { Slug = topic.Slug, Title = topic.Title, TitleEn = topic.TitleEn, Intro = topic.Intro, IsListed = topic.IsListed };
        }
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => TryAsync(
        async () =>
        {
            await desk.SetAsync(By, Input.Slug, Input.Title, Input.TitleEn, Input.Intro, Input.IsListed, cancel);
            return Go("/office/topics", words["topics.saved", Input.Title]);
        },
        async () =>
        {
            await LoadAsync(cancel);
            return Page();
        });

    private async Task LoadAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.DisclosureOffice));
        Topics = await desk.AllAsync(cancel);
        Counts = await db.Set<Edition>().Where(e => e.TopicSlug != "" && !e.Record!.Editions.Any(later => later.Number > e.Number))
            .GroupBy(e => e.TopicSlug).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }

    internal sealed class Form
    {
        public string Slug { get; set; } = "";

        public string Title { get; set; } = "";

        public string TitleEn { get; set; } = "";

        public string Intro { get; set; } = "";

        public bool IsListed { get; set; }
    }
}
