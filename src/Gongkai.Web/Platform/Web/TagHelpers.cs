using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Platform.Web;

/// <summary>Links and forms that stay in the reader's language: <c>to="/records/…"</c> becomes the address under <c>/en</c> or at the root.</summary>
[HtmlTargetElement("a", Attributes = "to")]
[HtmlTargetElement("form", Attributes = "to")]
public sealed class ToTagHelper : TagHelper
{
    /// <summary>An address of ours, from the root of the site.</summary>
    public string To { get; set; } = "/";

    /// <summary>The page it stands on.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Attributes.SetAttribute(output.TagName == "form" ? "action" : "href", $"{ViewContext.HttpContext.Request.PathBase}{To}");
    }
}

/// <summary>A style or script with a mark of its content in its address, so that browsers may keep it for ever.</summary>
[HtmlTargetElement("link", Attributes = "asset", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("script", Attributes = "asset")]
public sealed class AssetTagHelper(IFileVersionProvider versions) : TagHelper
{
    /// <summary>The file, from the web root.</summary>
    public string Asset { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Attributes.SetAttribute(output.TagName == "script" ? "src" : "href", versions.AddFileVersionToPath("", Asset));
    }
}

/// <summary>A page of a long list.</summary>
/// <param name="Number">Which page, from 1.</param>
/// <param name="Total">How many rows there are in all.</param>
/// <param name="Size">How many stand on a page.</param>
public sealed record Paging(int Number, int Total, int Size = Paging.Usual)
{
    /// <summary>How many rows stand on a page.</summary>
    public const int Usual = 20;

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>A page number somebody typed, brought into what makes sense.</summary>
    public static int Sane(int? page) => Math.Clamp(page ?? 1, 1, 100_000);
}

/// <summary>Links to the pages of a long list, keeping the other choices of the address.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(Words.PageWords words) : TagHelper
{
    /// <summary>Where in the list.</summary>
    public Paging Paging { get; set; } = new(1, 0);

    /// <summary>The page it stands on.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Paging.Pages == 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", words["shared.pages"].Value);
        Link(output, Paging.Number - 1, words["shared.previous"].Value);
        var where = new TagBuilder("span");
        where.InnerHtml.Append(words["shared.page-of", Paging.Number, Paging.Pages, Paging.Total].Value);
        output.Content.AppendHtml(where);
        Link(output, Paging.Number + 1, words["shared.next"].Value);
    }

    private void Link(TagHelperOutput output, int page, string text)
    {
        if (page < 1 || page > Paging.Pages)
        {
            return;
        }

        var request = ViewContext.HttpContext.Request;
        var query = request.Query.Where(q => q.Key != "p").SelectMany(q => q.Value, (q, v) => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(v ?? "")}").Append($"p={page}");
        var link = new TagBuilder("a");
        link.Attributes["href"] = $"{request.PathBase}{request.Path}?{string.Join('&', query)}";
        link.InnerHtml.Append(text);
        output.Content.AppendHtml(link);
    }
}
