using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>Whether a page is a scan: its pictures, however many strips they were cut into, cover most of it.</summary>
internal sealed class PdfScan
{
    private const double LeastCovered = 0.5;

    private readonly List<PdfRectangle> _pictures = [];

    public PdfScan(Page page, IReadOnlyList<IPdfImage> images)
    {
        var covered = images.Sum(i => Extent(i.BoundingBox.BottomLeft.X, i.BoundingBox.TopRight.X, page.Width) * Extent(i.BoundingBox.BottomLeft.Y, i.BoundingBox.TopRight.Y, page.Height));
        if (covered >= page.Width * page.Height * LeastCovered)
        {
            _pictures.AddRange(images.Select(i => i.BoundingBox));
        }
    }

    /// <summary>Whether a picture of a scan shows what stands at this point.</summary>
    public bool Shows(PdfPoint point) => _pictures.Exists(p => Holds(p, point));

    public static bool Holds(PdfRectangle box, PdfPoint point)
    {
        var (left, right) = (Math.Min(box.BottomLeft.X, box.TopRight.X), Math.Max(box.BottomLeft.X, box.TopRight.X));
        var (bottom, top) = (Math.Min(box.BottomLeft.Y, box.TopRight.Y), Math.Max(box.BottomLeft.Y, box.TopRight.Y));
        return point.X >= left && point.X <= right && point.Y >= bottom && point.Y <= top;
    }

    // As much as lies on the page.
    private static double Extent(double from, double to, double size) => Math.Max(0, Math.Min(Math.Max(from, to), size) - Math.Max(Math.Min(from, to), 0));
}
