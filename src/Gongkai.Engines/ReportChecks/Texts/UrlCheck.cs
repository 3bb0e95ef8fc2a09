using System.Buffers;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts;

/// <summary>Finds addresses that no browser can open as they are printed.</summary>
internal sealed partial class UrlCheck : IReportCheck
{
    // Of http, of www or of cn.
    private static readonly SearchValues<char> Signs = SearchValues.Create("pPwWnN");

    public IEnumerable<ReportFinding> Run(Reading reading)
    {
        foreach (var host in Dotless(reading.Text))
        {
            yield return Notice.Of(ReportCodes.MalformedUrl, Severity.Warning, new TextSpan(host.Index, host.Index + host.Length), "host", ("found", host.Value));
        }

        foreach (var block in reading.Blocks)
        {
            foreach (var mail in Mailboxes.Broken(block.Span.Of(reading.Text)))
            {
                var span = new TextSpan(block.Span.Start + mail.Index, block.Span.Start + mail.Index + mail.Length);
                yield return Notice.Of(ReportCodes.MalformedUrl, Severity.Warning, span, "mail", ("found", mail.Value));
            }

            if (!block.Span.In(reading.Text).ContainsAny(Signs))
            {
                continue;
            }

            var raw = block.Span.Of(reading.Text);
            var reported = -1;
            foreach (Match match in Candidate().Matches(raw))
            {
                var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '。', '，', '；', '：', '、', '）');
                if (match.Index > reported && !IsBrokenOff(raw, match, address) && Fault(address) is { } fault)
                {
                    var span = new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + address.Length);
                    reported = match.Index + address.Length;
                    yield return Notice.Of(ReportCodes.MalformedUrl, Severity.Warning, span, fault, ("found", address));
                }
            }
        }
    }

    // xxgk.lanjtedu.cn among many at xxgk.lanjt.edu.cn: but for its dots the same host.
    private static IEnumerable<Match> Dotless(string text)
    {
        foreach (var alike in Named().Matches(text).GroupBy(m => m.Value.Replace(".", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase))
        {
            var spelt = alike.GroupBy(m => m.Value, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ToList();
            foreach (var odd in spelt.Skip(1).Where(g => g.Count() == 1 && spelt[0].Count() > 1))
            {
                yield return odd.First();
            }
        }
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9.\-])(?:[A-Za-z0-9\-]+\.)+(?:cn|com|net|org)(?![A-Za-z0-9.\-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    // An address that a narrow cell breaks after its scheme goes on in the next line.
    private static bool IsBrokenOff(string raw, Match match, string address) =>
        match.Index + match.Length >= raw.TrimEnd().Length && address.TrimEnd('/', ':') is "http" or "https";

    private static string? Fault(string address)
    {
        if (WideForms().IsMatch(address))
        {
            return "wide";
        }

        var scheme = Scheme().Match(address);
        if (!scheme.Success)
        {
            return address.StartsWith("www", StringComparison.OrdinalIgnoreCase) ? HostFault(address) : "scheme";
        }

        return HostFault(address[scheme.Length..]);
    }

    private static string? HostFault(string rest)
    {
        var end = rest.IndexOfAny(['/', '?', '#']);
        var host = end < 0 ? rest : rest[..end];
        var path = end < 0 ? "" : rest[end..];
        if (Blank().IsMatch(rest))
        {
            return "blank";
        }

        if (path.Contains("http:/", StringComparison.OrdinalIgnoreCase) && !path.Contains('?', StringComparison.Ordinal))
        {
            return "doubled";
        }

        return !Host().IsMatch(host) || Misspelt().IsMatch(host) ? "host" : null;
    }

    // From what was meant for http, https or www to the first character that no address has; forms with marks of the wrong width,
    // a missing colon or a blank inside included.
    [GeneratedRegex(
        @"(?<![A-Za-z0-9])(?:h{0,2}t{1,3}p{1,2}s?\s?(?:[:：;；]{1,2}\s?[/\\／]{0,4}|[/\\／]{1,3})|www\s?[.．。,，:]\s?)(?:[A-Za-z0-9\-._~%/?#@!$&'*+=:;\\]|(?<!\.s?html?|/)[．／：。，、](?=[A-Za-z0-9/])(?!https?[:：]|www[.．])|,(?=[A-Za-z])|\s(?=(?:edu|com|cn|gov|org)\b)|\s(?=\.(?:edu|com|cn)\b)|(?<=\.cn/)\s(?=[A-Za-z0-9_]+/)|(?<=/)\s(?=[A-Za-z0-9_]+\.(?:s?html?|aspx?|jsp|php|pdf)\b))*|(?<![A-Za-z0-9.\-/@])[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*[,，。．、](?:edu|gov|com)\.cn(?![A-Za-z0-9.])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Candidate();

    [GeneratedRegex(@"[．／：；。，、]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WideForms();

    [GeneratedRegex(@"^https?://(?!/)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^(?:[A-Za-z0-9](?:[A-Za-z0-9\-_]{0,62}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,18}|\d{1,3})(?::\d{1,5})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Host();

    [GeneratedRegex(@"^www\.[^.]+$|^w{1,2}\.|^w{4,}\.|^ww[^w.]*\.|\.(?:eud|deu|ude|ed|edn|eduu|edc)\.(?:cn|cm|c|com)$|\.edu\.(?:c|n|cm|nc|con|ch|cnn|com|co)(?::\d+)?$|\.(?:con|cmo|ocm|comn|cpm)$|\.educn$|\.(?:cn\.cn|com\.com|edu\.edu)(?:\.|$)|\.edu$(?<=\.cn\.edu)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Misspelt();
}
