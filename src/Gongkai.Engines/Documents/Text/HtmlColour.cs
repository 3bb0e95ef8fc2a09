using System.Globalization;

namespace Gongkai.Engines.Documents.Text;

/// <summary>A colour of a page. One that lets the ground through has no strength.</summary>
internal readonly record struct HtmlColour(int Red, int Green, int Blue, double Strength = 1)
{
    // No eye tells #FFFFFF from #FDFDFD.
    private const int Nearest = 8;

    private static readonly Dictionary<string, int> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["white"] = 0xFFFFFF,
        ["black"] = 0x000000,
        ["red"] = 0xFF0000,
        ["green"] = 0x008000,
        ["lime"] = 0x00FF00,
        ["blue"] = 0x0000FF,
        ["yellow"] = 0xFFFF00,
        ["gray"] = 0x808080,
        ["grey"] = 0x808080,
        ["silver"] = 0xC0C0C0,
        ["navy"] = 0x000080,
        ["maroon"] = 0x800000,
        ["purple"] = 0x800080,
        ["teal"] = 0x008080,
        ["olive"] = 0x808000,
        ["aqua"] = 0x00FFFF,
        ["cyan"] = 0x00FFFF,
        ["fuchsia"] = 0xFF00FF,
        ["magenta"] = 0xFF00FF,
        ["orange"] = 0xFFA500,
        ["pink"] = 0xFFC0CB,
        ["lightgray"] = 0xD3D3D3,
        ["lightgrey"] = 0xD3D3D3,
        ["whitesmoke"] = 0xF5F5F5,
        ["snow"] = 0xFFFAFA,
        ["ivory"] = 0xFFFFF0,
        ["darkred"] = 0x8B0000,
        ["brown"] = 0xA52A2A,
    };

    public static HtmlColour White { get; } = new(255, 255, 255);

    public bool IsNear(HtmlColour other) =>
        Math.Abs(Red - other.Red) <= Nearest && Math.Abs(Green - other.Green) <= Nearest && Math.Abs(Blue - other.Blue) <= Nearest;

    /// <summary>A colour as a style or an attribute writes it; null for what is none or is not known here.</summary>
    public static HtmlColour? Parse(string text)
    {
        var value = text.Trim();
        if (Names.TryGetValue(value, out var named))
        {
            return Of(named);
        }

        if (value.Equals("transparent", StringComparison.OrdinalIgnoreCase))
        {
            return new HtmlColour(0, 0, 0, 0);
        }

        return value.StartsWith('#') ? ParseHex(value[1..]) : value.StartsWith("rgb", StringComparison.OrdinalIgnoreCase) ? ParseRgb(value) : null;
    }

    // #fff, #ffff, #ffffff, #ffffffff.
    private static HtmlColour? ParseHex(string digits)
    {
        var whole = digits.Length is 3 or 4 ? string.Concat(digits.Select(d => $"{d}{d}")) : digits;
        if (whole.Length is not (6 or 8) || !uint.TryParse(whole, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return whole.Length == 6 ? Of((int)number) : Of((int)(number >> 8)) with { Strength = (number & 0xFF) / 255d };
    }

    // rgb(192, 0, 0), rgb(192 0 0), rgba(192, 0, 0, 0.5), rgb(192 0 0 / 50%).
    private static HtmlColour? ParseRgb(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var parts = text[(open + 1)..].Split([',', ' ', '/', ')'], StringSplitOptions.RemoveEmptyEntries);
        if (open < 0 || parts.Length is not (3 or 4))
        {
            return null;
        }

        var numbers = new double[4];
        numbers[3] = 1;
        for (var i = 0; i < parts.Length; i++)
        {
            var isShare = parts[i].EndsWith('%');
            if (!double.TryParse(parts[i].TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            {
                return null;
            }

            numbers[i] = !isShare ? number : i < 3 ? number * 2.55 : number / 100;
        }

        return new HtmlColour(Channel(numbers[0]), Channel(numbers[1]), Channel(numbers[2]), numbers[3]);
    }

    private static int Channel(double number) => (int)Math.Round(Math.Clamp(number, 0, 255));

    private static HtmlColour Of(int number) => new(number >> 16, (number >> 8) & 0xFF, number & 0xFF);
}
