using System.Globalization;
using System.Text;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>Builds a PDF of one page object by object, so that each test shows the very object it is about.</summary>
internal sealed class PdfBuilder(string content)
{
    private readonly List<string> _more = [];
    private string _catalog = "";
    private string _page = "";
    private string _trailer = "";

    /// <summary>Entries of the catalog.</summary>
    public PdfBuilder Catalog(string entries)
    {
        _catalog += entries;
        return this;
    }

    /// <summary>Entries of the page.</summary>
    public PdfBuilder Page(string entries)
    {
        _page += entries;
        return this;
    }

    /// <summary>Entries of the trailer.</summary>
    public PdfBuilder Trailer(string entries)
    {
        _trailer += entries;
        return this;
    }

    /// <summary>One more object; the first has the number 6.</summary>
    public PdfBuilder Object(string body)
    {
        _more.Add(body);
        return this;
    }

    /// <summary>One more object that is a stream, its bytes as Latin-1.</summary>
    public PdfBuilder Stream(string entries, string bytes) => Object($"<<{entries}/Length {bytes.Length}>>\nstream\n{bytes}\nendstream");

    public PdfBuilder Stream(string entries, byte[] bytes) => Stream(entries, Encoding.Latin1.GetString(bytes));

    public MemoryStream Build()
    {
        var text = new StringBuilder("%PDF-1.5\n");
        var offsets = new List<int>();
        string[] objects =
        [
            $"<</Type/Catalog/Pages 2 0 R{_catalog}>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            $"<</Type/Page/Parent 2 0 R/Contents 4 0 R{(_page.Contains("/MediaBox", StringComparison.Ordinal) ? "" : "/MediaBox[0 0 595 842]")}{(_page.Contains("/Resources", StringComparison.Ordinal) ? "" : "/Resources<</Font<</F1 5 0 R>>>>")}{_page}>>",
            $"<</Length {content.Length}>>\nstream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            .. _more,
        ];
        foreach (var body in objects)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        text.Append(CultureInfo.InvariantCulture, $"trailer<</Size {offsets.Count + 1}/Root 1 0 R{_trailer}>>\nstartxref\n{start}\n%%EOF");
        return new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
    }
}
