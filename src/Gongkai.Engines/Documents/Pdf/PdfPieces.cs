using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>Gives a PDF as pieces, one for the seen text of each page; unseen text, remarks, attachments and properties as layers.</summary>
internal static class PdfPieces
{
    // Bullets of symbol fonts are unknown characters too, but few of them.
    private const int FewestUnknown = 8;
    private const int MostKnownForEachUnknown = 20;

    public static IEnumerable<Piece> Read(Stream stream, string name, string inside, ReadingContext context)
    {
        using var document = Open(stream, context);
        new PdfForms(document).Check();
        var hasText = false;
        var offPage = new PdfOffPage();
        var groups = new PdfHiddenGroups(document);
        var pictures = new PdfPictures(document, context);
        var attachments = new PdfAttachments(document, inside, context);
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            context.Check();
            var page = document.GetPage(number);
            var where = new Place(Layer.Body, string.Create(CultureInfo.InvariantCulture, $"page {number}"), inside);
            var images = page.GetImages().ToList();
            var annotations = page.GetAnnotations().ToList();
            annotations.ForEach(a => attachments.Note(a.AnnotationDictionary));
            foreach (var piece in Text(page, images, groups.LettersOf(page), offPage, where, context).Concat(pictures.Read(images, where)).Concat(PdfRemarks.Read(annotations, where)))
            {
                hasText = true;
                yield return piece;
            }
        }

        if (!hasText)
        {
            context.Report("file.no-text", Severity.Warning, new Place(Layer.Body, "page 1", inside));
        }

        var outer = inside.Length == 0 ? Path.GetFileName(name) : inside;
        foreach (var piece in offPage.Untold().Concat(PdfFields.Read(document, inside)).Concat(PdfProperties.Read(document, inside, context)).Concat(attachments.Read(stream, outer)))
        {
            yield return piece;
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

    private static IEnumerable<Piece> Text(Page page, List<IPdfImage> images, HashSet<Letter> switchedOff, PdfOffPage offPage, Place where, ReadingContext context)
    {
        var cover = new PdfCover(page, images, switchedOff);
        var seen = new List<Letter>(page.Letters.Count);
        var unseen = new List<(Veil Veil, List<Letter> Letters)>();
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
                unseen[^1].Letters.Add(letter);
            }
            else
            {
                unseen.Add((veil, [letter]));
            }

            last = veil;
        }

        var text = PdfText.Compose(seen, new PdfColumns(page, seen));
        offPage.Show(text);
        if (text.Length > 0)
        {
            yield return new Piece(where, text);
        }

        // Each stretch by itself: whoever must uncover them wants to know how many there are.
        foreach (var (veil, letters) in unseen)
        {
            var hidden = new Piece(where with { Layer = Layer.HiddenText }, PdfText.Compose(letters));
            if (veil == Veil.OffPage)
            {
                offPage.Hold(hidden);
            }
            else if (hidden.Text.Length > 0)
            {
                yield return hidden;
            }
        }

        foreach (var piece in PdfSpoken.Read(page, text, where))
        {
            yield return piece;
        }

        if (IsScan(page, text, images) || IsCipher(seen))
        {
            context.Report("file.no-text", Severity.Warning, where);
        }
    }

    // Letters of a font that does not say which characters they are: a person sees digits, a program \u0003 and \u0005.
    private static bool IsCipher(List<Letter> seen)
    {
        var unknown = seen.Count(l => l.Value.Length == 0 || l.Value[0] is < ' ' or '\u007F' or '\uFFFD' or (>= '\uE000' and <= '\uF8FF'));
        return unknown >= FewestUnknown && unknown * MostKnownForEachUnknown > seen.Count;
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
}
