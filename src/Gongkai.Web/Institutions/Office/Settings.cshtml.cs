using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Institutions.Office;

internal sealed partial class SettingsModel(InstitutionDesk desk, SchoolBadge badge, PageWords words) : OurPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin));
        Input = Form.Of(await desk.CurrentAsync(cancel));
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? logo, CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return await TryAsync(
            async () =>
            {
                string? hash = null, type = null;
                if (logo is not null)
                {
                    await using var picture = logo.OpenReadStream();
                    (hash, type) = await badge.KeepAsync(picture, logo.FileName, cancel);
                }

                await desk.ChangeAsync(By, school =>
                {
                    Input.ApplyTo(school);
                    (school.LogoHash, school.LogoType) = hash is null ? (school.LogoHash, school.LogoType) : (hash, type);
                }, cancel);
                return Go("/office/settings", words["shared.saved"]);
            },
            () => Task.FromResult<IActionResult>(Page()));
    }

    internal sealed partial class Form
    {
        [Required(ErrorMessage = "institutions.name-missing")]
        public string Name { get; set; } = "";

        public string? NameEn { get; set; }

        public SuperiorBody SuperiorBody { get; set; }

        public string? Colour { get; set; }

        public string? Organiser { get; set; }

        public string? IcpNumber { get; set; }

        public string? PoliceNumber { get; set; }

        public string? Hosts { get; set; }

        public string? Office { get; set; }

        public string? Head { get; set; }

        public string? Address { get; set; }

        public string? Hours { get; set; }

        public string? Telephone { get; set; }

        public string? Fax { get; set; }

        public string? Email { get; set; }

        public static Form Of(Institution i) => new()
        {
            Name = i.Name,
            NameEn = i.NameEn,
            SuperiorBody = i.SuperiorBody,
            Colour = i.Colour,
            Organiser = i.Organiser,
            IcpNumber = i.IcpNumber,
            PoliceNumber = i.PoliceNumber,
            Hosts = i.Hosts,
            Office = i.Contact.Office,
            Head = i.Contact.Head,
            Address = i.Contact.Address,
            Hours = i.Contact.Hours,
            Telephone = i.Contact.Telephone,
            Fax = i.Contact.Fax,
            Email = i.Contact.Email,
        };

        public void ApplyTo(Institution i)
        {
            (i.Name, i.NameEn, i.SuperiorBody) = (Name.Trim().Normalize(), Text(NameEn), SuperiorBody);
            i.Colour = HexColour().IsMatch(Colour ?? "") ? Colour! : i.Colour;
            (i.Organiser, i.IcpNumber, i.PoliceNumber, i.Hosts) = (Text(Organiser), Text(IcpNumber), Text(PoliceNumber), Text(Hosts));
            i.Contact = new OfficeContact { Office = Text(Office), Head = Text(Head), Address = Text(Address), Hours = Text(Hours), Telephone = Text(Telephone), Fax = Text(Fax), Email = Text(Email) };
        }

        private static string Text(string? typed) => (typed ?? "").Trim().Normalize();

        [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
        private static partial Regex HexColour();
    }
}
