using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>Forms are pictures drawn by calling them, and may call others: ten that each call the next ten times are drawn ten thousand
/// million times. How often is counted before any page is read.</summary>
internal sealed partial class PdfForms(PdfDocument document)
{
    private const double MostDrawn = 2000;
    private const int Deepest = 64;

    private static readonly NameToken XObject = NameToken.Create("XObject");

    private readonly Dictionary<IndirectReference, double> _drawn = [];

    /// <exception cref="DocumentException">A form of some page draws more forms than any drawing does.</exception>
    public void Check()
    {
        var structure = document.Structure;
        var open = new Stack<IToken>();
        var seen = new HashSet<IndirectReference>();
        if (structure.Catalog.CatalogDictionary.TryGet(NameToken.Pages, out var root))
        {
            open.Push(root);
        }

        while (open.TryPop(out var token))
        {
            if (token is IndirectReferenceToken reference)
            {
                token = seen.Add(reference.Data) ? structure.GetObject(reference.Data)?.Data : null;
            }

            if (token is not DictionaryToken node)
            {
                continue;
            }

            foreach (var form in FormsOf(node).Values)
            {
                Count(form, 0);
            }

            if (node.TryGet(NameToken.Kids, structure.TokenScanner, out ArrayToken? kids))
            {
                foreach (var kid in kids.Data)
                {
                    open.Push(kid);
                }
            }
        }
    }

    private double Count(IndirectReferenceToken form, int depth)
    {
        if (_drawn.TryGetValue(form.Data, out var known))
        {
            return known;
        }

        // A form that calls itself is stopped by whoever draws it.
        _drawn[form.Data] = 0;
        if (depth > Deepest || Stream(form) is not { } stream || FormsOf(stream.StreamDictionary) is not { Count: > 0 } inner)
        {
            return _drawn[form.Data] = 1;
        }

        var content = Encoding.Latin1.GetString(stream.Decode(document.Structure.FilterProvider, document.Structure.TokenScanner).Span);
        var total = 1d;
        foreach (Match call in Calls().Matches(content))
        {
            total += inner.TryGetValue(call.Groups["name"].Value, out var called) ? Count(called, depth + 1) : 0;
        }

        return total <= MostDrawn ? _drawn[form.Data] = total : throw new DocumentException(DocumentProblem.TooLarge, "A page draws the same forms over and over.");
    }

    private StreamToken? Stream(IndirectReferenceToken token) =>
        document.Structure.GetObject(token.Data)?.Data is StreamToken stream && stream.StreamDictionary.TryGet(NameToken.Subtype, out var kind) && kind is NameToken { Data: "Form" } ? stream : null;

    private Dictionary<string, IndirectReferenceToken> FormsOf(DictionaryToken owner)
    {
        var scanner = document.Structure.TokenScanner;
        return owner.TryGet(NameToken.Resources, scanner, out DictionaryToken? resources) && resources.TryGet(XObject, scanner, out DictionaryToken? objects)
            ? objects.Data.Where(o => o.Value is IndirectReferenceToken).ToDictionary(o => o.Key, o => (IndirectReferenceToken)o.Value, StringComparer.Ordinal)
            : [];
    }

    [GeneratedRegex(@"/(?<name>[^\s/<>\[\]()]+)\s+Do\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Calls();
}
