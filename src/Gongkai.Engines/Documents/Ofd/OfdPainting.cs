using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Ofd;

/// <summary>One text of a page.</summary>
/// <param name="Before">What parts it from the text before it.</param>
/// <param name="Text">Its words.</param>
/// <param name="Box">The box its letters take up.</param>
/// <param name="Glyph">How wide a letter is.</param>
/// <param name="IsUnseen">Whether it is not seen whatever lies around it.</param>
/// <param name="IsWhite">Whether it is seen only on a ground of another colour.</param>
internal sealed record OfdText(string Before, string Text, OfdBox Box, double Glyph, bool IsUnseen, bool IsWhite);

/// <summary>The texts of a page and what is painted under and over them, in the order in which it is painted: layers by their kind, within
/// a layer as written.</summary>
internal sealed class OfdPainting
{
    // More than this are drawings rather than bars over words.
    private const int MostPaints = 2000;
    private const int MostStrokes = 8;
    private const int Solid = 250;

    private readonly List<(int Rank, int Order, OfdText Text)> _texts = [];
    private readonly List<Paint> _paints = [];
    private int _rank = 1;
    private int _order;

    /// <summary>Takes a layer's beginning, a path or a picture.</summary>
    public void Take(XmlReader xml, ReadingContext context)
    {
        switch (xml.LocalName)
        {
            case "Layer":
                _rank = xml.Attribute("Type") switch { "Background" => 0, "Foreground" => 2, _ => 1 };
                break;
            case "ImageObject":
                Add(OfdBox.Parse(xml.Attribute("Boundary")), isGround: true, covers: false);
                break;
            case "PathObject":
                TakePath(xml, context);
                break;
        }
    }

    public void Add(OfdText text) => _texts.Add((_rank, ++_order, text));

    /// <summary>What is seen of the page, and what is not.</summary>
    public (string Seen, string Unseen) Finish(ReadingContext context)
    {
        var seen = new StringBuilder();
        var unseen = new StringBuilder();
        foreach (var (rank, order, text) in _texts)
        {
            context.Check();
            var to = IsUnseen(rank, order, text) ? unseen : seen;
            to.Append(to.Length == 0 ? "" : text.Before).Append(text.Text);
        }

        return (seen.ToString(), unseen.ToString());
    }

    private bool IsUnseen(int rank, int order, OfdText text)
    {
        if (text.IsUnseen)
        {
            return true;
        }

        var isOnGround = false;
        foreach (var paint in _paints)
        {
            if ((paint.Rank, paint.Order).CompareTo((rank, order)) > 0)
            {
                if (paint.Covers && Holds(paint.Box, text, 0.25) && Holds(paint.Box, text, 0.75))
                {
                    return true;
                }
            }
            else
            {
                isOnGround |= paint.IsGround && Holds(paint.Box, text, 0.5);
            }
        }

        return text.IsWhite && !isOnGround;
    }

    // From the middle of its first letter to that of its last, at this part of its height.
    private static bool Holds(OfdBox box, OfdText text, double part)
    {
        var (left, right) = (text.Box.Left + (text.Glyph / 2), text.Box.Left + text.Box.Width - (text.Glyph / 2));
        var y = text.Box.Top + (text.Box.Height * part);
        return left >= box.Left && right <= box.Left + box.Width && y >= box.Top && y <= box.Top + box.Height;
    }

    private void TakePath(XmlReader xml, ReadingContext context)
    {
        var box = OfdBox.Parse(xml.Attribute("Boundary"));
        var isFilled = xml.Attribute("Fill") == "true";
        var isSolid = (xml.Number("Alpha") ?? 255) >= Solid;
        string? color = null;
        var isBox = false;
        foreach (var e in xml.Inside(context))
        {
            if (e.LocalName == "FillColor")
            {
                color = e.Attribute("Value") ?? "";
                isSolid &= (e.Number("Alpha") ?? 255) >= Solid;
            }
            else if (e.LocalName == "AbbreviatedData")
            {
                isBox = IsBox(e.Text());
            }
        }

        // Without a colour a filled path is clear.
        if (isFilled && color is not null)
        {
            Add(box, !OfdColor.IsWhite(color), isSolid && isBox && OfdColor.IsGrey(color));
        }
    }

    private static bool IsBox(string path) => path.Count(char.IsLetter) <= MostStrokes && path.AsSpan().IndexOfAny("QBA") < 0;

    private void Add(OfdBox box, bool isGround, bool covers)
    {
        _order++;
        if (_paints.Count < MostPaints)
        {
            _paints.Add(new Paint(_rank, _order, box, isGround, covers));
        }
    }

    private readonly record struct Paint(int Rank, int Order, OfdBox Box, bool IsGround, bool Covers);
}
