namespace Gongkai.Engines.Screening;

/// <summary>What a word beside a value, or the head of its column, says the value is.</summary>
[Flags]
internal enum LabelKind
{
    None = 0,
    Name = 1,
    IdNumber = 1 << 1,
    Phone = 1 << 2,
    Bank = 1 << 3,
    Birth = 1 << 4,
    Address = 1 << 5,
    Email = 1 << 6,
    Student = 1 << 7,
    Passport = 1 << 8,
    Permit = 1 << 9,
    Certificate = 1 << 10,

    /// <summary>Orders, projects, invoices, books: numbers of things, not of people.</summary>
    Serial = 1 << 11,
    CreditCode = 1 << 12,
    Amount = 1 << 13,
    IdPrefix = 1 << 14,
    IdSuffix = 1 << 15,

    /// <summary>Hardship, health, discipline.</summary>
    Sensitive = 1 << 16,

    /// <summary>Reasons somebody gives; only what stands there tells whether they are of health or hardship.</summary>
    Reason = 1 << 17,
}
