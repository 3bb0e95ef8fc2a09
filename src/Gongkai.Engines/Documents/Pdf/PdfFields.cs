using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Tokens;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>The values of a PDF's form. A field that no page shows is a layer of its own.</summary>
internal static class PdfFields
{
    private const int MostFields = 10_000;

    public static IEnumerable<Piece> Read(PdfDocument document, string inside)
    {
        if (!document.TryGetForm(out var form))
        {
            yield break;
        }

        var left = MostFields;
        var fields = new Stack<AcroFieldBase>(form.Fields.Take(MostFields).Reverse());
        while (left-- > 0 && fields.TryPop(out var field))
        {
            if (field is AcroNonTerminalField group)
            {
                foreach (var child in group.Children.Take(MostFields).Reverse())
                {
                    fields.Push(child);
                }
            }

            var value = field switch
            {
                AcroTextField f => f.Value,
                AcroComboBoxField f => string.Join(' ', f.SelectedOptions),
                AcroListBoxField f => string.Join(' ', f.SelectedOptions),
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(value))
            {
                var layer = IsUnseen(field.Dictionary, document) ? Layer.Annotation : Layer.Body;
                yield return new Piece(new Place(layer, string.Create(CultureInfo.InvariantCulture, $"page {field.PageNumber ?? 1} field"), inside), value);
            }
        }
    }

    // A field that stands on several pages has a kid for each of them.
    private static bool IsUnseen(DictionaryToken field, PdfDocument document)
    {
        var scanner = document.Structure.TokenScanner;
        if (!field.TryGet(NameToken.Kids, scanner, out ArrayToken? kids) || kids.Length == 0)
        {
            return IsMarkedUnseen(field, document);
        }

        return kids.Data.All(k => k is IndirectReferenceToken kid && document.Structure.GetObject(kid.Data)?.Data is DictionaryToken widget && IsMarkedUnseen(widget, document));
    }

    private static bool IsMarkedUnseen(DictionaryToken widget, PdfDocument document) =>
        widget.TryGet(NameToken.F, document.Structure.TokenScanner, out NumericToken? flags) && ((AnnotationFlags)flags.Int & (AnnotationFlags.Hidden | AnnotationFlags.NoView)) != 0;
}
