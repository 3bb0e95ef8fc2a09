using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Cases;

/// <summary>Tells people from programs at the public's door, without a foreign service: a browser with script does ALTCHA's proof of work (a number that gives
/// a key, found by trying); one without answers a plain question made by the server; a field no person sees catches the rest.</summary>
public sealed class BotGuard(CaseSeal seal, PageWords words, CampusClock clock)
{
    // About 30,000 hashes on average: a quarter of a second on a phone, and dear to whoever sends by the thousand.
    private const int MostWork = 60_000;
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(4);

    /// <summary>A new challenge for one form.</summary>
    public Challenge New()
    {
        var kept = new Kept(
            Guid.CreateVersion7(clock.UtcNow), RandomNumberGenerator.GetHexString(32, lowercase: true), RandomNumberGenerator.GetHexString(32, lowercase: true),
            RandomNumberGenerator.GetInt32(MostWork), RandomNumberGenerator.GetInt32(2, 10), RandomNumberGenerator.GetInt32(2, 10));
        return Show(kept, Protector.Protect(JsonSerializer.Serialize(kept), GoodFor));
    }

    /// <summary>The same challenge shown again, for a form that came back; a new one when it is too old.</summary>
    public Challenge Again(string token) => Read(token) is { } kept ? Show(kept, token) : New();

    /// <summary>What a form proved; null when a program filled it in.</summary>
    /// <exception cref="ProblemException"><c>cases.question-wrong</c>; <c>cases.challenge-old</c>.</exception>
    public Proof? Check(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!string.IsNullOrEmpty(answer.Website))
        {
            return null;
        }

        var kept = Read(answer.Token) ?? throw new ProblemException("cases.challenge-old");
        if (int.TryParse(answer.Work, NumberStyles.None, CultureInfo.InvariantCulture, out var found) && found == kept.Number)
        {
            return new Proof(kept.Form, WasWorkedFor: true);
        }

        var typed = (answer.Typed ?? "").Normalize(NormalizationForm.FormKC).Trim();
        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var sum) && sum == kept.First + kept.Second
            ? new Proof(kept.Form, WasWorkedFor: false)
            : throw new ProblemException("cases.question-wrong");
    }

    private ITimeLimitedDataProtector Protector => seal.Passing("guard");

    private Challenge Show(Kept kept, string token) => new(
        token, kept.Nonce, kept.Salt, KeyOf(kept),
        words["cases.question", words[$"cases.numeral-{kept.First}"].Value, words[$"cases.numeral-{kept.Second}"].Value].Value);

    // As ALTCHA's worker derives it: the hash of the salt, the nonce and the number in four bytes, the highest first.
    private static string KeyOf(Kept kept)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)kept.Number);
        return Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(kept.Salt), .. Convert.FromHexString(kept.Nonce), .. number]));
    }

    private Kept? Read(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : JsonSerializer.Deserialize<Kept>(Protector.Unprotect(token));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Kept(Guid Form, string Nonce, string Salt, int Number, int First, int Second);
}

/// <summary>What a form shows: the sealed token that comes back with it, ALTCHA's challenge for a script (nonce, salt and key in hexadecimal), the question for a
/// person.</summary>
public sealed record Challenge(string Token, string Nonce, string Salt, string Key, string Question);

/// <summary>What comes back with a form.</summary>
public sealed record Answer
{
    /// <summary>The sealed token.</summary>
    public string Token { get; init; } = "";

    /// <summary>The number a script found.</summary>
    public string Work { get; init; } = "";

    /// <summary>What a person answered.</summary>
    public string? Typed { get; init; }

    /// <summary>A field no person sees.</summary>
    public string? Website { get; init; }
}

/// <summary>What was proved, and the key of the form: the same form sent twice bears the same key.</summary>
/// <param name="Form">The form's key.</param>
/// <param name="WasWorkedFor">Whether by work; by a plain question the limits are stricter.</param>
public sealed record Proof(Guid Form, bool WasWorkedFor);
