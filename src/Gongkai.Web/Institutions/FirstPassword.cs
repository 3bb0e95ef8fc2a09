using System.Security.Cryptography;

namespace Gongkai.Web.Institutions;

/// <summary>Passwords the program makes: for a new account or one whose password was reset. Shown once, kept nowhere, and changed by their
/// owner at the first sign-in.</summary>
public static class FirstPassword
{
    // Without what is mistaken for something else on paper: I, l, 1, O, 0.
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Small = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";
    private const int Group = 4;
    private const int Groups = 3;

    /// <summary>A password like Kq7m-Tz4p-Rw9x that keeps every password rule.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => MakeGroup()));

    private static string MakeGroup()
    {
        var letters = (RandomNumberGenerator.GetString(Capitals, 1) + RandomNumberGenerator.GetString(Small, Group - 2) + RandomNumberGenerator.GetString(Digits, 1)).ToCharArray();
        RandomNumberGenerator.Shuffle(letters.AsSpan());
        return new string(letters);
    }
}

/// <summary>An account's first password on its way to its owner; made once, never stored.</summary>
public sealed record PasswordSlip(string Name, string UserName, string UnitName, string Password);
