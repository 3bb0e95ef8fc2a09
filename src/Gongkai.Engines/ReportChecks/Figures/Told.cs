using System.Text.RegularExpressions;

namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>What a number of the text allows the exact one to be: 近600 is not more than 600, 2.6万余 is from 26000 up to 27000, 1.53亿 is rounded to its last digit.</summary>
internal sealed partial record Told(decimal Least, decimal Greatest)
{
    private const int Words = 4;
    private const decimal About = 0.06m;
    private const decimal Nearly = 0.15m;

    /// <summary>The numbers that fit a figure, by the words around it.</summary>
    public static Told Of(FigureLine line, Figure figure)
    {
        var (before, said) = (line.Before(figure, Words), line.Said(figure));
        var step = Step(said);
        return !figure.Approximate ? new Told(figure.Value - step, figure.Value + step)
            : Nearing().IsMatch(before) ? new Told(figure.Value * (1 - Nearly), figure.Value)
            : Exceeding().IsMatch(before) || More().IsMatch(said) ? new Told(figure.Value, figure.Value + Math.Max(step, figure.Value * About))
            : new Told(figure.Value * (1 - About), figure.Value * (1 + About));
    }

    /// <summary>Whether an exact number may be told so.</summary>
    public bool Agrees(decimal exact) => exact >= Least && exact <= Greatest;

    /// <summary>What the last digit of a number in units of ten thousand stands for; nothing for one that is written out.</summary>
    public static decimal Step(string said)
    {
        var scale = said.Contains('亿', StringComparison.Ordinal) ? 100_000_000m : said.Contains('万', StringComparison.Ordinal) ? 10_000m : 0m;
        var point = said.IndexOf('.');
        for (var at = point + 1; point >= 0 && at < said.Length && char.IsAsciiDigit(said[at]); at++)
        {
            scale /= 10;
        }

        return scale;
    }

    [GeneratedRegex(@"(?:近|接近|将近|不足|不到)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Nearing();

    [GeneratedRegex(@"(?:超|超过|逾|突破|至少|不少于)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Exceeding();

    [GeneratedRegex(@"[余多]|以上|有余", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex More();
}
