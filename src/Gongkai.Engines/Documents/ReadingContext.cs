namespace Gongkai.Engines.Documents;

/// <summary>What the reading of one file, and of the files inside it, shares: its limits, what it has used of them, and what it has
/// noticed. Every byte that is unfolded and every piece that is given passes here, so that nothing can run away.</summary>
internal sealed class ReadingContext(DocumentLimits limits, LegacyConverter? converter, CancellationToken cancel)
{
    private static readonly IReadOnlyDictionary<string, string> NoDetails = new Dictionary<string, string>();

    private readonly HashSet<(string Code, string Where)> _reported = [];
    private readonly List<Finding> _findings = [];
    // The coarse clock: it is asked for every piece.
    private readonly long _startedAt = Environment.TickCount64;
    private long _expanded;
    private int _entries;

    public DocumentLimits Limits => limits;

    public LegacyConverter? Converter => converter;

    public CancellationToken Cancel => cancel;

    public IReadOnlyList<Finding> Findings => _findings;

    public int Depth { get; private set; }

    /// <summary>Counts unfolded bytes against the limit of the whole file.</summary>
    public void Spend(long bytes)
    {
        _expanded += bytes;
        if (_expanded > limits.ExpandedBytes)
        {
            throw new DocumentException(DocumentProblem.TooLarge, "The file unfolds to more than is allowed.");
        }

        Check();
    }

    /// <summary>Counts the parts of an archive against the limit of the whole file.</summary>
    public void CountEntries(int entries)
    {
        _entries += entries;
        if (_entries > limits.Entries)
        {
            throw new DocumentException(DocumentProblem.TooLarge, "The file holds more parts than is allowed.");
        }
    }

    /// <summary>Ends the reading when it was cancelled or its time is over.</summary>
    public void Check()
    {
        cancel.ThrowIfCancellationRequested();
        if (Environment.TickCount64 - _startedAt > limits.Time.TotalMilliseconds)
        {
            throw new DocumentException(DocumentProblem.TooLarge, "Reading the file takes longer than is allowed.");
        }
    }

    public void Enter()
    {
        if (Depth >= limits.Nesting)
        {
            throw new DocumentException(DocumentProblem.TooLarge, "Files are nested deeper than is allowed.");
        }

        Depth++;
    }

    public void Leave() => Depth--;

    /// <summary>Notes a finding once for each place.</summary>
    public void Report(string code, Severity severity, Place where, params ReadOnlySpan<(string Name, string Value)> details)
    {
        if (!_reported.Add((code, where.ToString())))
        {
            return;
        }

        if (details.IsEmpty)
        {
            _findings.Add(new Finding(code, severity, where, NoDetails));
            return;
        }

        var named = new Dictionary<string, string>();
        foreach (var (name, value) in details)
        {
            named[name] = value;
        }

        _findings.Add(new Finding(code, severity, where, named));
    }
}
