using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>Which letters of a page a reader cannot see: off the page, in a layer that is off, written in no colour, in the colour of the
/// paper or of the box they stand on, of a size no eye reads, or lying under a box or picture that was painted after them.</summary>
internal sealed class PdfCover
{
    private const double Dark = 0.25;

    private readonly List<Cover> _covers = [];
    private readonly List<PdfRectangle> _grounds = [];
    private readonly HashSet<Letter> _switchedOff;
    private readonly PdfScan _scan;
    private readonly (double Width, double Height) _page;

    /// <param name="page">The page.</param>
    /// <param name="images">Its pictures.</param>
    /// <param name="switchedOff">Its letters that lie in layers that are off.</param>
    public PdfCover(Page page, IReadOnlyList<IPdfImage> images, HashSet<Letter> switchedOff)
    {
        (_page, _switchedOff, _scan) = ((page.Width, page.Height), switchedOff, new PdfScan(page, images));
        var order = new PaintOrder(page);
        var boxes = page.Paths.Where(p => p.IsFilled).ToList();
        for (var i = 0; i < boxes.Count; i++)
        {
            if (boxes[i].GetBoundingRectangle() is not { } bounds || bounds.Width < 2 || bounds.Height < 2 || boxes[i].Any(s => s.Commands.Count > 8))
            {
                continue;
            }

            var shade = Brightness(boxes[i].FillColor);
            // A coloured box over text is a marker one sees through; false redaction is black, white or grey.
            var after = boxes.Count == order.Fills.Count && IsGrey(boxes[i].FillColor) ? order.Fills[i] : -1;
            _covers.Add(new Cover(bounds, shade, after));
            if (shade < 0.9)
            {
                _grounds.Add(bounds);
            }
        }

        for (var i = 0; i < images.Count; i++)
        {
            // Seals and watermarks are see-through and hide nothing.
            var isSolid = !images[i].IsImageMask && images[i].MaskImage is null && !images[i].ImageDictionary.ContainsKey(NameToken.Mask);
            _covers.Add(new Cover(images[i].BoundingBox, double.NaN, isSolid && images.Count == order.Objects.Count ? order.Objects[i] : -1));
            _grounds.Add(images[i].BoundingBox);
        }
    }

    /// <summary>What keeps a letter from being seen.</summary>
    public Veil VeilOf(Letter letter)
    {
        if (_switchedOff.Contains(letter))
        {
            return Veil.SwitchedOff;
        }

        if (IsOffPage(letter))
        {
            return Veil.OffPage;
        }

        var middle = new PdfPoint((letter.StartBaseLine.X + letter.EndBaseLine.X) / 2, letter.StartBaseLine.Y + (letter.PointSize * 0.3));
        if (letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip)
        {
            // Over a scan it says once more what the picture shows.
            return _scan.Shows(middle) ? Veil.None : Veil.NoInk;
        }

        if (letter.PointSize is > 0 and <= 1.5)
        {
            return Veil.Size;
        }

        var shade = Brightness(letter.Color);
        var isOnGround = false;
        foreach (var cover in _covers)
        {
            if (!PdfScan.Holds(cover.Bounds, middle))
            {
                continue;
            }

            // Painted after the letter; or dark upon dark, where the order makes no difference.
            if (cover.After >= letter.TextSequence || (shade < Dark && cover.Shade < Dark))
            {
                return Veil.Cover;
            }

            isOnGround = true;
        }

        return shade > 0.97 && !(isOnGround && _grounds.Exists(g => PdfScan.Holds(g, middle))) ? Veil.PaperColour : Veil.None;
    }

    // The corner of the shown page is at 0, 0, whichever way it is turned or cut.
    private bool IsOffPage(Letter letter)
    {
        var (start, end, size) = (letter.StartBaseLine, letter.EndBaseLine, letter.PointSize);
        var (left, right) = (Math.Min(start.X, end.X), Math.Max(start.X, end.X));
        var (bottom, top) = (Math.Min(start.Y, end.Y), Math.Max(start.Y, end.Y));
        var aside = letter.TextOrientation is TextOrientation.Rotate90 or TextOrientation.Rotate270 or TextOrientation.Other ? size : 0;
        return left - aside > _page.Width || right + aside < 0 || bottom - aside > _page.Height || top + size < 0;
    }

    private static bool IsGrey(UglyToad.PdfPig.Graphics.Colors.IColor? color)
    {
        try
        {
            return color is null || (color.ToRGBValues() is var (r, g, b) && Math.Max(r, Math.Max(g, b)) - Math.Min(r, Math.Min(g, b)) < 0.1);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static double Brightness(UglyToad.PdfPig.Graphics.Colors.IColor? color)
    {
        if (color is null)
        {
            return 0;
        }

        try
        {
            var (r, g, b) = color.ToRGBValues();
            return Math.Min(r, Math.Min(g, b)) is var low && low > Dark ? low : Math.Max(r, Math.Max(g, b));
        }
        catch (InvalidOperationException)
        {
            // A pattern has no one colour.
            return 0.5;
        }
    }

    private readonly record struct Cover(PdfRectangle Bounds, double Shade, int After);

    // How many texts had been shown when each box was filled and each object was placed.
    private sealed class PaintOrder
    {
        public PaintOrder(Page page)
        {
            var shown = 0;
            foreach (var operation in page.Operations)
            {
                switch (operation.Operator)
                {
                    case "Tj" or "TJ" or "'" or "\"":
                        shown++;
                        break;
                    case "f" or "F" or "f*" or "B" or "B*" or "b" or "b*":
                        Fills.Add(shown);
                        break;
                    case "Do":
                        Objects.Add(shown);
                        break;
                }
            }
        }

        public List<int> Fills { get; } = [];

        public List<int> Objects { get; } = [];
    }
}
