using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Home.Portal;

internal sealed partial class SetUpModel(SetUpDesk desk, SetUpCode code, PageWords words) : OurPage
{
    private static readonly Role[] Roles = [Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin, Role.DisclosureOffice];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await desk.IsOpenAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await desk.IsOpenAsync(cancel))
        {
            return NotFound();
        }

        if (!code.Is(Input.SetUpCode ?? ""))
        {
            ModelState.AddModelError("Input.SetUpCode", words["set-up.code-wrong"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        return await TryAsync(
            async () =>
            {
                await desk.SetUpAsync(Plan(), cancel);
                return Go("/sign-in");
            },
            () => Task.FromResult<IActionResult>(Page()));
    }

    private SetUpPlan Plan() => new()
    {
        Code = Input.Code.Normalize(System.Text.NormalizationForm.FormKC).Trim(),
        Name = Input.Name,
        NameEn = Input.NameEn ?? "",
        SuperiorBody = Input.SuperiorBody,
        Colour = Colour().IsMatch(Input.Colour ?? "") ? Input.Colour! : "#0b4f7a",
        Organiser = Input.Organiser ?? "",
        IcpNumber = Input.IcpNumber ?? "",
        PoliceNumber = Input.PoliceNumber ?? "",
        Accounts = [.. Input.Accounts.Zip(Roles, (a, role) => (new SetUpAccount(a.UserName ?? "", a.Name ?? "", a.Password ?? ""), role))],
    };

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();

    internal sealed class Form
    {
        public string? SetUpCode { get; set; }

        [Required(ErrorMessage = "institutions.name-missing")]
        public string Name { get; set; } = "";

        public string? NameEn { get; set; }

        [Required(ErrorMessage = "institutions.code-malformed")]
        public string Code { get; set; } = "";

        public SuperiorBody SuperiorBody { get; set; }

        public string? Colour { get; set; } = "#0b4f7a";

        public string? Organiser { get; set; }

        public string? IcpNumber { get; set; }

        public string? PoliceNumber { get; set; }

        public List<AccountForm> Accounts { get; set; } = [new(), new(), new(), new()];
    }

    internal sealed class AccountForm
    {
        public string? Name { get; set; }

        public string? UserName { get; set; }

        public string? Password { get; set; }
    }
}
