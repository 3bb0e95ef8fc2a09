using System.Text.RegularExpressions;

namespace Gongkai.Engines.Screening;

/// <summary>Finds mail addresses at providers that serve anybody, also written li(at)outlook.com or li @ qq.com.</summary>
internal static partial class MailAddresses
{
    private const int LongestName = 64;

    private static readonly string[] Patterns = ["name", "username", "yourname", "your.name", "example", "someone", "xxx", "xxxx", "xxxxx"];

    public static void Find(string text, List<Hit> hits)
    {
        foreach (var at in At().EnumerateMatches(text))
        {
            var end = at.Index;
            var start = end;
            while (start > 0 && end - start < LongestName && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+'))
            {
                start--;
            }

            var domain = Freemail().Match(text, at.Index + at.Length);
            if (start < end && domain.Success && !Patterns.Contains(text[start..end], StringComparer.OrdinalIgnoreCase))
            {
                hits.RemoveAll(h => h.Start >= start && h.Start < end && h.Code != "text.wrong-word");
                hits.Add(new Hit("pii.personal-email", start, domain.Index + domain.Length - start));
            }
        }
    }

    [GeneratedRegex(@"[ \u3000]{0,2}(@|[(\[（【] ?at ?[)\]）】])[ \u3000]{0,2}", RegexOptions.IgnoreCase)]
    private static partial Regex At();

    [GeneratedRegex(@"\G(vip\.)?(qq|163|126|139|189|188|wo|yeah|sina|sohu|tom|21cn|foxmail|gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo|ymail|aol|gmx|naver|hanmail|daum|yandex|zoho|aliyun|263|eyou|protonmail|proton|tutanota|mail|88|sogou)\.(com\.cn|com\.hk|com\.tw|com\.sg|co\.jp|co\.uk|co\.kr|com|net|cn|me|ru|de|fr)(?![A-Za-z0-9.\-]*[A-Za-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Freemail();
}
