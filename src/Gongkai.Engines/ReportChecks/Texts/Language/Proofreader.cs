namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>Undoes slips of typing on trial, one at a time. Where the text then reads much likelier there was one.</summary>
internal sealed class Proofreader(LanguageModel model)
{
    // Longer words are no accident.
    private const int LongestDoubtful = 2;
    private const int Apart = 4;

    // Words that follow each other as likely as this leave no slip that much to gain.
    private const double Certain = 10.5;

    private readonly Lattice _lattice = new(model);
    private readonly Slips _slips = new(model);
    private readonly List<Slip> _possible = [];

    /// <summary>The slips in a text, of those that touch only the likeliest.</summary>
    public List<Correction> Read(string signs)
    {
        _lattice.Read(signs);
        var found = new List<Correction>();
        var starts = _lattice.Starts();
        var doubts = Doubts(signs, starts);
        for (var at = 0; at < signs.Length; at++)
        {
            if (Folding.IsHan(signs[at]) && ((doubts[starts[at]] > Certain && Length(starts, at) <= LongestDoubtful) || IsDoubled(signs, at))
                && (ReadAt(signs, at) ?? (IsAlone(starts, at) ? Completed(signs, starts, at) : null)) is { } correction)
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

    // For the beginning of every word how unlikely it is behind the word before it, and the next one behind it.
    private double[] Doubts(string signs, int[] starts)
    {
        var doubts = new double[signs.Length];
        var (word, before) = (WeightOf([Wording.Beginning]), -1);
        for (var at = 0; at < signs.Length; at += Length(starts, at))
        {
            var next = WeightOf(signs.AsSpan(at, Length(starts, at)));
            doubts[at] = -model.Likelihood(word, next);
            if (before >= 0)
            {
                doubts[before] += doubts[at];
            }

            (word, before) = (next, at);
        }

        return doubts;
    }

    private static bool IsAlone(int[] starts, int at) => at > 0 && at + 1 < starts.Length && starts[at] == at && starts[at + 1] != at;

    // What a lone character may be the rest of, between the words that stand beside it.
    private Correction? Completed(string signs, int[] starts, int at)
    {
        var before = model.Words.NumberOf(signs.AsSpan(starts[at - 1], at - starts[at - 1]));
        var behind = model.Words.NumberOf(signs.AsSpan(at + 1, Length(starts, at + 1)));
        return Best(signs, at, model.Omissions.Of(signs[at], before, behind));
    }

    private WordWeight WeightOf(ReadOnlySpan<char> word) => model.WeightOf(model.Words.NumberOf(word));

    private Correction? ReadAt(string signs, int at)
    {
        _slips.At(signs, at, _possible);
        return Best(signs, at, _possible);
    }

    private Correction? Best(string signs, int at, IEnumerable<Slip> slips)
    {
        Correction? best = null;
        foreach (var (removed, meant, least) in slips)
        {
            var change = _lattice.Weigh(at, removed, meant);
            if (change.Gain >= least && change.Gain > (best?.Gain ?? 0))
            {
                var right = $"{signs.AsSpan(0, at)}{meant}{signs.AsSpan(at + removed)}"[change.Start..change.End];
                best = new Correction(change.Start, right.Length + removed - meant.Length, at, right, change.Gain);
            }
        }

        return best;
    }
}
