namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>The words that may have begun before a place of a text and go on there: where the walk through the vocabulary stands that has read so many signs of each.</summary>
internal readonly ref struct OpenWords
{
    /// <summary>Longer words are not looked for.</summary>
    public const int Longest = 4;

    // A word of two characters is easily made by accident, so it must be a common one.
    private const double CommonWord = 1e-6;

    private readonly LanguageModel _model;
    private readonly ReadOnlySpan<int> _places;
    private readonly int _most;

    private OpenWords(LanguageModel model, ReadOnlySpan<int> places)
    {
        _model = model;
        _places = places;
        _most = places.LastIndexOfAnyExcept(Vocabulary.Nowhere);
    }

    /// <summary>The words that are open at a place; there must be room for <see cref="Longest"/> walks.</summary>
    public static OpenWords At(LanguageModel model, ReadOnlySpan<char> text, int at, Span<int> places)
    {
        places.Fill(Vocabulary.Nowhere);
        places[0] = Vocabulary.Root;
        for (var read = 1; read < Longest && read <= at; read++)
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
        for (var read = 0; read <= _most; read++)
        {
            if (_places[read] != Vocabulary.Nowhere && _model.Words.Step(_places[read], sign) is not Vocabulary.Nowhere and var place && IsWord(place, read + 1, ahead))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWord(int place, int length, ReadOnlySpan<char> ahead)
    {
        while (true)
        {
            if (length > 1 && _model.Words.WordAt(place) is not Vocabulary.Unknown and var word && (length > 2 || _model.IsCommon(word, CommonWord)))
            {
                return true;
            }

            if (length == Longest || ahead.IsEmpty || (place = _model.Words.Step(place, ahead[0])) == Vocabulary.Nowhere)
            {
                return false;
            }

            ahead = ahead[1..];
            length++;
        }
    }
}
