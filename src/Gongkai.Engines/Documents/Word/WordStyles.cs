using Gongkai.Engines.Documents.Packages;

namespace Gongkai.Engines.Documents.Word;

/// <summary>The styles of a Word document, each resolved through what it is based on.</summary>
internal sealed class WordStyles
{
    private const int MaxChain = 32;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private WordFormat _defaults = WordFormat.Plain;
    private string? _defaultParagraph;

    public static WordStyles Read(OfficePackage package, string? path)
    {
        var styles = new WordStyles();
        using var xml = path is null ? null : package.OpenXml(path);
        while (xml is not null && xml.Read())
        {
            if (xml.Starts("rPrDefault"))
            {
                foreach (var e in xml.Inside(package.Context))
                {
                    if (e.LocalName == "rPr")
                    {
                        styles._defaults = WordFormat.Read(e, package.Context);
                    }
                }
            }
            else if (xml.Starts("style"))
            {
                styles.ReadStyle(package.Context, xml);
            }
        }

        return styles;
    }

    /// <summary>How a run looks: its own properties over its character style, over its paragraph's style, over the defaults.</summary>
    public WordFormat Resolve(WordFormat own, string? paragraphStyle) =>
        own.Over(Format(own.Style)).Over(Format(paragraphStyle ?? _defaultParagraph)).Over(_defaults);

    /// <summary>The heading level of a style, 1 to 9; 0 for the title of the document; null for text.</summary>
    public int? HeadingLevel(string? id)
    {
        foreach (var style in Chain(id))
        {
            var name = style.Name.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
            if (name is "TITLE" or "标题" or "文档标题" or "文件标题" or "大标题")
            {
                return 0;
            }

            if ((name.StartsWith("HEADING", StringComparison.Ordinal) || name.StartsWith("标题", StringComparison.Ordinal))
                && name[^1] is >= '1' and <= '9')
            {
                return name[^1] - '0';
            }

            if (style.Outline is { } outline)
            {
                return outline < 9 ? outline + 1 : null;
            }
        }

        return null;
    }

    public (int Level, string Id)? Numbering(string? id)
    {
        int? level = null;
        foreach (var style in Chain(id))
        {
            level ??= style.NumberLevel;
            if (style.NumberId is { } number)
            {
                return (level ?? 0, number);
            }
        }

        return null;
    }

    public string? Alignment(string? id) => Chain(id).Select(s => s.Alignment).FirstOrDefault(a => a is not null);

    public string? Shade(string? id) => Chain(id).Select(s => s.Shade).FirstOrDefault(a => a is not null);

    /// <summary>Whether a table style paints cells, so that white text in such a table may well be seen.</summary>
    public bool Paints(string? tableStyle) => Chain(tableStyle).Any(s => s.PaintsCells);

    /// <summary>How a table style lets the text of its table look, unless that says otherwise of itself.</summary>
    public WordFormat? TableText(string? tableStyle) => Format(tableStyle);

    private WordFormat? Format(string? id)
    {
        WordFormat? format = null;
        foreach (var style in Chain(id))
        {
            format = format is null ? style.Format : format.Over(style.Format);
        }

        return format;
    }

    private IEnumerable<Style> Chain(string? id)
    {
        for (var steps = 0; id is not null && steps < MaxChain && _styles.TryGetValue(id, out var style); steps++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private void ReadStyle(ReadingContext context, System.Xml.XmlReader xml)
    {
        var id = xml.Attribute("styleId") ?? "";
        if (xml.Attribute("type") == "paragraph" && xml.Attribute("default") is "1" or "true")
        {
            _defaultParagraph ??= id;
        }

        var style = new Style { Name = "" };
        var depth = xml.Depth + 1;
        foreach (var e in xml.Inside(context))
        {
            switch (e.LocalName)
            {
                case "name": style = style with { Name = e.Attribute("val") ?? "" }; break;
                case "basedOn": style = style with { BasedOn = e.Attribute("val") }; break;
                case "outlineLvl": style = style with { Outline = e.Number("val") }; break;
                case "ilvl": style = style with { NumberLevel = e.Number("val") }; break;
                case "numId": style = style with { NumberId = e.Attribute("val") }; break;
                case "jc": style = style with { Alignment = e.Attribute("val") }; break;
                case "shd":
                    var shade = WordFormat.ReadShade(e);
                    style = style with { Shade = shade, PaintsCells = style.PaintsCells || shade is not (null or "auto" or "FFFFFF") };
                    break;
                case "rPr" when e.Depth == depth:
                    var format = WordFormat.Read(e, context);
                    style = style with { Format = style.Format ?? format };
                    break;
            }
        }

        _styles.TryAdd(id, style);
    }

    private sealed record Style
    {
        public required string Name { get; init; }

        public string? BasedOn { get; init; }

        public int? Outline { get; init; }

        public int? NumberLevel { get; init; }

        public string? NumberId { get; init; }

        public string? Alignment { get; init; }

        public string? Shade { get; init; }

        public bool PaintsCells { get; init; }

        public WordFormat? Format { get; init; }
    }
}
