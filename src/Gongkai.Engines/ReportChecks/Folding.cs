using System.Buffers;

namespace Gongkai.Engines.ReportChecks;

/// <summary>Folds the forms a character can have (full-width digits, brackets, blanks) into one, character by character, so that
/// places in the folded text are places in the text.</summary>
internal static class Folding
{
    // 捌拾陆万元, 叁、: the numerals of money and of old headings. One alone may as well be a name: 大陆.
    private const string Capitals = "壹贰叁肆伍陆柒捌玖拾佰仟";
    private const string Plain = "一二三四五六七八九十百千";

    private static readonly SearchValues<char> CapitalSigns = SearchValues.Create(Capitals);

    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            folded[i] = CapitalSigns.Contains(source[i]) && IsNumeral(source, i) ? Plain[Capitals.IndexOf(source[i], StringComparison.Ordinal)] : Fold(source[i]);
        }
    });

    private static bool IsNumeral(string text, int at) =>
        (at > 0 && CapitalSigns.Contains(text[at - 1])) || (at + 1 < text.Length && (CapitalSigns.Contains(text[at + 1]) || (text[at + 1] == '、' && (at == 0 || text[at - 1] is '\n' or '\r'))));

    public static char Fold(char c) => c switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => (char)(c - 0xFEE0),
        '％' or '﹪' => '%',
        '（' or '﹙' => '(',
        '）' or '﹚' => ')',
        '：' or '﹕' or '︰' => ':',
        '；' or '﹔' => ';',
        '．' => '.',
        '＋' => '+',
        '？' => '?',
        '＿' => '_',
        '／' => '/',
        '\u3000' or '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\u202F' or '\uFEFF' => ' ',
        '﹑' => '、',
        '﹐' => '，',
        _ => c,
    };

    /// <summary>Whether a character is a Chinese one.</summary>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇';
}
