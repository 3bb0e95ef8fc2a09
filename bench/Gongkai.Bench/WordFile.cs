using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Bench;

/// <summary>Writes a text as Word does: every paragraph with its layout, and a run of its own with fonts and size for each stretch of Chinese and of other characters.</summary>
internal static partial class WordFile
{
    private const string Layout = """<w:pPr><w:widowControl/><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="FangSong"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:pPr>""";
    private const string Fonts = """<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="FangSong"/><w:color w:val="000000"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:eastAsia="zh-CN"/></w:rPr>""";

    public static byte[] Of(string text)
    {
        var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(package, "[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Add(package, "_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Add(package, "word/document.xml", $"""<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{string.Concat(text.Split('\n').Select(Paragraph))}</w:body></w:document>""");
        }

        return file.ToArray();
    }

    private static string Paragraph(string line) =>
        $"<w:p>{Layout}{string.Concat(Stretch().Matches(line).Select(m => $"<w:r>{Fonts}<w:t xml:space=\"preserve\">{SecurityElement.Escape(m.Value)}</w:t></w:r>"))}</w:p>";

    private static void Add(ZipArchive package, string name, string content)
    {
        using var writer = new StreamWriter(package.CreateEntry(name).Open(), Encoding.UTF8);
        writer.Write(content);
    }

    [GeneratedRegex(@"[\u3000-\uffff]+|[^\u3000-\uffff]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stretch();
}
