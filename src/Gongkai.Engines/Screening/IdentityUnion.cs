using System.Text.RegularExpressions;
using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Screening;

/// <summary>Puts together what several cells, lines or pages show of one person: region, birth date and last characters make up the
/// whole identity number, however well each of them is masked. Names are kept only as hashes and only while one file is screened.</summary>
internal sealed partial class IdentityUnion(FindingList findings)
{
    private const int MostPeople = 200_000;
    private const Shown Whole = Shown.Region | Shown.Birth | Shown.Tail;

    private readonly Dictionary<int, (Shown Shown, Piece? Telling)> _people = [];

    /// <summary>One row of a table.</summary>
    public void TakeRow(string? name, Shown shown, Piece? telling)
    {
        if ((shown & Whole) == Whole && telling is not null)
        {
            Report(telling);
            return;
        }

        Remember(name, shown & Whole, telling);
    }

    /// <summary>A paragraph or page; each of its lines is a row.</summary>
    public void TakeText(Piece piece, Shown shown, List<Hit> hits)
    {
        var hasBirth = hits.Exists(h => h.Code == "pii.birth-date");
        var isTold = hits.Exists(h => h.Code is "pii.id-number" or "pii.id-number-partial");
        if (shown == Shown.Nothing && !hasBirth && !piece.Text.Contains("出生", StringComparison.Ordinal))
        {
            return;
        }

        if ((shown & (Shown.Region | Shown.Tail)) == (Shown.Region | Shown.Tail) && hasBirth && !isTold)
        {
            Report(piece);
            return;
        }

        foreach (var line in piece.Text.Split('\n'))
        {
            var mask = MaskedNumber.IndexOfMask(line);
            var seen = mask >= 0 ? MaskedNumber.Read(line, mask, isNamed: true, out _, out _) & Whole : Shown.Nothing;
            seen |= Date().IsMatch(line) ? Shown.Birth : 0;
            if (seen == Shown.Nothing)
            {
                continue;
            }

            if ((seen & Whole) == Whole && !isTold)
            {
                Report(piece);
            }
            else
            {
                Remember(NameIn(line), seen, (seen & (Shown.Region | Shown.Tail)) != 0 ? piece : null);
            }
        }
    }

    /// <summary>Reports the people whose number several places give away together.</summary>
    public void Finish()
    {
        foreach (var (shown, telling) in _people.Values)
        {
            if ((shown & Whole) == Whole && telling is not null)
            {
                Report(telling);
            }
        }
    }

    // What gives the number away is what the mask left over.
    private void Report(Piece telling)
    {
        findings.Add("pii.id-number-partial", telling.Where);
        if (findings.Witness is not null)
        {
            foreach (var (start, length) in MaskedNumber.All(telling.Text))
            {
                findings.Witness(telling.Text, telling.Where, new Hit("pii.id-number-partial", start, length));
            }
        }
    }

    private static string? NameIn(string line)
    {
        foreach (var token in line.Split([' ', '\t', '，', ',', '、', '：', ':', '（', '(', '；', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (PersonalWords.IsName(token))
            {
                return token;
            }
        }

        return null;
    }

    private void Remember(string? name, Shown shown, Piece? telling)
    {
        if (name is null || _people.Count >= MostPeople)
        {
            return;
        }

        var key = name.GetHashCode(StringComparison.Ordinal);
        var known = _people.GetValueOrDefault(key);
        _people[key] = (known.Shown | shown, telling ?? known.Telling);
    }

    [GeneratedRegex(@"(?<!\d)(19|20)\d{2}\s{0,4}[年./\-]\s{0,4}\d{1,2}\s{0,4}[月./\-]\s{0,4}\d{1,2}(?!\d)|(?<!\d)(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")]
    private static partial Regex Date();
}
