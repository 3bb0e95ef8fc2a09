namespace Gongkai.Engines.ReportChecks.Figures;

/// <summary>Tells requests for information from requests for something else: 收到申请, 收到公民书面申请, and not 收到成绩复核申请.</summary>
internal static class RequestWords
{
    private const int MostUnknown = 1;
    private const string Request = "申请";

    private static readonly Data Words = DataFile.Read<Data>("request-words.data.json");

    /// <summary>Whether nothing between the verb and the word 申请 says that it is of another kind.</summary>
    public static bool AreOfInformation(string words)
    {
        var at = words.IndexOf(Request, StringComparison.Ordinal);
        if (at < 0)
        {
            return true;
        }

        var verb = Words.Verbs.Max(v => words.LastIndexOf(v, at, StringComparison.Ordinal) is var start and >= 0 ? start + v.Length : -1);
        if (verb < 0 || verb > at)
        {
            return true;
        }

        var between = words[verb..at];
        foreach (var word in Words.Plain)
        {
            between = between.Replace(word, "", StringComparison.Ordinal);
        }

        return between.Count(Folding.IsHan) <= MostUnknown;
    }

    private sealed record Data(List<string> Verbs, List<string> Plain);
}
