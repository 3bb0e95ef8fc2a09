using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Gongkai.Engines.Documents.Pdf;

/// <summary>The layers of a PDF that are switched off when it is opened, and the letters that lie in them.</summary>
internal sealed class PdfHiddenGroups
{
    private static readonly HashSet<Letter> None = [];

    private readonly PdfDocument _document;
    private readonly HashSet<IndirectReference> _off = [];
    private readonly List<DictionaryToken> _groups = [];

    public PdfHiddenGroups(PdfDocument document)
    {
        _document = document;
        var scanner = document.Structure.TokenScanner;
        if (!document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("OCProperties"), scanner, out DictionaryToken? all)
            || !all.TryGet(NameToken.D, scanner, out DictionaryToken? start))
        {
            return;
        }

        if (start.TryGet(NameToken.Create("BaseState"), scanner, out NameToken? state) && state.Data == "OFF")
        {
            _off.UnionWith(References(all, "OCGs"));
            _off.ExceptWith(References(start, "ON"));
        }

        _off.UnionWith(References(start, "OFF"));
        _groups.AddRange(_off.Select(r => document.Structure.GetObject(r)?.Data).OfType<DictionaryToken>());
    }

    /// <summary>The letters of a page that nobody sees until the layer is switched on.</summary>
    public HashSet<Letter> LettersOf(Page page)
    {
        if (_groups.Count == 0)
        {
            return None;
        }

        var letters = new HashSet<Letter>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(MarkedContentElement Element, bool IsOff)>(page.GetMarkedContents().Select(m => (m, false)));
        while (open.TryPop(out var step))
        {
            var isOff = step.IsOff || (step.Element.Tag == "OC" && IsOff(step.Element.Properties));
            if (isOff)
            {
                letters.UnionWith(step.Element.Letters);
            }

            foreach (var child in step.Element.Children)
            {
                open.Push((child, isOff));
            }
        }

        return letters;
    }

    // A group itself, or several together, which are seen while any of them is on.
    private bool IsOff(DictionaryToken properties)
    {
        if (!properties.ContainsKey(NameToken.Create("OCGs")))
        {
            return _groups.Exists(g => ReferenceEquals(g, properties) || g.Equals(properties));
        }

        var members = References(properties, "OCGs");
        var policy = properties.TryGet(NameToken.P, _document.Structure.TokenScanner, out NameToken? name) ? name.Data : "AnyOn";
        return members.Count > 0 && (policy == "AnyOn" ? members.TrueForAll(_off.Contains) : policy == "AllOn" && members.Exists(_off.Contains));
    }

    private List<IndirectReference> References(DictionaryToken dictionary, string name)
    {
        if (dictionary.TryGet(NameToken.Create(name), out IToken? token) && token is IndirectReferenceToken one && _document.Structure.GetObject(one.Data)?.Data is DictionaryToken)
        {
            return [one.Data];
        }

        return dictionary.TryGet(NameToken.Create(name), _document.Structure.TokenScanner, out ArrayToken? list)
            ? [.. list.Data.OfType<IndirectReferenceToken>().Select(r => r.Data)]
            : [];
    }
}
