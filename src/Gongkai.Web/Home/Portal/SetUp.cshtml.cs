using Gongkai.Web.Institutions;
using Gongkai.Web.Notices;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Web;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Home.Portal;

[NeverKept]
internal sealed class SetUpModel(SetUpDesk desk, SetUpCode code, SetUpShelf shelf, MailDesk mail, UserManager<Person> users, PasswordSlips slips, PageWords words) : OurPage
{
    private static readonly Role[] Roles = [Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin, Role.DisclosureOffice];

    private SetUpShelf.Held _held = new([], []);

    [BindProperty]
    public SetUpForm Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Badge { get; set; }

    [BindProperty]
    public IFormFile? Units { get; set; }

    [BindProperty]
    public IFormFile? People { get; set; }

    public string Kept => shelf.Seal(_held);

    public string? Tested { get; private set; }

    public SetUpDone? Finished { get; private set; }

    public string SealedSlips => slips.Seal(Finished!.Slips);

    public string? HeldName(string field) => _held.Files.GetValueOrDefault(field)?.Name;

    public bool HoldsPassword(string field) => _held.Passwords.ContainsKey(field);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await desk.IsOpenAsync(cancel) ? Page() : NotFound();

    public IActionResult OnGetUnitTemplate() => File(UnitSheet.Template(words), Sheets.XlsxType, "单位模板.xlsx");

    public IActionResult OnGetPeopleTemplate() => File(PeopleSheetReader.Template(words), Sheets.XlsxType, "人员模板.xlsx");

    /// <summary>The passwords that were shown, as a workbook; the seal is what gives the right to them.</summary>
    public IActionResult OnPostSlips() => File(slips.Workbook(Request.Form["slips"].ToString()), Sheets.XlsxType, "初始密码.xlsx");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await HoldAsync(cancel))
        {
            return NotFound();
        }

        await Input.CheckAsync(ModelState, users, words);
        if (Input.Mail.Host.Length > 0)
        {
            Check("Input.Mail.Host", () => Input.Mail.Route().Checked());
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        return await TryAsync(
            async () =>
            {
                var done = await desk.SetUpAsync(Plan(), cancel);
                shelf.Clear();
                if (done.Slips.Count == 0 && done.Problems.Count == 0)
                {
                    return Go("/sign-in");
                }

                Finished = done;
                Response.Headers.CacheControl = "no-store";
                return Page();
            },
            () => Task.FromResult<IActionResult>(Page()));
    }

    /// <summary>Sends a test mail with what is typed; everything else stays as it is.</summary>
    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancel)
    {
        if (!await HoldAsync(cancel))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            try
            {
                await mail.TestAsync(Input.Mail.Route().Checked(), Input.Mail.To.Trim(), words["notices.test-subject"], cancel);
                Tested = words["notices.test-done"];
            }
            catch (ProblemException problem)
            {
                ModelState.AddModelError("Input.Mail.Host", words[problem.Code, [.. problem.Arguments]]);
            }
        }

        return Page();
    }

    // What a browser does not send again is held; without the code nobody may put a file here.
    private async Task<bool> HoldAsync(CancellationToken cancel)
    {
        if (!await desk.IsOpenAsync(cancel))
        {
            return false;
        }

        ModelState.Clear();
        _held = shelf.Open(Request.Form["Kept"]);
        Input.TakePasswords(_held.Passwords);
        if (!code.Is(Input.SetUpCode))
        {
            ModelState.AddModelError("Input.SetUpCode", words["set-up.code-wrong"]);
            return true;
        }

        foreach (var (field, name, file) in new[] { ("badge", nameof(Badge), Badge), ("units", nameof(Units), Units), ("people", nameof(People), People) })
        {
            if (file is not null)
            {
                await CheckAsync(name, async () => _held.Files[field] = await shelf.KeepAsync(file, cancel));
            }
        }

        if (Badge is not null)
        {
            await using var picture = Badge.OpenReadStream();
            Check(nameof(Badge), () =>
            {
                if (Badge.Length > SchoolBadge.Largest || !SchoolBadge.IsPicture(picture, Badge.FileName))
                {
                    _held.Files.Remove("badge");
                    throw new ProblemException("settings.logo-refused");
                }
            });
        }

        return true;
    }

    private void Check(string field, Action act) => CheckAsync(field, () =>
    {
        act();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    private async Task CheckAsync(string field, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (ProblemException problem)
        {
            ModelState.AddModelError(field, words[problem.Code, [.. problem.Arguments]]);
        }
    }

    private SetUpFile? FileOf(string field) => _held.Files.GetValueOrDefault(field) is { } file ? shelf.Find(file) : null;

    private SetUpPlan Plan() => Input.ToPlan() with
    {
        Badge = FileOf("badge"),
        Units = FileOf("units"),
        People = FileOf("people"),
        Accounts = [.. Input.Accounts.Zip(Roles, (a, role) => (new SetUpAccount(a.UserName, a.Name, a.Password), role))],
    };
}
