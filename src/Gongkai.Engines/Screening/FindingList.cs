using System.Globalization;

namespace Gongkai.Engines.Screening;

/// <summary>Gathers findings: one for each code and place, with how many there are.</summary>
internal sealed class FindingList(ScreeningProfile profile)
{
    private readonly Dictionary<(string Code, string Inside, string Locator), int> _at = [];
    private readonly List<(string Code, Place Where, int Count, string? Detail)> _entries = [];

    public void Add(string code, Place where, string? detail = null)
    {
        var key = (code, where.Inside, where.Locator);
        if (_at.TryGetValue(key, out var index))
        {
            var entry = _entries[index];
            _entries[index] = entry with { Count = entry.Count + 1, Detail = Join(entry.Detail, detail) };
            return;
        }

        _at[key] = _entries.Count;
        _entries.Add((code, where, 1, detail));
    }

    /// <summary>Takes every hit with the text it lies in and its place; null when nobody asks. Only masking does: nothing else may see what was found.</summary>
    public Action<string, Place, Hit>? Witness { get; init; }

    /// <summary>Takes a hit within a text.</summary>
    public void Add(Hit hit, Place where, string text)
    {
        Add(hit.Code, where, hit.Detail);
        Witness?.Invoke(text, where, hit);
    }

    public IReadOnlyList<Finding> Finish()
    {
        var findings = new List<Finding>(_entries.Count);
        foreach (var (code, where, count, detail) in _entries)
        {
            findings.Add(new Finding(code, SeverityOf(code), where, Details(code, count, detail)));
        }

        return findings;
    }

    private Dictionary<string, string> Details(string code, int count, string? detail)
    {
        var details = new Dictionary<string, string> { ["count"] = count.ToString(CultureInfo.InvariantCulture) };
        if (detail is not null)
        {
            details["word"] = detail;
            if (code == "text.wrong-word")
            {
                details["right"] = string.Join('、', detail.Split('、').Select(w => profile.WrongWords.GetValueOrDefault(w, "")));
            }
        }

        return details;
    }

    private static string? Join(string? one, string? other) =>
        other is null || one is null || one.Split('、').Contains(other) ? one ?? other : $"{one}、{other}";

    private Severity SeverityOf(string code) => code switch
    {
        "pii.id-number" or "pii.mobile" or "pii.bank-card" or "pii.passport" or "pii.permit" or "secrecy.mark" => Severity.Error,
        _ when profile.ForbiddenCodes.Contains(code) => Severity.Error,
        _ => Severity.Warning,
    };
}
