namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>What may have been meant where a slip of typing may have been made: a character for another that sounds or looks alike, two
/// that changed places, a character or a word typed twice.</summary>
internal sealed class Slips(LanguageModel model)
{
    // A number is as likely as any other.
    private const string Numerals = "一二两三四五六七八九十百千万亿";

    // 两箱 is no slip for 两项. Not 份, which is 分 mistyped in 十份感谢.
    private const string Measures = "箱格桶袋车筐捆摞沓册页卷间栋幢楼户家班队张批笔台架枚株棵盏盒瓶罐杯碗盘锅桌床扇幅篇辆艘趟";

    private const double CommonCharacter = 5e-4;

    // By how much the logarithm of the text's likelihood must grow.
    private const double GainOfAlike = 8;
    private const double GainOfTwins = 5.5;
    private const double GainOverCommon = 10;

    // What is written is a word, or joins two of which the one often stands before or behind others: 并设, 必讲.
    private const double GainOverWord = 8.5;
    private const double GainOfTwinsOverWord = 8;
    private const double GainOverJoined = 12;
    private const double GainOverNumeral = 12;
    private const double GainOfTwinAlone = 9;
    private const double GainOfRareTwin = 7.4;
    private const string Joining = "并按必仅各每总均可应皆亦须专入交";
    private const double GainOfSwap = 9;
    private const double GainOfDoubled = 8.5;
    private const double GainOfDoubledWhole = 9.2;
    private const double GainOfDoubledSmall = 6;
    private const double GainOfDoubledWord = 4;

    // 会会议记录 behind 班委: either word may own its character.
    private const double GainOverBorder = 10;

    private readonly Doublings _doublings = new(model);

    /// <summary>The slips that may have been made at a place.</summary>
    public void At(string text, int at, List<Slip> slips)
    {
        slips.Clear();
        if (_doublings.IsMeant(text, at) || (at > 0 && _doublings.IsMeant(text, at - 1)))
        {
            return;
        }

        Alike(text, at, slips);
        Swapped(text, at, slips);
        Doubled(text, at, slips);
    }

    private void Alike(string text, int at, List<Slip> slips)
    {
        var written = text[at];
        var isOfNumber = Numerals.Contains(written, StringComparison.Ordinal) || IsCounted(text, at);
        var open = OpenWords.At(model, text, at, stackalloc int[OpenWords.Longest]);
        var isWord = open.AreWords(written, text.AsSpan(at + 1));
        foreach (var (other, isTwin) in Confusables.Of(written))
        {
            if (isOfNumber && !isTwin)
            {
                continue;
            }

            if (open.AreWords(other, text.AsSpan(at + 1)))
            {
                var least = isOfNumber ? GainOverNumeral
                    : isTwin ? Math.Max(GainOfTwins, LeastOver(text, at, isWord, true))
                    : Math.Max(IsCommon(written) ? GainOverCommon : GainOfAlike, LeastOver(text, at, isWord, false));
                slips.Add(new Slip(1, other.ToString(), least));
            }
            else if (isTwin && !isOfNumber)
            {
                slips.Add(new Slip(1, other.ToString(), IsCommon(written) ? GainOfTwinAlone : GainOfRareTwin));
            }
        }
    }

    private static bool IsCounted(string text, int at) => at > 0 && Measures.Contains(text[at], StringComparison.Ordinal) && (text[at - 1] is '#' or '几' or '每' || Numerals.Contains(text[at - 1], StringComparison.Ordinal));

    private static double LeastOver(string text, int at, bool isWord, bool isTwin) =>
        isWord ? isTwin ? GainOfTwinsOverWord : GainOverWord : IsJoining(text[at]) || (at > 0 && IsJoining(text[at - 1])) ? GainOverJoined : 0;

    private static bool IsJoining(char sign) => Joining.Contains(sign, StringComparison.Ordinal);

    private void Swapped(string text, int at, List<Slip> slips)
    {
        if (at + 1 == text.Length || !Folding.IsHan(text[at + 1]) || text[at + 1] == text[at])
        {
            return;
        }

        var open = OpenWords.At(model, text, at, stackalloc int[OpenWords.Longest]).With(text[at + 1], stackalloc int[OpenWords.Longest]);
        if (open.AreWords(text[at], text.AsSpan(at + 2)))
        {
            slips.Add(new Slip(2, $"{text[at + 1]}{text[at]}", GainOfSwap));
        }
    }

    // 层层 and 研究研究 are doubled on purpose, and of 各系系主任 the one belongs to either word.
    private void Doubled(string text, int at, List<Slip> slips)
    {
        if (at + 1 < text.Length && text[at + 1] == text[at] && !(at > 0 && text[at - 1] == '一'))
        {
            var least = _doublings.IsBorder(text, at) ? GainOverBorder : NumberOf(text, at, 2) != Vocabulary.Unknown || BeginsWord(text, at + 1) ? GainOfDoubledWhole : IsCommon(text[at]) ? GainOfDoubledSmall : GainOfDoubled;
            slips.Add(new Slip(1, "", least));
        }

        if (at + 3 < text.Length && text.AsSpan(at, 2).SequenceEqual(text.AsSpan(at + 2, 2)) && text[at] != text[at + 1] && !Doublings.IsWordMeant(text, at)
            && NumberOf(text, at, 2) is not Vocabulary.Unknown and var word && !model.IsPair(word, word))
        {
            slips.Add(new Slip(2, "", GainOfDoubledWord));
        }
    }

    private bool BeginsWord(string text, int at) => at + 3 <= text.Length && NumberOf(text, at, 3) != Vocabulary.Unknown;

    private bool IsCommon(char c) => model.Words.ShareOf(model.Words.NumberOf([c])) > CommonCharacter;

    private int NumberOf(string text, int at, int length) => model.Words.NumberOf(text.AsSpan(at, length));
}
