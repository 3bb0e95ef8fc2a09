using System.Globalization;
using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Screening;

/// <summary>Which hidden layer a piece betrays, and the place that names it best: the sheet, the row, the column.</summary>
internal static class HiddenLayers
{
    /// <summary>The code, or null for a layer that everybody sees or that every ordinary file has.</summary>
    public static string? CodeOf(Piece piece) => string.IsNullOrWhiteSpace(piece.Text) ? null : piece.Where.Layer switch
    {
        Layer.HiddenSheet => "hidden.sheet",
        Layer.HiddenRow => "hidden.row",
        Layer.HiddenColumn => "hidden.column",
        Layer.Comment => "hidden.comment",
        Layer.TrackedChange => "hidden.tracked-change",
        Layer.HiddenText => "hidden.text",
        Layer.Property when piece.Where.Locator.StartsWith("property field ", StringComparison.Ordinal) && IsOfPerson(piece.Text) => "hidden.text",
        Layer.Property => OfficeProperty.Tells(piece.Where.Locator, piece.Text) ? "hidden.property" : null,
        Layer.Cache => "hidden.cache",
        Layer.DefinedName => "hidden.name",
        Layer.Embedded => "hidden.embedded",
        Layer.Annotation => "hidden.annotation",
        Layer.Exif => "hidden.exif",
        _ => null,
    };

    // A field of a page that is sent along unseen: keys and times are ordinary there, numbers of people are not.
    private static bool IsOfPerson(string value)
    {
        var number = value.Trim();
        return IdNumber.IsValid(number) || (number.Length == 11 && !number.AsSpan().ContainsAnyExceptInRange('0', '9') && MobileNumber.IsMobile(number));
    }

    /// <summary>Cells of one hidden sheet, row or column share one place.</summary>
    public static Place PlaceOf(Piece piece)
    {
        var locator = piece.Where.Locator;
        var bang = locator.LastIndexOf('!');
        var comma = locator.LastIndexOf(", column", StringComparison.Ordinal);
        return piece.Where.Layer switch
        {
            Layer.HiddenSheet when bang > 0 => piece.Where with { Locator = locator[..bang] },
            Layer.HiddenRow when bang > 0 => piece.Where with { Locator = string.Create(CultureInfo.InvariantCulture, $"{locator[..bang]}!row {piece.Row}") },
            Layer.HiddenRow when comma > 0 => piece.Where with { Locator = locator[..comma] },
            Layer.HiddenColumn when bang > 0 => piece.Where with { Locator = $"{locator[..bang]}!column {locator[(bang + 1)..].TrimEnd("0123456789".ToCharArray())}" },
            _ => piece.Where,
        };
    }
}
