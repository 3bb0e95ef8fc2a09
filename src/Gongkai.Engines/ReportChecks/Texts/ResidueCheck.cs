using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>Finds what converting and copying leave in a text: bookmarks, field codes, tags, broken characters.</summary>
internal sealed partial class ResidueCheck : IReportCheck
{
    // Every form below holds one of these, a private or a control character.
    private static readonly SearchValues<char> Signs = SearchValues.Create("[!！#{*`_\\&<=@-—(页鈥锛銆鐨\uFFFD\u007FEHPMIFTSN锟锘烫屯Ãâäå");

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var block in reading.Blocks)
        {
            if (!MayHoldResidue(block.Span.In(reading.Text)))
            {
                continue;
            }

            var last = -1;
            var text = block.Span.Of(reading.Text);
            foreach (Match match in Residue().Matches(text).Concat(text.Contains("E+", StringComparison.Ordinal) ? Power().Matches(text) : Enumerable.Empty<Match>()))
            {
                // A run of broken characters is one finding.
                if (match.Index > last + 2 || last < 0)
                {
                    var span = new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length);
                    yield return Notice.Of(ReportCodes.ConversionResidue, Severity.Warning, span, "", ("found", match.Value)) with { ByConversion = true };
                }

                last = match.Index + match.Length;
            }
        }
    }

    private static bool MayHoldResidue(ReadOnlySpan<char> text) =>
        text.ContainsAny(Signs) || text.ContainsAnyInRange('\u2E80', '\u2FDF') || text.ContainsAnyInRange('\uE000', '\uF8FF') || text.ContainsAnyInRange('\0', '\b') || text.ContainsAnyInRange('\u000B', '\u001F');

    // 1.25E+06: a number as a narrow column shows it.
    [GeneratedRegex(@"(?<![\d.])\d\.\d+E\+\d{2}(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Power();

    [GeneratedRegex(
        @"\[(?:bookmark|page|pic|endnote|annotation|endif|if\s|image|picture|object|table|footnote|link|img)[^\]\n]{0,60}\]|\[(?:图片|表格|图像|附图|链接)\](?!\()" // [bookmark: _GoBack]
        + @"|!\[[^\]\n]{0,40}\]\([^)\n]{0,120}\)|\{#[\w\-. ]{1,40}\}|\*\*(?=[^*\n]{1,60}\*\*)|```" // ![](media/image1.png), **bold**
        + @"|_x[0-9A-Fa-f]{4}_|_GoBack|_Toc\d{3,}|_Ref\d{3,}|_Hlk\d{3,}" // names of bookmarks
        + @"|错误\s*[!！]\s*(?:未找到引用源|未定义书签|未指定书签|超链接引用无效)[。.]?|Error\s*!\s*(?:Reference source not found|Bookmark not defined)\.?" // lost references
        + @"|(?<![A-Za-z])(?:HYPERLINK|PAGEREF|MERGEFIELD|INCLUDEPICTURE|EMBED|FORMTEXT|TOC\s+\\o|SEQ\s+[表图](?:\s*\\\*\s*ARABIC)?|NUMPAGES)\b(?:\s*""[^""\n]{0,80}"")?|\\\*\s*MERGEFORMAT" // field codes
        + @"|=(?:SUM|AVERAGE|COUNTA?|IF|ROUND)\([A-Z0-9:,$ ]{2,40}\)|[#＃](?:REF|VALUE|DIV/0|NUM|NULL|SPILL|CALC)[!！]|[#＃](?:NAME[?？]|N/A)|(?<=\t)#{4,}(?=\t|\s*$)|(?<=报告\s{1,3})第\s*\d{1,3}\s*页(?=\s*$)" // formulas and errors of a spreadsheet, heads of pages
        + @"|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|middot|mdash|ensp|emsp|hellip|\#\d{2,5}|\#x[0-9a-fA-F]{2,4});?" // entities
        + @"|</?(?:p|br|div|span|font|strong|b|i|u|td|tr|table|tbody|img|a|o:p|style|h\d|li|ul|ol|em)(?:\s[^<>\n]{0,80})?/?>|mso-[a-z\-]+|style\s*=\s*[""']|Normal\s+0\s+(?:7\.8 磅|false)|MicrosoftInternetExplorer4|@font-face" // tags and styles
        + @"|(?<=[\u4e00-\u9fa5])\s*[—–-]\s*\d{1,3}\s*[—–-]\s*(?=[\u4e00-\u9fa5])|第\s*\d{1,3}\s*页\s*[/，,]?\s*共\s*\d{1,3}\s*页(?=\s*[\u4e00-\u9fa5])" // page numbers within a sentence
        + @"|(?:[鈥锛銆鐨][\u4e00-\u9fa5€]){1,}|\{?(?:\\(?:par|pard|b|i|fs|f|cf|lang|rtf|ansi|u)\d*(?![a-z])\s?){1,}" // UTF-8 read as GBK, RTF
        + @"|[\u2E80-\u2FDF]+|\uFFFD+|[\uE000-\uF8FF]+|锟斤拷|锘[縤锟]?|烫烫烫|屯屯屯|(?:Ã.|â€.|ä¸.|å.æ.){1,}|\(cid:\d+\)|[\u0000-\u0008\u000B\u000E-\u001F\u007F]+|(?:\\[unrt](?=[\u4e00-\u9fa5\\])|\\u[0-9a-fA-F]{4})+", // radicals for characters, broken characters
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Residue();
}
