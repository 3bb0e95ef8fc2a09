namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>Undoes slips of typing on trial, one at a time: a character for another that sounds or looks alike, two that changed places,
/// one that was typed twice. What then reads much likelier was a slip.</summary>
internal sealed class Proofreader(LanguageModel model)
{
    // What lies further off hardly bears on how words divide here.
    private const int Reach = 5;

    // Longer words are no accident.
    private const int LongestDoubtful = 2;
    private const int LongestMeant = 4;

    // A word of two characters is easily made by accident, so it must be a common one.
    private const double CommonWord = 3e-6;
    private const double CommonCharacter = 5e-4;

    private const double GainOfAlike = 8;
    private const double GainOfTwins = 7;
    private const double GainOverCommon = 10;
    private const double GainOfSwap = 9;
    private const double GainOfDoubled = 8.5;

    private readonly Segmenter _segmenter = new(model);

    /// <summary>The slips in a text, of those that touch only the likeliest.</summary>
    public List<Correction> Read(string signs)
    {
        var found = new List<Correction>();
        var starts = _segmenter.Starts(signs, Wording.Beginning);
        for (var at = 0; at < signs.Length; at++)
        {
            if (Folding.IsHan(signs[at]) && Length(starts, at) <= LongestDoubtful && ReadAt(signs, at) is { } correction)
            {
                if (found.Count > 0 && correction.Place - found[^1].Place < LongestMeant)
                {
                    found[^1] = correction.Gain > found[^1].Gain ? correction : found[^1];
                }
                else
                {
                    found.Add(correction);
                }
            }
        }

        return found;
    }

    private static int Length(int[] starts, int at)
    {
        var end = at + 1;
        while (end < starts.Length && starts[end] == starts[at])
        {
            end++;
        }

        return end - starts[at];
    }

    private Correction? ReadAt(string signs, int at)
    {
        var (from, to) = (Math.Max(0, at - Reach), Math.Min(signs.Length, at + Reach + 1));
        var (before, behind) = (from == 0 ? Wording.Beginning : Mark(signs[from - 1]), to == signs.Length ? null : Mark(signs[to]));
        var window = signs[from..to];
        double? asWritten = null;
        Correction? best = null;
        foreach (var (meant, least) in Meant(window, at - from))
        {
            asWritten ??= _segmenter.Score(window, before, behind);
            var gain = _segmenter.Score(meant, before, behind) - asWritten.Value;
            if (gain >= least && gain > (best?.Gain ?? 0))
            {
                best = Describe(window, meant, from, at - from, before, gain);
            }
        }

        return best;
    }

    // Only marks say for certain what stands beside the window; a character there may be any part of a word.
    private static char? Mark(char sign) => Folding.IsHan(sign) ? null : sign;

    private IEnumerable<(string Meant, double Least)> Meant(string window, int at)
    {
        var written = window[at];
        foreach (var other in Confusables.Of(written))
        {
            var meant = $"{window[..at]}{other}{window[(at + 1)..]}";
            var areTwins = Confusables.AreTwins(written, other);
            if (MakesWord(meant, at) || (areTwins && model.IsCommon(model.Words.NumberOf([other]), CommonCharacter)))
            {
                yield return (meant, areTwins ? GainOfTwins : model.Words.ShareOf(model.Words.NumberOf([written])) > CommonCharacter ? GainOverCommon : GainOfAlike);
            }
        }

        if (at + 1 == window.Length || !Folding.IsHan(window[at + 1]))
        {
            yield break;
        }

        if (window[at + 1] == written)
        {
            yield return (window.Remove(at, 1), GainOfDoubled);
        }
        else if ($"{window[..at]}{window[at + 1]}{written}{window[(at + 2)..]}" is var swapped && (MakesWord(swapped, at) || MakesWord(swapped, at + 1)))
        {
            yield return (swapped, GainOfSwap);
        }
    }

    private bool MakesWord(string window, int at)
    {
        for (var start = Math.Max(0, at - LongestMeant + 1); start <= at; start++)
        {
            for (var end = Math.Max(at + 1, start + 2); end <= Math.Min(window.Length, start + LongestMeant); end++)
            {
                var word = model.Words.NumberOf(window.AsSpan(start, end - start));
                if (word != Vocabulary.Unknown && (end - start > 2 || model.IsCommon(word, CommonWord)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The words of what was meant that hold the place, and what is written instead of them.
    private Correction Describe(string window, string meant, int from, int at, char? before, double gain)
    {
        var starts = _segmenter.Starts(meant, before);
        var isSwap = meant.Length == window.Length && at + 1 < meant.Length && meant[at + 1] != window[at + 1];
        var start = starts[Math.Min(at, meant.Length - 1)];
        var last = isSwap ? at + 1 : Math.Min(at, meant.Length - 1);
        var end = last + 1;
        while (end < meant.Length && starts[end] == starts[last])
        {
            end++;
        }

        return new Correction(from + start, end - start + window.Length - meant.Length, from + at, meant[start..end], gain);
    }
}
