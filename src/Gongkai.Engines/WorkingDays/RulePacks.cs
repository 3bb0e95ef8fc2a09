using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Engines.WorkingDays;

/// <summary>The rule packs that come with the program.</summary>
public static class RulePacks
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Every pack, in the order in which they should be offered.</summary>
    public static IReadOnlyList<RulePack> All { get; } = Load();

    /// <summary>《高等学校信息公开办法》: reply in 15 working days, no extension. The default for requests to a university.</summary>
    public static RulePack Measures2010 => Get("measures-2010");

    /// <summary>《政府信息公开条例》 of 2007: 15 working days and 15 more.</summary>
    public static RulePack Regulations2007 => Get("regulations-2007");

    /// <summary>《政府信息公开条例》 of 2019: 20 working days and 20 more.</summary>
    public static RulePack Regulations2019 => Get("regulations-2019");

    /// <summary>Proactive publication: 20 working days from making and from change.</summary>
    public static RulePack Publication => Get("publication");

    /// <summary>The pack of that name, or null.</summary>
    public static RulePack? Find(string id) => All.FirstOrDefault(pack => pack.Id == id);

    /// <summary>The pack of that name.</summary>
    /// <exception cref="ArgumentException">There is no such pack.</exception>
    public static RulePack Get(string id) => Find(id) ?? throw new ArgumentException($"There is no rule pack '{id}'.", nameof(id));

    private static IReadOnlyList<RulePack> Load()
    {
        var rows = JsonSerializer.Deserialize<List<Row>>(ShippedData.Read("rule-packs.data.json"), Options)!;
        return [.. rows.Select(row => new RulePack(row.Id, row.Version, row.Title, row.InForceFrom, row.InForceTo, row.Limits))];
    }

    private sealed record Row(
        string Id,
        int Version,
        Dictionary<string, string> Title,
        DateOnly? InForceFrom,
        DateOnly? InForceTo,
        List<RuleLimit> Limits);
}
