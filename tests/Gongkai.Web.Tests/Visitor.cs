using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Web.Tests;

/// <summary>Somebody with a browser without scripts: opens pages, fills in forms as they stand, sends them, follows redirects.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(Uri address)
    {
        _client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = address };
    }

    public HttpClient Client => _client;

    public HttpStatusCode Status { get; private set; }

    public string Path { get; private set; } = "/";

    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public string Text => Page.Body?.TextContent ?? "";

    public void Dispose() => _client.Dispose();

    public Task<IHtmlDocument> OpenAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task SignInAsync(string userName, string password)
    {
        await OpenAsync("/sign-in");
        await SubmitAsync("main form", ("Input.UserName", userName), ("Input.Password", password));
    }

    /// <summary>Sends a form of the page: its own fields as they stand, with these values in place of theirs.</summary>
    public Task<IHtmlDocument> SubmitAsync(string form, params (string Name, string Value)[] values) => SubmitAsync(form, [], values);

    /// <summary>Sends a form of the page with files.</summary>
    public Task<IHtmlDocument> SubmitAsync(string form, IReadOnlyCollection<(string Name, string FileName, byte[] Bytes)> files, params (string Name, string Value)[] values)
    {
        var element = Page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"There is no form '{form}' on {Path}:\n{Text}");
        var fields = FieldsOf(element).Where(f => values.All(v => v.Name != f.Name)).Concat(values).ToList();
        var target = element.GetAttribute("action") is { Length: > 0 } action ? action : Path;
        if (element.Method == "get")
        {
            return OpenAsync($"{target.Split('?')[0]}?{string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"))}");
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, fileName, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), name, fileName);
        }

        return SendAsync(new HttpRequestMessage(HttpMethod.Post, target) { Content = content });
    }

    public async Task<IHtmlDocument> SendAsync(HttpRequestMessage request)
    {
        using var answer = await _client.SendAsync(request);
        Status = answer.StatusCode;
        Path = answer.RequestMessage!.RequestUri!.PathAndQuery;
        Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        return Page;
    }

    private static IEnumerable<(string Name, string Value)> FieldsOf(IHtmlFormElement form)
    {
        foreach (var field in form.Elements)
        {
            switch (field)
            {
                case IHtmlInputElement { Name.Length: > 0, IsDisabled: false } input when input.Type is not ("checkbox" or "radio" or "file" or "submit") || (input.Type is "checkbox" or "radio" && input.IsChecked):
                    yield return (input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0, IsDisabled: false } area:
                    yield return (area.Name!, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0, IsDisabled: false } select:
                    yield return (select.Name!, select.Value ?? "");
                    break;
            }
        }
    }
}
