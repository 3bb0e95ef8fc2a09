using System.Globalization;

namespace Gongkai.Web.Institutions;

/// <summary>Sorts people by name in pinyin: by the editable key where there is one (曾 as a surname is Zeng), else by the pinyin order that
/// Chinese collation knows, both in one alphabet.</summary>
public static class PinyinOrder
{
    // The first character of each letter in the collation's own order; no syllable begins with i, u or v.
    private static readonly (char Letter, string First)[] Initials =
    [
        ('A', "吖"), ('B', "八"), ('C', "嚓"), ('D', "咑"), ('E', "妸"), ('F', "发"), ('G', "旮"), ('H', "铪"), ('J', "丌"), ('K', "咔"), ('L', "垃"), ('M', "妈"),
        ('N', "拏"), ('O', "噢"), ('P', "妑"), ('Q', "七"), ('R', "呥"), ('S', "仨"), ('T', "他"), ('W', "屲"), ('X', "夕"), ('Y', "丫"), ('Z', "帀"),
    ];

    private static readonly StringComparer Collation = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), ignoreCase: true);

    /// <summary>Rows in the order of the people they speak of.</summary>
    public static List<T> Sort<T>(IEnumerable<T> rows, Func<T, Person> person) =>
        [.. rows.Select(row => (Row: row, Person: person(row)))
            .OrderBy(r => Initial(r.Person)).ThenBy(r => r.Person.PinyinKey.Length > 0 ? r.Person.PinyinKey : r.Person.Name, Collation).ThenBy(r => r.Person.UserName, StringComparer.Ordinal)
            .Select(r => r.Row)];

    /// <summary>The letter a person stands under.</summary>
    public static char Initial(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var text = person.PinyinKey.Length > 0 ? person.PinyinKey : person.Name;
        if (text.Length == 0 || char.IsAscii(text[0]))
        {
            return text.Length == 0 ? ' ' : char.ToUpperInvariant(text[0]);
        }

        var at = Array.FindLastIndex(Initials, i => Collation.Compare(i.First, text[..1]) <= 0);
        return at < 0 ? 'A' : Initials[at].Letter;
    }
}
