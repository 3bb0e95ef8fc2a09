namespace Gongkai.Web.Screening.Cli;

/// <summary>Why no masked copy was written: a word to say and the file it is about.</summary>
internal sealed class MaskRefusal(string word, string file, params (string Name, string Value)[] details) : Exception(word)
{
    public string File => file;

    public IReadOnlyDictionary<string, string> Details { get; } = details.ToDictionary(d => d.Name, d => d.Value);
}
