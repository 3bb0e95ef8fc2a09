using System.Buffers;
using System.Text.RegularExpressions;
using Gongkai.Engines.ReportChecks.Texts.Language;

namespace Gongkai.Engines.ReportChecks.Texts.Schools;

/// <summary>Finds the short names that schools go by, of their place and their kind: 河科大, 东北财大, “华师小喇叭”, and 鲁大校字 in the number of a document.</summary>
internal static class ShortNames
{
    private const double CommonWord = 5e-6;

    private static readonly Data Loaded = DataFile.Read<Data>("short-names.data.json");
    private static readonly string Places = string.Join('|', Loaded.Places);
    private static readonly string Kinds = string.Join('|', Loaded.Kinds.OrderByDescending(k => k.Length));

    private static readonly Regex Plain = Of($"(?<name>(?:{Places}|[{Loaded.Abbreviations}])(?:{Kinds}))");
    private static readonly Regex Unknown = Of($"(?<![\\u4e00-\\u9fa5])(?:致|在|由)?(?<name>(?<head>[\\u4e00-\\u9fa5]{{2}})(?:{Kinds}))");
    private static readonly Regex Quoted = Of($"“(?:掌上|阳光|微|云上|智慧)?(?<name>(?:{Places}|[\\u4e00-\\u9fa5])(?:{string.Join('|', Loaded.InQuotes)}))(?=(?:{string.Join('|', Loaded.Media)}))");
    private static readonly Regex Called = Of("(?<=[大院校]\\((?:以下)?简称:?“)(?<name>[\\u4e00-\\u9fa5]{2,5}(?<=[大院专工]))(?=”)");
    private static readonly Regex Issuer = Of("(?<=[(，。；;、》\\s])(?<name>(?!人大)[\\u4e00-\\u9fa5]{1,3}(?:大|院|师|职))(?=(?:校|党|行|办|教|财|人|科|学|纪)[\\u4e00-\\u9fa5]{0,3}〔(?:19|20)\\d\\d〕)");

    // Nearly every paragraph is done with when it has been looked through for what each form must have.
    private static readonly (SearchValues<string> Signs, Regex Form)[] Forms =
    [
        (Signs([.. Loaded.Kinds]), Plain),
        (Signs([.. Loaded.Kinds]), Unknown),
        (Signs("“"), Quoted),
        (Signs("简称"), Called),
        (Signs("〔"), Issuer),
    ];

    private static readonly HashSet<string> Authorities = [.. Loaded.Authorities];

    public static bool IsAuthority(string label) => Authorities.Contains(label);

    /// <summary>The short names in a paragraph that are not the school's own.</summary>
    public static IEnumerable<(string Name, int Start)> Foreign(string text, string own)
    {
        foreach (var (_, form) in Forms.Where(f => text.AsSpan().ContainsAny(f.Signs)))
        {
            foreach (Match match in form.Matches(text))
            {
                var name = match.Groups["name"];
                if ((form == Issuer || IsName(text, match, name)) && !IsOwn(text, name, own))
                {
                    yield return (name.Value, name.Index);
                }
            }
        }
    }

    /// <summary>Whether the characters of a name stand in the full one in their order: 岭南师大, 岭南师范大学.</summary>
    public static bool IsShortFor(string name, string own)
    {
        var at = 0;
        foreach (var c in own)
        {
            at += at < name.Length && name[at] == c ? 1 : 0;
        }

        return at == name.Length;
    }

    // 海大 of 威屿海大: with what stands before it the name may be the own one after all.
    private static bool IsOwn(string text, Group name, string own)
    {
        for (var start = name.Index; start >= Math.Max(0, name.Index - 3); start--)
        {
            if (IsShortFor(text[start..(name.Index + name.Length)], own) && (start < name.Index || name.Length > 1))
            {
                return true;
            }
        }

        return false;
    }

    // In 教职工大会 and 上海大学 the characters belong to other words; so they do where a head of two characters is a word.
    private static bool IsName(string text, Match match, Group name)
    {
        var end = name.Index + name.Length;
        return !(end < text.Length && (text[end] == '学' || IsWord(text.AsSpan(end - 1, 2))))
            && !(name.Index > 0 && !match.Value.StartsWith('“') && IsWord(text.AsSpan(name.Index - 1, 2)))
            && !IsWord(match.Groups["head"].ValueSpan) && !IsWord(name.ValueSpan);
    }

    private static bool IsWord(ReadOnlySpan<char> characters) =>
        LanguageModel.Shared.Words.NumberOf(characters) is not Vocabulary.Unknown and var word && LanguageModel.Shared.IsCommon(word, CommonWord);

    private static SearchValues<string> Signs(params string[] signs) => SearchValues.Create(signs, StringComparison.Ordinal);

    private static Regex Of(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private sealed record Data(List<string> Places, string Abbreviations, List<string> Kinds, List<string> InQuotes, List<string> Media, List<string> Authorities);
}
