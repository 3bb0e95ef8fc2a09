using System.Text.Json;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Web;

namespace Gongkai.Web.Requests.Portal;

[NeverKept]
internal sealed class ReceiptModel : OurPage
{
    public IReadOnlyList<RequestReceipt> Receipts { get; private set; } = [];

    // Peeked, not taken: who reloads or prints twice still has it.
    public void OnGet()
    {
        Response.Headers.CacheControl = "private, no-store";
        Receipts = TempData.Peek("Receipts") is string kept ? JsonSerializer.Deserialize<List<RequestReceipt>>(kept)! : [];
    }
}
