namespace Gongkai.Engines.Documents.Ofd;

/// <summary>Colours as OFD writes them: <c>255 255 255</c>, or one number for a grey.</summary>
internal static class OfdColor
{
    public static bool IsWhite(string? value) => Parts(value) is { Length: 3 } parts && parts.All(p => p >= 250);

    /// <summary>Black, white or between them.</summary>
    public static bool IsGrey(string? value) => Parts(value) is { Length: 1 or 3 } parts && parts.Max() - parts.Min() <= 25;

    private static int[]? Parts(string? value)
    {
        var words = value?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var parts = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (!int.TryParse(words[i].TrimStart('#'), out parts[i]))
            {
                return null;
            }
        }

        return parts;
    }
}
