using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Gongkai.Web.Search;

/// <summary>The terms of a text for the index: every unit, and every two Chinese characters that stand together, at the place of the first; every day written
/// in it, however it is written, as one term.</summary>
internal sealed class UnitStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _step;
    private readonly List<TextUnit> _units;
    private readonly string _text;
    private readonly Queue<(string First, string Second)> _here = new();
    private int _next;
    private int _ahead;

    public UnitStream(string text)
    {
        (_text, _units) = (text, new List<TextUnit>(text.Length));
        _units.AddRange(TextUnits.Of(text));
        _term = AddAttribute<ICharTermAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        _step.PositionIncrement = 0;
        if (_here.Count == 0)
        {
            if (_next >= _units.Count)
            {
                return false;
            }

            Gather(_next++);
            _step.PositionIncrement = 1;
        }

        var (first, second) = _here.Dequeue();
        _term.Append(first).Append(second);
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        (_next, _ahead) = (0, 0);
        _here.Clear();
    }

    private void Gather(int at)
    {
        var unit = _units[at];
        _here.Enqueue((unit.Text, ""));
        if (unit.IsHan && at + 1 < _units.Count && _units[at + 1] is { IsHan: true } second && second.Start == unit.End)
        {
            _here.Enqueue((unit.Text, second.Text));
        }

        if (at >= _ahead && TextUnits.DayAt(_units, at, _text) is { } day)
        {
            _ahead = at + day.Units;
            _here.Enqueue((DayMention.MonthTerm(day.Day), ""));
            if (!day.IsMonth)
            {
                _here.Enqueue((DayMention.Term(day.Day), ""));
            }
        }
    }
}

/// <summary>The index is given streams of terms, never text to cut.</summary>
internal sealed class NoAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => throw new NotSupportedException("Fields of the index are given their terms.");
}
