namespace Gongkai.Engines.Documents.Text;

/// <summary>What a style says of the colour of the text and of the ground under it.</summary>
/// <param name="Text">The colour of the text; null when the style does not say it.</param>
/// <param name="HasGround">Whether the style says anything of the ground.</param>
/// <param name="Ground">The colour of the ground; null when a picture or a gradient lies there.</param>
internal readonly record struct HtmlPaint(HtmlColour? Text, bool HasGround, HtmlColour? Ground)
{
    public static HtmlPaint Of(string style)
    {
        var paint = default(HtmlPaint);
        foreach (var declaration in style.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            var value = declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim();
            paint = declaration[..colon].Trim().ToUpperInvariant() switch
            {
                "COLOR" => paint with { Text = HtmlColour.Parse(value) ?? paint.Text },
                "BACKGROUND-COLOR" or "BACKGROUND" or "BACKGROUND-IMAGE" => paint.WithGround(value),
                _ => paint,
            };
        }

        return paint;
    }

    /// <summary>The same with what another style says over it.</summary>
    public HtmlPaint Under(HtmlPaint over) =>
        new(over.Text ?? Text, HasGround || over.HasGround, over.HasGround ? over.Ground : Ground);

    // A colour may stand among other words: #1f4e79 url(a.png) no-repeat.
    private HtmlPaint WithGround(string value)
    {
        if (value.Contains("url(", StringComparison.OrdinalIgnoreCase) || value.Contains("gradient", StringComparison.OrdinalIgnoreCase) || value.Contains("var(", StringComparison.OrdinalIgnoreCase))
        {
            return this with { HasGround = true, Ground = null };
        }

        var close = value.LastIndexOf(')');
        var words = close > 0 ? [value[..(close + 1)]] : value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
        {
            if (HtmlColour.Parse(word) is { } colour)
            {
                // Half seen through, nobody knows here what shows.
                return colour.Strength == 0 ? this : this with { HasGround = true, Ground = colour.Strength < 1 ? null : colour };
            }
        }

        return value is "none" or "inherit" or "initial" or "unset" or "0" or "0 0" or "" ? this : this with { HasGround = true, Ground = null };
    }
}
