using Gongkai.Engines;

namespace Gongkai.Web.Screening.Cli;

/// <summary>What <c>gongkai mask</c> says when it cannot, in one language.</summary>
internal sealed class MaskWords(string language)
{
    private static readonly WordBook Own = WordBook.FromResources(typeof(MaskWords).Assembly);

    public string Of(string word) => Own.Find(word, language)!;

    public string Of(MaskRefusal refused) => Own.Find(refused.Message, language) is { } own
        ? WordBook.Fill(own, refused.Details)
        : WordBook.Engines.Say(new Finding(refused.Message, Severity.Error, Place.WholeFile, refused.Details), language);
}
