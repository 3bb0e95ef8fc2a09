using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Texts.Schools;

/// <summary>The schools and colleges that a report names for a reason it gives: those it visits, helps or works with, the university that runs it, its own
/// colleges. Once the reason has been given, the name may stand anywhere.</summary>
internal sealed partial class OtherSchools
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private OtherSchools()
    {
    }

    public static OtherSchools Of(Reading reading, string own)
    {
        var others = new OtherSchools();
        var colleges = new Lazy<List<string>>(() => [.. Colleges().Matches(reading.Folded).Select(m => m.Value)]);
        foreach (var block in reading.Blocks.Where(b => b.Kind != BlockKind.Contents))
        {
            var text = block.Span.Of(reading.Folded);
            foreach (var (name, start) in reading.Schools.GetValueOrDefault(block.Span.Start, []))
            {
                if (OwnPlace.IsOnVisit(text, start) || OwnPlace.IsPartner(text, start) || IsParent(text, name, own) || IsCollege(colleges, name))
                {
                    others._names.Add(name);
                }
            }
        }

        return others;
    }

    /// <summary>Whether it is one of them, with whatever stands before it in the sentence that says so.</summary>
    public bool Names(string name) => _names.Any(n => n.EndsWith(name, StringComparison.Ordinal));

    // 沅溪文理学院由沅溪大学举办
    private static bool IsParent(string text, string name, string own) =>
        name.EndsWith("大学", StringComparison.Ordinal) && text.Contains($"{name}举办", StringComparison.Ordinal) && own.EndsWith("学院", StringComparison.Ordinal);

    // 设服装设计、纺织工程、数字商务三个二级学院
    private static bool IsCollege(Lazy<List<string>> colleges, string name) =>
        name.Length > 4 && name.EndsWith("学院", StringComparison.Ordinal) && colleges.Value.Exists(c => c.Contains(name[..^2], StringComparison.Ordinal));

    [GeneratedRegex(@"[\u4e00-\u9fa5]{2,12}(?:、[\u4e00-\u9fa5]{2,10})+(?:和[\u4e00-\u9fa5]{2,8})?[\d一二三四五六七八九十两]+个(?:二级)?学院", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Colleges();
}
