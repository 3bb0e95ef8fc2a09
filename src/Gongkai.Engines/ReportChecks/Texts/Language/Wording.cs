namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>A stretch of text as the language model reads it: every Chinese character by itself, a number, a mark or a foreign word as
/// one sign, blanks left out.</summary>
internal sealed class Wording
{
    public const char Beginning = '^';

    /// <summary>All signs that stand for no character.</summary>
    public const string Marks = "^#*，。、；：（）《》“”";

    private const char Number = '#';
    private const char Foreign = '*';

    private readonly int[] _places;

    private Wording(string signs, int[] places)
    {
        Signs = signs;
        _places = places;
    }

    /// <summary>The signs.</summary>
    public string Signs { get; }

    /// <summary>Where in the text a sign stands.</summary>
    public int PlaceOf(int sign) => _places[sign];

    public static Wording Of(string folded, TextSpan span)
    {
        var signs = new List<char>(span.Length);
        var places = new List<int>(span.Length);
        for (var at = span.Start; at < span.End; at++)
        {
            var sign = SignOf(folded[at]);
            if (sign is { } s && !(s is Number or Foreign && signs.Count > 0 && signs[^1] == s && places[^1] == at - 1))
            {
                signs.Add(s);
                places.Add(at);
            }
            else if (sign is not null)
            {
                places[^1] = at;
            }
        }

        return new Wording(string.Concat(signs), [.. places]);
    }

    private static char? SignOf(char c) => c switch
    {
        _ when Folding.IsHan(c) && c != '〇' => c,
        '〇' or (>= '0' and <= '9') or '.' or '%' => Number,
        '\n' or '\t' => Beginning,
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '(' => '（',
        ')' => '）',
        '，' or '。' or '、' or '《' or '》' or '“' or '”' => c,
        _ when char.IsWhiteSpace(c) => null,
        _ => Foreign,
    };
}
