namespace Gongkai.Engines.Screening;

/// <summary>Finds everything in one text that a text alone can tell. One instance is used for a whole document.</summary>
internal sealed class TextScanner(ScreeningProfile profile, Marks marks)
{
    private static readonly WordIndex Triggers = new([.. PersonalWords.Triggers, .. TextGate.LookedBack]);

    private readonly TextGate _gate = marks.Gate;
    private readonly NumberScanner _numbers = new();
    private readonly List<Hit> _hits = [];

    /// <summary>What the masked numbers of the last text still show.</summary>
    public Shown Shown { get; private set; }

    /// <summary>The last text, in simplified characters.</summary>
    public string Simple { get; private set; } = "";

    /// <summary>The hits of one text; the list is used again for the next.</summary>
    /// <param name="text">The text of a paragraph, page or cell.</param>
    /// <param name="column">What the head of its column or its field's name says.</param>
    /// <param name="line">How many lines of the document came before.</param>
    public List<Hit> Scan(string text, LabelKind column, int line)
    {
        _hits.Clear();
        Shown = Shown.Nothing;
        Simple = text;
        var signs = _gate.Look(text, out var digits);
        FindNumbers(text, column, signs, digits);
        var hasWrong = (signs & Signs.Wrong) != 0;
        if ((signs & Signs.Form) != 0)
        {
            Simple = Simplified.Of(text);
            signs = _gate.Look(Simple, out _);
        }

        Find(Simple, column, line, signs);

        // 帳號 is right in traditional characters.
        if (hasWrong)
        {
            marks.FindWrongWords(text, _hits);
        }

        if (_hits.Count > 0)
        {
            RemoveAllowed(text);
        }

        return _hits;
    }

    // The words beside numbers have their traditional forms in their list, and digits theirs: 參 is a digit, 参 is none.
    private void FindNumbers(string text, LabelKind column, Signs signs, int digits)
    {
        var plain = (signs & Signs.Odd) != 0 ? OddDigits.Plain(text) : text;
        if (digits >= 6 || !ReferenceEquals(plain, text))
        {
            _numbers.Scan(plain, column, _hits);
            if (_numbers.HasParted)
            {
                PartedNumbers.Find(plain, column, _hits);
            }
        }
    }

    private void Find(string text, LabelKind column, int line, Signs signs)
    {
        if ((signs & Signs.At) != 0)
        {
            MailAddresses.Find(text, _hits);
        }

        if ((signs & Signs.Mask) != 0)
        {
            FindMasked(text, column);
        }

        FindStudentNumbers(text);
        if (column != LabelKind.None || ((signs & Signs.Trigger) != 0 && Triggers.Next(text, 0) is not null))
        {
            PersonalWords.FindTravelDocuments(text, column, _hits);
            BirthDates.Find(text, column, _hits);
            HomeAddresses.Find(text, column, _hits);
            StudentNumbers.Find(text, _hits);
            Discipline.Find(text, _hits);
            Circumstances.Find(text, _hits);
            Adversity.Find(text, _hits);
            if ((signs & Signs.At) == 0)
            {
                MailAddresses.Find(text, _hits);
            }
        }

        if ((signs & (Signs.Discretion | Signs.Secret)) != 0)
        {
            marks.Find(text, line, signs, _hits);
        }
    }

    private void RemoveAllowed(string text) =>
        _hits.RemoveAll(h => profile.AllowedCodes.Contains(h.Code) || profile.AllowedTexts.Contains(text.Substring(h.Start, h.Length)));

    // The school's own form, which may hold letters; it gives way to what is more telling.
    private void FindStudentNumbers(string text)
    {
        if (profile.StudentNumber is not { } pattern)
        {
            return;
        }

        foreach (var match in pattern.EnumerateMatches(text))
        {
            var start = match.Index;
            var end = start + match.Length;
            var isWhole = (start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]));
            if (isWhole && end > start && !_hits.Exists(h => h.Start < end && start < h.Start + h.Length))
            {
                _hits.Add(new Hit("pii.student-number", start, end - start));
            }
        }
    }

    private void FindMasked(string text, LabelKind column)
    {
        var from = 0;
        while (from < text.Length && MaskedNumber.IndexOfMask(text.AsSpan(from)) is >= 0 and var at)
        {
            var mask = from + at;
            var kinds = Labels.Around(text, mask, mask) is var around && around != LabelKind.None ? around : column;
            var isOther = (kinds & (LabelKind.Phone | LabelKind.Bank | LabelKind.Serial | LabelKind.CreditCode)) != 0 && (kinds & LabelKind.IdNumber) == 0;
            var shown = MaskedNumber.Read(text, mask, (kinds & (LabelKind.IdNumber | LabelKind.IdPrefix | LabelKind.IdSuffix)) != 0, out var start, out var end);
            if (!isOther && shown != Shown.Nothing)
            {
                Shown |= shown;
                if (shown.HasFlag(Shown.TooMuch) && !_hits.Exists(h => h.Start < end && start < h.Start + h.Length))
                {
                    _hits.Add(new Hit("pii.id-number-partial", start, end - start));
                }
            }

            from = Math.Max(end, mask + 2);
        }
    }
}
