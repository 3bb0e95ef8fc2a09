using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Records;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Requests.Portal;

[NeverKept]
internal sealed class FoundModel(SuggestionDesk desk, RateGate gate) : OurPage
{
    public Guid Key { get; private set; }

    public IReadOnlyList<RecordLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? indexNumber, string? q, Guid key, CancellationToken cancel)
    {
        Key = key;
        gate.Pass("found", RateGate.AddressOf(HttpContext), 600, TimeSpan.FromMinutes(10));
        if (indexNumber is { Length: > 0 })
        {
            if (key != Guid.Empty)
            {
                await desk.OpenedAsync(key, cancel);
            }

            return Go(RecordLinks.Show(indexNumber));
        }

        Lines = await desk.FindAsync(By, key, (q ?? "") is { Length: > 200 } longer ? longer[..200] : q ?? "", cancel);
        return Page();
    }
}
