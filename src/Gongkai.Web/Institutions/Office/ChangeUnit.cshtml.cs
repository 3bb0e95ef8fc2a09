using System.ComponentModel.DataAnnotations;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Institutions.Office;

internal sealed class ChangeUnitModel(GongkaiDb db, InstitutionDesk desk, UnitDesk tree, PageWords words) : OurPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Unit Unit { get; private set; } = null!;

    public IReadOnlyList<Unit> Parents { get; private set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        Input = Form.Of(Unit);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(id, cancel);
            return Page();
        }

        return await TryAsync(
            async () =>
            {
                await tree.ChangeAsync(By, id, Input.ApplyTo, cancel);
                return Go("/office/units", words["units.changed-said", Input.Name]);
            },
            async () =>
            {
                db.ChangeTracker.Clear();
                await LoadAsync(id, cancel);
                return Page();
            });
    }

    private async Task LoadAsync(Guid id, CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin) || By.Holds(Role.DisclosureOffice));
        var units = await desk.UnitsAsync(cancel);
        Unit = units.FirstOrDefault(u => u.Id == id) ?? throw new NotFoundException(nameof(Unit));
        Parents = [.. units.Where(u => u.Id != id)];
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "units.name-missing")]
        public string Name { get; set; } = "";

        public string NameEn { get; set; } = "";

        public string Aliases { get; set; } = "";

        public Guid? Parent { get; set; }

        public bool IsCollege { get; set; }

        public bool IsActive { get; set; }

        public string Telephone { get; set; } = "";

        public string Email { get; set; } = "";

        public static Form Of(Unit u) => new()
        {
            Name = u.Name,
            NameEn = u.NameEn,
            Aliases = u.Aliases.Replace('\n', '、'),
            Parent = u.ParentId,
            IsCollege = u.IsCollege,
            IsActive = u.IsActive,
            Telephone = u.Telephone,
            Email = u.Email,
        };

        public void ApplyTo(Unit u)
        {
            (u.Name, u.NameEn, u.ParentId, u.IsCollege, u.IsActive) = (Name, NameEn.Trim(), Parent, IsCollege, IsActive);
            (u.Aliases, u.Telephone, u.Email) = (string.Join('\n', UnitSheet.Parts(Aliases)), Telephone.Trim(), Email.Trim());
        }
    }
}
