using System.Buffers;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Numbers written in boxes, a digit or a few in each.</summary>
internal static class NumberBoxes
{
    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789０１２３４５６７８９Xx");

    /// <summary>The boxes beside one another in a row that together hold somebody's number.</summary>
    /// <param name="cells">The cells of a row.</param>
    /// <param name="textOf">What a cell holds.</param>
    /// <param name="longest">How much a box can hold.</param>
    /// <param name="plan">Tells what is somebody's.</param>
    public static List<T> Of<T>(IEnumerable<T> cells, Func<T, string> textOf, int longest, MaskPlan plan)
    {
        var found = new List<T>();
        var boxes = new List<T>();
        foreach (var cell in cells)
        {
            if (textOf(cell).Trim() is { Length: > 0 } text && text.Length <= longest && !text.AsSpan().ContainsAnyExcept(Characters))
            {
                boxes.Add(cell);
                continue;
            }

            Take();
        }

        Take();
        return found;

        void Take()
        {
            var whole = string.Concat(boxes.Select(b => textOf(b).Trim()));
            if (boxes.Count > 1 && whole.Length is >= 11 and <= 19 && plan.ByWords(whole, LabelKind.Bank) != whole)
            {
                found.AddRange(boxes);
            }

            boxes.Clear();
        }
    }
}
