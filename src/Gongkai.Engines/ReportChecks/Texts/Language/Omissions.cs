namespace Gongkai.Engines.ReportChecks.Texts.Language;

/// <summary>The words of two characters of which a character that stands alone may be what was left when the other was forgotten: 校长工报告 for 校长工作报告.</summary>
internal sealed class Omissions
{
    private const double CommonWord = 2e-6;

    // How much of all words of reports a character may be that is seldom or hardly ever a word by itself, and by how much a text must gain by completing it.
    private const double Seldom = 1e-4;
    private const double Hardly = 5e-5;
    private const double GainOverSeldom = 10.5;
    private const double GainOverHardly = 7.3;

    private readonly LanguageModel _model;
    private readonly ILookup<char, (string Meant, int Word)> _words;

    public Omissions(LanguageModel model)
    {
        _model = model;
        _words = model.Words.OfTwo().Where(w => w.First != w.Second && model.IsCommon(w.Word, CommonWord))
            .SelectMany(w => new[] { w.First, w.Second }, (w, left) => (Left: left, Meant: $"{w.First}{w.Second}", w.Word))
            .ToLookup(w => w.Left, w => (w.Meant, w.Word));
    }

    /// <summary>The words that may have been meant, when they have been seen behind the word before and before the word behind, each with the gain that makes it credible.</summary>
    public IEnumerable<Slip> Of(char sign, int before, int behind)
    {
        var alone = _model.InReports(_model.Words.NumberOf([sign]));
        var least = alone < Hardly ? GainOverHardly : GainOverSeldom;
        return alone >= Seldom ? [] : _words[sign].Where(w => _model.IsPair(before, w.Word) && _model.IsPair(w.Word, behind)).Select(w => new Slip(1, w.Meant, least));
    }
}
