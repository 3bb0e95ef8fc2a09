using System.Globalization;
using System.Text;
using Gongkai.Web;
using Gongkai.Web.Catalogue;
using Gongkai.Web.Home;
using Gongkai.Web.Institutions;
using Gongkai.Web.Platform.Files;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Time;
using Gongkai.Web.Records;
using Gongkai.Web.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bench;

/// <summary>Makes plausible Chinese records: a vocabulary after Zipf, texts of 200 to 3,000 characters, an attachment at every tenth. The bench alone writes
/// rows past the desks: a hundred thousand signatures would measure the signing.</summary>
internal sealed class Corpus(int seed = 20260304)
{
    /// <summary>Stands in nearly every text.</summary>
    public const string Everywhere = "工作";

    private const string Common = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

    private readonly Random _random = new(seed);
    private readonly string[] _words = Words(new Random(seed + 1));

    /// <summary>A word by its rank: 0 is the commonest.</summary>
    public string Word(int rank) => _words[rank];

    /// <summary>A record as the index is given it, for an index without a database.</summary>
    public IndexedRecord Next(int number)
    {
        var published = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(number);
        return new IndexedRecord
        {
            RecordId = Guid.CreateVersion7(published),
            EditionId = Guid.CreateVersion7(published),
            Title = Title(),
            Head = $"基大发〔{published.Year}〕{number % 500}号\n第{number % 30}处",
            Body = Plain.Of(Body()),
            UnitId = new Guid(number % 30, 0, 0, new byte[8]),
            Items = [new Guid(Zipf(50), 1, 0, new byte[8])],
            Kind = (RecordKind)(number % 3),
            PublishedAt = published,
            Year = published.Year,
        };
    }

    /// <summary>Fills an empty data folder with so many records, while the index reads them in as in a running site, unless no index is wanted; gives the time until
    /// both are done, the founding not counted.</summary>
    public async Task<TimeSpan> FillAsync(HostSettings settings, int records, bool withIndex = true, CancellationToken cancel = default)
    {
        await using var app = GongkaiHost.Build(settings with { RunsAlarms = withIndex });
        await GongkaiHost.OpenAsync(app.Services, cancel);
        await app.StartAsync(cancel);
        var (institution, units, items) = await FoundAsync(app, cancel);
        var from = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var done = 0; done < records;)
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<InstitutionScope>().Choose(institution);
            var (db, blobs, clock) = (scope.ServiceProvider.GetRequiredService<GongkaiDb>(), scope.ServiceProvider.GetRequiredService<BlobStore>(), scope.ServiceProvider.GetRequiredService<CampusClock>());
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var batch = 0; batch < 500 && done < records; batch++, done++)
            {
                db.AddRange(await RecordAsync(blobs, clock, units[_random.Next(units.Count)], items[Zipf(items.Count)], done, records, cancel));
            }

            await db.SaveChangesAsync(cancel);
        }

        var index = app.Services.GetRequiredService<SearchIndexes>().Of(institution);
        do
        {
            await (withIndex ? index.BringAsync(TimeSpan.FromSeconds(10), cancel) : Task.CompletedTask);
        }
        while (!index.IsIdle);
        var time = System.Diagnostics.Stopwatch.GetElapsedTime(from);
        await app.StopAsync(cancel);
        return time;
    }

    private static async Task<(Guid Institution, List<Unit> Units, List<Item> Items)> FoundAsync(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var give = scope.ServiceProvider;
        await give.GetRequiredService<SetUpDesk>().SetUpAsync(new SetUpPlan { Code = "19997", Name = "基准大学", NameEn = "Bench University", SuperiorBody = SuperiorBody.Ministry }, cancel);
        var institutions = give.GetRequiredService<InstitutionDesk>();
        for (var unit = 1; unit <= 30; unit++)
        {
            await institutions.AddUnitAsync(Actor.Program, $"第{unit}处", unit.ToString("00", CultureInfo.InvariantCulture), cancel: cancel);
        }

        var catalogue = (await give.GetRequiredService<CatalogueDesk>().InForceAsync(cancel: cancel))!;
        return (give.GetRequiredService<InstitutionScope>().Id, [.. await institutions.UnitsAsync(cancel)], [.. catalogue.Categories.SelectMany(c => c.Items)]);
    }

    private async Task<object[]> RecordAsync(BlobStore blobs, CampusClock clock, Unit unit, Item item, int number, int of, CancellationToken cancel)
    {
        var at = clock.UtcNow.AddDays(-2000 + (1999.0 * number / of));
        var record = new Record { Id = Guid.CreateVersion7(at), UnitId = unit.Id, CreatedAt = at };
        var edition = new Edition
        {
            Id = Guid.CreateVersion7(at),
            RecordId = record.Id,
            Record = record,
            Number = 1,
            Title = Title(),
            DocumentNumber = $"基大发〔{at.Year}〕{number % 500}号",
            ProducedOn = DateOnly.FromDateTime(at),
            Issuer = unit.Name,
            BodyHtml = Body(),
            Kind = (RecordKind)(number % 3),
            ChangedAt = at,
        };
        edition.Fulfil([item.LineageId]);
        record.Add(edition);
        edition.AppearAt(at, null);
        record.Publish($"19997-{unit.Code}-{number:00000000}");
        if (number % 10 != 0)
        {
            return [record];
        }

        var text = Encoding.UTF8.GetBytes($"附件\n{Sentence(120)}\n");
        var blob = await blobs.KeepAsync(new MemoryStream(text), 1 << 20, cancel);
        edition.Attach(new Attachment { Id = Guid.CreateVersion7(at), EditionId = edition.Id, Name = "附件.txt", Hash = blob.Hash, Size = blob.Size, Type = "text", Hold = Hold.Clear });
        return [record];
    }

    private string Title() => $"关于{Sentence(6)}的通知";

    private string Body()
    {
        var body = new StringBuilder();
        var length = _random.Next(200, 3000);
        while (body.Length < length)
        {
            body.Append("<p>").Append(_random.Next(20) > 0 ? Everywhere : "").Append(Sentence(_random.Next(8, 30))).Append("。</p>");
        }

        return body.ToString();
    }

    private string Sentence(int words) => string.Concat(Enumerable.Range(0, words).Select(_ => _words[Zipf(_words.Length)]));

    // Rank r comes up about 1/r as often as rank 1.
    private int Zipf(int ranks) => Math.Min(ranks - 1, (int)Math.Exp(_random.NextDouble() * Math.Log(ranks)) - 1);

    private static string[] Words(Random random) =>
        [.. Enumerable.Range(0, 60_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(10) < 7 ? 2 : 3).Select(_ => Common[(int)(Common.Length * Math.Pow(random.NextDouble(), 2))]))).Distinct()];
}
