namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>Undoes slips of typing on trial, one at a time. Where the text then reads much likelier there was one.</summary>
internal sealed class Proofreader(LanguageModel model)
{
    // What lies further off hardly bears on how words divide here.
    private const int Reach = 5;

    // Longer words are no accident.
    private const int LongestDoubtful = 2;
    private const int Apart = 4;

    // Words that follow each other as likely as this leave no slip that much to gain.
    private const double Certain = 10.5;

    private readonly Segmenter _segmenter = new(model);
    private readonly Slips _slips = new(model);

    /// <summary>The slips in a text, of those that touch only the likeliest.</summary>
    public List<Correction> Read(string signs)
    {
        var found = new List<Correction>();
        var starts = _segmenter.Starts(signs, Wording.Beginning);
        var doubts = Doubts(signs, starts);
        for (var at = 0; at < signs.Length; at++)
        {
            if (Folding.IsHan(signs[at]) && ((Length(starts, at) <= LongestDoubtful && doubts[starts[at]] > Certain) || IsDoubled(signs, at)) && ReadAt(signs, at) is { } correction)
            {
                if (found.Count > 0 && correction.Place - found[^1].Place < Apart)
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

    // For the beginning of every word how unlikely it is behind the word before it, and the next one behind it.
    private double[] Doubts(string signs, int[] starts)
    {
        var doubts = new double[signs.Length];
        var (word, before) = (model.Words.NumberOf([Wording.Beginning]), -1);
        for (var at = 0; at < signs.Length; at += Length(starts, at))
        {
            var next = model.Words.NumberOf(signs.AsSpan(at, Length(starts, at)));
            doubts[at] = -model.Likelihood(word, next, !Folding.IsHan(signs[at]));
            if (before >= 0)
            {
                doubts[before] += doubts[at];
            }

            (word, before) = (next, at);
        }

        return doubts;
    }

    private static bool IsDoubled(string signs, int at) => at + 1 < signs.Length && signs[at + 1] == signs[at];

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
        foreach (var (meant, least) in _slips.Undone(window, at - from))
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
