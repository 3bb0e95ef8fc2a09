namespace Gongkai.Engines.Screening.Masking;

/// <summary>Masks formulas so that they can still be read: a number outside quotes is masked with noughts.</summary>
internal sealed class MaskedFormula(SheetNames names, MaskPlan plan)
{
    /// <summary>With the names that sheets have in the copy, and not masked.</summary>
    public string Named(string formula) => names.In(formula);

    public string Of(string formula)
    {
        var text = Named(formula);
        var masked = plan.ByWords(text);
        if (masked == text)
        {
            return text;
        }

        var written = masked.ToCharArray();
        var isQuoted = false;
        for (var i = 0; i < written.Length; i++)
        {
            isQuoted ^= text[i] == '"';
            if (!isQuoted && written[i] != text[i])
            {
                written[i] = '0';
            }
        }

        return new string(written);
    }
}
