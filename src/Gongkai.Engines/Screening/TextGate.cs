using System.Runtime.CompilerServices;

namespace Gongkai.Engines.Screening;

/// <summary>What a text holds at a glance.</summary>
[Flags]
internal enum Signs : ushort
{
    None = 0,
    Digit = 1,
    At = 2,

    /// <summary>Two marks of masking side by side, or one behind a digit.</summary>
    Mask = 4,

    /// <summary>What may be the beginning of a mark of discretion.</summary>
    Discretion = 8,

    /// <summary>The character 密.</summary>
    Secret = 16,

    /// <summary>Two digits side by side that are no plain ones.</summary>
    Odd = 32,

    /// <summary>What may be the beginning of a word that betrays personal data.</summary>
    Trigger = 64,

    /// <summary>What may be the beginning of a wrong word.</summary>
    Wrong = 128,

    /// <summary>A character that has a simplified or a plain form.</summary>
    Form = 256,
}

/// <summary>One look at every character of a text, to spare almost all texts the slower ones. It may say yes where there is nothing,
/// never no where there is something.</summary>
internal sealed class TextGate
{
    /// <summary>Words known by what stands before their second character: to stop at every comma would cost more than to look back from every 住.</summary>
    public static readonly string[] LookedBack = ["，住", ",住"];

    private const Signs Words = Signs.Discretion | Signs.Wrong | Signs.Trigger;

    private readonly Signs[] _signs = new Signs[char.MaxValue + 1];
    private readonly Signs[] _pairs = new Signs[1 << 16];
    private readonly Signs[] _triples = new Signs[1 << 16];

    public TextGate(IEnumerable<string> marks, IEnumerable<string> wrongWords, IEnumerable<string> triggers)
    {
        for (var digit = 0; digit < 10; digit++)
        {
            _signs['0' + digit] = Signs.Digit;
            _signs['０' + digit] = Signs.Digit;
        }

        foreach (var character in Simplified.Characters)
        {
            _signs[character] |= Signs.Form;
        }

        foreach (var odd in OddDigits.Characters)
        {
            _signs[odd] |= Signs.Odd;
        }

        // The second half of a bold digit.
        for (var low = '\uDFCE'; low <= '\uDFFF'; low++)
        {
            _signs[low] |= Signs.Odd;
        }

        foreach (var mark in MaskedNumber.MarkCharacters)
        {
            _signs[mark] |= Signs.Mask;
        }

        _signs['@'] |= Signs.At;
        _signs['＠'] |= Signs.At;
        _signs['密'] |= Signs.Secret;
        Add(marks, Signs.Discretion);
        Add(wrongWords, Signs.Wrong);
        Add(triggers, Signs.Trigger);
    }

    private void Add(IEnumerable<string> words, Signs sign)
    {
        // A digit is counted and never begins a word; what goes on behind one is looked back from.
        foreach (var word in words.Where(w => !char.IsAsciiDigit(w[0])))
        {
            _signs[word[0]] |= sign;
            if (word.Length == 2)
            {
                _pairs[Pair(word[0], word[1])] |= sign;
            }
            else
            {
                _triples[Triple(word[0], word[1], word[2])] |= sign;
            }
        }
    }

    /// <param name="text">The text.</param>
    /// <param name="digits">How many digits it has.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Signs Look(ReadOnlySpan<char> text, out int digits)
    {
        var all = Signs.None;
        var count = 0;
        var signs = _signs;
        for (var i = 0; i < text.Length; i++)
        {
            var sign = signs[text[i]];
            if (sign == Signs.None)
            {
                continue;
            }

            if (sign == Signs.Digit)
            {
                count++;
                continue;
            }

            all |= sign & (Signs.At | Signs.Secret | Signs.Form);
            count += (sign & Signs.Digit) != 0 ? 1 : 0;
            if ((sign & Signs.Mask) != 0 && i > 0 && (signs[text[i - 1]] & Signs.Digit) != 0)
            {
                all |= Signs.Mask;
            }

            // 2003-05-06生, 张某，住某省某市
            if (i > 0 && ((text[i] == '生' && (signs[text[i - 1]] & Signs.Digit) != 0) || (text[i] == '住' && text[i - 1] is '，' or ',')))
            {
                all |= Signs.Trigger;
            }

            if (i + 1 < text.Length)
            {
                all |= (sign & (Signs.Mask | Signs.Odd) & signs[text[i + 1]]) | ((sign & Words) != 0 ? sign & WordsAt(text, i) : Signs.None);
            }
        }

        digits = count;
        return all;
    }

    private Signs WordsAt(ReadOnlySpan<char> text, int at) =>
        _pairs[Pair(text[at], text[at + 1])] | (at + 2 < text.Length ? _triples[Triple(text[at], text[at + 1], text[at + 2])] : Signs.None);

    private static int Triple(char first, char second, char third) => (Pair(first, second) ^ (third * 51787)) & 0xFFFF;

    private static int Pair(char first, char second) => ((first * 40503) ^ (second * 30011)) & 0xFFFF;
}
