using System.Text.Json;

namespace Gongkai.Web.Requests;

/// <summary>A way a case can end: one of the 21 rows 3.1 to 3.6.3 of the statistics table (国办公开办函〔2021〕30号), mapped to one of the seven outcomes of
/// the Measures (Art. 18). Data, not code: <c>request-outcomes.data.json</c>.</summary>
/// <param name="Code">The row's code, like <c>3.3.4</c>.</param>
/// <param name="Zh">Its text.</param>
/// <param name="En">Its text in English.</param>
/// <param name="Measures">Which of the Measures' seven outcomes, 1 to 7.</param>
/// <param name="Letter">Which letter tells it.</param>
/// <param name="Reasons">The reasons that stand in the row.</param>
public sealed record Outcome(string Code, string Zh, string En, int Measures, LetterKind Letter, IReadOnlyList<OutcomeReason> Reasons)
{
    /// <summary>The text in the reader's language.</summary>
    public string TextIn(bool english) => english ? En : Zh;
}

/// <summary>A reason a case can end for.</summary>
/// <param name="Code">Stable code, like <c>3.3.4-privacy</c>.</param>
/// <param name="Zh">Its text.</param>
/// <param name="En">Its text in English.</param>
/// <param name="Needs">What must be on file: <c>search</c>, <c>third-party</c>, <c>taken-out</c>, <c>clarified</c>, <c>earlier</c>, <c>asked-why</c>, <c>transfer</c>.</param>
/// <param name="Ground">The article the letter names.</param>
public sealed record OutcomeReason(string Code, string Zh, string En, IReadOnlyList<string> Needs, string Ground)
{
    /// <summary>The text in the reader's language.</summary>
    public string TextIn(bool english) => english ? En : Zh;
}

/// <summary>The outcomes there are.</summary>
public static class Outcomes
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <summary>Told after an unanswered call for clarification.</summary>
    public const string Silent = "3.6.1-silent";

    /// <summary>Told after an unpaid fee.</summary>
    public const string Unpaid = "3.6.2-unpaid";

    /// <summary>The applicant took it back.</summary>
    public const string Withdrawn = "3.6.3-withdrawn";

    /// <summary>Not the school's to answer.</summary>
    public const string NotOurs = "3.4.1-not-ours";

    /// <summary>All 21, in the table's order.</summary>
    public static IReadOnlyList<Outcome> All { get; } = Load<List<Outcome>>("request-outcomes.data.json");

    /// <summary>A reason by its code with the outcome it stands under; null when there is none.</summary>
    public static (Outcome Outcome, OutcomeReason Reason)? Find(string reason) =>
        All.SelectMany(o => o.Reasons, (o, r) => (o, r)).Where(p => p.r.Code == reason).Select(p => ((Outcome, OutcomeReason)?)p).FirstOrDefault();

    /// <summary>Reads data that come with the program.</summary>
    internal static T Load<T>(string name)
    {
        using var stream = typeof(Outcomes).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}
