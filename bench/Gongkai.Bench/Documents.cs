using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gongkai.Engines.Documents;

namespace Gongkai.Bench;

/// <summary>Memory that a file of 100 MB takes against one of 10 MB, kind by kind.</summary>
internal static class Documents
{
    private const int Small = 10 << 20;
    private const int Large = 100 << 20;
    private const string Line = "校历安排如下，请各单位遵照执行，项目预算123456元。";

    public static IEnumerable<Ratio> Measure()
    {
        foreach (var (name, write) in new (string Name, Action<Stream, int> Write)[] { ("a.txt", WriteText), ("a.csv", WriteTable), ("a.docx", WriteDocx), ("a.xlsx", WriteXlsx) })
        {
            PeakOf(name, write, 1 << 20);
            var small = PeakOf(name, write, Small);
            yield return new Ratio($"memory for 100 MB / for 10 MB, {Path.GetExtension(name)[1..]}", PeakOf(name, write, Large) / small, 3);
        }
    }

    private static double PeakOf(string name, Action<Stream, int> write, int bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"gongkai-bench-{Path.GetRandomFileName()}");
        try
        {
            using (var file = File.Create(path))
            {
                write(file, bytes);
            }

            GC.Collect();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var peak = 0L;
            using var input = File.OpenRead(path);
            var count = 0;
            foreach (var piece in new DocumentReader().Read(input, name).Pieces)
            {
                if (++count % 2000 == 0)
                {
                    // What is live, not what awaits collection.
                    peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: count % 200_000 == 0) - before);
                }

                GC.KeepAlive(piece);
            }

            return Math.Max(peak, 1 << 20);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void WriteText(Stream to, int bytes) => Repeat(to, bytes, _ => Line + "\n");

    private static void WriteTable(Stream to, int bytes) => Repeat(to, bytes, n => string.Create(CultureInfo.InvariantCulture, $"{n},{Line},{n * 7}\n"));

    private static void WriteDocx(Stream to, int bytes)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create);
        Put(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""");
        using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
        part.Write("""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"""u8);
        Repeat(part, bytes, n => string.Create(CultureInfo.InvariantCulture, $"<w:p><w:r><w:t>{n}{Line}</w:t></w:r></w:p>"));
        part.Write("</w:body></w:document>"u8);
    }

    private static void WriteXlsx(Stream to, int bytes)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create);
        Put(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""");
        Put(zip, "xl/workbook.xml", """<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" r:id="r1"/></sheets></workbook>""");
        Put(zip, "xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        part.Write("<worksheet><sheetData>"u8);
        Repeat(part, bytes, n => string.Create(CultureInfo.InvariantCulture, $"""<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}" t="inlineStr"><is><t>{Line}{n}</t></is></c></row>"""));
        part.Write("</sheetData></worksheet>"u8);
    }

    private static void Put(ZipArchive zip, string path, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path).Open());
        writer.Write(text);
    }

    private static void Repeat(Stream to, int bytes, Func<int, string> line)
    {
        for (int written = 0, number = 1; written < bytes; number++)
        {
            var next = Encoding.UTF8.GetBytes(line(number));
            to.Write(next);
            written += next.Length;
        }
    }
}
