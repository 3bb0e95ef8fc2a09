namespace Gongkai.Engines.Screening.Masking;

/// <summary>What the sheets of a masked workbook are called: a name that tells of a person is masked, with a sign that such names may hold.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;

    private readonly Dictionary<string, string> _changed = new(StringComparer.Ordinal);

    public SheetNames(IEnumerable<string> names, MaskPlan plan)
    {
        var taken = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Distinct())
        {
            var masked = plan.ByWords(name).Replace('*', '□');
            if (masked == name)
            {
                continue;
            }

            var own = masked;
            for (var number = 2; !taken.Add(own); number++)
            {
                var end = $"({number})";
                own = masked[..Math.Min(masked.Length, Longest - end.Length)] + end;
            }

            _changed[name] = own;
        }
    }

    public string Of(string name) => _changed.GetValueOrDefault(name, name);

    /// <summary>A formula or place that may name sheets, with the names they have in the copy.</summary>
    public string In(string text)
    {
        foreach (var (old, own) in _changed)
        {
            text = text.Replace($"'{old}'!", $"'{own}'!", StringComparison.Ordinal).Replace($"{old}!", $"'{own}'!", StringComparison.Ordinal);
        }

        return text;
    }
}
