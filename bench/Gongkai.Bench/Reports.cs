using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gongkai.Engines.Documents;
using Gongkai.Engines.ReportChecks;

namespace Gongkai.Bench;

/// <summary>Auditing reports against reading them as documents: those that the checks are tested with, and one of thirty pages of much the same sentences.</summary>
internal static class Reports
{
    private const int Pages = 30;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    public static IEnumerable<Ratio> Measure()
    {
        var reader = new DocumentReader();
        var reports = Samples().ToList();
        foreach (var (name, files) in new[] { ("report.docx", reports.ConvertAll(WordFile.Of)), ("report.txt", reports.ConvertAll(Encoding.UTF8.GetBytes)) })
        {
            Warm(() => files.ForEach(f => Audit(f, name, reader)), () => files.ForEach(f => Read(f, name, reader)));
            yield return Ratio.OfTimes($"auditing {files.Count} reports as {name[7..]} / reading them as documents", 10, () => files.ForEach(f => Audit(f, name, reader)), () => files.ForEach(f => Read(f, name, reader)));
        }

        var (once, twice) = (ReportText.FromText(Alike()), ReportText.FromText(Alike() + Alike()));
        yield return Ratio.OfTimes("auditing twice a long text of like sentences / auditing it once", 2.5, () => ReportAuditor.Audit(twice), () => ReportAuditor.Audit(once));
    }

    private static IEnumerable<string> Samples()
    {
        var assembly = typeof(Reports).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith("-clean.txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return text.ReadToEnd();
        }
    }

    // The run-time compiles code twice, at first badly, and the checks are much code: what is measured is either side once it has settled.
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

    private static string Alike()
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
}
