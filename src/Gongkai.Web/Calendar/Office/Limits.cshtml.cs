using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Calendar.Office;

internal sealed class LimitsModel(CalendarDesk desk, SchoolCalendar calendar, CampusClock clock, PageWords words) : OurPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<LimitChoice> Choices { get; private set; } = [];

    public IReadOnlyList<RulePack> Packs { get; private set; } = [];

    public DateOnly On => clock.Today;

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var own = await calendar.PublicationAsync(cancel);
        Input = new Form { Publish = $"{own.Find(LimitKind.Publish)!.Days}", Update = $"{own.Find(LimitKind.Update)!.Days}", Source = Choices.Count > 0 ? Choices[0].Source : "" };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancel);
            return Page();
        }

        return await TryAsync(
            async () =>
            {
                await desk.ChooseAsync(By, Form.Days(Input.Publish), Form.Days(Input.Update), Input.Source, cancel);
                return Go("/office/settings/limits", words["limits.chosen-said", Form.Days(Input.Publish), Form.Days(Input.Update)]);
            },
            async () =>
            {
                await LoadAsync(cancel);
                return Page();
            });
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin) || By.Holds(Role.DisclosureOffice));
        Choices = await desk.ChoicesAsync(cancel);
        var own = await calendar.PublicationAsync(cancel);
        Packs = [own, .. RulePacks.All.Where(p => p.Id != own.Id)];
    }

    internal sealed class Form
    {
        [RegularExpression(@"^\s*[0-9０-９]{1,3}\s*$", ErrorMessage = "limits.not-a-number")]
        public string Publish { get; set; } = "";

        [RegularExpression(@"^\s*[0-9０-９]{1,3}\s*$", ErrorMessage = "limits.not-a-number")]
        public string Update { get; set; } = "";

        public string Source { get; set; } = "";

        public static int Days(string typed) => int.TryParse(typed.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0;
    }
}
