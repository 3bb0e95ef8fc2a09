using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Structure;

/// <summary>Finds tables that are announced and not there. What is announced as an attachment is another file and not missed.</summary>
internal sealed partial class AnnouncedTableCheck : IReportCheck
{
    private const int FewestCells = 4;
    private const int RowsBelow = 4;
    private const int RowsAbove = 10;

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        var catalogue = reading.Sections.FindLast(s => s.Kind == SectionKind.CatalogueTable);
        var reported = false;
        if (catalogue is not null && catalogue.Title.Contains('表', StringComparison.Ordinal) && !HasTable(reading, catalogue.Span) && !IsElsewhere(reading, catalogue.Span))
        {
            reported = true;
            var end = Math.Min(catalogue.Span.End, catalogue.Span.Start + catalogue.Title.Length);
            yield return Missing(new TextSpan(catalogue.Span.Start, end), catalogue.Title);
        }

        var captions = new HashSet<string>();
        var filled = new HashSet<string>();
        for (var at = 0; at < reading.Blocks.Count; at++)
        {
            if (Caption().Match(reading.Blocks[at].Span.Of(reading.Folded)) is { Success: true } caption)
            {
                captions.Add(caption.Groups["n"].Value);
                if (IsRowOfTable(reading, at + 1))
                {
                    filled.Add(caption.Groups["n"].Value);
                }
            }
        }

        foreach (var finding in Empty(reading).Concat(Above(reading)))
        {
            yield return finding;
        }

        foreach (var sentence in reading.Sentences)
        {
            var text = sentence.Span.Of(reading.Folded);
            if (text.Contains("附件", StringComparison.Ordinal))
            {
                if (AttachedTable().Match(text) is { Success: true } attached && !HasTable(reading, new TextSpan(sentence.Span.End, reading.Folded.Length)) && !HasAttachment(reading, sentence.Span.End))
                {
                    yield return Missing(new TextSpan(sentence.Span.Start + attached.Index, sentence.Span.Start + attached.Index + attached.Length), attached.Value, Severity.Warning);
                }

                continue;
            }

            if (Announced().Match(text) is not { Success: true } match || (Elsewise().IsMatch(text) && !AtTheEnd().IsMatch(match.Value)))
            {
                continue;
            }

            // 见表2, where only 表1 has a title, is found with the attachments; it may be told of again below the table.
            if (Numbered().Match(match.Value) is { Success: true } numbered && captions.Count > 0 && (!captions.Contains(numbered.Groups["n"].Value) || filled.Contains(numbered.Groups["n"].Value)))
            {
                continue;
            }

            var appended = match.Value.Contains('附', StringComparison.Ordinal) || match.Value.Contains('末', StringComparison.Ordinal) || match.Value.Contains('后', StringComparison.Ordinal) || match.Value.Contains('《', StringComparison.Ordinal);
            var end = appended ? reading.Folded.Length : NextHeading(reading, sentence.Span.End);
            if (!HasTable(reading, new TextSpan(sentence.Span.End, end)) && !(appended && reported))
            {
                yield return Missing(new TextSpan(sentence.Span.Start + match.Index, sentence.Span.Start + match.Index + match.Length), match.Value, Pointed().IsMatch(match.Value) ? Severity.Error : Severity.Warning);
            }
        }
    }

    // 表1 主要数据, and below it no row of a table: the title is left and the rows are gone.
    private static IEnumerable<ReportFinding> Empty(Reading reading)
    {
        foreach (var (_, span, at) in Captions.Tables(reading))
        {
            if (reading.Blocks[at].Kind != BlockKind.Cell && !IsRowOfTable(reading, at - 1) && Enumerable.Range(at + 1, RowsBelow).All(i => !IsRowOfTable(reading, i)) && at + 1 < reading.Blocks.Count && IsSentence(reading, at + 1))
            {
                yield return Missing(reading.Blocks[at].Span, span.Of(reading.Folded), Severity.Warning);
            }
        }
    }

    // 由上表可见, and above it is none.
    private static IEnumerable<ReportFinding> Above(Reading reading)
    {
        foreach (var sentence in reading.Sentences)
        {
            if (TableAbove().Match(sentence.Span.Of(reading.Folded)) is { Success: true } match && !Enumerable.Range(Math.Max(0, sentence.Block - RowsAbove), Math.Min(RowsAbove, sentence.Block)).Any(i => IsRowOfTable(reading, i)))
            {
                yield return Missing(new TextSpan(sentence.Span.Start + match.Index, sentence.Span.Start + match.Index + match.Length), match.Value, Severity.Warning);
            }
        }
    }

    private static bool IsRowOfTable(Reading reading, int block) =>
        block >= 0 && block < reading.Blocks.Count && (reading.Blocks[block].Kind == BlockKind.Cell || IsNumberLine(reading, reading.Blocks[block]));

    private static bool IsSentence(Reading reading, int block) => reading.Blocks[block].Span.Of(reading.Folded).Contains('。', StringComparison.Ordinal);

    private static bool HasAttachment(Reading reading, int from) =>
        reading.Blocks.Any(b => b.Span.Start >= from && AttachmentTitle().IsMatch(b.Span.Of(reading.Folded)));

    private static bool HasTable(Reading reading, TextSpan span) =>
        reading.Tables.Any(t => t.Span.Start >= span.Start && t.Span.Start < span.End)
        || reading.Blocks.Where(b => b.Span.Start > span.Start && span.Contains(b.Span) && (b.Kind == BlockKind.Cell ? !IsTitleOrSignature(reading, b) : IsNumberLine(reading, b)))
            .Sum(b => b.Kind == BlockKind.Cell ? Math.Max(1, TableGrids.RowOf(reading, b).Count) : 1) >= FewestCells;

    // After its heading often stand only the table's own title, the school's name and the date.
    private static bool IsTitleOrSignature(Reading reading, Block block)
    {
        var line = block.Span.Of(reading.Folded);
        return (TableGrids.RowOf(reading, block).Count < 2 && TitleOrSignature().IsMatch(line)) || (reading.Institution is { } school && line.Trim() == school);
    }

    private static bool IsNumberLine(Reading reading, Block block) =>
        block.Span.Length <= 12 && block.Span.Of(reading.Folded).All(c => char.IsAsciiDigit(c) || c is '%' or '.' or ',');

    private static bool IsElsewhere(Reading reading, TextSpan span)
    {
        var text = span.Of(reading.Folded);
        return Elsewhere().IsMatch(text);
    }

    private static int NextHeading(Reading reading, int from) =>
        reading.MainHeadings.FirstOrDefault(h => h.Span.Start >= from)?.Span.Start ?? reading.Folded.Length;

    private static ReportFinding Missing(TextSpan span, string found, Severity severity = Severity.Error) =>
        Notice.Of(ReportCodes.TableAnnouncedMissing, severity, span, "", ("found", found));

    [GeneratedRegex(@"(?<!意)(?:见|如|按)\s*(?:文[末后]|文后|后|本报告)?(?:所)?附?(?:下方的?|下面的?|下|次)?表(?![决态现彰达演白述征扬明])格?\s*(?:\d{1,2}(?!\d|\s*[份张个册页条份]))?(?:所示)?|(?<!如)下表(?![决态现彰达演白述征扬明])(?:所示)?|(?<![不未无再])附表(?:\s*\d)?|(?:列表|表格)如下|表\s*\d{1,2}(?:列出|显示|所列|所示|汇总|给出)|见(?:文[末后])?《[^》]{2,30}表》|(?:文[末后]|报告|末|后|另|并)(?:所)?附(?:有|上)?《[^》]{2,30}表》|(?:见|文末|文后|报告后)[^。，,;不未无]{0,4}所?附的?[“《]?[\u4e00-\u9fa5]{0,12}表|(?:文末|文后|报告后|报告末)的[\u4e00-\u9fa5]{2,8}表|报告[^。，,;]{0,4}所附的?[“《]?[\u4e00-\u9fa5]{0,12}表|(?:另附|后附|文[末后]附|并附)(?:有)?[\u4e00-\u9fa5]{0,12}表", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Announced();

    // A table that the text points to; what is only spoken of may stand elsewhere.
    [GeneratedRegex(@"^(?:见|如|按)[^《》]*表|下表|如下$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pointed();

    [GeneratedRegex(@"见(?:文末|文后|本报告)?附件\s*\d?[^，。;]{0,4}《[^》]{2,30}表》", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AttachedTable();

    [GeneratedRegex(@"^附\s*(?:件|表|录)?\s*\d?\s*(?::|$)|^附[件表]|\.(?:xlsx?|docx?|pdf)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AttachmentTitle();

    [GeneratedRegex(@"(?:[由从如据见]|根据|按照)上表|上表(?:可见|显示|所列|所示|中|列出)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TableAbove();

    [GeneratedRegex(@"表\s*(?<n>\d{1,2})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^附?表\s*(?<n>\d{1,2})[\s:.、]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Caption();

    // An address in the sentence is that of something else.
    [GeneratedRegex(@"^见(?:文[末后]|本?报告后?)?的?所?附|^(?:文[末后]|报告后)的?所?附", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AtTheEnd();

    [GeneratedRegex(@"http|下载|另附|另发|随(?:本|该)?报告", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewise();

    [GeneratedRegex(@"附件|https?:|网址|链接|(?:详见|见|登录|访问)[^。\n]{0,40}(?:网|栏|平台)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"情况(?:一览)?表|^\s*(?:19|20)?\d{2,4}[年.\-/]|^\d{8}$|关闭|打印|上一篇|下一篇|年度报告|(?:大学|学院|学校)$|^附", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TitleOrSignature();
}
