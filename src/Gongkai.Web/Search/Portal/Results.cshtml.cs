using System.Text.RegularExpressions;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Html;

namespace Gongkai.Web.Search.Portal;

[NeverKept]
internal sealed partial class ResultsModel(SearchDesk desk, MissedDesk missed) : OurPage
{
    public SearchWish Wish { get; private set; } = new();

    public SearchResult Result { get; private set; } = new();

    public Paging Paging { get; private set; } = new(1, 0);

    public bool IsTooDeep { get; private set; }

    /// <summary>What stays chosen when other words are typed.</summary>
    public IEnumerable<(string Name, string Value)> Kept => Wish.Query("q").Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => (p[0], Uri.UnescapeDataString(p[1])));

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        Wish = SearchWish.Read(Request.Query.ToDictionary(q => q.Key, q => q.Value.FirstOrDefault())) with { Page = Paging.Sane(p) };
        IsTooDeep = Wish.Page > SearchDesk.LastPage;
        Result = await desk.FindAsync(By, Wish, cancel);
        Result = IsTooDeep ? Result with { Hits = [] } : Result;
        Paging = new Paging(Wish.Page, Math.Min(Result.Total, SearchDesk.LastPage * Paging.Usual));
        if (Result.Total == 0 && !Wish.IsNarrowed && Result.Building is null)
        {
            await missed.NoteAsync(Wish.Words, cancel);
        }
    }

    internal static string With(SearchWish wish, string facet, string? value)
    {
        var query = wish.Query(facet == "category" ? ["category", "item"] : [facet]);
        return value is null ? query : $"{query}{(query.Length > 0 ? "&" : "")}{facet}={Uri.EscapeDataString(value)}";
    }

    /// <summary>A text with its hits marked, and no blank more than it has.</summary>
    internal static IHtmlContent Marked(IReadOnlyList<Stretch> stretches)
    {
        var marked = new HtmlContentBuilder();
        foreach (var stretch in stretches)
        {
            _ = stretch.IsHit ? marked.AppendHtml("<mark>").Append(stretch.Text).AppendHtml("</mark>") : marked.Append(stretch.Text);
        }

        return marked;
    }

    internal static string Place(PageWords words, string place)
    {
        var match = PlaceForm().Match(place);
        return !match.Success ? place : (match.Groups[1].Value + words[match.Groups[2].Value == "page" ? "search.place-page" : "search.place-paragraph", match.Groups[3].Value]).TrimStart('!');
    }

    [GeneratedRegex("^(|.*!)(page|paragraph) ([0-9]+)$")]
    private static partial Regex PlaceForm();
}
