using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.Web.Platform.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Cases;

/// <summary>Seals what names a person (个人信息加密), with keys that lie apart from the database: a stolen database or file folder tells nothing
/// (Personal Information Protection Law Art. 51).</summary>
public sealed class CaseSeal
{
    private const string MarkKey = "case-marks.key";

    private readonly IDataProtector _seal;
    private readonly IDataProtectionProvider _protection;
    private readonly byte[] _markKey;

    /// <summary>Opens the seal; makes the key of the marks the first time.</summary>
    public CaseSeal(IDataProtectionProvider protection, HostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _protection = protection;
        _seal = protection.CreateProtector("gongkai.case-person");
        _markKey = MarkKeyIn(settings.Keys);
    }

    /// <summary>Seals a text; an empty one stays empty.</summary>
    public string Close(string text) => text.Length == 0 ? "" : _seal.Protect(text);

    /// <summary>Seals what can be written as JSON.</summary>
    public string Close<T>(T what)
        where T : class => _seal.Protect(JsonSerializer.Serialize(what));

    /// <summary>Opens a sealed text.</summary>
    /// <exception cref="ProblemException"><c>cases.keys-lost</c>: the keys folder is another one than when it was sealed.</exception>
    public string Open(string text) => text.Length == 0 ? "" : Guarded(() => _seal.Unprotect(text));

    /// <summary>Opens what was sealed as JSON; null when it was purged.</summary>
    /// <exception cref="ProblemException"><c>cases.keys-lost</c>.</exception>
    public T? Open<T>(string text)
        where T : class => text.Length == 0 ? null : JsonSerializer.Deserialize<T>(Open(text));

    /// <summary>Seals the bytes of a file.</summary>
    public byte[] CloseBytes(byte[] bytes) => _seal.Protect(bytes);

    /// <summary>Opens the bytes of a file.</summary>
    /// <exception cref="ProblemException"><c>cases.keys-lost</c>.</exception>
    public byte[] OpenBytes(byte[] bytes) => Guarded(() => _seal.Unprotect(bytes));

    /// <summary>A mark that is the same for the same person and tells nothing of them: finds repeats without opening any seal. Empty when there is too little to go by.</summary>
    public string MarkOf(string name, string document)
    {
        var (who, paper) = (Fold(name), Fold(document));
        return who.Length == 0 || paper.Length < 4 ? "" : Convert.ToHexStringLower(HMACSHA256.HashData(_markKey, Encoding.UTF8.GetBytes($"{who}\n{paper}")));
    }

    /// <summary>A protector that forgets after a while, for what travels through a browser and comes back.</summary>
    internal ITimeLimitedDataProtector Passing(string purpose) => _protection.CreateProtector($"gongkai.cases.{purpose}").ToTimeLimitedDataProtector();

    private static string Fold(string text) => new([.. text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(c => !char.IsWhiteSpace(c))]);

    private static T Guarded<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (CryptographicException)
        {
            throw new ProblemException("cases.keys-lost");
        }
    }

    // Two processes that start at once must end with one key: only one of them gets to name the file.
    private static byte[] MarkKeyIn(string folder)
    {
        var path = Path.Combine(folder, MarkKey);
        if (!File.Exists(path))
        {
            var fresh = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllBytes(fresh, RandomNumberGenerator.GetBytes(32));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            try
            {
                File.Move(fresh, path, overwrite: false);
            }
            catch (IOException)
            {
                File.Delete(fresh);
            }
        }

        return File.ReadAllBytes(path);
    }
}
