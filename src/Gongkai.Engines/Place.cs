using System.Globalization;

namespace Gongkai.Engines;

/// <summary>What kind of place text was found in. Everything from <see cref="HiddenSheet"/> on is a hidden layer: a reader of the
/// printed page does not see it, a downloader of the file does.</summary>
public enum Layer
{
    /// <summary>The text everybody sees.</summary>
    Body,

    /// <summary>A running head.</summary>
    Header,

    /// <summary>A running foot.</summary>
    Footer,

    /// <summary>A footnote or endnote.</summary>
    Footnote,

    /// <summary>A text box or shape.</summary>
    TextBox,

    /// <summary>A file's own name, or the name of a sheet.</summary>
    Name,

    /// <summary>A sheet marked hidden or very hidden.</summary>
    HiddenSheet,

    /// <summary>A hidden or filtered-out row.</summary>
    HiddenRow,

    /// <summary>A hidden column.</summary>
    HiddenColumn,

    /// <summary>A comment or note.</summary>
    Comment,

    /// <summary>A tracked insertion or deletion.</summary>
    TrackedChange,

    /// <summary>Text formatted not to be seen: vanish, white on white, one point, under a box, off the page.</summary>
    HiddenText,

    /// <summary>A document property or custom XML.</summary>
    Property,

    /// <summary>A pivot or external-link cache.</summary>
    Cache,

    /// <summary>A hidden or external defined name.</summary>
    DefinedName,

    /// <summary>A file inside the file.</summary>
    Embedded,

    /// <summary>A PDF annotation, or the value of a form field that no page shows.</summary>
    Annotation,

    /// <summary>Image metadata.</summary>
    Exif,
}

/// <summary>A place in a document that a person can go to. It says itself in the file's own terms, the same in every language:
/// <c>Sheet 名单!C5</c>, <c>page 3</c>, <c>paragraph 12</c>, <c>footnote 2</c>, <c>a.zip/b.xlsx!Sheet 名单!C5</c>.</summary>
/// <param name="Layer">Which layer of the document it lies in.</param>
/// <param name="Locator">The place within the file, for example <c>Sheet 名单!C5</c>; empty for the file as a whole.</param>
/// <param name="Inside">The path of files inside files that leads there, for example <c>a.zip/b.xlsx</c>; empty for the file itself.</param>
/// <param name="Start">First character (UTF-16) within the piece of text, or -1 for all of it.</param>
/// <param name="Length">How many characters; 0 with <paramref name="Start"/> -1.</param>
public sealed record Place(Layer Layer, string Locator, string Inside = "", int Start = -1, int Length = 0)
{
    /// <summary>The file as a whole.</summary>
    public static Place WholeFile { get; } = new(Layer.Body, "");

    /// <summary>A paragraph of body text, counted from 1.</summary>
    public static Place Paragraph(int number) => new(Layer.Body, string.Create(CultureInfo.InvariantCulture, $"paragraph {number}"));

    /// <summary>A page, counted from 1.</summary>
    public static Place Page(int number) => new(Layer.Body, string.Create(CultureInfo.InvariantCulture, $"page {number}"));

    /// <summary>A cell of a sheet, like C5.</summary>
    public static Place Cell(string sheet, string reference) => new(Layer.Body, $"Sheet {sheet}!{reference}");

    /// <summary>Whether a reader of the printed page would not see it.</summary>
    public bool IsHidden => Layer >= Layer.HiddenSheet;

    /// <inheritdoc/>
    public override string ToString() => (Inside, Locator) switch
    {
        ("", _) => Locator,
        (_, "") => Inside,
        _ => $"{Inside}!{Locator}",
    };
}
