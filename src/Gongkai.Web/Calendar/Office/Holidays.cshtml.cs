using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Calendar.Office;

internal sealed class HolidaysModel(CalendarDesk desk, SchoolCalendar calendar, CampusClock clock, PageWords words) : OurPage
{
    private const int YearsBack = 3;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<(YearSchedule Schedule, HolidaySchedule? Own)> Rows { get; private set; } = [];

    public int NextYear => clock.Today.Year + 1;

    /// <summary>The notice for the next year comes in November; from then on its absence is said.</summary>
    public bool HasNext => clock.Today.Month < 11 || Rows.Any(r => r.Schedule.Year == NextYear);

    public DateOnly DayOf(DateTime at) => clock.DayOf(at);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Permit.Require(By.Holds(Role.SystemAdmin) || By.Holds(Role.DisclosureOffice));
        var own = (await desk.OwnAsync(cancel)).ToDictionary(s => s.Year);
        var whole = await calendar.OfAsync(cancel);
        Rows = [.. whole.Years.Where(y => y >= clock.Today.Year - YearsBack || own.ContainsKey(y)).OrderDescending().Select(y => (whole.ScheduleOf(y)!, own.GetValueOrDefault(y)))];
        Input = Request.HasFormContentType ? Input : new Form { Year = whole.Years.Max() + 1 };
    }

    /// <summary>The years shown, in the shape that is loaded: a pattern for the next one.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        static string[] Days(IEnumerable<DateOnly> days) => [.. days.Order().Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
        var file = Rows.OrderBy(r => r.Schedule.Year).ToDictionary(r => $"{r.Schedule.Year}", r => new { off = Days(r.Schedule.Off), work = Days(r.Schedule.Work) });
        return File(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(file)), "application/json", "节假日安排.json");
    }

    public Task<IActionResult> OnPostTypeAsync(CancellationToken cancel) => DoAsync(() => desk.TypeAsync(By, Input.Year ?? 0, Input.Off, Input.Work, cancel), cancel);

    public Task<IActionResult> OnPostLoadAsync(IFormFile? file, CancellationToken cancel) => DoAsync(async () =>
    {
        await using var content = (file ?? throw new ProblemException("sheets.no-file")).OpenReadStream();
        return await desk.LoadAsync(By, content, cancel);
    }, cancel);

    public async Task<IActionResult> OnPostForgetAsync(int year, CancellationToken cancel)
    {
        await desk.ForgetAsync(By, year, cancel);
        return Go("/office/settings/holidays", words["holidays.forgotten-said", year]);
    }

    private Task<IActionResult> DoAsync(Func<Task<IReadOnlyList<int>>> act, CancellationToken cancel) => TryAsync(
        async () => Go("/office/settings/holidays", words["holidays.loaded-said", string.Join(PageWords.IsEnglish ? ", " : "、", await act())]),
        async () =>
        {
            await OnGetAsync(cancel);
            return Page();
        });

    internal sealed class Form
    {
        public int? Year { get; set; }

        public string Off { get; set; } = "";

        public string Work { get; set; } = "";
    }
}
