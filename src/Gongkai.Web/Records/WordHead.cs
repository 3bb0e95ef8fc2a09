using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Engines.Documents;

namespace Gongkai.Web.Records;

/// <summary>The head of a Word document: its title and number, which the public page shows of itself and the text need not repeat.</summary>
internal static class WordHead
{
    private const int FirstLines = 8;

    /// <summary>The text without the lines at its beginning that only repeat the title, which may run over several, and the number.</summary>
    public static string Without(string html, DocumentFacts facts)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        var lines = body.Children.Take(FirstLines).ToList();
        var (title, number) = (Fold(facts.Title), Fold(facts.DocumentNumber));
        for (var at = 0; at < lines.Count; at++)
        {
            if (title.Length > 0 && LinesOf(lines, at, title) is > 0 and var count)
            {
                lines.Skip(at).Take(count).ToList().ForEach(line => line.Remove());
                title = "";
                at += count - 1;
            }
            else if (number.Length > 0 && Fold(lines[at].TextContent) == number)
            {
                lines[at].Remove();
                number = "";
            }
        }

        return body.InnerHtml;
    }

    // How many lines from here on make up the title; none when they do not.
    private static int LinesOf(List<IElement> lines, int at, string title)
    {
        var read = "";
        for (var count = 1; at + count <= lines.Count && read.Length < title.Length; count++)
        {
            read += Fold(lines[at + count - 1].TextContent);
            if (read == title)
            {
                return count;
            }
        }

        return 0;
    }

    private static string Fold(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));
}
