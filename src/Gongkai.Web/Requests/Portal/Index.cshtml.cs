using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;

namespace Gongkai.Web.Requests.Portal;

[NeverKept]
internal sealed class IndexModel(RequestPolicyDesk policies) : OurPage
{
    public RulePack Rule { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Rule = (await policies.NowAsync(cancel)).Rule;
}
