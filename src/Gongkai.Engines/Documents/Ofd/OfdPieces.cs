using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Engines.Documents.Images;
using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Ofd;

/// <summary>Gives an OFD document (GB/T 33190) as pieces, one for the seen text of each page.</summary>
internal sealed class OfdPieces(OfficePackage package, string inside)
{
    // Of a page that gives no size of its own.
    private OfdBox _page = OfdBox.None;

    public static IEnumerable<Piece> Read(Stream stream, string name, string inside, ReadingContext context)
    {
        using var package = new OfficePackage(stream, context);
        foreach (var piece in new OfdPieces(package, inside).All(name))
        {
            yield return piece;
        }
    }

    private IEnumerable<Piece> All(string name)
    {
        if (!package.Has("OFD.xml"))
        {
            throw new DocumentException(DocumentProblem.Broken, "The file has no OFD part.");
        }

        foreach (var piece in Properties())
        {
            yield return piece;
        }

        var number = 0;
        var pages = Pages();
        foreach (var page in pages)
        {
            number++;
            foreach (var piece in Page(page, number))
            {
                yield return piece;
            }
        }

        foreach (var piece in OfdOtherParts.Read(package, pages, inside))
        {
            yield return piece;
        }

        foreach (var piece in OfdTags.Read(package, inside))
        {
            yield return piece;
        }

        var outer = inside.Length == 0 ? Path.GetFileName(name) : inside;
        foreach (var path in package.Paths.Where(p => p.Contains("/Attachs/", StringComparison.OrdinalIgnoreCase) || p.Contains("/Attachments/", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            if (path.EndsWith("Attachments.xml", StringComparison.OrdinalIgnoreCase) || path.EndsWith('/'))
            {
                continue;
            }

            yield return new Piece(new Place(Layer.Embedded, $"embedded {Path.GetFileName(path)}", inside), Path.GetFileName(path));
            foreach (var piece in OfficeLayers.Inner(package, path, outer, package.Context))
            {
                yield return piece;
            }
        }

        foreach (var path in package.Paths.Where(p => p.Contains("/Res/", StringComparison.OrdinalIgnoreCase) && !p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            using var picture = package.Load(path, package.Context.Limits.InMemoryBytes);
            foreach (var piece in PictureMetadata.Read(picture!, $"picture {Path.GetFileName(path)}", inside))
            {
                yield return piece;
            }
        }
    }

    private IEnumerable<Piece> Properties()
    {
        using var xml = package.OpenXml("OFD.xml")!;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Title" or "Author" or "Subject" or "Abstract" or "Keyword" or "CustomData")
            {
                var property = xml.LocalName switch
                {
                    "Author" => "creator",
                    "Keyword" => "keywords",
                    "Abstract" => "description",
                    "CustomData" => $"custom {xml.Attribute("Name")}",
                    var other => other.ToLowerInvariant(),
                };
                if (xml.Text() is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text))
                {
                    yield return new Piece(new Place(Layer.Property, $"property {property}", inside), text);
                }
            }
        }
    }

    // The order of pages stands in each body's document part; page parts it forgets are read after them.
    private List<string> Pages()
    {
        var pages = new List<string>();
        foreach (var document in package.Under("Doc_").Where(p => p.EndsWith("/Document.xml", StringComparison.OrdinalIgnoreCase)))
        {
            var folder = document[..(document.LastIndexOf('/') + 1)];
            using var xml = package.OpenXml(document)!;
            while (xml.Read())
            {
                if (xml.Starts("PhysicalBox"))
                {
                    _page = OfdBox.Parse(xml.Text());
                }

                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Page" && xml.Attribute("BaseLoc") is { } at)
                {
                    var path = at.StartsWith('/') ? at[1..] : folder + at;
                    if (!package.Has(path))
                    {
                        package.Context.Report("file.unreadable", Severity.Error, new Place(Layer.Body, $"part {path}", inside), ("problem", nameof(DocumentProblem.Broken)));
                    }
                    else if (!pages.Contains(path))
                    {
                        pages.Add(path);
                    }
                }
            }
        }

        pages.AddRange(package.Under("Doc_").Where(p => p.EndsWith("/Content.xml", StringComparison.OrdinalIgnoreCase) && !pages.Contains(p, StringComparer.OrdinalIgnoreCase)));
        return pages;
    }

    private IEnumerable<Piece> Page(string path, int number)
    {
        var where = new Place(Layer.Body, string.Create(CultureInfo.InvariantCulture, $"page {number}"), inside);
        var painting = new OfdPainting();
        var line = double.NaN;
        var right = double.NaN;
        var page = _page;
        using var xml = package.OpenXml(path)!;
        while (xml.Read())
        {
            PartXml.CheckDepth(xml, package.Context);
            if (xml.Starts("PhysicalBox"))
            {
                page = OfdBox.Parse(xml.Text());
            }

            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Layer" or "PathObject" or "ImageObject")
            {
                painting.Take(xml, package.Context);
            }

            if (!xml.Starts("TextObject"))
            {
                continue;
            }

            var isUnseen = xml.Attribute("Visible") == "false" || xml.Attribute("Alpha") == "0"
                || (double.TryParse(xml.Attribute("Size"), CultureInfo.InvariantCulture, out var size) && size < 0.5) || xml.Attribute("Fill") == "false" && xml.Attribute("Stroke") != "true";
            var boundary = OfdBox.Parse(xml.Attribute("Boundary"));
            isUnseen |= boundary.IsOff(page);
            var isSameLine = Math.Abs(boundary.Top - line) < 1.5;
            line = boundary.Top;
            var glyph = double.TryParse(xml.Attribute("Size"), CultureInfo.InvariantCulture, out var points) ? points : 4;
            var isWhite = false;
            var text = new StringBuilder();
            var (start, end) = (double.NaN, right);
            foreach (var e in xml.Inside(package.Context))
            {
                if (e.LocalName == "TextCode")
                {
                    var (from, deltas) = (Number(e.Attribute("X")), e.Attribute("DeltaX"));
                    var code = e.Text();
                    text.Append(code);
                    right = boundary.Left + from + Extent(code, deltas, glyph);
                    start = double.IsNaN(start) ? boundary.Left + from : start;
                }
                else if (e.LocalName == "FillColor")
                {
                    isWhite = OfdColor.IsWhite(e.Attribute("Value"));
                    isUnseen |= e.Attribute("Alpha") == "0";
                }
            }

            var before = !isSameLine ? "\n" : Math.Abs(start - end) > glyph * 0.35 ? "\t" : "";
            painting.Add(new OfdText(before, text.ToString(), new OfdBox(start, boundary.Top, right - start, boundary.Height), glyph, isUnseen, isWhite));
        }

        var (seen, unseen) = painting.Finish(package.Context);
        if (!string.IsNullOrWhiteSpace(seen))
        {
            yield return new Piece(where, seen);
        }
        else
        {
            package.Context.Report("file.no-text", Severity.Warning, where);
        }

        if (!string.IsNullOrWhiteSpace(unseen))
        {
            yield return new Piece(where with { Layer = Layer.HiddenText }, unseen);
        }
    }

    private static double Number(string? text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // How far a text reaches: the steps from letter to letter, "g 3 1.6" standing for three of the same, and the last letter.
    private static double Extent(string text, string? deltas, double glyph)
    {
        var last = text.Length > 0 && text[^1] < 0x80 ? glyph / 2 : glyph;
        var steps = deltas?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (steps.Length == 0)
        {
            return text.Sum(c => c < 0x80 ? glyph / 2 : glyph);
        }

        var extent = last;
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i] == "g" && i + 2 < steps.Length)
            {
                extent += Number(steps[i + 1]) * Number(steps[i + 2]);
                i += 2;
            }
            else
            {
                extent += Number(steps[i]);
            }
        }

        return extent;
    }

}
