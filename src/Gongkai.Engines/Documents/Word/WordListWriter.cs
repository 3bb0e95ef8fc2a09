using System.Globalization;
using System.Text;

namespace Gongkai.Engines.Documents.Word;

/// <summary>Turns numbered paragraphs into nested lists. Only numbers that a web page writes alike become lists; 一、 and （1） stay words.</summary>
internal sealed class WordListWriter
{
    private readonly Stack<(int Level, bool IsOrdered)> _open = new();

    public static bool IsList(WordLabel label) => label.Format == "bullet" || label.IsPlain;

    public void Item(StringBuilder html, WordLabel label, string inline)
    {
        var isOrdered = label.Format != "bullet";
        while (_open.TryPeek(out var top) && (top.Level > label.Level || (top.Level == label.Level && top.IsOrdered != isOrdered)))
        {
            CloseOne(html);
        }

        if (_open.TryPeek(out var same) && same.Level == label.Level)
        {
            html.Append("</li>\n");
        }
        else
        {
            _open.Push((label.Level, isOrdered));
            html.Append(isOrdered ? (label.Number == 1 ? "<ol>\n" : string.Create(CultureInfo.InvariantCulture, $"<ol start=\"{label.Number}\">\n")) : "<ul>\n");
        }

        html.Append("<li>").Append(inline);
    }

    public void Close(StringBuilder html)
    {
        while (_open.Count > 0)
        {
            CloseOne(html);
        }
    }

    private void CloseOne(StringBuilder html) => html.Append(_open.Pop().IsOrdered ? "</li>\n</ol>\n" : "</li>\n</ul>\n");
}
