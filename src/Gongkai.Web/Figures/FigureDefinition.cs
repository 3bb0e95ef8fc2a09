using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Web.Figures;

/// <summary>How the value of a figure comes about from its rows.</summary>
public enum FigureKind
{
    /// <summary>计数: the number of rows.</summary>
    Count,

    /// <summary>合计: the sum of the rows' amounts.</summary>
    Sum,

    /// <summary>比率: the share of rows that fulfil it, in whole per cent.</summary>
    Share,

    /// <summary>填报: entered by a person who says where it is from.</summary>
    Hand,
}

/// <summary>A figure (数据项) that reports and dashboards give, defined once: <c>figures.data.json</c>. What it is called, what it counts and by what it can be parted.</summary>
/// <param name="Code">Stable code, like <c>requests-received</c>.</param>
/// <param name="Zh">Its name.</param>
/// <param name="En">Its name in English.</param>
/// <param name="Unit">Its measure word.</param>
/// <param name="UnitEn">Its measure word in English.</param>
/// <param name="CountsZh">What is counted.</param>
/// <param name="CountsEn">What is counted, in English.</param>
/// <param name="Group">Under which head it stands in lists.</param>
/// <param name="Kind">How its value comes about.</param>
/// <param name="Axes">By what it can be parted: month, unit, category, item, kind, channel, applicant, outcome.</param>
public sealed record FigureDefinition(string Code, string Zh, string En, string Unit, string UnitEn, string CountsZh, string CountsEn, FigureGroup Group, FigureKind Kind, IReadOnlyList<string> Axes)
{
    /// <summary>The name in the reader's language.</summary>
    public string NameIn(bool english) => english ? En : Zh;

    /// <summary>The measure word in the reader's language.</summary>
    public string UnitIn(bool english) => english ? UnitEn : Unit;

    /// <summary>What is counted, in the reader's language.</summary>
    public string CountsIn(bool english) => english ? CountsEn : CountsZh;
}

/// <summary>Under which head a figure stands.</summary>
public enum FigureGroup
{
    /// <summary>概况.</summary>
    Overview,

    /// <summary>主动公开.</summary>
    Proactive,

    /// <summary>公开渠道.</summary>
    Channels,

    /// <summary>民主管理.</summary>
    Democracy,

    /// <summary>依申请公开.</summary>
    Requests,

    /// <summary>评议.</summary>
    Evaluation,

    /// <summary>举报、复议、诉讼.</summary>
    Complaints,
}

/// <summary>The one list of figures.</summary>
public static class FigureList
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Every figure, in the order of lists.</summary>
    public static IReadOnlyList<FigureDefinition> All { get; } = Load();

    /// <summary>A figure by its code; null when there is none.</summary>
    public static FigureDefinition? Find(string code) => All.FirstOrDefault(f => f.Code == code);

    private static List<FigureDefinition> Load()
    {
        using var stream = typeof(FigureList).Assembly.GetManifestResourceStream("figures.data.json")!;
        return JsonSerializer.Deserialize<List<FigureDefinition>>(stream, Options)!;
    }
}

/// <summary>The value of a figure in a period.</summary>
/// <param name="Figure">Which.</param>
/// <param name="Value">Null when it was not entered, or nothing can be said.</param>
public sealed record FigureValue(FigureDefinition Figure, decimal? Value)
{
    /// <summary>A number as pages, files and reports write it.</summary>
    public static string Print(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A row that a figure counts.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Note">What else tells it apart: unit, day, number.</param>
/// <param name="Link">Where it is opened.</param>
/// <param name="Amount">What it adds: 1 for a counted row, yuan for a sum, 1 or 0 for a share.</param>
public sealed record FigureRow(string Id, string Label, string Note, string Link, decimal Amount = 1);

/// <summary>One part of a figure along an axis.</summary>
/// <param name="Value">The axis value, as it stands in addresses.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Count">How many.</param>
public sealed record FigurePart(string Value, string Name, decimal Count);
