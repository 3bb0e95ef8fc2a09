namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>What a word weighs where nothing is known of what stands before it.</summary>
/// <param name="Word">Its number, or <see cref="Vocabulary.Unknown"/>.</param>
/// <param name="Alone">The logarithm of the share that it has of all words.</param>
/// <param name="Behind">The logarithm of the share that is left behind it for what was never seen there.</param>
internal readonly record struct WordWeight(int Word, float Alone, float Behind)
{
    /// <summary>Of a character that is no word.</summary>
    public static readonly WordWeight Unknown = new(Vocabulary.Unknown, float.NegativeInfinity, 0);
}
