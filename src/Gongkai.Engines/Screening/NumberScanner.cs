using System.Runtime.CompilerServices;

namespace Gongkai.Engines.Screening;

/// <summary>Finds identity, card and telephone numbers in a text in one pass. Each digit counts once, for the most telling number it
/// belongs to.</summary>
internal sealed class NumberScanner
{
    private readonly DigitRun _run = new();
    private readonly IdentityFinder _identities;
    private readonly CardFinder _cards;
    private readonly MobileFinder _mobiles;

    /// <summary>Whether the last text has digits on both sides of a mark that parts numbers.</summary>
    public bool HasParted { get; private set; }

    public NumberScanner() => (_identities, _cards, _mobiles) = (new IdentityFinder(_run), new CardFinder(_run), new MobileFinder(_run));

    /// <param name="text">The text of a paragraph, page or cell.</param>
    /// <param name="column">What the head of the column or the field's name says; None for prose.</param>
    /// <param name="hits">Takes what is found.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Scan(ReadOnlySpan<char> text, LabelKind column, List<Hit> hits)
    {
        HasParted = false;
        var at = 0;
        var last = LabelKind.None;
        LabelKind? mentioned = null;
        while (at < text.Length)
        {
            var next = DigitRun.IndexOfDigit(text[at..]);
            if (next < 0)
            {
                return;
            }

            var start = at + next;
            _run.Read(text, start);
            var end = Math.Max(_run.End, start + 1);
            if (_run.Length >= 11 || (_run.Length >= 6 && MayBeStudentNumber(text, start, column)))
            {
                // 身份证号分别为 A、B: the second has no word of its own and takes that of the first.
                var between = text[at..start];
                var own = Labels.Around(text, start, end);
                var context = own == LabelKind.None && between.Length <= 2 && at > 0 ? last : own;
                mentioned ??= Mentions(text);
                var isAddress = IsInAddress(text, start);
                var parameter = isAddress ? AddressParameter.KindOf(text[..start]) : LabelKind.None;
                Classify(text, new NumberContext(parameter != LabelKind.None ? parameter : context, column, mentioned.Value, isAddress && parameter == LabelKind.None), hits);
                last = context;
            }

            HasParted |= end + 1 < text.Length && PartedNumbers.IsParting(text[end]) && char.IsDigit(text[end + 1]);
            at = end;
        }
    }

    // Short numbers are everywhere; only one right behind a colon, a blank or the word 号 is worth a look at the words before it.
    private static bool MayBeStudentNumber(ReadOnlySpan<char> text, int start, LabelKind column) =>
        (column & LabelKind.Student) != 0 || (start > 1 && (text[start - 1] is '号' or ':' or '：' or ' ' or '为' or '（' or '(' || char.IsAsciiLetter(text[start - 1])) && text[Math.Max(0, start - 8)..start].Contains('号'));

    private void Classify(ReadOnlySpan<char> text, NumberContext context, List<Hit> hits)
    {
        _identities.FindWhole(context, hits);
        _identities.FindGlued(context, hits);
        if (context.IsAddress)
        {
            return;
        }

        FindStudentNumbers(text, context, hits);
        _cards.Find(context, hits);
        _identities.FindOldForm(text, context, hits);
        _identities.FindSuspects(text, context, hits);
        _mobiles.Find(text, context, hits);
    }

    private void FindStudentNumbers(ReadOnlySpan<char> text, NumberContext context, List<Hit> hits)
    {
        for (var group = 0; group < _run.Groups; group++)
        {
            var length = _run.GroupLength(group);
            if (_run.IsTaken[group] || length is < 6 or > 14)
            {
                continue;
            }

            if (!context.Is(LabelKind.Student))
            {
                continue;
            }

            // A letter or two before the digits belong to the number: M202301234 of a master.
            var start = _run.Position(_run.GroupStart(group));
            var letters = 0;
            while (letters < 3 && start - letters > 0 && char.IsAsciiLetter(text[start - letters - 1]))
            {
                letters++;
            }

            if (letters > 0 && (start - letters == 0 || !char.IsAsciiLetterOrDigit(text[start - letters - 1])))
            {
                _run.IsTaken[group] = true;
                hits.Add(new Hit("pii.student-number", start - letters, letters + length));
            }
            else if (_run.HasClearBorders(text, group))
            {
                _run.Take(group, group, "pii.student-number", hits);
            }
        }
    }

    // The page of a PDF holds a whole table: the heads of its columns stand far above their numbers.
    private static LabelKind Mentions(ReadOnlySpan<char> text) => text.Length < 60 || !text.Contains('\n')
        ? LabelKind.None
        : (text.Contains("卡号", StringComparison.Ordinal) || text.Contains("银行", StringComparison.Ordinal) || text.Contains("账号", StringComparison.Ordinal) ? LabelKind.Bank : 0)
            | (text.Contains("身份证", StringComparison.Ordinal) || text.Contains("证件号", StringComparison.Ordinal) ? LabelKind.IdNumber : 0);

    // Inside http://… digits belong to the address, unless they are a true identity number.
    private static bool IsInAddress(ReadOnlySpan<char> text, int start)
    {
        var from = start;
        while (from > 0 && start - from < 240 && text[from - 1] is > ' ' and < '\u007F')
        {
            from--;
        }

        var token = text[from..start];
        return token.Contains("://", StringComparison.Ordinal) || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || token.Contains("doi", StringComparison.OrdinalIgnoreCase)
            || (token.StartsWith("10.", StringComparison.Ordinal) && token.Contains('/'));
    }
}
