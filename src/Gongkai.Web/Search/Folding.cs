using System.Text.Json;

namespace Gongkai.Web.Search;

/// <summary>Folds the forms a character can have into one: full width, case, traditional and simplified. Character by character, so that places in the folded
/// text are places in the text.</summary>
internal static class Folding
{
    private static readonly char[] Folded = Load();

    public static char Fold(char c) => Folded[c];

    private static char[] Load()
    {
        var folded = new char[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
        {
            folded[c] = Narrow((char)c);
        }

        using var stream = typeof(Engines.Screening.Screener).Assembly.GetManifestResourceStream("folding.data.json")!;
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

    private static char Narrow(char c) => char.ToLowerInvariant(c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        '〇' or '○' or '◯' => '零',
        _ => c,
    });
}
