using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Sheets;

/// <summary>The text of a cell, all its runs one after another.</summary>
/// <param name="Whole">The text, without the phonetic guide.</param>
/// <param name="Unseen">The stretches of it that are white or of a size no eye reads, in order; null when there are none.</param>
internal readonly record struct CellText(string Whole, IReadOnlyList<(int At, int Length)>? Unseen = null)
{
    private const double UnreadableSize = 2;

    /// <summary>What shows of it on a cell without a fill.</summary>
    public string Seen => Take(seen: true);

    /// <summary>What does not show of it on a cell without a fill.</summary>
    public string Hidden => Take(seen: false);

    /// <summary>Reads the string item, or the string of its own that a cell has, on which the reader stands.</summary>
    public static CellText Read(XmlReader xml, ReadingContext context)
    {
        string? only = null;
        StringBuilder? more = null;
        List<(int At, int Length)>? unseen = null;
        var isUnseen = false;
        foreach (var e in xml.Inside(context))
        {
            switch (e.LocalName)
            {
                case "rPh" or "phoneticPr":
                    e.SkipInside();
                    break;
                case "r":
                    isUnseen = false;
                    break;
                case "rPr":
                    isUnseen = IsUnseen(e, context);
                    break;
                case "t":
                    var text = e.Text();
                    if (isUnseen && text.Length > 0)
                    {
                        (unseen ??= []).Add((more?.Length ?? only?.Length ?? 0, text.Length));
                    }

                    if (only is null)
                    {
                        only = text;
                    }
                    else
                    {
                        (more ??= new StringBuilder(only)).Append(text);
                    }

                    break;
            }
        }

        return new CellText(more?.ToString() ?? only ?? "", unseen);
    }

    private static bool IsUnseen(XmlReader xml, ReadingContext context)
    {
        var isUnseen = false;
        foreach (var e in xml.Inside(context))
        {
            isUnseen |= (e.LocalName == "color" && SheetStyles.ReadColor(e) == SheetStyles.White)
                || (e.LocalName == "sz" && double.TryParse(e.GetAttribute("val"), CultureInfo.InvariantCulture, out var size) && size <= UnreadableSize);
        }

        return isUnseen;
    }

    private string Take(bool seen)
    {
        if (Unseen is null)
        {
            return seen ? Whole : "";
        }

        var text = new StringBuilder();
        var at = 0;
        foreach (var stretch in Unseen)
        {
            text.Append(seen ? Whole.AsSpan(at, stretch.At - at) : Whole.AsSpan(stretch.At, stretch.Length));
            at = stretch.At + stretch.Length;
        }

        return (seen ? text.Append(Whole.AsSpan(at)) : text).ToString();
    }
}
