using Gongkai.Engines;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Screening.Office;

internal sealed class RulesModel(ScreeningRulesDesk desk, PageWords words) : OurPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string Sample { get; private set; } = "";

    public IReadOnlyList<Finding>? Found { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin) || By.Holds(Role.DisclosureOffice));
        var rules = await desk.OfAsync(cancel);
        Input = new Form { StudentNumbers = rules.StudentNumbers, WrongWords = rules.WrongWords, SoftMarks = rules.SoftMarks, AllowedTexts = rules.AllowedTexts };
    }

    public Task<IActionResult> OnPostSaveAsync(string? sample, CancellationToken cancel) => TryAsync(
        async () =>
        {
            Sample = sample ?? "";
            await desk.ChangeAsync(By, Input.StudentNumbers, Input.WrongWords, Input.SoftMarks, Input.AllowedTexts, cancel);
            return Go("/office/settings/screening", words["screening.rules-saved"]);
        },
        () => Task.FromResult<IActionResult>(Page()));

    /// <summary>What the rules as typed find in a sample; nothing is saved.</summary>
    public Task<IActionResult> OnPostTryAsync(string? sample, CancellationToken cancel) => TryAsync(
        () =>
        {
            Permit.Require(By.Holds(Role.SystemAdmin) || By.Holds(Role.DisclosureOffice));
            Sample = sample ?? "";
            Found = ScreeningRulesDesk.Try(Input.StudentNumbers, Input.WrongWords, Input.SoftMarks, Input.AllowedTexts, Sample);
            return Task.FromResult<IActionResult>(Page());
        },
        () => Task.FromResult<IActionResult>(Page()));

    internal sealed class Form
    {
        public string StudentNumbers { get; set; } = "";

        public string WrongWords { get; set; } = "";

        public string SoftMarks { get; set; } = "";

        public string AllowedTexts { get; set; } = "";
    }
}
