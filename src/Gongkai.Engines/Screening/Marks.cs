using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Finds marks of secrecy, marks that ask for discretion, and words that are wrong.</summary>
internal sealed partial class Marks
{
    private static readonly string[] PlainSoftMarks =
        ["会后收回", "会议结束后收回", "会后交回", "会后请收回", "会后统一收回", "用毕收回", "限校内", "此件不对外公开", "此材料不公开", "不得对外公开", "请勿对外公布", "不得对外公布", "不得擅自公开", "不得翻拍", "禁止外传", "严禁扩散", "严禁公开", "仅供内部", "阅后收回", "用后收回", "会后退回", "阅后即焚", "不得外传", "请勿外传", "严禁外传", "勿外传", "不得扩散", "请勿扩散", "严禁复制", "严禁翻印", "不得翻印", "不得复印", "未经批准不得公开", "未经允许不得公开", "此件不公开", "此件不予公开", "此件依申请公开", "不得公开传播", "不得上网", "请注意保密", "注意保密", "内部掌握", "限内部", "传阅后请退回", "阅后请退回", "传阅后退回", "阅后退回", "阅后请收回", "请勿外泄", "不得外泄", "严禁外泄", "请勿公开", "请勿上网", "请勿传播"];

    private static readonly string[] EnglishMarks =
        ["For internal use only", "Internal use only", "For official use only", "Not for distribution", "Not for circulation", "Do not distribute", "Do not circulate", "Strictly confidential", "Private and confidential"];

    private static readonly string[] StandingSoftMarks =
        ["内部资料", "内部文件", "内部材料", "内部参考", "内部传阅", "内部交流", "内部讨论稿", "内部版", "不对外公开", "暂不公开", "内部使用", "内部参阅", "内部刊物", "内部发行", "内参", "注意保存", "注意保管", "妥善保管", "工作秘密", "商业秘密", "敏感", "内部", "送审稿", "讨论稿", "内部稿", "不予公开", "不公开", "依申请公开", "秘密级", .. EnglishMarks, .. EnglishMarks.Select(m => m.ToUpperInvariant()), .. EnglishMarks.Select(CultureInfo.InvariantCulture.TextInfo.ToTitleCase)];

    // What may stand around a mark on a line of its own.
    private const string Borders = " \u3000\t★☆*：:。！!【】[]（）()〔〕\"“”";
    private static readonly SearchValues<char> BorderMarks = SearchValues.Create(Borders);

    private readonly FrozenSet<string> _plainMarks;
    private readonly FrozenSet<string> _ownMarks;
    private readonly WordIndex _soft;
    private readonly WordIndex _wrong;

    public Marks(ScreeningProfile profile)
    {
        _plainMarks = PlainSoftMarks.ToFrozenSet();
        _ownMarks = profile.SoftMarks.ToFrozenSet();
        _soft = new WordIndex([.. PlainSoftMarks, .. StandingSoftMarks, .. profile.SoftMarks]);
        _wrong = new WordIndex(profile.WrongWords.Keys);
        Gate = new TextGate([.. PlainSoftMarks, .. StandingSoftMarks, .. profile.SoftMarks], profile.WrongWords.Keys, PersonalWords.Triggers);
    }

    /// <summary>Tells at a glance which texts are worth a closer look.</summary>
    public TextGate Gate { get; }

    /// <param name="text">The text of a paragraph, page or cell.</param>
    /// <param name="line">How many lines of text came before it in the document.</param>
    /// <param name="signs">What the gate saw in the text.</param>
    /// <param name="hits">Takes what is found.</param>
    public void Find(string text, int line, Signs signs, List<Hit> hits)
    {
        if ((signs & Signs.Secret) != 0)
        {
            FindSecrecy(text, line, hits);
        }

        if ((signs & Signs.Discretion) != 0)
        {
            FindDiscretion(text, line, hits);
        }

    }

    private void FindDiscretion(string text, int line, List<Hit> hits)
    {
        for (var next = _soft.Next(text, 0); next is var (at, word); next = _soft.Next(text, at + word.Length))
        {
            if (_ownMarks.Contains(word) || (_plainMarks.Contains(word) ? MarkWords.IsOfThisText(text, at, word) : StandsAlone(text, at, word, line)))
            {
                hits.Add(new Hit("secrecy.soft-mark", at, word.Length, word));
            }
        }
    }

    public void FindWrongWords(string text, List<Hit> hits)
    {
        for (var next = _wrong.Next(text, 0); next is var (at, word); next = _wrong.Next(text, at + word.Length))
        {
            hits.Add(new Hit("text.wrong-word", at, word.Length, word));
        }
    }

    private static void FindSecrecy(string text, int line, List<Hit> hits)
    {
        foreach (var match in Starred().Matches(text).Where(m => !MarkWords.IsQuoted(text, m.Index, m.Index + m.Length)))
        {
            hits.Add(new Hit("secrecy.mark", match.Index, match.Length, Level(match)));
        }

        // A bare level is a mark only where marks stand: alone on a line, at the head of the document.
        if (line < 10 && text.Length <= 4000)
        {
            var number = line;
            foreach (var range in text.AsSpan().Split('\n'))
            {
                if (number++ >= 10)
                {
                    return;
                }

                var match = Bare().Match(text[range]);
                if (match.Success && !hits.Exists(h => h.Code == "secrecy.mark"))
                {
                    hits.Add(new Hit("secrecy.mark", range.Start.Value + match.Groups["level"].Index, match.Groups["level"].Length, Level(match)));
                }
            }
        }
    }

    private static string Level(Match match) => match.Groups["level"].Value.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal);

    // In brackets, or a line of its own: prose about such papers is no mark.
    private static bool StandsAlone(string text, int at, string word, int line)
    {
        var left = at > 0 ? text[at - 1] : ' ';
        var right = at + word.Length < text.Length ? text[at + word.Length] : ' ';
        var isBracketed = left is '（' or '(' or '【' or '[' or '〔' or '［' && (right is '）' or ')' or '】' or ']' or '〕' or '］' or '，' or '、' or ' ' or '★');
        if (!isBracketed && !IsBorder(left) && !IsBorder(right))
        {
            return false;
        }

        var start = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var stop = text.IndexOf('\n', at);
        var all = text.AsSpan(start, (stop < 0 ? text.Length : stop) - start).Trim(Borders);
        var isDraft = word is "送审稿" or "讨论稿";
        var isCited = at + word.Length + 1 < text.Length && text[at + word.Length + 1] == '》';
        return isCited && isBracketed ? false
            : isDraft ? isBracketed && line < 10
            : word is "敏感" or "商业秘密" or "内部" or "不公开" or "不予公开" or "依申请公开" or "工作秘密" or "秘密级" ? all.SequenceEqual(word) || MarkWords.IsOpenness(text, at, word) || (isBracketed && word is not ("敏感" or "商业秘密" or "依申请公开" or "不予公开" or "不公开"))
            : isBracketed || (all.Length <= word.Length + 9 && (all.StartsWith(word) || all.EndsWith(word)) && IsMarkLine(all));
    }

    private static bool IsBorder(char c) => c == '\n' || BorderMarks.Contains(c);

    // 内部资料 注意保存 is a mark; 内部资料管理办法 is a title.
    private static bool IsMarkLine(ReadOnlySpan<char> line)
    {
        foreach (var ending in (ReadOnlySpan<string>)["办法", "规定", "制度", "管理", "通知", "情况", "细则", "工作", "的", "清单", "目录"])
        {
            if (line.EndsWith(ending))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"(?<![国家商业个人工作保守军事\u4E00-\u9FFF])(?<level>(绝|机|秘)[ \u3000]{0,6}密)([ \u3000]{0,6}[★☆⭐＊*✩✭⭑]|[】\])）］〕][ \u3000]{0,2}[★☆⭐])[ \u3000]{0,6}(?<term>长期|(\d{1,3}|[一二三四五六七八九十]{1,3})[ \u3000]{0,6}(年|个月|月|日|天)|[^\s，。]{2,14}?(前|后|时))?|(?<=^|[\s（(【\[：:])(?<level>(绝|机|秘)[ \u3000]{0,6}密)[ \u3000]{0,6}[★☆⭐＊*✩✭⭑]?[ \u3000]{0,6}(?<term>\d{1,3}[ \u3000]{0,6}年)(?!度)")]
    private static partial Regex Starred();

    [GeneratedRegex(@"^[\s\u3000【\[（(]*((密\s{0,6}级|保密等级|密\s{0,6}别)\s{0,6}[:：]\s{0,6})?(?<level>(绝|机|秘)[ \u3000]{0,6}密)(级)?[\s\u3000】\])）]*$")]
    private static partial Regex Bare();
}
