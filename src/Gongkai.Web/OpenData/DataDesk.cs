using Gongkai.Engines.WorkingDays;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Institutions;
using Gongkai.Web.Ledger;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Records;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.OpenData;

/// <summary>Gives what is public to everybody as data. Whoever asks is nobody in particular: signing in opens nothing here.</summary>
public sealed class DataDesk(PublicRecords records, CatalogueDesk catalogue, InstitutionDesk institutions, LedgerDesk ledger, CampusClock clock)
{
    /// <summary>The licence all of it is under.</summary>
    public const string Licence = "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>The most rows on a page.</summary>
    public const int MostRows = 100;

    /// <summary>The catalogue in force; null before there is one.</summary>
    public async Task<CatalogueData?> CatalogueAsync(string site, CancellationToken cancel = default) => await catalogue.InForceAsync(cancel: cancel) is not { } edition ? null
        : new CatalogueData(edition.Year, edition.Title, edition.EffectiveOn, Licence, [.. edition.Categories.OrderBy(c => c.Number).Select(c => new CategoryData(c.Number, c.Title, c.TitleEn, [.. Items(c, site)]))]);

    /// <summary>The items of the catalogue in force.</summary>
    public async Task<IReadOnlyList<ItemData>> ItemsAsync(string site, int? category, CancellationToken cancel = default) =>
        [.. (await catalogue.InForceAsync(cancel: cancel))?.Categories.Where(c => category is null || c.Number == category).OrderBy(c => c.Number).SelectMany(c => Items(c, site)) ?? []];

    /// <summary>Coverage in an academic year; null before there is a catalogue.</summary>
    public async Task<CoverageData?> CoverageAsync(int? year, CancellationToken cancel = default)
    {
        var wanted = year is { } first ? new AcademicYear(first) : ledger.ThisYear;
        return await ledger.OfAsync(wanted, cancel: cancel) is not { } page ? null
            : new CoverageData(wanted.FirstYear, page.CoveredPercent, await ledger.OnTimePercentAsync(wanted, cancel), Licence,
                [.. page.States.OrderBy(s => s.Item.Number).Select(s => new ItemCoverage(s.Item.Number, s.Coverage, s.Count, s.CountInYear, s.LastOn, s.DueOn, s.RuleCode, s.IsProvisional))]);
    }

    /// <summary>The units in their official order.</summary>
    public async Task<IReadOnlyList<UnitData>> UnitsAsync(string site, CancellationToken cancel = default)
    {
        var units = await institutions.UnitsAsync(cancel);
        var codes = units.ToDictionary(u => u.Id, u => u.Code);
        return [.. units.Select(u => new UnitData(u.Code, u.Name, u.NameEn, u.ParentId is { } parent ? codes.GetValueOrDefault(parent) : null, u.IsCollege, $"{site}/units/{u.Code}"))];
    }

    /// <summary>Records, newest first.</summary>
    public async Task<(int Total, IReadOnlyList<RecordRow> Rows)> RecordsAsync(string site, RecordFilter filter, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var numbers = await NumbersAsync(cancel);
        var visible = records.For(Actor.Nobody);
        if (filter.Item is not null || filter.Category is not null)
        {
            visible = records.Under(visible, [.. numbers.Where(n => (filter.Item is null || n.Value.Item == filter.Item) && (filter.Category is null || n.Value.Category == filter.Category)).Select(n => n.Key)]);
        }

        var (from, to) = (filter.From is { } f ? clock.StartOf(f) : (DateTime?)null, filter.To is { } t ? clock.StartOf(t.AddDays(1)) : (DateTime?)null);
        visible = visible.Where(e => (filter.Unit == null || e.Record!.Unit!.Code == filter.Unit)
            && (filter.Kind == null || e.Kind == filter.Kind) && (from == null || e.PublishedAt >= from) && (to == null || e.PublishedAt < to));
        var total = await visible.CountAsync(cancel);
        var rows = await Whole(visible).OrderByDescending(e => e.PublishedAt).ThenBy(e => e.Id).Skip((filter.Page - 1) * filter.Size).Take(filter.Size).ToListAsync(cancel);
        return (total, [.. rows.Select(e => Row(e, numbers, site))]);
    }

    /// <summary>One record; null when nobody may read such a one.</summary>
    public async Task<RecordData?> RecordAsync(string site, string indexNumber, CancellationToken cancel = default)
    {
        if (await Whole(records.For(Actor.Nobody)).FirstOrDefaultAsync(e => e.Record!.IndexNumber == indexNumber, cancel) is not { } edition)
        {
            return null;
        }

        var history = await records.History(Actor.Nobody, edition.RecordId).ToListAsync(cancel);
        return new RecordData(Row(edition, await NumbersAsync(cancel), site), edition.BodyHtml, BodyCleaner.TextOf(edition.BodyHtml),
            await FilesAsync(site, edition.Id, cancel), [.. history.Select(e => Row(e, indexNumber, site))], Licence);
    }

    /// <summary>One edition of a record; null when nobody may read it.</summary>
    public async Task<EditionData?> EditionAsync(string site, string indexNumber, int number, CancellationToken cancel = default)
    {
        var recordId = await records.For(Actor.Nobody).Where(e => e.Record!.IndexNumber == indexNumber).Select(e => e.RecordId).FirstOrDefaultAsync(cancel);
        return await records.History(Actor.Nobody, recordId).FirstOrDefaultAsync(e => e.Number == number, cancel) is not { } edition ? null
            : new EditionData(indexNumber, Row(edition, indexNumber, site), edition.BodyHtml, BodyCleaner.TextOf(edition.BodyHtml), await FilesAsync(site, edition.Id, cancel), Licence);
    }

    /// <summary>Files, newest first.</summary>
    public async Task<(int Total, IReadOnlyList<AttachmentData> Rows)> FilesAsync(string site, string? type, int page, int size, CancellationToken cancel = default)
    {
        var files = records.Files(Actor.Nobody).Where(a => a.Use == AttachmentUse.Attachment && (type == null || a.Type == type));
        var total = await files.CountAsync(cancel);
        return (total, await Data(files.OrderByDescending(a => a.Id).Skip((page - 1) * size).Take(size), site, cancel));
    }

    /// <summary>All records that anybody may read, a batch at a time in the order of their keys: what the files for download are made of.</summary>
    internal async IAsyncEnumerable<RecordData> EverythingAsync(string site, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        const int batch = 200;
        var numbers = await NumbersAsync(cancel);
        Guid? last = null;
        while (true)
        {
            var visible = records.For(Actor.Nobody);
            visible = last is { } after ? visible.Where(e => e.Id.CompareTo(after) > 0) : visible;
            var rows = await Whole(visible).OrderBy(e => e.Id).Take(batch).ToListAsync(cancel);
            var ids = rows.ConvertAll(e => e.Id);
            var files = (await FileRows(records.Files(Actor.Nobody).Where(a => ids.Contains(a.EditionId) && a.Use == AttachmentUse.Attachment)).ToListAsync(cancel)).ToLookup(f => f.EditionId);
            foreach (var edition in rows)
            {
                yield return new RecordData(Row(edition, numbers, site), edition.BodyHtml, BodyCleaner.TextOf(edition.BodyHtml), [.. files[edition.Id].OrderBy(f => f.Order).Select(f => f.In(site))], [Row(edition, edition.Record!.IndexNumber!, site)], Licence);
            }

            if (rows.Count < batch)
            {
                yield break;
            }

            last = rows[^1].Id;
        }
    }

    private static IQueryable<Edition> Whole(IQueryable<Edition> visible) => visible.Include(e => e.Items).Include(e => e.Record!.Unit).AsSplitQuery();

    private static IEnumerable<ItemData> Items(Category category, string site) => category.Items.OrderBy(i => i.Number).Select(i =>
        new ItemData(i.Number, i.LineageId, category.Number, i.Title, i.TitleEn, i.Cadence, i.LegalBasis, [.. i.Owners.OrderBy(o => o.Order).Select(o => o.Unit?.Code).OfType<string>()], $"{site}/catalogue/{i.Number}"));

    private async Task<Dictionary<Guid, (int Item, int Category)>> NumbersAsync(CancellationToken cancel) =>
        (await catalogue.InForceAsync(cancel: cancel))?.Categories.SelectMany(c => c.Items, (c, i) => (i.LineageId, Numbers: (i.Number, c.Number))).DistinctBy(p => p.LineageId).ToDictionary(p => p.LineageId, p => p.Numbers) ?? [];

    private static RecordRow Row(Edition edition, Dictionary<Guid, (int Item, int Category)> numbers, string site) => new(
        edition.Record!.IndexNumber!, edition.Title, edition.DocumentNumber, edition.Issuer, edition.ProducedOn, edition.Record.FirstPublishedAt ?? edition.PublishedAt!.Value, edition.PublishedAt!.Value, edition.Number,
        edition.Kind, edition.Validity, edition.Record.Unit!.Code, [.. edition.Items.Where(i => numbers.ContainsKey(i.LineageId)).Select(i => numbers[i.LineageId].Item).Order()], edition.Record.End == RecordEnd.Superseded, site + RecordLinks.Show(edition.Record.IndexNumber!));

    private static EditionRow Row(Edition edition, string indexNumber, string site) =>
        new(edition.Number, edition.Title, edition.PublishedAt!.Value, edition.ReplacedAt, edition.ChangeNote, $"{site}/api/v1/records/{indexNumber}/editions/{edition.Number}");

    private Task<IReadOnlyList<AttachmentData>> FilesAsync(string site, Guid editionId, CancellationToken cancel) =>
        Data(records.Files(Actor.Nobody).Where(a => a.EditionId == editionId && a.Use == AttachmentUse.Attachment).OrderBy(a => a.Order), site, cancel);

    private static async Task<IReadOnlyList<AttachmentData>> Data(IQueryable<Attachment> files, string site, CancellationToken cancel) => [.. (await FileRows(files).ToListAsync(cancel)).Select(f => f.In(site))];

    private static IQueryable<FileRow> FileRows(IQueryable<Attachment> files) =>
        files.Select(a => new FileRow(a.Id, a.EditionId, a.Edition!.Record!.IndexNumber!, a.Edition.Number, a.Name, a.Type, a.Size, a.Hash, a.Order));

    private sealed record FileRow(Guid Id, Guid EditionId, string Record, int Edition, string Name, string Type, long Size, string Hash, int Order)
    {
        public AttachmentData In(string site) => new(Id, Record, Edition, Name, Type, Size, Hash, site + RecordLinks.File(Id, Name));
    }
}

/// <summary>Which records are asked for.</summary>
public sealed record RecordFilter
{
    /// <summary>Number of a category.</summary>
    public int? Category { get; init; }

    /// <summary>Number of an item.</summary>
    public int? Item { get; init; }

    /// <summary>Code of a unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Kind.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>First campus day of publication.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last campus day of publication.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many stand on a page.</summary>
    public int Size { get; init; } = 20;
}
