namespace Gongkai.Engines.Tests.Documents;

/// <summary>A workbook from the XML of its sheets.</summary>
internal sealed class Xlsx
{
    private readonly ZipBuilder _zip = new();
    private readonly List<string> _sheets = [];
    private readonly List<string> _relations = [];
    private string _names = "";

    public Xlsx Sheet(string name, string inner, string state = "visible")
    {
        var number = _sheets.Count + 1;
        _sheets.Add($"""<sheet name="{name}" sheetId="{number}" state="{state}" r:id="rIdS{number}"/>""");
        _relations.Add($"""<Relationship Id="rIdS{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{number}.xml"/>""");
        _zip.Add($"xl/worksheets/sheet{number}.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{inner}</worksheet>""");
        return this;
    }

    public Xlsx Names(string inner)
    {
        _names = $"<definedNames>{inner}</definedNames>";
        return this;
    }

    public Xlsx Part(string type, string name, string xml)
    {
        _relations.Add($"""<Relationship Id="rId{_relations.Count + 50}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}" Target="{name}"/>""");
        return Raw($"xl/{name}", xml);
    }

    public Xlsx Raw(string path, string xml)
    {
        _zip.Add(path, xml);
        return this;
    }

    /// <param name="types">What the package says of its parts beyond the usual.</param>
    public MemoryStream Build(string types = "") => _zip
        .Add("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>{types}</Types>""")
        .Add("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""")
        .Add("xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(_sheets)}</sheets>{_names}</workbook>""")
        .Add("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(_relations)}</Relationships>""")
        .Build();
}
