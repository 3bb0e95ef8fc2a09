using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Institutions.Office;

internal sealed class PeopleModel(GongkaiDb db, PeopleDesk desk, PeopleList list, PeopleImportDesk import, PasswordSlips slips, InstitutionDesk institutions, PageWords words) : OurPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public PeopleList.Filter Filter { get; private set; } = new();

    public Paging Paging { get; private set; } = new(1, 0);

    public IReadOnlyList<PeopleList.Row> Rows { get; private set; } = [];

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public IReadOnlyList<PasswordSlip> Slips { get; private set; } = [];

    public int Proposed { get; private set; }

    public string UnitName(Guid? id) => Units.FirstOrDefault(u => u.Id == id)?.NameIn(PageWords.IsEnglish) ?? "";

    public string Reach(RoleHolding h) => string.Join(' ', new[]
    {
        h.UnitId is null ? words["people.whole-school"].Value : UnitName(h.UnitId),
        h.UntilOn is { } until ? words["people.until", words.Day(until)].Value : "",
        h.DelegatedById is null ? "" : words["people.delegated"].Value,
    }.Where(part => part.Length > 0));

    public string Export(string handler) => $"{Request.PathBase}/office/people{QueryString.Create(Request.Query.Where(q => q.Key is "q" or "unit" or "role" or "state").Append(new("handler", handler)))}";

    public async Task OnGetAsync(string? q, Guid? unit, Role? role, AccountState? state, int? p, CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin) || By.Holds(Role.SecurityAdmin));
        Filter = new PeopleList.Filter { Q = q ?? "", Unit = unit, Role = role, State = state };
        await LoadAsync(p, cancel);
    }

    public IActionResult OnGetTemplate() =>
        File(PeopleSheetReader.Template(words), Sheets.XlsxType, "人员模板.xlsx");

    public async Task<IActionResult> OnGetXlsxAsync(string? q, Guid? unit, Role? role, AccountState? state, CancellationToken cancel)
    {
        await OnGetAsync(q, unit, role, state, null, cancel);
        return File(Sheets.Xlsx(await list.SheetAsync(await list.FindAsync(Filter, cancel), cancel)), Sheets.XlsxType, "人员.xlsx");
    }

    public async Task<IActionResult> OnGetCsvAsync(string? q, Guid? unit, Role? role, AccountState? state, CancellationToken cancel)
    {
        await OnGetAsync(q, unit, role, state, null, cancel);
        return File(Sheets.Csv(await list.SheetAsync(await list.FindAsync(Filter, cancel), cancel)), "text/csv", "人员.csv");
    }

    public Task<IActionResult> OnPostAddAsync(CancellationToken cancel) => TryAsync(
        async () =>
        {
            var password = FirstPassword.Make();
            var person = await desk.AddAsync(By, Input.UserName, Input.Name, password, Input.Unit, Input.Email.Length > 0 ? Input.Email.Trim() : null, Input.Pinyin.Trim(), mustChangePassword: true);
            Input = new Form();
            ModelState.Clear();
            await LoadAsync(null, cancel);
            Slips = [new PasswordSlip(person.Name, person.UserName!, UnitName(person.UnitId), password)];
            return Page();
        },
        () => AgainAsync(cancel));

    public Task<IActionResult> OnPostImportAsync(IFormFile? sheet, CancellationToken cancel) => TryAsync(
        async () =>
        {
            await using var content = (sheet ?? throw new ProblemException("sheets.no-file")).OpenReadStream();
            var read = await import.ReadAsync(By, content, sheet.FileName, cancel);
            return Go($"/office/people/import/{read.Id}");
        },
        () => AgainAsync(cancel));

    public Task<IActionResult> OnPostSlipsAsync(CancellationToken cancel) => TryAsync(
        () =>
        {
            Permit.Require(By.Holds(Role.SystemAdmin));
            return Task.FromResult<IActionResult>(File(slips.Workbook(Request.Form["slips"].ToString()), Sheets.XlsxType, "初始密码.xlsx"));
        },
        () => AgainAsync(cancel));

    private async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await LoadAsync(null, cancel);
        return Page();
    }

    private async Task LoadAsync(int? p, CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin) || By.Holds(Role.SecurityAdmin));
        Units = await institutions.UnitsAsync(cancel);
        Proposed = await db.Set<RoleProposal>().CountAsync(cancel);
        var found = await list.FindAsync(Filter, cancel);
        Paging = new Paging(Paging.Sane(p), found.Count);
        Rows = [.. found.Skip((Paging.Number - 1) * Paging.Size).Take(Paging.Size)];
    }

    internal sealed class Form
    {
        public string Name { get; set; } = "";

        public string Pinyin { get; set; } = "";

        public string UserName { get; set; } = "";

        public string Email { get; set; } = "";

        public Guid? Unit { get; set; }
    }
}
