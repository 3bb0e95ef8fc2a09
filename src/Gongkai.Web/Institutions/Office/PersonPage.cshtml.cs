using System.ComponentModel.DataAnnotations;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions.Office;

internal sealed class PersonPageModel(GongkaiDb db, AccountDesk desk, PeopleDesk people, InstitutionDesk institutions, CampusClock clock, PageWords words) : OurPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public AccountState State { get; private set; }

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public IReadOnlyList<RoleHolding> Holdings { get; private set; } = [];

    public IReadOnlyList<RoleProposal> Proposed { get; private set; } = [];

    public IReadOnlyList<PasswordSlip> Slips { get; private set; } = [];

    public Role? GrantRole { get; private set; }

    public Guid? GrantUnit { get; private set; }

    public string UnitName(Guid? id) => Units.FirstOrDefault(u => u.Id == id)?.NameIn(PageWords.IsEnglish) ?? "";

    public string Reach(RoleHolding h) => string.Join(' ', new[]
    {
        h.UnitId is null ? words["people.whole-school"].Value : UnitName(h.UnitId),
        h.UntilOn is { } until ? words["people.until", words.Day(until)].Value : "",
        h.DelegatedById is null ? "" : words["people.delegated"].Value,
    }.Where(part => part.Length > 0));

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        Input = Form.Of(Person);
    }

    public async Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(id, cancel);
            return Page();
        }

        return await DoAsync(id, async () =>
        {
            await desk.ChangeAsync(By, id, Input.ApplyTo, cancel);
            return words["people.saved-said", Input.Name];
        }, cancel);
    }

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancel) => SayAsync(id, () => desk.CloseAsync(By, id, cancel), "people.closed-said", cancel);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancel) => SayAsync(id, () => desk.ReopenAsync(By, id, cancel), "people.reopened-said", cancel);

    public Task<IActionResult> OnPostUnlockAsync(Guid id, CancellationToken cancel) => SayAsync(id, () => desk.UnlockAsync(By, id, cancel), "people.unlocked-said", cancel);

    public Task<IActionResult> OnPostClearFactorAsync(Guid id, CancellationToken cancel) => SayAsync(id, () => desk.ClearSecondFactorAsync(By, id, cancel), "people.factor-cleared-said", cancel);

    // Shown in the answer itself, not after a redirect: the password is kept nowhere.
    public Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken cancel) => TryAsync(
        async () =>
        {
            var password = await desk.ResetPasswordAsync(By, id, cancel);
            db.ChangeTracker.Clear();
            ModelState.Clear();
            await OnGetAsync(id, cancel);
            Slips = [new PasswordSlip(Person.Name, Person.UserName!, UnitName(Person.UnitId), password)];
            Response.Headers.CacheControl = "no-store";
            return Page();
        },
        () => AgainAsync(id, cancel));

    public Task<IActionResult> OnPostGrantAsync(Guid id, Role role, Guid? unit, DateOnly? until, CancellationToken cancel)
    {
        (GrantRole, GrantUnit) = (role, unit);
        return SayAsync(id, () => until < clock.Today ? throw new ProblemException("people.until-past") : people.GrantAsync(By, id, role, unit, until, cancel), "people.granted-said", cancel);
    }

    public Task<IActionResult> OnPostRevokeAsync(Guid id, Guid holding, CancellationToken cancel) => SayAsync(id, () => people.RevokeAsync(By, holding, cancel), "people.revoked-said", cancel);

    private Task<IActionResult> SayAsync(Guid id, Func<Task> act, string said, CancellationToken cancel) => DoAsync(id, async () =>
    {
        await act();
        return words[said];
    }, cancel);

    private Task<IActionResult> DoAsync(Guid id, Func<Task<string>> act, CancellationToken cancel) => TryAsync(
        async () => Go($"/office/people/{id}", await act()),
        () => AgainAsync(id, cancel));

    private async Task<IActionResult> AgainAsync(Guid id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await LoadAsync(id, cancel);
        if (!Request.Form.ContainsKey("Input.Name"))
        {
            ModelState.Clear();
            Input = Form.Of(Person);
        }

        return Page();
    }

    private async Task LoadAsync(Guid id, CancellationToken cancel)
    {
        Person = await desk.FindAsync(By, id, cancel);
        State = PeopleList.StateOf(Person, clock.UtcNow);
        Units = await institutions.UnitsAsync(cancel);
        var today = clock.Today;
        Holdings = (await db.Set<RoleHolding>().AsNoTracking().Where(h => h.PersonId == id).OrderBy(h => h.Id).ToListAsync(cancel)).FindAll(h => h.HoldsOn(today));
        Proposed = await db.Set<RoleProposal>().AsNoTracking().Where(p => p.PersonId == id).OrderBy(p => p.Id).ToListAsync(cancel);
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "people.name-missing")]
        public string Name { get; set; } = "";

        public string Pinyin { get; set; } = "";

        [RegularExpression(@"^\s*([^@\s]+@[^@\s]+\.[^@\s]+)?\s*$", ErrorMessage = "people.email-malformed")]
        public string Email { get; set; } = "";

        public Guid? Unit { get; set; }

        public bool IsPartyMember { get; set; }

        public static Form Of(Person p) => new() { Name = p.Name, Pinyin = p.PinyinKey, Email = p.Email ?? "", Unit = p.UnitId, IsPartyMember = p.IsPartyMember };

        public void ApplyTo(Person p) =>
            (p.Name, p.PinyinKey, p.Email, p.UnitId, p.IsPartyMember) = (Name, Pinyin.Trim(), Email.Trim() is { Length: > 0 } email ? email : null, Unit, IsPartyMember);
    }
}
