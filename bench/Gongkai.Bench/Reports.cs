using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Gongkai.Engines.Documents;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Bench;

/// <summary>Auditing a report of thirty pages against reading it as a document.</summary>
internal static class Reports
{
    private const int Pages = 30;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(4);

    public static IEnumerable<Ratio> Measure()
    {
        var reader = new DocumentReader();
        foreach (var (name, file) in new[] { ("report.txt", Encoding.UTF8.GetBytes(Text())), ("report.docx", Word(Text())) })
        {
            Warm(() => Audit(file, name, reader), () => Read(file, name, reader));
            yield return Ratio.OfTimes($"auditing a 30-page {name[7..]} / reading it as a document", 10, () => Audit(file, name, reader), () => Read(file, name, reader));
        }

        var (once, twice) = (ReportText.FromText(Text()), ReportText.FromText(Text() + Text()));
        yield return Ratio.OfTimes("auditing twice the text / auditing it once", 2.5, () => ReportAuditor.Audit(twice), () => ReportAuditor.Audit(once));
    }

    // The run-time compiles code twice, at first badly: what is measured is either side once it has settled.
    private static void Warm(Action act, Action measure)
    {
        for (var from = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(from) < Settling;)
        {
            act();
            measure();
        }
    }

    private static void Audit(byte[] file, string name, DocumentReader reader)
    {
        using var stream = new MemoryStream(file);
        _ = ReportAuditor.Audit(ReportDocument.Read(stream, name, reader).Text!).Findings.Count;
    }

    private static void Read(byte[] file, string name, DocumentReader reader)
    {
        using var stream = new MemoryStream(file);
        _ = reader.Read(stream, name).Pieces.Count();
    }

    private static string Text()
    {
        var text = new StringBuilder("东岭理工大学2020—2021学年信息公开工作年度报告\n统计数据的期限为2020年9月1日至2021年8月31日。\n");
        string[] parts = ["概述", "主动公开情况", "依申请公开和不予公开情况", "对信息公开的评议情况", "因学校信息公开工作受到举报、复议、诉讼的情况", "新做法新举措、主要经验、问题和改进措施", "其他需要报告的事项"];
        for (var part = 0; part < parts.Length; part++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{"一二三四五六七"[part]}、{parts[part]}\n");
            for (var line = 0; line < Pages * 22 / parts.Length; line++)
            {
                text.Append(CultureInfo.InvariantCulture, $"第{line}学习小组发布信息{line + 300}条，其中通知{line}条，公告300条；编印简报{line % 12}期。\n");
            }
        }

        text.Append("八、清单事项公开情况表\n");
        for (var row = 1; row <= 50; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row}\t第{row}项公开事项\t党政办公室\thttp://xxgk.dongling.example.cn/{row}.htm\n");
        }

        return text.ToString();
    }

    private static byte[] Word(string text)
    {
        var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(package, "[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Add(package, "_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            var paragraphs = string.Concat(text.Split('\n').Select(line => $"<w:p><w:r><w:t>{SecurityElement.Escape(line)}</w:t></w:r></w:p>"));
            Add(package, "word/document.xml", $"""<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{paragraphs}</w:body></w:document>""");
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive package, string name, string content)
    {
        using var writer = new StreamWriter(package.CreateEntry(name).Open());
        writer.Write(content);
    }
}
