using System.Text.Json;

namespace Gongkai.Engines.Screening;

/// <summary>Brings the forms of a character that words are looked up by into one: traditional characters become simplified ones, letters and
/// digits of full width plain ones. Character by character, so that a place in the one text is a place in the other.</summary>
internal static class Simplified
{
    private static readonly char[] Folded = Load();

    /// <summary>Every character that has another form.</summary>
    public static IEnumerable<char> Characters => Enumerable.Range(0, Folded.Length).Where(c => Folded[c] != c).Select(c => (char)c);

    /// <summary>The same characters, and all that become one of them.</summary>
    public static string WithOtherForms(string characters) => characters + string.Concat(Characters.Where(c => characters.Contains(Folded[c], StringComparison.Ordinal)));

    /// <summary>The same text, of the same length; the text itself when nothing in it has another form.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAnyFolded() ? string.Create(text.Length, text, static (into, from) => Fold(from, into)) : text;

    /// <summary>The head of a column without the blanks that only spread its characters: 學　號 is 学号.</summary>
    /// <returns>The length of what was written; -1 when the head is in order as it is.</returns>
    public static int OfHead(ReadOnlySpan<char> head, Span<char> into)
    {
        if (!head.ContainsAnyFolded() && head.IndexOfAny(" \u3000\u00A0\n") < 0)
        {
            return -1;
        }

        var length = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (!char.IsWhiteSpace(head[i]) || !IsHan(length > 0 ? into[length - 1] : ' ') || !IsHan(head[i..].TrimStart() is [var next, ..] ? next : ' '))
            {
                into[length++] = Folded[head[i]];
            }
        }

        return length;
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static bool ContainsAnyFolded(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (Folded[c] != c)
            {
                return true;
            }
        }

        return false;
    }

    private static void Fold(ReadOnlySpan<char> text, Span<char> into)
    {
        for (var i = 0; i < text.Length; i++)
        {
            into[i] = Folded[text[i]];
        }
    }

    private static char[] Load()
    {
        var folded = new char[char.MaxValue + 1];
        for (var c = 0; c < folded.Length; c++)
        {
            folded[c] = c is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') or '＠' or '．' or '＿' ? (char)(c - 0xFEE0) : (char)c;
        }

        using var stream = typeof(Simplified).Assembly.GetManifestResourceStream("folding.data.json")!;
        using var data = JsonDocument.Parse(stream);
        foreach (var line in data.RootElement.GetProperty("pairs").EnumerateArray().Select(l => l.GetString()!))
        {
            for (var i = 0; i < line.Length; i += 2)
            {
                folded[line[i]] = line[i + 1];
            }
        }

        return folded;
    }
}
