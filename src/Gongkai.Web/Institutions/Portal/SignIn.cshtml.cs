using System.ComponentModel.DataAnnotations;
using Gongkai.Web.Audit;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions.Portal;

[NeverKept]
internal sealed class SignInModel(SignInManager<Person> signIn, GongkaiDb db, AuditTrail audit, HostSettings settings, PageWords words) : OurPage
{
    public const string DemoPassword = "Gongkai-demo-2026";

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Back { get; private set; } = "";

    public bool NeedsCode { get; private set; }

    public IReadOnlyList<(string UserName, string Name, IReadOnlyList<Role> Roles)> DemoPeople { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "ReturnUrl")] string? back, CancellationToken cancel)
    {
        Back = back ?? "";
        await LoadDemoAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? back, string? code, CancellationToken cancel)
    {
        Back = back ?? "";
        await LoadDemoAsync(cancel);
        if (code is not null)
        {
            return await WithCodeAsync(code.Normalize(System.Text.NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var userName = signIn.UserManager.NormalizeName(Input.UserName.Trim());
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.NormalizedUserName == userName && p.IsActive, cancel);
        var result = person is null
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(Input.UserName.Trim(), Input.Password, isPersistent: false, lockoutOnFailure: true);
        audit.Note(Actor.Nobody, result.Succeeded ? "sign-in.done" : result.RequiresTwoFactor ? "sign-in.half" : "sign-in.refused", person?.Id ?? Guid.Empty, person?.Name ?? "?");
        await db.SaveChangesAsync(cancel);
        if (result.Succeeded)
        {
            return Onward();
        }

        NeedsCode = result.RequiresTwoFactor;
        Problem = NeedsCode ? null : words[result.IsLockedOut ? "sign-in.locked" : "sign-in.refused-hint"].Value;
        return Page();
    }

    private async Task<IActionResult> WithCodeAsync(string code)
    {
        var result = await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        if (!result.Succeeded && !result.IsLockedOut)
        {
            result = await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        }

        if (result.Succeeded)
        {
            return Onward();
        }

        ModelState.Clear();
        NeedsCode = !result.IsLockedOut;
        Problem = words[result.IsLockedOut ? "sign-in.locked" : "sign-in.code-wrong"];
        return Page();
    }

    private IActionResult Onward() => Url.IsLocalUrl(Back) ? LocalRedirect(Back) : Go("/office");

    private async Task LoadDemoAsync(CancellationToken cancel)
    {
        if (!settings.IsDemo)
        {
            return;
        }

        var held = (await db.Set<RoleHolding>().AsNoTracking().ToListAsync(cancel)).ToLookup(h => h.PersonId, h => h.Role);
        var people = await db.Set<Person>().AsNoTracking().OrderBy(p => p.UserName).ToListAsync(cancel);
        DemoPeople = [.. people.Select(p => (p.UserName!, p.Name, (IReadOnlyList<Role>)[.. held[p.Id].Distinct().Order()]))];
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "sign-in.user-name-missing")]
        [StringLength(200)]
        public string UserName { get; set; } = "";

        [Required(ErrorMessage = "sign-in.password-missing")]
        [StringLength(500)]
        public string Password { get; set; } = "";
    }
}
