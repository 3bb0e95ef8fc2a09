namespace Gongkai.Engines.Tests.Documents;

/// <summary>A Word document from the XML of its body.</summary>
internal sealed class Docx(string body)
{
    private const string Namespaces =
        """xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" """;

    private readonly ZipBuilder _zip = new();
    private readonly List<string> _relations = [];

    public static string Paragraph(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Wrap(string root, string inner) => $"""<?xml version="1.0" encoding="UTF-8"?><w:{root} {Namespaces}>{inner}</w:{root}>""";

    public Docx Part(string type, string name, string xml)
    {
        _zip.Add($"word/{name}", xml);
        return Relation($"rId{_relations.Count + 10}", type, name);
    }

    public Docx Part(string path, byte[] bytes)
    {
        _zip.Add(path, bytes);
        return this;
    }

    public Docx Relation(string id, string type, string target, bool isOutside = false)
    {
        var mode = isOutside ? " TargetMode=\"External\"" : "";
        _relations.Add($"""<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}" Target="{target}"{mode}/>""");
        return this;
    }

    public Docx Raw(string path, string xml)
    {
        _zip.Add(path, xml);
        return this;
    }

    /// <param name="types">What the package says of its parts beyond the usual.</param>
    public MemoryStream Build(string types = "") => _zip
        .Add("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>""")
        .Add("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""")
        .Add("word/document.xml", Wrap("document", $"<w:body>{body}</w:body>"))
        .Add("word/_rels/document.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(_relations)}</Relationships>""")
        .Build();
}
