using Gongkai.Engines;
using Gongkai.Web.Platform.Words;

namespace Gongkai.Web.Screening.Cli;

/// <summary>Why no masked copy was written: a word to say and the file it is about.</summary>
internal sealed class MaskRefusal(string word, string file, params (string Name, string Value)[] details) : Exception(word)
{
    public string File => file;

    public IReadOnlyDictionary<string, string> Details { get; } = details.ToDictionary(d => d.Name, d => d.Value);

    /// <summary>The words, in a given language.</summary>
    public string Say(string language) => PageWords.Say(new Finding(Message, Severity.Error, Place.WholeFile, Details), language);
}
