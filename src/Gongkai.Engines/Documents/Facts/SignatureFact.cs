using System.Text.RegularExpressions;

namespace Gongkai.Engines.Documents.Facts;

/// <summary>Finds the day a document was made and who signed it (落款). A date under an issuer's name is the signature, wherever
/// attachments push it; other dates count only when there is none.</summary>
internal static partial class SignatureFact
{
    private const int MostIssuers = 4;

    public static (DateOnly? ProducedOn, string? Issuer) Find(List<string> lines)
    {
        var labelledDay = lines.Take(40).Select(l => DayLabel().Match(l)).Where(m => m.Success).Select(m => FactText.FirstDate(m.Groups["value"].Value)).FirstOrDefault(d => d is not null);
        var labelledIssuer = lines.Take(40).Select(l => IssuerLabel().Match(l)).FirstOrDefault(m => m.Success)?.Groups["value"].Value.Trim();
        var (day, issuer) = Signed(lines);
        return (labelledDay ?? day, labelledIssuer is { Length: > 1 } ? labelledIssuer : issuer);
    }

    private static (DateOnly? Day, string? Issuer) Signed(List<string> lines)
    {
        DateOnly? alone = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (FactText.DateAtEnd(lines[i]) is not { } date)
            {
                continue;
            }

            if (date.Before.Length > 0)
            {
                if (FactText.IsAgency(date.Before))
                {
                    return (date.Day, date.Before);
                }

                continue;
            }

            if (i > 1 && Issuers(lines, i) is { Length: > 0 } issuers)
            {
                return (date.Day, issuers);
            }

            alone = date.Day;
        }

        return (alone ?? Adopted(lines) ?? Printed(lines), null);
    }

    // The issuers stand directly above the date, one a line.
    private static string Issuers(List<string> lines, int dateAt)
    {
        var issuers = new List<string>();
        for (var i = dateAt - 1; i > 0 && issuers.Count < MostIssuers; i--)
        {
            var line = SealNote().Replace(lines[i], "").Trim();
            if (!FactText.IsAgency(line) || FactText.IsNumbered(line))
            {
                break;
            }

            issuers.Insert(0, line);
        }

        return string.Join('、', issuers);
    }

    // （2023年5月6日校长办公会审议通过） under the title.
    private static DateOnly? Adopted(List<string> lines) =>
        lines.Take(15).Where(l => l[0] is '（' or '(' && AdoptedWord().IsMatch(l)).Select(FactText.FirstDate).FirstOrDefault(d => d is not null);

    private static DateOnly? Printed(List<string> lines) =>
        lines.Where(l => PrintedWord().IsMatch(l)).Select(FactText.FirstDate).LastOrDefault(d => d is not null);

    [GeneratedRegex(@"(成文日期|生成日期|产生日期|成文时间|生成时间)\s{0,8}[:：]\s{0,8}(?<value>.+)")]
    private static partial Regex DayLabel();

    [GeneratedRegex(@"(发文机关|发文单位|制发机关|制定机关|发文部门|发布机构)\s{0,8}[:：]\s{0,8}(?<value>[\u4E00-\u9FFF、（）()]{2,40})")]
    private static partial Regex IssuerLabel();

    [GeneratedRegex(@"[（(](盖章|公章|印章|签章|章)[)）]|[:：]$")]
    private static partial Regex SealNote();

    [GeneratedRegex("通过|审议|印发|发布|修订|制定|批准")]
    private static partial Regex AdoptedWord();

    [GeneratedRegex(@"日\s{0,8}印发$|日\s{0,8}印$")]
    private static partial Regex PrintedWord();
}
