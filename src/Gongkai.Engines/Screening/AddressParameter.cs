using System.Buffers;

namespace Gongkai.Engines.Screening;

/// <summary>What the parameter of an address says that its value is: …?mobile=138… hands over a telephone.</summary>
internal static class AddressParameter
{
    private const int LongestName = 24;

    private static readonly SearchValues<char> Marks = SearchValues.Create("?&;/#%");
    private static readonly string[] Phones = ["mobile", "phone", "tel", "shouji", "sjh", "lxdh"];
    private static readonly string[] Cards = ["bankcard", "cardno", "card_no", "bankno", "yhkh"];

    /// <param name="before">What stands before the value, its = included, as it is or encoded.</param>
    public static LabelKind KindOf(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - LongestName)..];
        before = before.EndsWith("%3D", StringComparison.OrdinalIgnoreCase) ? before[..^3] : before is [.., '='] ? before[..^1] : default;
        var name = before[(before.LastIndexOfAny(Marks) + 1)..];
        return Holds(name, Phones) ? LabelKind.Phone : Holds(name, Cards) ? LabelKind.Bank : LabelKind.None;
    }

    private static bool Holds(ReadOnlySpan<char> name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
