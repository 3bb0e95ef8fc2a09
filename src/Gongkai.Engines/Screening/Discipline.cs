using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Finds the sentence of a decision that says what a person did and how it was punished: 白某，男，…，给予记过处分。</summary>
internal static partial class Discipline
{
    private const int LongName = 4;

    // Words that begin with a character which is also a surname, and stand at the head of rules about anybody.
    private static readonly HashSet<string> NoNames = Load();

    /// <summary>Whether words begin as a name does and are none.</summary>
    public static bool IsNoName(ReadOnlySpan<char> words) => NoNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[..2]);

    public static void Find(string text, List<Hit> hits)
    {
        foreach (var match in Sentence().Matches(text).Concat(Addressed().Matches(text)))
        {
            var name = match.Groups["name"];
            if ((PersonalWords.IsName(name.ValueSpan) || (name.Length == LongName && match.Groups["called"].Success)) && name.ValueSpan[^1] is not ('人' or '员' or '者') && !NoNames.Contains(name.Value[..2])
                && !hits.Exists(h => h.Code == "pii.sensitive" && h.Start <= name.Index && name.Index < h.Start + h.Length))
            {
                hits.Add(new Hit("pii.sensitive", name.Index, match.Index + match.Length - name.Index));
            }
        }
    }

    private static HashSet<string> Load()
    {
        using var stream = typeof(Discipline).Assembly.GetManifestResourceStream("Discipline.data.json")!;
        return JsonSerializer.Deserialize<HashSet<string>>(stream)!;
    }

    [GeneratedRegex(@"(?<=^|[\n。；：]|[\d一二三四五六七八九十）)][、.．)）]\s?)\s{0,4}(?<called>学生|同学|教师|职工|当事人)?(?<name>[\u4E00-\u9FFF]{2,4}?)(?<called>同学|同志|老师)?(?=\d{15}|[（(][^）)\n]{1,40}[)）]|[，,]\s?[男女][，,]|[，,]?\s?(学号|工号|身份证)|[，,]?(无故|因|私自|擅自|旷课|旷考|旷工|违反|多次|携带|找人|请人|替|冒名|抄袭|伪造|殴打|酒后|累计|盗窃|夹带|未经|在20\d\d|于20\d\d|20\d\d年))[^。；\n]{0,160}?(给予|受到|处以)[^，。；,\n]{0,10}?(留校察看|开除学籍|开除|记大?过|严重警告|警告|降级|撤职|降低岗位)")]
    private static partial Regex Sentence();

    // 对李某某同学给予记过处分, 解除李某某同学留校察看处分.
    [GeneratedRegex(@"(对|撤销|解除|给予|关于)(?<name>[\u4E00-\u9FFF]{2,4}?)(?<called>同学|同志|老师)[^，。；,\n]{0,12}?(留校察看|开除学籍|记大?过|严重警告|警告|降级|撤职)")]
    private static partial Regex Addressed();
}
