using System.Globalization;
using Gongkai.Engines.Documents.Images;
using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>Gives a PDF as pieces, one for the seen text of each page; unseen text, remarks, attachments and properties as layers.</summary>
internal static class PdfPieces
{
    private const int MostTitles = 10_000;

    public static IEnumerable<Piece> Read(Stream stream, string name, string inside, ReadingContext context)
    {
        using var document = Open(stream, context);
        var hasText = false;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            context.Check();
            var page = document.GetPage(number);
            foreach (var piece in Page(page, number, inside, context))
            {
                hasText = true;
                yield return piece;
            }
        }

        if (!hasText)
        {
            context.Report("file.no-text", Severity.Warning, new Place(Layer.Body, "page 1", inside));
        }

        foreach (var piece in Form(document, inside).Concat(Properties(document, inside)).Concat(Outline(document, inside)))
        {
            yield return piece;
        }

        if (document.Advanced.TryGetEmbeddedFiles(out var files))
        {
            var outer = inside.Length == 0 ? Path.GetFileName(name) : inside;
            foreach (var file in files)
            {
                yield return new Piece(new Place(Layer.Embedded, $"embedded {file.Name}", inside), file.Name);
                context.Spend(file.Memory.Length);
                using var bytes = new MemoryStream(file.Memory.ToArray());
                foreach (var piece in FileReading.Inner(bytes, file.Name, outer, context))
                {
                    yield return piece;
                }
            }
        }
    }

    private static PdfDocument Open(Stream stream, ReadingContext context)
    {
        try
        {
            var document = PdfDocument.Open(stream, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new PdfFilters(context) });
            if (HasScript(document))
            {
                context.Report("file.macro", Severity.Error, Place.WholeFile);
            }

            return document;
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new DocumentException(DocumentProblem.Encrypted, "The document is closed with a password.", e);
        }
    }

    private static bool HasScript(PdfDocument document)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        return (catalog.TryGet(NameToken.Create("Names"), out var names) && names.ToString()!.Contains("JavaScript", StringComparison.Ordinal))
            || (catalog.TryGet(NameToken.OpenAction, out var action) && action.ToString()!.Contains("JavaScript", StringComparison.Ordinal));
    }

    private static IEnumerable<Piece> Page(Page page, int number, string inside, ReadingContext context)
    {
        var where = new Place(Layer.Body, string.Create(CultureInfo.InvariantCulture, $"page {number}"), inside);
        var images = page.GetImages().ToList();
        var cover = new PdfCover(page, images);
        var seen = new List<Letter>(page.Letters.Count);
        var unseen = new List<List<Letter>>();
        var last = Veil.None;
        foreach (var letter in page.Letters)
        {
            var veil = cover.VeilOf(letter);
            if (veil == Veil.None)
            {
                seen.Add(letter);
            }
            else if (veil == last)
            {
                unseen[^1].Add(letter);
            }
            else
            {
                unseen.Add([letter]);
            }

            last = veil;
        }

        var text = PdfText.Compose(seen, new PdfColumns(page, seen));
        if (text.Length > 0)
        {
            yield return new Piece(where, text);
        }

        // Each stretch by itself: whoever must uncover them wants to know how many there are.
        foreach (var hidden in unseen.Select(u => PdfText.Compose(u)).Where(t => t.Length > 0))
        {
            yield return new Piece(where with { Layer = Layer.HiddenText }, hidden);
        }

        if (IsScan(page, text, images))
        {
            context.Report("file.no-text", Severity.Warning, where);
        }

        foreach (var image in images.Where(i => i.RawBytes.Length > 4 && i.RawBytes[0] == 0xFF && i.RawBytes[1] == 0xD8))
        {
            if (PictureMetadata.Texts(image.RawMemory) is { Count: > 0 } metadata)
            {
                yield return new Piece(where with { Layer = Layer.Exif, Locator = where.Locator + " picture" }, string.Join('\n', metadata));
            }
        }

        foreach (var remark in page.GetAnnotations().Select(a => a.Content).Where(c => !string.IsNullOrWhiteSpace(c)))
        {
            yield return new Piece(where with { Layer = Layer.Annotation, Locator = where.Locator + " annotation" }, remark!);
        }

        foreach (var target in page.GetAnnotations().Select(a => (a.Action as UriAction)?.Uri).Where(u => u is not null && (PersonalLinks.Is(u) || PersonalLinks.CarriesNumber(u))))
        {
            yield return new Piece(where with { Layer = Layer.Property, Locator = where.Locator + " link" }, target!);
        }
    }

    // A page number under a scan does not make it text; a page with nothing on it at all hides nothing.
    private static bool IsScan(Page page, string text, List<IPdfImage> images)
    {
        var letters = text.Count(c => !char.IsWhiteSpace(c));
        if (letters == 0)
        {
            return page.Letters.Count > 0 || images.Count > 0 || page.Paths.Count > 0;
        }

        var covered = images.Sum(i => Math.Abs(i.BoundingBox.Width * i.BoundingBox.Height));
        return letters < 40 && covered > page.Width * page.Height * 0.4;
    }

    private static IEnumerable<Piece> Form(PdfDocument document, string inside)
    {
        if (!document.TryGetForm(out var form))
        {
            yield break;
        }

        foreach (var field in form.Fields.Take(10_000))
        {
            var value = field switch
            {
                AcroTextField f => f.Value,
                AcroComboBoxField f => string.Join(' ', f.SelectedOptions),
                AcroListBoxField f => string.Join(' ', f.SelectedOptions),
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(value))
            {
                yield return new Piece(new Place(Layer.Body, string.Create(CultureInfo.InvariantCulture, $"page {field.PageNumber ?? 1} field"), inside), value);
            }
        }
    }

    // The titles beside the pages, which mostly say what the pages say.
    private static IEnumerable<Piece> Outline(PdfDocument document, string inside)
    {
        if (!document.TryGetBookmarks(out var bookmarks))
        {
            yield break;
        }

        foreach (var node in bookmarks.GetNodes().Where(n => n.Title.Any(char.IsAsciiDigit)).Take(MostTitles))
        {
            yield return new Piece(new Place(Layer.Property, "outline", inside), node.Title);
        }
    }

    private static IEnumerable<Piece> Properties(PdfDocument document, string inside)
    {
        var information = document.Information;
        foreach (var (name, value) in new[]
                 {
                     ("title", information.Title), ("creator", information.Author), ("subject", information.Subject), ("keywords", information.Keywords),
                     ("program", information.Creator), ("producer", information.Producer),
                 })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                yield return new Piece(new Place(Layer.Property, $"property {name}", inside), value);
            }
        }

        if (information.DocumentInformationDictionary is { } dictionary)
        {
            foreach (var (key, token) in dictionary.Data)
            {
                if (key is not ("Title" or "Author" or "Subject" or "Keywords" or "Creator" or "Producer" or "CreationDate" or "ModDate" or "Trapped")
                    && token is StringToken { Data: { Length: > 0 } text })
                {
                    yield return new Piece(new Place(Layer.Property, $"property custom {key}", inside), text);
                }
            }
        }
    }
}
