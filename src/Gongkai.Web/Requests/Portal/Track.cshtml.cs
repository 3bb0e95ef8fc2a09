using Gongkai.Web.Cases;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Requests.Portal;

[NeverKept]
internal sealed class TrackModel(RequestDesk desk, RateGate gate, OwnCase own) : OurPage
{
    // Ten wrong codes in ten minutes from one address: after that a right one is not tried either.
    private const int MostWrong = 10;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    public string Number { get; private set; } = "";

    public Task<IActionResult> OnPostAsync(string? number, string? code, CancellationToken cancel)
    {
        Number = number ?? "";
        return TryAsync(
            async () =>
            {
                var address = RateGate.AddressOf(HttpContext);
                if (gate.IsShut("track", address, MostWrong, Within))
                {
                    throw new ProblemException("cases.too-often", (int)Within.TotalMinutes);
                }

                if (await desk.FindAsync(number, code, cancel) is not { } id)
                {
                    gate.Pass("track", address, MostWrong, Within);
                    throw new ProblemException("requests.not-opened");
                }

                own.Remember(HttpContext, id);
                return Go(RequestLinks.Case);
            },
            () => Task.FromResult<IActionResult>(Page()));
    }
}
