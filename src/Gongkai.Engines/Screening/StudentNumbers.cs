using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Finds student and staff numbers whose word is spread, stands behind them or is English: 学　号：…, （…，学号）, Student No. ….</summary>
internal static partial class StudentNumbers
{
    public static void Find(string text, List<Hit> hits)
    {
        foreach (var number in Named().Matches(text).Select(m => m.Groups["number"]))
        {
            if (!hits.Exists(h => number.Index < h.Start + h.Length && h.Start < number.Index + number.Length))
            {
                hits.Add(new Hit("pii.student-number", number.Index, number.Length));
            }
        }
    }

    [GeneratedRegex(@"([学工][ \u3000]{0,4}号|(?<![a-z])student (no\.?|number|num\.?|id)( no\.?| number)?)\s{0,2}[:：]?\s{0,2}(?<number>(?<![a-z\d])[a-z]{0,3}\d{6,14})(?![a-z\d])|(?<=[（(][ ]?)(?<number>[a-z]{0,3}\d{6,14})\s{0,2}[，,]\s{0,2}[学工]号(?=[）)])", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
