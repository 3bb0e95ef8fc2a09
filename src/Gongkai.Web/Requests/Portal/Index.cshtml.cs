using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;

namespace Gongkai.Web.Requests.Portal;

internal sealed class IndexModel(RequestPolicyDesk policies) : OurPage
{
    public RulePack Rule { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Rule = (await policies.NowAsync(cancel)).Rule;
}
