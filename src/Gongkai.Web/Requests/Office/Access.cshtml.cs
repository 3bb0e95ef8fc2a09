using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.Web.Institutions;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Requests.Office;

internal sealed class AccessModel(PersonDesk desk) : OurPage
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public string Name { get; private set; } = "";

    public void OnGet() => Permit.Require(RequestPermits.MayKnowThePerson(By));

    public Task<IActionResult> OnPostAsync(string? name, string? document, CancellationToken cancel)
    {
        Name = name ?? "";
        return TryAsync(
            async () =>
            {
                var export = await desk.ExportAsync(By, Name, document ?? "", cancel);
                Response.Headers.CacheControl = "private, no-store";
                return File(JsonSerializer.SerializeToUtf8Bytes(export, Readable), "application/json", "person.json");
            },
            () => Task.FromResult<IActionResult>(Page()));
    }
}
