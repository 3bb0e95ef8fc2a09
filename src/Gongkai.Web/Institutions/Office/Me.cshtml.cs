using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Gongkai.Web.Institutions.Office;

internal sealed class MeModel(GongkaiDb db, UserManager<Person> users, SignInManager<Person> signIn, PeopleDesk desk, AccountDesk accounts, CampusClock clock, PageWords words) : OurPage
{
    public bool HasSecondFactor { get; private set; }

    public string Key { get; private set; } = "";

    public string QrCode { get; private set; } = "";

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public IReadOnlyList<RoleHolding> Own { get; private set; } = [];

    /// <summary>What this person has handed to colleagues for a time, and what colleagues have handed to them.</summary>
    public IReadOnlyList<(RoleHolding Holding, string From, string To)> Delegated { get; private set; } = [];

    public IReadOnlyList<Person> Colleagues { get; private set; } = [];

    private IReadOnlyList<Unit> Units { get; set; } = [];

    public string UnitName(Guid? id) => Units.FirstOrDefault(u => u.Id == id)?.NameIn(PageWords.IsEnglish) ?? "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = await MeAsync();
        HasSecondFactor = await users.GetTwoFactorEnabledAsync(me);
        if (!HasSecondFactor)
        {
            Key = await users.GetAuthenticatorKeyAsync(me) ?? await NewKeyAsync(me);
            var address = $"otpauth://totp/{Uri.EscapeDataString(School.Name)}:{Uri.EscapeDataString(me.UserName!)}?secret={Key}&issuer={Uri.EscapeDataString(School.Name)}";
            using var qr = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
            QrCode = $"data:image/png;base64,{Convert.ToBase64String(new PngByteQRCode(qr).GetGraphic(6))}";
        }

        var today = clock.Today;
        Units = await db.Set<Unit>().AsNoTracking().ToListAsync(cancel);
        Own = [.. (await db.Set<RoleHolding>().AsNoTracking().Where(h => h.PersonId == By.Id && h.DelegatedById == null).ToListAsync(cancel))
            .Where(h => h.HoldsOn(today) && h.Role is not (Role.Reader or Role.SystemAdmin or Role.SecurityAdmin or Role.AuditAdmin))];
        var people = await db.Set<Person>().AsNoTracking().ToListAsync(cancel);
        string NameOf(Guid? id) => people.Find(p => p.Id == id)?.Name ?? "";
        Delegated = [.. (await db.Set<RoleHolding>().AsNoTracking().Where(h => h.DelegatedById != null && (h.DelegatedById == By.Id || h.PersonId == By.Id)).OrderBy(h => h.UntilOn).ToListAsync(cancel))
            .Where(h => h.HoldsOn(today)).Select(h => (h, NameOf(h.DelegatedById), NameOf(h.PersonId)))];
        Colleagues = PinyinOrder.Sort(people.Where(p => p.IsActive && p.Id != By.Id), p => p);
    }

    public Task<IActionResult> OnPostOnAsync(string? code, CancellationToken cancel) => DoAsync(async () =>
    {
        var me = await MeAsync();
        var digits = (code ?? "").Normalize(System.Text.NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);
        if (!await users.VerifyTwoFactorTokenAsync(me, users.Options.Tokens.AuthenticatorTokenProvider, digits))
        {
            throw new ProblemException("sign-in.code-wrong");
        }

        await users.SetTwoFactorEnabledAsync(me, enabled: true);
        RecoveryCodes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(me, 8) ?? []];
        await OnGetAsync(cancel);
        return Page();
    }, cancel);

    public Task<IActionResult> OnPostOffAsync(CancellationToken cancel) => DoAsync(async () =>
    {
        var me = await MeAsync();
        await users.SetTwoFactorEnabledAsync(me, enabled: false);
        await users.ResetAuthenticatorKeyAsync(me);
        return Go("/office/me", words["shared.saved"]);
    }, cancel);

    public Task<IActionResult> OnPostPasswordAsync(string? old, string? @new, CancellationToken cancel) => DoAsync(async () =>
    {
        await signIn.RefreshSignInAsync(await accounts.ChangeOwnPasswordAsync(By, old ?? "", @new ?? ""));
        return Go("/office/me", words["people.password-changed-said"]);
    }, cancel);

    public Task<IActionResult> OnPostDelegateAsync(Guid holding, Guid to, DateOnly? until, CancellationToken cancel) => DoAsync(async () =>
    {
        var own = await db.Set<RoleHolding>().AsNoTracking().Where(h => h.Id == holding && h.PersonId == By.Id).FirstOr404Async(cancel);
        await desk.DelegateAsync(By, to, own.Role, own.UnitId, until ?? throw new ProblemException("people.delegation-past"), cancel);
        return Go("/office/me", words["me.delegated-said", words.Day(until)]);
    }, cancel);

    public Task<IActionResult> OnPostTakeBackAsync(Guid holding, CancellationToken cancel) => DoAsync(async () =>
    {
        await desk.RevokeAsync(By, holding, cancel);
        return Go("/office/me", words["me.taken-back-said"]);
    }, cancel);

    private Task<IActionResult> DoAsync(Func<Task<IActionResult>> act, CancellationToken cancel) => TryAsync(act, async () =>
    {
        await OnGetAsync(cancel);
        return Page();
    });

    private async Task<Person> MeAsync() => await users.FindByIdAsync(By.Id.ToString()) ?? throw new NotFoundException(nameof(Person));

    private async Task<string> NewKeyAsync(Person me)
    {
        await users.ResetAuthenticatorKeyAsync(me);
        return (await users.GetAuthenticatorKeyAsync(me))!;
    }
}
