using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Engines.Documents.Text;

/// <summary>A web page as a tree, taken in with care.</summary>
internal static partial class HtmlPage
{
    /// <summary>A page's tree takes ten times its bytes in memory and more.</summary>
    public const long LargestPage = 64L << 20;

    private const int DeepestNesting = 2000;

    /// <summary>The page's text in the encoding it says it is in, or the one its bytes suggest.</summary>
    public static string Text(Stream stream, ReadingContext context)
    {
        var encoding = TextEncodings.Guess(stream, context);
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return reader.ReadToEnd();
    }

    /// <summary>Parses a page after looking at how deep it is nested: a parser that recurses would fall over a page of nothing but opening tags.</summary>
    public static IHtmlDocument Parse(string html, ReadingContext context)
    {
        context.Check();
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (char.IsAsciiLetter(html[at + 1]) && !IsVoid(html.AsSpan(at + 1)) && ++depth > DeepestNesting)
            {
                throw new DocumentException(DocumentProblem.TooLarge, "Elements are nested deeper than is allowed.");
            }
        }

        return new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        foreach (var name in (ReadOnlySpan<string>)["br", "img", "meta", "link", "input", "hr", "p", "li", "td", "tr", "th", "option", "col", "dt", "dd"])
        {
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && tag.Length > name.Length && !char.IsLetterOrDigit(tag[name.Length]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Pictures put into the page itself: what their metadata tells.</summary>
    public static IEnumerable<Piece> Pictures(IHtmlDocument document, string inside)
    {
        foreach (var image in document.Images.Where(i => i.GetAttribute("src")?.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) == true))
        {
            var source = image.GetAttribute("src")!;
            var comma = source.IndexOf(',', StringComparison.Ordinal);
            var bytes = new byte[Math.Max(0, (source.Length - comma) * 3 / 4)];
            if (comma > 0 && Convert.TryFromBase64String(source[(comma + 1)..], bytes, out var length))
            {
                using var picture = new MemoryStream(bytes, 0, length, writable: false, publiclyVisible: true);
                foreach (var piece in Images.PictureMetadata.Read(picture, "picture in the page", inside))
                {
                    yield return piece;
                }
            }
        }
    }

    /// <summary>What a style sheet holds besides rules: its remarks, and the words it puts on the page.</summary>
    [GeneratedRegex("""/\*[\s\S]{0,4000}?\*/|"[^"\n]{6,4000}"|'[^'\n]{6,4000}'""", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex WordsOfStyle();

    /// <summary>Words that a script holds ready, with the name they go by; a program's own state is longer.</summary>
    [GeneratedRegex("""(?:["']?[\w\u4e00-\u9fff]{1,30}["']?\s{0,3}[:=]\s{0,3})?(?:"[^"\\\n]{11,200}"|'[^'\\\n]{11,200}'|(?<=[:=]\s{0,3})\d{11,19}(?![\w.]))""", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex WordsOfScript();
}
