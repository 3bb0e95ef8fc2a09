namespace Gongkai.Engines.Screening;

/// <summary>What is known of a run: words around it, the head of its column, whether it lies in a web address.</summary>
internal readonly record struct NumberContext(LabelKind Around, LabelKind Column, LabelKind Mentioned, bool IsAddress)
{
    // The nearest word outweighs the head of the column.
    private LabelKind Kinds => Around != LabelKind.None ? Around : Column;

    public bool IsOfThings => (Kinds & (LabelKind.Serial | LabelKind.Amount)) != 0;

    /// <summary>A word says what it is.</summary>
    public bool IsNamedOtherwise =>
        (Kinds & (LabelKind.IdNumber | LabelKind.Phone | LabelKind.Bank | LabelKind.Student | LabelKind.CreditCode | LabelKind.Serial)) != 0;

    /// <summary>Whether the word stands anywhere on the page.</summary>
    public bool IsMentioned(LabelKind kind) => (Mentioned & kind) != 0;

    public bool Is(LabelKind kind) => (Kinds & kind) != 0;

    public bool IsCreditCode(ReadOnlySpan<char> digits) =>
        Is(LabelKind.CreditCode) || (!Is(LabelKind.IdNumber) && SocialCreditCode.IsValid(digits) && (digits[0] == '9' || !IdNumber.IsValid(digits)));
}
