using Gongkai.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Home.Portal;

[IgnoreAntiforgeryToken]
[NeverKept]
internal sealed class ErrorModel : PageModel
{
    private static readonly int[] Worded = [400, 403, 404, 409, 410, 413, 429];

    public int Code { get; private set; }

    public int Known => Worded.Contains(Code) ? Code : Code < 500 ? 400 : 500;

    public string? Said => Refusals.Said(HttpContext);

    public void OnGet(int code) => Code = code;

    public void OnPost(int code) => Code = code;
}
