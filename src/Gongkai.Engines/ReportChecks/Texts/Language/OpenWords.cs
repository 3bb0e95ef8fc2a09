namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>The words that may have begun before a place of a text and go on there: where each walk through the vocabulary stands, by how many signs it has read.</summary>
internal readonly ref struct OpenWords
{
    /// <summary>Longer words are not looked for.</summary>
    public const int Longest = 4;

    // A word of two characters is easily made by accident, so it must be a common one.
    private const double CommonWord = 1e-6;

    private readonly LanguageModel _model;
    private readonly Span<int> _places;

    private OpenWords(LanguageModel model, Span<int> places)
    {
        _model = model;
        _places = places;
    }

    /// <summary>The words that are open at a place.</summary>
    public static OpenWords At(LanguageModel model, ReadOnlySpan<char> text, int at, Span<int> places)
    {
        places.Fill(Vocabulary.Nowhere);
        for (var read = 0; read < Longest && read <= at; read++)
        {
            places[read] = Vocabulary.Root;
            for (var sign = at - read; sign < at && places[read] != Vocabulary.Nowhere; sign++)
            {
                places[read] = model.Words.Step(places[read], text[sign]);
            }
        }

        return new OpenWords(model, places);
    }

    /// <summary>Those of them that a sign goes on with.</summary>
    public OpenWords With(char sign, Span<int> places)
    {
        places[0] = Vocabulary.Nowhere;
        for (var read = 1; read < Longest; read++)
        {
            places[read] = _model.Words.Step(_places[read - 1], sign);
        }

        return new OpenWords(_model, places);
    }

    /// <summary>Whether a sign and what follows it make one of them a whole word.</summary>
    public bool AreWords(char sign, ReadOnlySpan<char> ahead)
    {
        for (var read = 0; read < Longest; read++)
        {
            var (place, length) = (_model.Words.Step(_places[read], sign), read + 1);
            while (place != Vocabulary.Nowhere)
            {
                if (length > 1 && _model.Words.WordAt(place) is not Vocabulary.Unknown and var word && (length > 2 || _model.IsCommon(word, CommonWord)))
                {
                    return true;
                }

                if (length == Longest || length - read > ahead.Length)
                {
                    break;
                }

                place = _model.Words.Step(place, ahead[length - read - 1]);
                length++;
            }
        }

        return false;
    }
}
