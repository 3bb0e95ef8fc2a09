using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Institutions;

/// <summary>First passwords on the one page that shows them: to print, or to take away as a workbook within the hour. The server keeps none;
/// the page itself carries them, sealed.</summary>
public sealed class PasswordSlips(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("gongkai.password-slips").ToTimeLimitedDataProtector();

    /// <summary>Seals slips for the page that shows them.</summary>
    public string Seal(IReadOnlyList<PasswordSlip> slips) => _seal.Protect(JsonSerializer.Serialize(slips), Lifetime);

    /// <summary>Sealed slips as a workbook.</summary>
    /// <exception cref="ProblemException"><c>people.slips-over</c>: the hour is over, or the seal is broken.</exception>
    public byte[] Workbook(string sealedSlips)
    {
        try
        {
            var slips = JsonSerializer.Deserialize<List<PasswordSlip>>(_seal.Unprotect(sealedSlips))!;
            return Sheets.Xlsx(Sheet(slips));
        }
        catch (CryptographicException)
        {
            throw new ProblemException("people.slips-over");
        }
    }

    /// <summary>Slips as a list.</summary>
    public static Sheet Sheet(IReadOnlyList<PasswordSlip> slips) =>
        new(["姓名", "用户名", "单位", "初始密码"], slips.Select(s => new object?[] { s.Name, s.UserName, s.UnitName, s.Password }));
}
