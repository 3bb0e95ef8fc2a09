using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Records.Office;

internal sealed class StartModel(RecordDesk records, FileDesk files, ItemSuggestion suggestion, InstitutionDesk institutions, PageWords words) : OurPage
{
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public Guid? Unit { get; private set; }

    public RecordKind Kind { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Unit = By.UnitId;
    }

    public Task<IActionResult> OnPostAsync(Guid unit, RecordKind kind, IFormFile? word, CancellationToken cancel) => TryAsync(
        async () =>
        {
            var edition = await records.StartAsync(By, unit, kind, cancel);
            if (word is null)
            {
                return Go(RecordLinks.Edit(edition.Id));
            }

            try
            {
                await using var content = word.OpenReadStream();
                edition = await files.ReadWordAsync(By, edition.Id, content, word.FileName, cancel);
                await suggestion.ApplyAsync(By, edition, cancel);
                return Go(RecordLinks.Edit(edition.Id), words["records.word-read", word.FileName]);
            }
            catch (ProblemException)
            {
                await records.DiscardAsync(By, edition.Id, cancel);
                throw;
            }
        },
        async () =>
        {
            await LoadAsync(cancel);
            (Unit, Kind) = (unit, kind);
            return Page();
        });

    private async Task LoadAsync(CancellationToken cancel) =>
        Units = [.. (await institutions.UnitsAsync(cancel)).Where(u => u.IsActive && RecordPermits.MayWrite(By, u.Id))];
}
