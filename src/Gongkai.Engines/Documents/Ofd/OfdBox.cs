using System.Globalization;

namespace Gongkai.Engines.Documents.Ofd;

/// <summary>A box on a page as OFD writes it: <c>0 0 210 297</c>, left, top, width and height in millimetres.</summary>
internal readonly record struct OfdBox(double Left, double Top, double Width, double Height)
{
    /// <summary>A box that nobody gave.</summary>
    public static OfdBox None { get; } = new(double.NaN, double.NaN, double.NaN, double.NaN);

    public static OfdBox Parse(string? text)
    {
        var parts = text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var numbers = new double[4];
        for (var i = 0; i < 4; i++)
        {
            if (parts.Length != 4 || !double.TryParse(parts[i], CultureInfo.InvariantCulture, out numbers[i]))
            {
                return None;
            }
        }

        return new OfdBox(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /// <summary>Whether no part of it lies on the page; never when one of the two is not known.</summary>
    public bool IsOff(OfdBox page) =>
        Left > page.Left + page.Width || Left + Width < page.Left || Top > page.Top + page.Height || Top + Height < page.Top;
}
